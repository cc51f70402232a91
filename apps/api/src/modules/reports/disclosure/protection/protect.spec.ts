import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../../../../../tests/support/random';
import { Deadline } from '../deadline';
import type { LinearRelation, ProtectionProblem } from './problem';
import { protect } from './protect';

const inTime = () => ({ deadline: Deadline.in(20_000) });
const nothingTogether = (): number => 0;

/** A table of rows and columns with their totals; cells under 5 are sensitive. */
function tableOf(random: Random, rows: number, columns: number): ProtectionProblem {
  const inner = Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.int(1, 40)));
  const values: number[] = [];
  const at = (row: number, column: number): number => row * (columns + 1) + column;
  for (const row of inner)
    values.push(
      ...row,
      row.reduce((sum, one) => sum + one, 0),
    );
  for (let column = 0; column <= columns; column += 1)
    values.push(
      values.filter((_, cell) => cell % (columns + 1) === column).reduce((sum, one) => sum + one, 0),
    );
  const relations: LinearRelation[] = [];
  const add = (whole: number, parts: number[]): void => {
    const terms = [...parts.map((cell) => ({ cell, factor: 1 })), { cell: whole, factor: -1 }];
    relations.push({ kind: 'equal', terms });
  };
  const indexes = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
  for (const row of indexes(rows + 1))
    add(
      at(row, columns),
      indexes(columns).map((column) => at(row, column)),
    );
  for (const column of indexes(columns + 1))
    add(
      at(rows, column),
      indexes(rows).map((row) => at(row, column)),
    );
  const cells = values.map((value) => ({
    ...{ value, least: 1, cost: 1, width: 3 },
    status: value < 5 ? ('suppressed' as const) : ('open' as const),
  }));
  return { cells, relations };
}

/** The fewest cells that protect, by integer programming: a table on its side for every cell that is suppressed. */
async function optimum({ cells, relations }: ProtectionProblem): Promise<number> {
  const highs = await loadHighs();
  const most = 400;
  const rows: string[] = [];
  const bounds: string[] = [];
  cells.forEach(({ status, width }, target) => {
    // `up` and `down` tables of every target; they differ by its width when it is suppressed.
    for (const side of ['u', 'd']) {
      const name = (cell: number): string => `${side}${target}_${cell}`;
      relations.forEach(({ terms }, index) => {
        const sum = terms.map(({ cell, factor }) => `${factor < 0 ? '-' : '+'} ${name(cell)}`).join(' ');
        rows.push(` r${side}${target}_${index}: ${sum} = 0`);
      });
      cells.forEach(({ value, least }, cell) => {
        bounds.push(` -${Math.max(0, value - (least ?? 0))} <= ${name(cell)} <= ${most}`);
        rows.push(` a${side}${target}_${cell}: ${name(cell)} - ${most} s${cell} <= 0`);
        rows.push(` b${side}${target}_${cell}: ${name(cell)} + ${most} s${cell} >= 0`);
      });
    }
    rows.push(` w${target}: u${target}_${target} - d${target}_${target} - ${width} s${target} >= 0`);
    if (status === 'suppressed') rows.push(` p${target}: s${target} = 1`);
  });
  const suppressed = cells.map((_, cell) => `s${cell}`);
  const text = [
    ...['Minimize', ` obj: ${suppressed.join(' + ')}`, 'Subject To', ...rows],
    ...['Bounds', ...bounds, 'Binary', ` ${suppressed.join(' ')}`, 'End', ''],
  ].join('\n');
  const { Status, ObjectiveValue } = highs.solve(text, { output_flag: false });
  expect(Status).toBe('Optimal');
  return Math.round(ObjectiveValue);
}

describe(protect.name, () => {
  it('suppresses at most half as much again as the optimum of small tables', async () => {
    let [ours, best] = [0, 0];
    for (let seed = 1; seed <= 6; seed += 1) {
      const problem = tableOf(new Random(seed), 2, 3);
      const primary = problem.cells.filter(({ status }) => status === 'suppressed').length;
      const { complementary, unproved, exposedBefore } = await protect(problem, nothingTogether, inTime());
      expect([unproved, exposedBefore]).toEqual([[], []]);
      const fewest = await optimum(problem);
      expect(primary + complementary.length, `table ${seed}`).toBeLessThanOrEqual(1.5 * fewest);
      ours += primary + complementary.length;
      best += fewest;
    }
    console.info(
      `Suppressed ${ours} cells where the optimum is ${best}: ${(ours / best).toFixed(2)} times as many.`,
    );
  }, 60_000);

  it('counts suppressed cells as one when everybody can compute their sum', async () => {
    const value = (amount: number, status: 'open' | 'suppressed') => ({
      ...{ value: amount, least: 0, width: 0.1 * amount, cost: 1, status },
    });
    const problem: ProtectionProblem = {
      cells: [value(1000, 'open'), value(90, 'suppressed'), value(10, 'suppressed'), value(900, 'open')],
      relations: [
        {
          kind: 'equal',
          terms: [1, 2, 3].map((cell) => ({ cell, factor: 1 })).concat([{ cell: 0, factor: -1 }]),
        },
      ],
    };
    const apart = await protect(problem, nothingTogether, inTime());
    expect(apart.complementary).toEqual([]);
    // One firm has 89 of the 100 of both together.
    const together = await protect(problem, (cells) => (cells.length === 2 ? 10 : 0), inTime());
    expect(together.complementary).toHaveLength(1);
  });

  it('suppresses all that hangs together when there is no time to prove', async () => {
    const problem = tableOf(new Random(3), 3, 4);
    const { complementary } = await protect(problem, nothingTogether, { deadline: Deadline.in(-1) });
    const open = problem.cells.filter(({ status }) => status === 'open').length;
    expect(complementary).toHaveLength(open);
  });
});
