import { Feed } from 'feed';
import { longDate, type Language } from '@fieldlab/domain';
import type { PublicEdition } from './public-editions.repository';

/** A reader asks every hour: the newest editions are enough, whoever wants all has the catalogue. */
const MOST_ENTRIES = 50;

const SUMMARIES: Record<Language, (edition: PublicEdition) => string> = {
  nl: ({ number, asOf, seal }) =>
    `Editie ${number} · Peildatum ${longDate(asOf, 'nl')} · Zegel (SHA-256) ${seal}`,
  en: ({ number, asOf, seal }) =>
    `Edition ${number} · As of ${longDate(asOf, 'en')} · Seal (SHA-256) ${seal}`,
};

/**
 * The newest editions as an Atom feed (RFC 4287), newest first, each in the language that it was written in.
 * @param editions all that are public, oldest first
 * @param home where people read the published reports, and where the feed itself is
 */
export function atomOf(
  editions: readonly PublicEdition[],
  home: { page: string; feed: string },
  addressOf: (reportId: string, edition: number) => string,
): string {
  const newest = editions.slice(-MOST_ENTRIES).reverse();
  const programmes = new Set(newest.map(({ programme }) => programme).filter((name) => name !== null));
  const feed = new Feed({
    id: home.page,
    title: [...programmes].join(', ') || 'Fieldlab',
    link: home.page,
    feedLinks: { atom: home.feed },
    updated: new Date(newest[0]?.publishedAt ?? 0),
    copyright: 'CC0 1.0',
    generator: false,
  });
  for (const edition of newest) {
    const { reportId, number, title, publishedAt, language } = edition;
    const address = addressOf(reportId, number);
    const date = new Date(publishedAt);
    feed.addItem({
      ...{ id: address, link: address, title, date, published: date },
      description: SUMMARIES[language](edition),
    });
  }
  return feed.atom1();
}
