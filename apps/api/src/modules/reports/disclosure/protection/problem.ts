import type { Deadline } from '../deadline';

/**
 * The cell suppression problem, in the terms of the literature (Hundepool et al., Statistical Disclosure Control, 2012):
 * numbers that hang together by linear relations, of which some may not be told. Says nothing of where they come from.
 */

/**
 * `open`: published unless it is suppressed. `suppressed`: must be (primary suppression), or was before.
 * `fixed`: everybody has it already. `hidden`: nobody publishes it, but it follows from what is.
 */
type CellStatus = 'open' | 'suppressed' | 'fixed' | 'hidden';

export interface ProtectionCell {
  value: number;
  /** What everybody knows it to be at least while it is not published; null where it may be anything. */
  least: number | null;
  status: CellStatus;
  /**
   * How far apart the bounds must be that an attacker can compute, while it is not published (the protection interval);
   * 0 where it needs no protection.
   */
  width: number;
  /** What it costs to suppress it: 1 for an ordinary cell. */
  cost: number;
  /** Said by what is to be published alone: without it nobody would know it, nor that it is more than nothing. */
  isNew?: boolean;
}

export interface RelationTerm {
  cell: number;
  factor: number;
}

/** What everybody knows: the sum of the terms is 0, or at most 0. */
export interface LinearRelation {
  kind: 'equal' | 'atMost';
  terms: readonly RelationTerm[];
  /** How far an inequality is from binding; absent where all of its terms are here, whose values say it. */
  slack?: number;
}

export interface ProtectionProblem {
  cells: readonly ProtectionCell[];
  relations: readonly LinearRelation[];
}

export interface ProtectionLimits {
  /** When it must have answered. */
  deadline: Deadline;
  /** Called with the part that is done, 0 to 1. */
  onProgress?: ((part: number) => void) | undefined;
  /** Parts of more cells than this are looked at in neighbourhoods first: sooner, and a little dearer. */
  wholeUpTo?: number;
}

export interface Protection {
  /** Cells to suppress beside those that had to be (complementary suppression). */
  complementary: number[];
  /** Cells (or sums of several) that what is public gives away already, whatever is suppressed now. */
  exposedBefore: number[][];
  /** Those that are given away by what is to be published, and by something in it that cannot be suppressed. */
  exposedNow: number[][];
  /** Cells whose safety was not proved in time, so that everything beside them is suppressed. */
  unproved: number[];
}
