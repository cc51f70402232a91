import { dateIn, NETHERLANDS } from '@fieldlab/domain';
import { LRUCache } from 'lru-cache';
import type { StatementReader } from '../platform/database/database';
import { sql } from '../platform/database/sql';

/** How many there are, and the state of the register in which they were counted. */
export interface Counted {
  state: string;
  total: number;
}

export interface Counting {
  /** The state in which a page of the list was read, if it had one. */
  readAt: unknown;
  count: () => Promise<Counted>;
  /** By how much revisions made the list grow; without it the list is counted whenever anything changed. */
  growth?: ((revisions: readonly string[]) => Promise<number>) | undefined;
}

/** What became known since a state of the register. */
interface News {
  knownAt: string;
  /** Whether the register ever had that state: after a restore it did not, and on a replica that is behind not yet. */
  stands: boolean;
  /** The numbers of the revisions. */
  revisions: string[];
}

const MOST_KEPT = 2_000;
/** After more revisions than this a list is counted anew. */
const MOST_REVISIONS = 1_000;

/** The totals of lists of counted records, so that a list is not counted again for every page, and seldom after a change. */
export class ListTotals {
  private readonly kept = new LRUCache<string, Counted & { today: string }>({ max: MOST_KEPT });

  /** @param list what the list was asked with, as text */
  async of(reader: StatementReader, list: string, counting: Counting): Promise<number> {
    const state = typeof counting.readAt === 'string' ? counting.readAt : await readNow(reader);
    // What holds today moves with the date, all else with the knowledge clock: everything that is counted moves that
    // when it changes, in the same transaction.
    const today = dateIn(NETHERLANDS.timeZone, new Date());
    const kept = this.kept.get(list);
    const known = kept?.today === today ? kept : undefined;
    if (known?.state === state) return known.total;
    const counted = (known && (await grown(reader, known, counting))) ?? (await counting.count());
    this.kept.set(list, { ...counted, today });
    return counted.total;
  }
}

async function grown(
  reader: StatementReader,
  { state, total }: Counted,
  { growth }: Counting,
): Promise<Counted | undefined> {
  if (!growth) return undefined;
  const { knownAt, stands, revisions } = await readNews(reader, state);
  if (!stands || revisions.length > MOST_REVISIONS) return undefined;
  return { state: knownAt, total: total + (await growth(revisions)) };
}

async function readNews(reader: StatementReader, since: string): Promise<News> {
  const [news] = await reader.prepared<News & Record<string, unknown>>(
    sql`select known_at as "knownAt",
          exists (select from revisions where known_at = ${since}::timestamptz) as stands,
          array(select id::text from revisions where known_at > ${since}::timestamptz limit ${MOST_REVISIONS + 1}) as revisions
        from knowledge_clock`,
    { instantsAsText: true },
  );
  if (!news) throw new Error('The register has no clock');
  return news;
}

async function readNow(reader: StatementReader): Promise<string> {
  const clock = sql`select known_at as "knownAt" from knowledge_clock`;
  const [row] = await reader.prepared<{ knownAt: string }>(clock, { instantsAsText: true });
  if (!row) throw new Error('The register has no clock');
  return row.knownAt;
}
