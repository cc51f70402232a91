import type { Combination, Deviation } from './deviations';

interface Table {
  table: Deviation;
  /** In how many published cells it differs; it agrees with all that is published where in none. */
  published: number;
}

/** Smaller differences are rounding. */
const TOLERANCE = 1e-6;

/** The tables that were found, by the cells in which they differ: they prove again and again, and are asked most of all. */
export class KnownTables {
  private readonly tables = new Map<number, Table[]>();

  keep(table: Deviation, isUnpublished: (cell: number) => boolean): void {
    const kept: Table = { table, published: 0 };
    table.forEach((amount, cell) => {
      if (Math.abs(amount) <= TOLERANCE) return;
      if (!isUnpublished(cell)) kept.published += 1;
      const known = this.tables.get(cell);
      if (known) known.push(kept);
      else this.tables.set(cell, [kept]);
    });
  }

  suppressed(cell: number): void {
    for (const known of this.tables.get(cell) ?? []) known.published -= 1;
  }

  published(cell: number): void {
    for (const known of this.tables.get(cell) ?? []) known.published += 1;
  }

  /** How much more and less a combination is in tables that agree with all that is published; no further than enough. */
  reach(combination: Combination, enough: number): { up: number; down: number } {
    let [up, down] = [0, 0];
    for (const { cell } of combination) {
      for (const { table, published } of this.tables.get(cell) ?? []) {
        if (published > 0) continue;
        const amount = amountIn(table, combination);
        up = Math.max(up, amount);
        down = Math.max(down, -amount);
        if (up + down >= enough) return { up, down };
      }
    }
    return { up, down };
  }
}

export const amountIn = (table: Deviation, combination: Combination): number =>
  combination.reduce((sum, { cell, factor }) => sum + factor * (table[cell] ?? 0), 0);
