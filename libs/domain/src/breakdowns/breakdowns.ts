import { BREAKDOWNS, type Breakdown } from '../figures';
import type { IndicatorDefinition } from '../indicators/definition';
import { provinceOfCell } from './municipality-cell';

/**
 * Where a cell is read off. `centre`: a centre's own data, known to everybody. `period`: the date. `record`: what is
 * counted. `company`: the company's profile on the as-of date, which another date may find changed. `place`: where the
 * centre or the company is, as an indicator says.
 */
export type BreakdownSource = 'centre' | 'period' | 'record' | 'company';

interface BreakdownDefinition {
  readOff: BreakdownSource | 'place';
  /** Of cells that lie in one cell of another breakdown each: in which; undefined of those that lie in several. */
  inside?: { by: Breakdown; cellOf: (key: string) => string | undefined };
}

/** What is to be known of each breakdown, complete for the compiler. */
const DEFINITIONS = {
  centre: { readOff: 'centre' },
  kind: { readOff: 'centre' },
  hub: { readOff: 'centre' },
  year: { readOff: 'period' },
  quarter: { readOff: 'period' },
  technology: { readOff: 'centre' },
  province: { readOff: 'place' },
  municipality: { readOff: 'place', inside: { by: 'province', cellOf: provinceOfCell } },
  sizeClass: { readOff: 'company' },
  level: { readOff: 'record' },
  source: { readOff: 'record' },
  form: { readOff: 'record' },
  funder: { readOff: 'record' },
  claimLevel: { readOff: 'record' },
  sector: { readOff: 'company' },
} as const satisfies Record<Breakdown, BreakdownDefinition>;

type Definitions = typeof DEFINITIONS;
type ReadOff<Source extends BreakdownDefinition['readOff']> = {
  [By in Breakdown]: Definitions[By]['readOff'] extends Source ? By : never;
}[Breakdown];

export type PlaceBreakdown = ReadOff<'place'>;
/** Those whose cells are of centres, or can be. */
export type CentreBreakdown = ReadOff<'centre' | 'place'>;
export type CompanyBreakdown = ReadOff<'company' | 'place'>;

const isReadOff = (by: Breakdown, ...sources: BreakdownDefinition['readOff'][]): boolean =>
  sources.includes(DEFINITIONS[by].readOff);

/** The breakdowns by where something is. */
const PLACE_BREAKDOWNS = BREAKDOWNS.filter((by): by is PlaceBreakdown => isReadOff(by, 'place'));
export const CENTRE_BREAKDOWNS = BREAKDOWNS.filter((by): by is CentreBreakdown =>
  isReadOff(by, 'centre', 'place'),
);
export const COMPANY_BREAKDOWNS = BREAKDOWNS.filter((by): by is CompanyBreakdown =>
  isReadOff(by, 'company', 'place'),
);

/** Answers whether cells are places: of the centre or of the company. */
export const isByPlace = (by: string | null | undefined): by is PlaceBreakdown =>
  PLACE_BREAKDOWNS.some((one) => one === by);

/** Where the cells of an indicator along a breakdown are read off. */
export function breakdownSource(
  by: Breakdown,
  { placedBy }: Pick<IndicatorDefinition, 'placedBy'>,
): BreakdownSource {
  const { readOff: source } = DEFINITIONS[by];
  return source === 'place' ? placedBy : source;
}

/** The breakdown of which one cell holds all of a cell of `by`. */
export const outerBreakdown = (by: Breakdown): BreakdownDefinition['inside'] =>
  (DEFINITIONS[by] as BreakdownDefinition).inside;

/** The breakdowns by year and quarter. */
export const PERIOD_BREAKDOWNS: readonly Breakdown[] = BREAKDOWNS.filter((by) => isReadOff(by, 'period'));
