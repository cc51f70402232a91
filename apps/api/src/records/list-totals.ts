import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { sql, type Sql } from '../platform/database/sql';

/** A total as it was counted, and the state of the register of which it is the total. */
interface Total {
  state: string;
  total: number;
}

const MOST_KEPT = 2_000;

/**
 * Everything that is counted moves the knowledge clock when it changes, in the same transaction; and what holds today
 * moves with the date. While both stand still, a list that was counted once has the total it had.
 */
const STATE = sql`(select k.known_at::text || ' ' || current_date from knowledge_clock k)`;

/** The totals of lists of counted records, so that a list that did not change is not counted again for every page. */
export class ListTotals {
  private readonly kept = new LRUCache<string, Total>({ max: MOST_KEPT });

  /** `count` as columns of a statement: counted only when the register is not in the state of the last time. */
  columns(count: Sql): Sql {
    const known = this.kept.get(keyOf(count));
    const total = known
      ? sql`case when ${STATE} = ${known.state} then ${known.total}::bigint else (${count}) end`
      : sql`(${count})`;
    return sql`${total} as "listTotal", ${STATE} as "listState"`;
  }

  keep(count: Sql, { state, total }: Total): void {
    this.kept.set(keyOf(count), { state, total });
  }
}

const keyOf = ({ text, values }: Sql): string =>
  createHash('sha256')
    .update(JSON.stringify([text, values]))
    .digest('base64');
