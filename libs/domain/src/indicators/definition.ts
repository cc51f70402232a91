import type { Breakdown, FigureUnit } from '../figures';
import type { Localised } from '../vocabulary/languages';

/** Stock: on the as-of date. Flow: dated in the period. Ratio: of two flows. */
export type IndicatorKind = 'stock' | 'flow' | 'ratio';

/**
 * What one member behind the figure is. For a count these are the things counted, so that their number
 * equals the value (a pair is one company in one centre); for a sum or a ratio the records added up.
 */
export const COUNTED_THINGS = [
  'centre',
  'company',
  'pair',
  'spinOff',
  'attendance',
  'outcome',
  'investment',
] as const;
export type CountedThing = (typeof COUNTED_THINGS)[number];

/** The resource that a member's link leads to; a pair's id is `companyId:centreId`. */
export const MEMBER_RESOURCES = {
  centre: 'centres',
  company: 'companies',
  pair: 'participations',
  spinOff: 'spin-offs',
  attendance: 'attendances',
  outcome: 'outcomes',
  investment: 'investments',
} as const satisfies Record<CountedThing, string>;

/**
 * One published definition. What it says never changes: another meaning is another version beside this one,
 * so that a figure of an old edition can always be computed again.
 */
export interface IndicatorDefinition {
  /** Stable across versions, for example `jobs`. */
  code: string;
  version: number;
  unit: FigureUnit;
  kind: IndicatorKind;
  counts: CountedThing;
  /** Whose province the breakdown `province` takes: the company's on the as-of date, or the centre's. */
  provinceOf: 'company' | 'centre';
  /** The breakdowns that mean something for this indicator; any other is refused. */
  breakdowns: readonly Breakdown[];
  title: Localised;
  /** The published definition itself. */
  definition: Localised;
}

/** The breakdowns of every indicator. */
export const COMMON_BREAKDOWNS = [
  'centre',
  'kind',
  'hub',
  'year',
  'quarter',
  'technology',
  'province',
] as const satisfies readonly Breakdown[];
