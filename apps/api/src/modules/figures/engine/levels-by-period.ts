import { FirmTally, passing } from '../columns/firm-tally';
import { visitFirmCells } from '../columns/firm-cells';
import { PARTICIPATING } from './firm-flags';
import type { CellValues, EngineContext } from './engine-context';

/**
 * How many firms took part at each level on the last day of every period, by the period's key: what breaking
 * `companies_participating` down by level says of each of those days, in one reading of the records.
 */
export async function levelsByPeriod(context: EngineContext): Promise<Map<string, CellValues>> {
  const at = await context.register.columns();
  const byLevel = { ...context, by: 'level' } as const;
  const tallies = new Map(context.slices.map(({ key }) => [key, new FirmTally(byLevel, at)]));
  await visitFirmCells(byLevel, at, (cell) => tallies.get(cell.slice.key)?.add(cell));
  const test = { mask: PARTICIPATING };
  return new Map(
    [...tallies].map(([period, { counts }]) => [
      period,
      new Map(
        [...counts].flatMap(([level, count]): [string, string][] => {
          const firms = passing(count, test);
          return firms > 0 ? [[level, String(firms)]] : [];
        }),
      ),
    ]),
  );
}
