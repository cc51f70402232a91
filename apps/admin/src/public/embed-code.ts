import {
  cellsBy,
  PERIOD_BREAKDOWNS,
  type Breakdown,
  type EditionFigure,
  type Language,
  type SealedEdition,
} from '@fieldlab/domain';

/** A figure of an edition as somebody wants it on a page. */
export interface Embed {
  edition: SealedEdition;
  figure: EditionFigure;
  by?: Breakdown | undefined;
  theme: 'auto' | 'light' | 'dark';
  form: 'page' | 'image';
  language: Language;
  /** What the figure is called in that language. */
  title: string;
}

/** In pixels: what stands around a chart, a chart of columns, and a row. */
const AROUND = 210;
const COLUMNS = 240;
const ROW = 33;
const HIGHEST = 900;

/** How high the frame is; what is longer scrolls inside it. */
export function heightOf({ edition, figure, by }: Embed): number {
  if (by === undefined) return AROUND;
  const cells = cellsBy(figure, by, edition.by);
  const chart = PERIOD_BREAKDOWNS.includes(by) ? COLUMNS : (cells.length + 2) * ROW;
  return Math.min(HIGHEST, AROUND + chart);
}

/** Where the figure is drawn, on this very installation. */
export function embedPath({ edition, figure, by, theme, form, language }: Embed): string {
  const query = new URLSearchParams({
    ...(by === undefined ? {} : { by }),
    ...(theme === 'auto' ? {} : { theme }),
    ...(language === edition.language ? {} : { language }),
  }).toString();
  const { id } = edition.report;
  const ending = form === 'image' ? '.svg' : '';
  return `/embed/reports/${id}/editions/${edition.edition}/${figure.indicator}${ending}${query && `?${query}`}`;
}

/** The HTML that shows it on another page. */
export function embedCode(embed: Embed, origin: string): string {
  const address = attribute(`${origin}${embedPath(embed)}`);
  const name = attribute(embed.title);
  return embed.form === 'image'
    ? `<img src="${address}" alt="${name}" width="640">`
    : `<iframe src="${address}" title="${name}" width="100%" height="${heightOf(embed)}" style="border:0" loading="lazy"></iframe>`;
}

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
