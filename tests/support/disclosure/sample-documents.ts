import {
  currentIndicators,
  periodSlices,
  type Breakdown,
  type EditionCell,
  type EditionDocument,
  type EditionFigure,
} from '@fieldlab/domain';
import type { FamilyShares, FirmShare, RegisterShares } from '@api/modules/figures/register-shares.service';
import { cellOf, centreCellsOf, COUNTED, isOfCentres, valueOf, type FigureQuestion } from './sample-figures';
import {
  CENTRES,
  cellsOfCentre,
  centresIn,
  centresOf,
  isKnown,
  knownAtOf,
  type Fact,
} from './sample-register';

export interface Question {
  scope: string;
  from: string;
  asOf: string;
  by: Breakdown[];
  indicators: string[];
  state: number;
}

/** The cells of a question along a breakdown, each as a question of its own. */
export function cellsAsked(
  code: string,
  { scope, from, asOf, state }: Question,
  by: Breakdown,
  keys: readonly string[],
): [string, FigureQuestion][] {
  const asked: FigureQuestion = { centres: centresOf(scope), from, to: asOf, state };
  if (by === 'year' || by === 'quarter')
    return periodSlices(by, from, asOf).map(({ key, ...period }) => [key, { ...asked, ...period }]);
  if (!isOfCentres(code, by)) return keys.map((key) => [key, { ...asked, cell: { by, key } }]);
  return centreCellsOf(asked.centres, by).map((key) => [
    key,
    { ...asked, centres: centresIn(by, key).filter((one) => asked.centres.includes(one)) },
  ]);
}

/** The whole edition that answers a question. */
export function documentOf(facts: readonly Fact[], question: Question, edition: number): EditionDocument {
  const { scope, from, asOf, by, indicators, state } = question;
  const total: FigureQuestion = { centres: centresOf(scope), from, to: asOf, state };
  const figures = indicators.map((code): EditionFigure => {
    const { unit = 'count', breakdowns: known = [] } =
      currentIndicators.find((one) => one.code === code) ?? {};
    const cellsAlong = (way: Breakdown): EditionCell[] => {
      const keys = [...new Set(facts.map((fact) => cellOf(fact, way)))].sort();
      const cells = cellsAsked(code, question, way, keys).map(([key, asked]) => ({
        ...{ key, label: key, value: valueOf(facts, code, asked) },
      }));
      // As the product has it: cells of nothing are left out, except of periods.
      return cells.filter(({ value }) => isPeriod(way) || (value !== null && Number(value) !== 0));
    };
    const breakdowns = Object.fromEntries(
      by
        .filter((way) => known.includes(way) && !(code === 'sme_share' && OF_FIRMS.includes(way)))
        .map((way) => [way, cellsAlong(way)]),
    );
    const value = valueOf(facts, code, total);
    return { ...{ indicator: code, definitionVersion: 1, unit, value }, breakdowns };
  });
  return {
    ...{ format: 'fieldlab-edition/1', report: { id: `r${edition}`, title: 'T' }, edition: 1 },
    ...{ language: 'en', programme: null, asOf, from, knownAt: knownAtOf(state), scope, indicators },
    ...{ by: severalWays(by), figures, definitions: [], text: '', readableText: '' },
    publishedAt: knownAtOf(state),
  };
}

/** A share by these would ask for a cell of two breakdowns, which the sample does not have. */
const OF_FIRMS: readonly Breakdown[] = ['province', 'municipality', 'level'];

const isPeriod = (by: Breakdown): boolean => by === 'year' || by === 'quarter';

/** More than one way, so that cells always stand in `breakdowns`. */
const severalWays = (by: Breakdown[]): Breakdown[] => (by.length === 1 ? [...by, ...by] : by);

interface Slice {
  from: string | null;
  to: string;
}
const BEFORE_ALL = '0000-01-01';

