import { PARTICIPATION_LEVELS } from '@fieldlab/domain';
import { STRONG_FROM } from '../columns/engagements';
import { visitFirmCells, type FirmCell, type Layout } from '../columns/firm-cells';
import { inTurns } from '../../../platform/work/in-turns';
import { PARTICIPATING } from './firm-flags';
import type { CellValues, EngineContext } from './engine-context';

/** Firms that took part on the last day of a period, as numbers in text. */
interface Participating {
  /** A firm with several levels counts once. */
  total: string;
  levels: CellValues;
}

/** Nobody takes part at any other level, nor by an attendance. */
const LEVELS = PARTICIPATION_LEVELS.slice(STRONG_FROM);
/** By level, the number of its cell. */
const CELLS = PARTICIPATION_LEVELS.map((_, level) => (level >= STRONG_FROM ? [level - STRONG_FROM] : []));
const LAYOUT: Layout = { cells: LEVELS, cellsOf: (_, level) => CELLS[level] ?? [] };

/** So many firms are looked at before others get their turn: some milliseconds. */
const FIRMS_AT_ONCE = 2 ** 16;

/**
 * How many firms took part on the last day of every period, in all and at each level, by the period's key: what
 * `companies_participating` and its breakdown by level say of each of those days, in one reading of the records.
 */
export async function levelsByPeriod(context: EngineContext): Promise<Map<string, Participating>> {
  const at = await context.register.columns();
  const { size } = at.copy.ids.companies;
  const periods = new Map(
    context.slices.map(({ key }) => [key, { total: 0, levels: new Map<string, string>() }]),
  );
  const counted = new Map(context.slices.map(({ key }) => [key, new Bits(size)]));
  const visit = async ({ cell, slice, firms, flagsOf }: FirmCell): Promise<void> => {
    const [period, before] = [periods.get(slice.key), counted.get(slice.key)];
    if (!period || !before) return;
    let own = 0;
    await inTurns(firms.length, FIRMS_AT_ONCE, (from, to) => {
      for (const firm of firms.subarray(from, to)) {
        if ((flagsOf(firm) & PARTICIPATING) === 0) continue;
        own += 1;
        if (before.add(firm)) period.total += 1;
      }
    });
    if (own > 0) period.levels.set(cell, String(own));
  };
  await visitFirmCells({ ...context, by: 'level' }, at, { visit, layout: LAYOUT });
  return new Map([...periods].map(([key, { total, levels }]) => [key, { total: String(total), levels }]));
}

/** A set of numbers below a size, a bit for each. */
class Bits {
  private readonly words: Int32Array;

  constructor(size: number) {
    this.words = new Int32Array(Math.ceil(size / 32));
  }

  /** Answers whether the number was not in it yet. */
  add(number: number): boolean {
    const [word, bit] = [number >>> 5, 1 << (number & 31)];
    const before = this.words[word] ?? 0;
    this.words[word] = before | bit;
    return (before & bit) === 0;
  }
}
