/** Numbers of rows that can be asked and gone through. */
export interface RowNumbers extends Iterable<number> {
  readonly size: number;
  has(row: number): boolean;
}

/** Rows by sheet. */
export type Rows = ReadonlyMap<string, RowNumbers>;

const BITS = 32;

/** A set of row numbers in a bit each, since every row of a million may be in it. */
export class RowSet implements RowNumbers {
  private words = new Uint32Array(32);
  private count = 0;

  constructor(rows: Iterable<number> = []) {
    for (const row of rows) this.add(row);
  }

  get size(): number {
    return this.count;
  }

  has(row: number): boolean {
    return (((this.words[Math.floor(row / BITS)] ?? 0) >>> (row % BITS)) & 1) === 1;
  }

  add(row: number): this {
    const at = Math.floor(row / BITS);
    if (at >= this.words.length) {
      const grown = new Uint32Array(Math.max(at + 1, this.words.length * 2));
      grown.set(this.words);
      this.words = grown;
    }
    if (this.has(row)) return this;
    this.words[at] = (this.words[at] ?? 0) | (1 << (row % BITS));
    this.count += 1;
    return this;
  }

  *[Symbol.iterator](): Generator<number> {
    for (let at = 0; at < this.words.length; at += 1) {
      if (this.words[at] === 0) continue;
      for (let bit = 0; bit < BITS; bit += 1) if (this.has(at * BITS + bit)) yield at * BITS + bit;
    }
  }
}

/** The first rows of each sheet, and no more than so many. */
export const firstOf = (rows: Rows, most: number): Rows =>
  new Map([...rows].map(([sheet, numbers]) => [sheet, numbers.size <= most ? numbers : take(numbers, most)]));

function take(numbers: RowNumbers, most: number): RowSet {
  const first = new RowSet();
  for (const row of numbers) {
    if (first.size === most) break;
    first.add(row);
  }
  return first;
}
