import { LRUCache } from 'lru-cache';
import type { StatementReader } from '../platform/database/database';
import { sql } from '../platform/database/sql';

/** A total as it was counted, and the state of the register of which it is the total. */
interface Total {
  state: string;
  total: number;
}

const MOST_KEPT = 2_000;

/** The totals of lists of counted records, so that a list that did not change is not counted again for every page. */
export class ListTotals {
  private readonly kept = new LRUCache<string, Total>({ max: MOST_KEPT });

  /**
   * `list` is what the list was asked with, as text; `readAt` the state in which a page of it was read, if it had one;
   * `count` counts it.
   */
  async of(
    reader: StatementReader,
    list: string,
    { readAt, count }: { readAt: unknown; count: () => Promise<number> },
  ): Promise<number> {
    const state = stateOf(typeof readAt === 'string' ? readAt : await readNow(reader));
    const known = this.kept.get(list);
    if (known?.state === state) return known.total;
    const total = await count();
    this.kept.set(list, { state, total });
    return total;
  }
}

/**
 * Everything that is counted moves the knowledge clock when it changes, in the same transaction; and what holds today
 * moves with the date. While both stand still, a list that was counted once has the total it had.
 */
const stateOf = (knownAt: string): string => `${knownAt} ${new Date().toISOString().slice(0, 10)}`;

async function readNow(reader: StatementReader): Promise<string> {
  const clock = sql`select known_at as "knownAt" from knowledge_clock`;
  const [row] = await reader.prepared<{ knownAt: string }>(clock, { instantsAsText: true });
  if (!row) throw new Error('The register has no clock');
  return row.knownAt;
}
