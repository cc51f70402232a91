import type { Breakdown } from '@fieldlab/domain';
import { cellName, type Table, type Told } from './cells';
import {
  atMost,
  FIRMS,
  OF_CENTRES,
  shapeOf,
  shapeOfCentres,
  sumAtMost,
  sumEquals,
  wholeAndParts,
  type Relation,
} from './facts';

/** The cells of every centre along the other breakdowns that are read off centres, by centre code. */
export type CentreCells = ReadonlyMap<string, Partial<Record<Breakdown, readonly string[]>>>;

/** Every relation between the numbers of one document. */
export function relationsWithin(table: Table, centres: CentreCells): Relation[] {
  const numbers = [...table.numbers.values()].filter(({ cell }) => !cell.isRatio);
  const indicators = [...new Set(numbers.map(({ indicator }) => indicator))];
  const relations = indicators.flatMap((indicator) => {
    const own = numbers.filter((told) => told.indicator === indicator);
    return [
      ...totals(indicator, own),
      ...quartersOfYears(indicator, own),
      ...cellsOfCentres(indicator, own, centres),
    ];
  });
  return [...relations, ...betweenIndicators(table, numbers)];
}

const idsOf = (numbers: readonly Told[]): string[] => numbers.map(({ cell }) => cell.id);

function totals(indicator: string, own: readonly Told[]): Relation[] {
  const whole = own.find(({ by }) => by === undefined);
  const ways = [...new Set(own.map(({ by }) => by))].filter((by) => by !== undefined);
  return ways.flatMap((by) => {
    const shape = shapeOf(indicator, by);
    // The last period of a stock is the figure itself: one number with two names.
    if (!whole || shape === 'last') return [];
    return wholeAndParts(shape, whole.cell.id, idsOf(own.filter((told) => told.by === by)));
  });
}

function quartersOfYears(indicator: string, own: readonly Told[]): Relation[] {
  const shape = shapeOf(indicator, 'quarter');
  if (shape === 'last') return [];
  return own
    .filter(({ by }) => by === 'year')
    .flatMap((year) => {
      const quarters = own.filter(({ by, key }) => by === 'quarter' && key?.startsWith(`${year.key ?? ''}-`));
      return quarters.length === 0 ? [] : wholeAndParts(shape, year.cell.id, idsOf(quarters));
    });
}

/** A hub, a kind, a technology or a province is made of its centres, which may be told one by one as well. */
function cellsOfCentres(indicator: string, own: readonly Told[], centres: CentreCells): Relation[] {
  const byCentre = own.filter(({ by }) => by === 'centre');
  if (byCentre.length === 0) return [];
  return own.flatMap(({ by, key, cell }) => {
    if (by === undefined || by === 'centre' || !(OF_CENTRES.includes(by) || by === 'technology')) return [];
    if (by === 'province' && FIRMS.has(indicator)) return []; // the firm's, not the centre's
    const parts = byCentre.filter((centre) => centres.get(centre.key ?? '')?.[by]?.includes(key ?? ''));
    return parts.length === 0 ? [] : wholeAndParts(shapeOfCentres(indicator), cell.id, idsOf(parts));
  });
}

/** One figure is never more than another of the same cell. */
const WITHIN = [
  ['companies_participating', 'companies_participated'],
  ['companies_participated', 'companies_reached'],
  ['companies_new', 'companies_participated'],
  ['companies_participated', 'participations'],
  ['spin_offs_active', 'spin_offs'],
] as const;

const SOURCES = {
  investment_private: ['COMPANIES'],
  investment_public: ['NATIONAL', 'REGIONAL', 'EU'],
} as const;

function betweenIndicators(table: Table, numbers: readonly Told[]): Relation[] {
  const idOf = (name: string): string | undefined => table.numbers.get(name)?.cell.id;
  const relations = numbers.flatMap(({ indicator, by, key, cell }) => {
    const beside = (codes: readonly string[]): string[] =>
      codes.map((code) => idOf(cellName(code, by, key))).filter((id) => id !== undefined);
    const outer = beside(WITHIN.filter(([inner]) => inner === indicator).map(([, code]) => code));
    const parts = indicator === 'investment_realised' ? beside(Object.keys(SOURCES)) : [];
    return [
      ...outer.map((whole) => atMost(cell.id, whole)),
      ...(parts.length > 0 ? [sumAtMost(parts, cell.id)] : []),
    ];
  });
  for (const [code, sources] of Object.entries(SOURCES)) {
    const whole = idOf(code);
    const parts = sources
      .map((source) => idOf(cellName('investment_realised', 'source', source)))
      .filter((id) => id !== undefined);
    if (whole !== undefined && parts.length > 0) relations.push(sumEquals(parts, whole));
  }
  return relations;
}
