import { BREAKDOWNS, type Breakdown, type FigureUnit } from '../figures';
import type { Localised } from '../vocabulary/languages';

/** Stock: on the as-of date. Flow: dated in the period. Ratio: of two flows. */
export type IndicatorKind = 'stock' | 'flow' | 'ratio';

/**
 * What one member behind the figure is. For a count these are the things counted, so that their number
 * equals the value (a pair is one company in one centre); for a sum or a ratio the records added up.
 */
export type CountedThing =
  'centre' | 'company' | 'pair' | 'spinOff' | 'attendance' | 'outcome' | 'investment';

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
 * How the cells of one breakdown make up their total. `sum`: each thing lies in exactly one cell. `overlap`: in one or
 * more, so that the largest cell ≤ the total ≤ their sum. `covered`: the total ≤ their sum, and a cell may count what
 * the total does not. `last`: a stock's last period is the figure itself. `none`: nothing follows, as of a ratio.
 */
export type Additivity = 'sum' | 'overlap' | 'covered' | 'last' | 'none';

/** The breakdowns of an indicator, each with how its cells make up the figure; those that all have cannot be left out. */
export type AddsUp = Readonly<
  Record<CommonBreakdown, Additivity> & Partial<Record<Exclude<Breakdown, CommonBreakdown>, Additivity>>
>;

/** Certain cells of an indicator, or without `by` the indicator itself, in the same place and period. */
interface IndicatorPart {
  indicator: string;
  by?: Breakdown;
  keys?: readonly string[];
}

/** What every definition has. */
interface DefinedIndicator {
  /** Stable across versions, for example `jobs`. */
  code: string;
  version: number;
  unit: FigureUnit;
  kind: IndicatorKind;
  /** Whose place the breakdowns by province and municipality take: the company's on the as-of date, or the centre's. */
  placedBy: 'company' | 'centre';
  addsUp: AddsUp;
  /** Its companies can be counted by group as well. */
  countsGroups?: true;
  /**
   * Counts records alone that have evidence, as known then: a claim level is not enough. The figure says how many records
   * it left out for want of it. For what is read off participations, investments, spin-offs or outcomes.
   */
  demandsEvidence?: true;
  /** Indicators that are never less, of the same place, cell and period. */
  within?: readonly string[];
  /** The cells of another indicator that this one is the sum of. */
  partOf?: IndicatorPart;
  title: Localised;
  /** The published definition itself. */
  definition: Localised;
}

/**
 * When a figure may not be public for the companies behind it. `never`: nothing that it counts is a company's own.
 * `threshold`: while 1 to 4 companies stand behind it. `dominance`: so, and also while one of them has nearly all of it.
 */
type Sensitivity = 'never' | 'threshold' | 'dominance';

/** Only places and new companies are public by themselves; everything else says what decides. */
type Counted =
  | { counts: 'centre' | 'spinOff'; sensitivity: 'never' }
  | {
      counts: Exclude<CountedThing, 'centre' | 'spinOff'>;
      sensitivity: Exclude<Sensitivity, 'never'>;
    };

/** Whoever has a ratio has its parts: it says what they are. */
type Made =
  | { kind: Exclude<IndicatorKind, 'ratio'>; madeOf?: undefined }
  | { kind: 'ratio'; madeOf: readonly IndicatorPart[] };

/** A definition as it is written down, complete for the compiler. */
export type IndicatorInput = DefinedIndicator & Counted & Made;

/**
 * One published definition. What it says never changes: another meaning is another version beside this one,
 * so that a figure of an old edition can always be computed again.
 */
export type IndicatorDefinition = Omit<DefinedIndicator, 'kind'> & {
  kind: IndicatorKind;
  counts: CountedThing;
  sensitivity: Sensitivity;
  madeOf?: readonly IndicatorPart[] | undefined;
  /** The breakdowns that mean something for this indicator; any other is refused. */
  breakdowns: readonly Breakdown[];
};

/** The breakdowns of every indicator. */
export const COMMON_BREAKDOWNS = [
  'centre',
  'kind',
  'hub',
  'year',
  'quarter',
  'technology',
  'province',
  'municipality',
] as const satisfies readonly Breakdown[];
type CommonBreakdown = (typeof COMMON_BREAKDOWNS)[number];

/** Completes a definition: it knows the breakdowns along which it says how it adds up, in the contract's order. */
export function defineIndicator<const D extends IndicatorInput>(
  definition: D,
): D & Pick<IndicatorDefinition, 'breakdowns'> {
  const known = BREAKDOWNS.filter((by) => by in definition.addsUp);
  return {
    ...definition,
    breakdowns: [...COMMON_BREAKDOWNS, ...known.filter((by) => !isCommon(by))],
  };
}

const isCommon = (by: Breakdown): boolean => (COMMON_BREAKDOWNS as readonly Breakdown[]).includes(by);
