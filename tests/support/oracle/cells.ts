import { UNKNOWN_CELL, type Breakdown, type IndicatorDefinition } from '@fieldlab/domain';
import { periodsBetween } from './periods';
import { mostUsedVersion, SECTIONS, sectorOf, type SectorVersion } from './sectors';
import type { Reading } from './reading';
import type { CentreRecord, InvestmentRecord, ProfileRecord, RegisterSnapshot } from './snapshot';
import { centreById, overlaps, profileOn, rootCompany, type Lens, type View } from './view';

export interface Cell {
  key: string;
  view: View;
}

/** Every cell that a breakdown can have, the empty ones included: the same view, restricted to the cell. */
export function cellsOf(
  view: View,
  { by, sectorVersion }: { by: Breakdown; sectorVersion?: SectorVersion | undefined },
  reading: Reading,
  definition: IndicatorDefinition,
): Cell[] {
  if (by === 'year' || by === 'quarter') return periodCells(view, by, reading);
  if (by === 'sector') return sectorCells(view, sectorVersion ?? mostUsedVersion(view.register));
  return keysOf(view.register, by).map((key) => ({
    key,
    view: { ...view, lens: { ...view.lens, ...restriction(view, by, key, definition) } },
  }));
}

function periodCells(view: View, by: 'year' | 'quarter', reading: Reading): Cell[] {
  const { from, to } = view.window;
  const first =
    from ??
    reading
      .dates(view)
      .filter((day) => day <= to)
      .sort()[0];
  if (first === undefined) return [];
  return periodsBetween(by, first, to).map((period) => ({
    key: period.key,
    view: {
      ...view,
      window: {
        from: from !== null && from > period.firstDay ? from : period.firstDay,
        to: to < period.lastDay ? to : period.lastDay,
      },
    },
  }));
}

function sectorCells(view: View, version: SectorVersion): Cell[] {
  return [...Object.keys(SECTIONS[version]), UNKNOWN_CELL].map((key) => ({
    key,
    view: {
      ...view,
      lens: {
        ...view.lens,
        company: (company, day) => isIn(key, [sectorOf(profileOn(company, day), version)]),
      },
    },
  }));
}

/** Every value that occurs anywhere in the register, and `unknown`. */
function keysOf(register: RegisterSnapshot, by: Exclude<Breakdown, 'year' | 'quarter' | 'sector'>): string[] {
  const { centres, companies, participations, investments, spinOffs, outcomes } = register;
  const profiles = companies.flatMap((company) => company.profiles);
  const values: Record<typeof by, (string | null)[]> = {
    centre: centres.map(({ code }) => code),
    kind: centres.map(({ kind }) => kind),
    hub: centres.map(({ code }) => code),
    technology: centres.flatMap(({ technologies }) => technologies),
    province: [...centres, ...profiles].map(({ province }) => province),
    municipality: [...centres, ...profiles].map(municipality),
    sizeClass: profiles.map(({ sizeClass }) => sizeClass),
    level: participations.map(({ level }) => level),
    source: investments.map(({ source }) => source),
    form: investments.map(({ form }) => form),
    funder: investments.map(({ funder }) => funder),
    claimLevel: [...spinOffs, ...outcomes].map(({ claimLevel }) => claimLevel),
  };
  const present = values[by].filter((value) => value !== null);
  return [...new Set([...present, UNKNOWN_CELL])];
}

/** What a cell adds to the view that it is a cell of. */
function restriction(view: View, by: Breakdown, key: string, definition: IndicatorDefinition): Partial<Lens> {
  const isOfCompany = (by === 'province' || by === 'municipality') && definition.placedBy === 'company';
  const ofCentre = isOfCompany ? undefined : CENTRE_VALUES[by];
  const ofCompany = PROFILE_VALUES[by];
  const ofInvestment = INVESTMENT_VALUES[by];
  if (ofCentre) {
    const { register, lens } = view;
    return { centre: (centre) => lens.centre(centre) && isIn(key, ofCentre(centre, register)) };
  }
  if (ofCompany) return { company: (company, day) => isIn(key, [ofCompany(profileOn(company, day))]) };
  if (ofInvestment) return { investment: (investment) => isIn(key, [ofInvestment(investment)]) };
  if (by === 'claimLevel') return { claimLevel: (claimLevel) => claimLevel === key };
  if (by === 'level') return levelRestriction(view, key);
  throw new Error(`${by} restricts no records`);
}

type Values<Args extends unknown[], Value> = Partial<Record<Breakdown, (...args: Args) => Value>>;

const CENTRE_VALUES: Values<[CentreRecord, RegisterSnapshot], (string | null)[]> = {
  centre: ({ code }) => [code],
  kind: ({ kind }) => [kind],
  hub: (centre, register) => [hubCode(register, centre)],
  technology: ({ technologies }) => technologies,
  province: ({ province }) => [province],
  municipality: (centre) => [municipality(centre)],
};

const PROFILE_VALUES: Values<[ProfileRecord | undefined], string | null> = {
  province: (profile) => profile?.province ?? null,
  municipality: (profile) => (profile ? municipality(profile) : null),
  sizeClass: (profile) => profile?.sizeClass ?? null,
};

const INVESTMENT_VALUES: Values<[InvestmentRecord], string | null> = {
  source: ({ source }) => source,
  form: ({ form }) => form,
  funder: ({ funder }) => funder,
};

/** How some are written by the state that were recorded otherwise. */
const OFFICIAL: Readonly<Record<string, string>> = { EMMEN: 'Emmen', 'Den Haag': "'s-Gravenhage" };

/** A municipality is one of a province, whoever wrote it. */
function municipality(where: Pick<ProfileRecord, 'province' | 'municipality'>): string | null {
  if (where.municipality === null) return null;
  return `${where.province ?? 'unknown'}/${OFFICIAL[where.municipality] ?? where.municipality}`;
}

/** What has no value lies in the cell `unknown`, what has several in each of theirs. */
function isIn(key: string, values: readonly (string | null)[]): boolean {
  const known = values.filter((value) => value !== null);
  return key === UNKNOWN_CELL ? known.length === 0 : known.includes(key);
}

/** A hub's cell is the hub itself and its fieldlabs. */
function hubCode(register: RegisterSnapshot, centre: CentreRecord): string | null {
  if (centre.kind === 'HUB') return centre.code;
  return centre.hubId === null ? null : centreById(register, centre.hubId).code;
}

/** A participation has its level; only who has none, of any level, was reached by attendance alone. */
function levelRestriction({ register, lens }: View, key: string): Partial<Lens> {
  return {
    participation: ({ level }) => level === key,
    attendancesOf: (company, window) =>
      key === UNKNOWN_CELL &&
      !register.participations.some((participation) => {
        const centre = centreById(register, participation.centreId);
        return (
          rootCompany(register, participation.companyId).id === company.id &&
          lens.centre(centre) &&
          overlaps(participation, centre, window)
        );
      }),
  };
}
