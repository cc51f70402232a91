// What is known of a firm in a cell, as bits: each indicator is one test on them.
export const REACHED = 1;
export const PARTICIPATED = 2;
export const PARTICIPATING = 4;
/** Took part until its centre ended, which it did by the last day. */
export const CENTRE_ENDED = 8;
/** A participation began within the slice, or before it: a firm that has the first and not the second is new. */
export const BEGAN = 16;
export const BEGAN_BEFORE = 32;

/** A firm counts when its flags under the mask are these; without `is`, when any of them is set. */
export interface FlagTest {
  mask: number;
  is?: number;
}
