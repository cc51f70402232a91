import type { FigureValue } from '@fieldlab/domain';
import type { View } from './view';

export interface Counted {
  value: FigureValue;
  /** Ids, in any order; each once. */
  members: string[];
}

/** One row of the contract's table. */
export interface Reading {
  /** The table's last column, word for word. */
  count: (view: View) => Counted;
  /** The dates of the records that it counts: a breakdown by period without lower bound begins at the earliest. */
  dates: (view: View) => string[];
}

/** A count is the number of its members, so that the two cannot differ. */
export function countOf(ids: readonly string[]): Counted {
  const members = [...new Set(ids)];
  return { value: members.length, members };
}
