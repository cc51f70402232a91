import { Deadline } from '@api/modules/reports/disclosure/deadline';
import type { ProtectionCell } from '@api/modules/reports/disclosure/protection/problem';
import { protect } from '@api/modules/reports/disclosure/protection/protect';
import type { LinkedTables, TableCell } from './table-relations';

export interface TableRules {
  threshold: number;
  dominance: number;
  /** The bounds of a suppressed sum differ by at least this part of it. */
  interval: number;
}
export const TABLE_RULES: TableRules = { threshold: 5, dominance: 0.8, interval: 0.1 };

export interface ProtectedTables {
  primary: Set<string>;
  secondary: Set<string>;
  /** Not proved safe in time; everything beside them is suppressed. */
  unproved: number;
  seconds: number;
}

export async function protectTables(
  { cells, equations }: LinkedTables,
  rules: TableRules = TABLE_RULES,
  { seconds = 60, ...limits }: { seconds?: number; wholeUpTo?: number } = {},
): Promise<ProtectedTables> {
  const began = Date.now();
  const all = [...cells.values()];
  const numbers = new Map(all.map(({ key }, index) => [key, index]));
  const indexOf = (key: string): number => numbers.get(key) ?? 0;
  const isSigned = all.some(({ total }) => total < 0);
  const problem = {
    cells: all.map((cell) => cellOf(cell, rules, isSigned)),
    relations: equations.map(({ whole, parts, isComplete }) => ({
      kind: isComplete ? ('equal' as const) : ('atMost' as const),
      terms: [
        ...parts.map((key) => ({ cell: indexOf(key), factor: 1 })),
        { cell: indexOf(whole), factor: -1 },
      ],
    })),
  };
  const unionWidth = (union: readonly number[]): number => {
    const together = sumOf(union.flatMap((index) => all[index] ?? []));
    return isSensitive(together, rules) ? rules.interval * Math.abs(together.total) : 0;
  };
  const { complementary, unproved } = await protect(problem, unionWidth, {
    deadline: Deadline.onClock(seconds * 1000 * 0.95),
    ...limits,
  });
  return {
    primary: new Set(all.filter((cell) => isSensitive(cell, rules)).map(({ key }) => key)),
    secondary: new Set(complementary.flatMap((index) => all[index]?.key ?? [])),
    unproved: unproved.length,
    seconds: (Date.now() - began) / 1000,
  };
}

/** @param isSigned whether amounts may be less than nothing, so that nobody knows that they are not */
function cellOf(cell: TableCell, rules: TableRules, isSigned: boolean): ProtectionCell {
  const status = cell.total === 0 ? 'fixed' : isSensitive(cell, rules) ? 'suppressed' : 'open';
  const width = rules.interval * Math.abs(cell.total);
  return { value: cell.total, least: isSigned ? null : 0, status, width, cost: 1 };
}

export const isSensitive = (
  { firms, total, largest }: Pick<TableCell, 'firms' | 'total' | 'largest'>,
  { threshold, dominance }: Pick<TableRules, 'threshold' | 'dominance'>,
): boolean => total !== 0 && ((firms > 0 && firms < threshold) || largest > dominance * Math.abs(total));

/** Of cells that have no firm in common: so many firms, and one at least as large as the largest of each. */
const sumOf = (cells: readonly TableCell[]): Pick<TableCell, 'firms' | 'total' | 'largest'> => ({
  firms: cells.reduce((sum, { firms }) => sum + firms, 0),
  total: cells.reduce((sum, { total }) => sum + total, 0),
  largest: Math.max(...cells.map(({ largest }) => largest)),
});
