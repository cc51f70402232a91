import type { AddsUp } from './definition';

/**
 * How figures of a kind add up along the breakdowns that all have, written once. An indicator spreads what fits it and
 * says the rest itself; the compiler asks for each breakdown.
 */

type Along<K extends keyof AddsUp> = Readonly<Record<K, NonNullable<AddsUp[K]>>>;
type Places = Along<'centre' | 'kind' | 'hub' | 'technology' | 'province' | 'municipality'>;
type Periods = Along<'year' | 'quarter'>;

/** Each thing lies in one centre; a centre may have several technologies. */
export const IN_ONE_CENTRE = {
  centre: 'sum',
  kind: 'sum',
  hub: 'sum',
  technology: 'overlap',
  province: 'sum',
  municipality: 'sum',
} as const satisfies Places;

/** A thing may lie in several centres, and counts once in each. */
export const IN_SEVERAL_CENTRES = {
  centre: 'overlap',
  kind: 'overlap',
  hub: 'overlap',
  technology: 'overlap',
  province: 'overlap',
  municipality: 'overlap',
} as const satisfies Places;

/** What is new in a cell need not be new in the total: the first ever is taken within the cell. */
export const FIRST_IN_CENTRES = {
  centre: 'covered',
  kind: 'covered',
  hub: 'covered',
  technology: 'covered',
  province: 'covered',
  municipality: 'covered',
} as const satisfies Places;

/** Each thing has one date. */
export const DATED = { year: 'sum', quarter: 'sum' } as const satisfies Periods;

/** A thing that runs counts in every period that it overlaps. */
export const RUNNING = { year: 'overlap', quarter: 'overlap' } as const satisfies Periods;

/** A stock is what there is on the last day. */
export const ON_A_DAY = { year: 'last', quarter: 'last' } as const satisfies Periods;

/** Ratios do not add up. */
export const NOT_ADDITIVE = {
  centre: 'none',
  kind: 'none',
  hub: 'none',
  technology: 'none',
  province: 'none',
  municipality: 'none',
  year: 'none',
  quarter: 'none',
} as const satisfies Places & Periods;