/** What the calculator says of the companies behind it all, in the form that disclosure control asks. */
export function sharesOf(facts: readonly Fact[], state: number, slices: readonly Slice[]): RegisterShares {
  const known = facts.filter((fact) => isKnown(fact, state));
  const centres = CENTRES.map((code) => ({
    ...{ id: `id-${code}`, code },
    cells: Object.fromEntries(
      (['centre', 'kind', 'hub', 'technology', 'province', 'municipality'] as const).map((by) => [
        by,
        [...cellsOfCentre(code, by)],
      ]),
    ),
  }));
  const families = [
    companyFamily(known, state, slices),
    recordFamily(known, state, slices, 'training', ['people_trained'], []),
    recordFamily(
      ...([known, state, slices, 'outcome'] as const),
      ['new_products', 'jobs', 'production_starts'],
      ['claimLevel', 'province', 'municipality', 'sizeClass'],
    ),
    recordFamily(
      ...([known, state, slices, 'investment'] as const),
      ['investment_realised', 'investment_committed', 'investment_private', 'investment_public'],
      ['source', 'form', 'funder'],
    ),
  ];
  return { knownAt: knownAtOf(state), centres, families };
}

const askedIn = ({ from, to }: Slice, state: number): FigureQuestion => ({
  ...{ centres: CENTRES, from: from ?? BEFORE_ALL, to, state },
});
const placeOf = ({ centres, firm }: Fact) => ({ centres: centres.map((code) => `id-${code}`), firm });
const bySlice = (slices: readonly Slice[], sharesIn: (slice: Slice) => FirmShare[]): FamilyShares['slices'] =>
  Object.fromEntries(slices.map((slice) => [`${slice.from ?? ''}..${slice.to}`, sharesIn(slice)]));

function recordFamily(
  facts: readonly Fact[],
  state: number,
  slices: readonly Slice[],
  kind: Fact['kind'],
  indicators: string[],
  breakdowns: Breakdown[],
): FamilyShares {
  const shares = bySlice(slices, (slice) =>
    facts
      .filter((fact) => fact.kind === kind)
      .flatMap((fact): FirmShare[] => {
        const amounts = indicators.map((code) => {
          const { counts, adds } = COUNTED[code] ?? {};
          return counts?.(fact, askedIn(slice, state)) ? 100 * (adds === 'firms' ? 1 : fact.amount) : 0;
        });
        if (amounts.every((amount) => amount === 0)) return [];
        return [{ ...placeOf(fact), cells: breakdowns.map((by) => cellOf(fact, by)), amounts }];
      }),
  );
  return { indicators, breakdowns, slices: shares };
}

const FLAGS = {
  companies_reached: 1,
  companies_participated: 2,
  participations: 2,
  companies_participating: 4,
} as const;
const [BEGAN, BEGAN_BEFORE] = [16, 32];
const OF_SHARES: readonly Breakdown[] = ['level', 'province', 'municipality', 'sizeClass', 'sector'];

function companyFamily(facts: readonly Fact[], state: number, slices: readonly Slice[]): FamilyShares {
  const flagsOf = (fact: Fact, slice: Slice): number => {
    const asked = askedIn(slice, state);
    const own = Object.entries(FLAGS)
      .filter(([code]) => COUNTED[code]?.kinds.includes(fact.kind) && COUNTED[code].counts(fact, asked))
      .reduce((all, [, flag]) => all | flag, 0);
    if (!['PARTICIPANT', 'PARTNER'].includes(fact.cells.level ?? '') || fact.on > asked.to) return own;
    return own | (fact.on < asked.from ? BEGAN_BEFORE : BEGAN);
  };
  const shares = bySlice(slices, (slice) =>
    facts
      .filter(({ kind }) => kind === 'participation' || kind === 'training')
      .flatMap((fact): FirmShare[] => {
        const flags = flagsOf(fact, slice);
        const cells = OF_SHARES.map((by) => cellOf(fact, by));
        return flags > 0 ? [{ ...placeOf(fact), cells, amounts: [flags] }] : [];
      }),
  );
  return {
    indicators: [...Object.keys(FLAGS), 'companies_new'],
    tests: {
      ...Object.fromEntries(Object.entries(FLAGS).map(([code, mask]) => [code, { mask }])),
      companies_new: { mask: BEGAN | BEGAN_BEFORE, is: BEGAN },
    },
    breakdowns: [...OF_SHARES],
    unknownAlone: ['level'],
    slices: shares,
  };
}
