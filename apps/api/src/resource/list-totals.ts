import { LRUCache } from 'lru-cache';
import type { StatementReader } from '../platform/database/database';
import { sql } from '../platform/database/sql';

/** How many there are, or how many more, and the state of the register in which they were counted. */
export interface Counted {
  state: string;
  total: number;
}

export interface Counting {
  /** The state in which a page of the list was read, if it had one. */
  readAt: unknown;
  count: () => Promise<Counted>;
  /**
   * By how much the list grew since a state; undefined where the register does not have that state in its past. Without
   * it the list is counted whenever anything changed.
   */
  growth?: ((since: string) => Promise<Counted | undefined>) | undefined;
}

const MOST_KEPT = 2_000;

/** The totals of lists of counted records, so that a list is not counted again for every page, and seldom after a change. */
export class ListTotals {
  private readonly kept = new LRUCache<string, Counted & { today: string }>({ max: MOST_KEPT });

  /** @param list what the list was asked with, as text */
  async of(reader: StatementReader, list: string, counting: Counting): Promise<number> {
    const state = typeof counting.readAt === 'string' ? counting.readAt : await readNow(reader);
    // What holds today moves with the date, all else with the knowledge clock: everything that is counted moves that
    // when it changes, in the same transaction.
    const today = new Date().toISOString().slice(0, 10);
    const kept = this.kept.get(list);
    const known = kept?.today === today ? kept : undefined;
    if (known?.state === state) return known.total;
    const counted = (known && (await grown(known, counting))) ?? (await counting.count());
    this.kept.set(list, { ...counted, today });
    return counted.total;
  }
}

async function grown({ state, total }: Counted, { growth }: Counting): Promise<Counted | undefined> {
  const more = await growth?.(state);
  return more && { ...more, total: total + more.total };
}

async function readNow(reader: StatementReader): Promise<string> {
  const clock = sql`select known_at as "knownAt" from knowledge_clock`;
  const [row] = await reader.prepared<{ knownAt: string }>(clock, { instantsAsText: true });
  if (!row) throw new Error('The register has no clock');
  return row.knownAt;
}
