import { PARTICIPATION_LEVELS } from '@fieldlab/domain';
import { FirmTally, passing } from '../columns/firm-tally';
import { STRONG_FROM } from '../columns/engagements';
import { visitFirmCells, type FirmCell, type Layout } from '../columns/firm-cells';
import { PARTICIPATING } from './firm-flags';
import type { CellValues, EngineContext } from './engine-context';

/** By level, the number of its cell. */
const STRONG_CELLS = PARTICIPATION_LEVELS.map((_, level) =>
  level >= STRONG_FROM ? [level - STRONG_FROM] : [],
);

/** Nobody takes part at any other level, nor by an attendance. */
const LEVELS_OF_PARTICIPATING: Layout = {
  cells: PARTICIPATION_LEVELS.slice(STRONG_FROM),
  cellsOf: (_, level) => STRONG_CELLS[level] ?? [],
};

/**
 * How many firms took part at each level on the last day of every period, by the period's key: what breaking
 * `companies_participating` down by level says of each of those days, in one reading of the records.
 */
export async function levelsByPeriod(context: EngineContext): Promise<Map<string, CellValues>> {
  const at = await context.register.columns();
  const byLevel = { ...context, by: 'level' } as const;
  const tallies = new Map(context.slices.map(({ key }) => [key, new FirmTally(byLevel, at)]));
  const visit = (cell: FirmCell): unknown => tallies.get(cell.slice.key)?.add(cell);
  await visitFirmCells(byLevel, at, { visit, layout: LEVELS_OF_PARTICIPATING });
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
