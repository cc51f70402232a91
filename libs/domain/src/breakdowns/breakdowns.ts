import { BREAKDOWNS, type Breakdown } from '../figures';
import type { IndicatorDefinition } from '../indicators/definition';

/**
 * Where a cell is read off. `centre`: a centre's own data, known to everybody. `period`: the date. `record`: what is
 * counted. `company`: the company's profile on the as-of date, which another date may find changed.
 */
export type BreakdownSource = 'centre' | 'period' | 'record' | 'company';

interface BreakdownDefinition {
  readOff: BreakdownSource;
}

/** What is to be known of each breakdown, complete for the compiler. */
const DEFINITIONS = {
  centre: { readOff: 'centre' },
  kind: { readOff: 'centre' },
  hub: { readOff: 'centre' },
  year: { readOff: 'period' },
  quarter: { readOff: 'period' },
  technology: { readOff: 'centre' },
  province: { readOff: 'centre' },
  sizeClass: { readOff: 'company' },
  level: { readOff: 'record' },
  source: { readOff: 'record' },
  form: { readOff: 'record' },
  funder: { readOff: 'record' },
  claimLevel: { readOff: 'record' },
  sector: { readOff: 'company' },
} as const satisfies Record<Breakdown, BreakdownDefinition>;

type Definitions = typeof DEFINITIONS;
type ReadOff<Source extends BreakdownSource> = {
  [By in Breakdown]: Definitions[By]['readOff'] extends Source ? By : never;
}[Breakdown];

/** Those whose cells are of centres. The province may be the company's as well, as an indicator says. */
export type CentreBreakdown = ReadOff<'centre'>;
export type CompanyBreakdown = ReadOff<'company'> | 'province';

export const CENTRE_BREAKDOWNS: readonly CentreBreakdown[] = BREAKDOWNS.filter(
  (by): by is CentreBreakdown => DEFINITIONS[by].readOff === 'centre',
);
export const COMPANY_BREAKDOWNS: readonly CompanyBreakdown[] = [
  'province',
  ...BREAKDOWNS.filter((by): by is ReadOff<'company'> => DEFINITIONS[by].readOff === 'company'),
];

/** Where the cells of an indicator along a breakdown are read off; the province may be the company's. */
export function breakdownSource(
  by: Breakdown,
  { provinceOf }: Pick<IndicatorDefinition, 'provinceOf'>,
): BreakdownSource {
  return by === 'province' ? provinceOf : DEFINITIONS[by].readOff;
}

/** The breakdowns by year and quarter. */
export const PERIOD_BREAKDOWNS: readonly Breakdown[] = BREAKDOWNS.filter(
  (by) => DEFINITIONS[by].readOff === 'period',
);
