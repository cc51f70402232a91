import type { Breakdown } from '@fieldlab/domain';

/** A set of centres. Two figures of the same centres are of one region, whatever it was called. */
export interface Region {
  key: string;
  centres: ReadonlySet<string> | 'all';
}

/** Restricts to cells of a breakdown that is not read off centres. */
export interface Attribute {
  by: Breakdown;
  keys: readonly string[];
}
