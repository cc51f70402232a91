import {
  breakdownSource,
  COMPANY_BREAKDOWNS,
  isByPlace,
  NETHERLANDS,
  schemeOfUnversioned,
  sectionOf,
  UNKNOWN_CELL,
  type Breakdown,
  type CompanyBreakdown,
  type SectorScheme,
} from '@fieldlab/domain';
import type { EngineContext, Slice } from '../engine/engine-context';
import { dayOf } from './days';
import { profilesOn } from './firms-at';
import { municipalityCells } from './municipality-cells';
import type { ColumnsAt } from './register-columns';
import type { RegisterCopy } from './register-copy';
import type { ProfileTraits } from './versions-sql';

type Cells = (string | null)[];

/** How a breakdown is read off profiles: off their traits or their locations, the cell of each of these by its number. */
interface ProfileReading {
  what: 'traits' | 'location';
  cells: (copy: RegisterCopy, scheme: SectorScheme | undefined) => Cells | Promise<Cells>;
}

/** How each breakdown that is read off companies is read; null where it is not known. */
const READ: Record<CompanyBreakdown, ProfileReading> = {
  province: { what: 'location', cells: ({ locations }) => locations.values.map(({ province }) => province) },
  municipality: { what: 'location', cells: municipalities },
  sizeClass: offTraits(({ sizeClass }) => sizeClass),
  sector: {
    what: 'traits',
    cells: ({ traits }, scheme) => traits.company_profiles.values.map(sectionsIn(scheme)),
  },
};

function offTraits(read: (traits: ProfileTraits) => string | null): ProfileReading {
  return { what: 'traits', cells: ({ traits }) => traits.company_profiles.values.map(read) };
}

/** Of each copy what was worked out already: its locations stay, and more come. */
const MUNICIPALITIES = new WeakMap<RegisterCopy, Cells>();

async function municipalities(copy: RegisterCopy): Promise<Cells> {
  const known = MUNICIPALITIES.get(copy) ?? [];
  MUNICIPALITIES.set(copy, known);
  const first = known.length;
  const cells = await municipalityCells(copy.locations.values.slice(first));
  for (const [index, cell] of cells.entries()) known[first + index] = cell;
  return known;
}

/** The version of a profile's sector code; null of a profile without one. */
export const sectorVersionOf = ({ sbiCode, sbiVersion }: ProfileTraits): string | null =>
  sbiCode === null ? null : (sbiVersion ?? schemeOfUnversioned(NETHERLANDS).code);

/** The section of a profile's code in this version; null of a code of another, or of none. */
function sectionsIn(scheme: SectorScheme | undefined): (traits: ProfileTraits) => string | null {
  if (!scheme) throw new Error('Nobody said which version of the sector code');
  return (traits) => {
    const { sbiCode } = traits;
    if (sbiCode === null || sectorVersionOf(traits) !== scheme.code) return null;
    return sectionOf(scheme, sbiCode)?.code ?? null;
  };
}

/** The cells of firms along a dimension that is the firm's own. */
export interface OwnCells {
  /** By the number that a firm has on a day. */
  cells: readonly string[];
  /** By firm, which of the cells it is in on the day whose profiles tell that of a slice; -1 where it has no profile. */
  numbersOn: (slice: Pick<Slice, 'to'>) => Promise<Int32Array>;
}

/** The dimension where it is the firm's own. */
const ownOf = (
  by: Breakdown | undefined,
  context: Pick<EngineContext, 'placedBy'>,
): CompanyBreakdown | undefined =>
  COMPANY_BREAKDOWNS.find((one) => one === by && breakdownSource(one, context) === 'company');

/**
 * How firms' own cells are read where the dimension is the firm's; undefined where it is not.
 * @throws Error for sectors, when nobody said in which version of the sector code
 */
export async function ownCells(
  by: Breakdown | undefined,
  context: Pick<EngineContext, 'placedBy' | 'placesOn' | 'sectorScheme'>,
  at: ColumnsAt,
): Promise<OwnCells | undefined> {
  const own = ownOf(by, context);
  if (own === undefined) return undefined;
  const { what, cells } = READ[own];
  const read = await cells(at.copy, context.sectorScheme);
  return {
    cells: read.map((cell) => cell ?? UNKNOWN_CELL),
    numbersOn: (slice) => profilesOn(at, what, cellDay(own, context, slice)),
  };
}

/** The day whose profiles tell firms' own cells: the slice's last, unless places are asked of another. */
const cellDay = (
  by: CompanyBreakdown,
  { placesOn }: Pick<EngineContext, 'placesOn'>,
  { to }: Pick<Slice, 'to'>,
): number => dayOf(isByPlace(by) ? (placesOn ?? to) : to);
