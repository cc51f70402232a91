import { raw, rowsOf, sql } from '../../../platform/database/sql';
import { PARTICIPATING } from './firm-flags';
import type { CellValues, EngineContext } from './engine-context';
import { firmsByPeriod } from './period-engagements';

/**
 * How many firms took part at each level on the last day of every period, by the period's key: what breaking
 * `companies_participating` down by level says of each of those days, in one pass over the records.
 */
export async function levelsByPeriod(context: EngineContext): Promise<Map<string, CellValues>> {
  const rows = await rowsOf<{ cell: string; level: string; firms: string }>(
    context.client,
    sql`${firmsByPeriod(context, { isGrouped: true, byLevel: true })}
      select f.cell, f.level::text as level, sum(f.n)::text as firms from firm f
       where f.flags & ${raw(String(PARTICIPATING))} > 0 group by 1, 2`,
  );
  const periods = new Map<string, CellValues>();
  for (const { cell, level, firms } of rows) {
    periods.set(cell, new Map([...(periods.get(cell) ?? []), [level, firms]]));
  }
  return periods;
}
