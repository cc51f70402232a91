import { beforeAll, describe, expect, it } from 'vitest';
import { attackTables } from '../../bench/tables/attack-tables';
import { generatedTables } from '../../bench/tables/generate-tables';
import { protectTables } from '../../bench/tables/protect-tables';
import type { LinkedTables } from '../../bench/tables/table-relations';
import { Random } from '../random';

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  return list
    .map((one) => ({ one, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** The same tables with other names, and everything in another order. */
function renamed({ cells, equations }: LinkedTables, random: Random): LinkedTables {
  const names = new Map(shuffled(random, [...cells.keys()]).map((key, index) => [key, `n${index}`]));
  const nameOf = (key: string): string => names.get(key) ?? '';
  return {
    cells: new Map(
      shuffled(random, [...cells.values()]).map((cell) => [
        nameOf(cell.key),
        { ...cell, key: nameOf(cell.key) },
      ]),
    ),
    equations: shuffled(random, equations).map(({ whole, parts, isComplete }) => ({
      ...{ whole: nameOf(whole), isComplete },
      parts: shuffled(random, parts).map(nameOf),
    })),
  };
}

async function suppressedIn(tables: LinkedTables, limits: { wholeUpTo?: number } = {}): Promise<number> {
  const { primary, secondary, unproved } = await protectTables(tables, undefined, limits);
  const all = new Set([...primary, ...secondary]);
  const { exposed, attacked } = await attackTables(tables, all);
  expect({ unproved, exposed, attacked }).toEqual({ unproved: 0, exposed: [], attacked: all.size });
  return all.size;
}

describe('hierarchical tables', () => {
  const tables = generatedTables(200);
  let whole: number;
  beforeAll(async () => {
    whole = await suppressedIn(tables);
  }, 120_000);

  it('are protected as well, and about as sparingly, whatever the order and names of their cells', async () => {
    const size = await suppressedIn(renamed(tables, new Random(1)));
    expect(Math.abs(size - whole), `${size} and ${whole} suppressed`).toBeLessThanOrEqual(0.25 * whole);
  }, 120_000);

  it('are protected as well where only the neighbourhood of a cell is looked at', async () => {
    const near = await suppressedIn(tables, { wholeUpTo: 0 });
    expect(near, `${near} and ${whole} suppressed`).toBeLessThanOrEqual(1.5 * whole);
  }, 120_000);
});
