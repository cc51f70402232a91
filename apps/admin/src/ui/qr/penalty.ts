import type { Modules } from './qr-code';

const LIKE_A_FINDER = /(?=10111010000|00001011101)/g;

/** How hard a code is to read (ISO/IEC 18004, clause 7.8.3): runs, blocks, what looks like a finder, unbalance. */
export function penaltyOf(modules: Modules): number {
  const rows = modules.map(lineOf);
  const columns = modules.map((_, column) => lineOf(modules.map((row) => row[column] ?? false)));
  const lines = [...rows, ...columns];
  return sum(lines.map(runs)) + sum(lines.map(falseFinders)) + blocks(rows) + unbalance(rows);
}

const lineOf = (cells: readonly boolean[]): string => cells.map((isDark) => (isDark ? '1' : '0')).join('');
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const runs = (line: string): number =>
  sum((line.match(/0{5,}|1{5,}/g) ?? []).map(({ length }) => length - 2));

const falseFinders = (line: string): number => [...line.matchAll(LIKE_A_FINDER)].length * 40;

function blocks(rows: readonly string[]): number {
  let found = 0;
  rows.slice(1).forEach((row, index) => {
    const above = rows[index] ?? '';
    for (let column = 1; column < row.length; column += 1) {
      const four = [row[column], row[column - 1], above[column], above[column - 1]];
      if (four.every((one) => one === four[0])) found += 1;
    }
  });
  return found * 3;
}

function unbalance(rows: readonly string[]): number {
  const all = rows.join('');
  const dark = all.replaceAll('0', '').length / all.length;
  return Math.floor(Math.abs(dark * 100 - 50) / 5) * 10;
}
