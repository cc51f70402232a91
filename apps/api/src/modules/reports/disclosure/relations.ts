import type { Breakdown } from '@fieldlab/domain';
import type { Cell } from './cells';
import { cellId } from './cells';

/** A linear fact that everybody knows: the sum of `terms` times their factors is at most, or exactly, `bound`. */
export interface Relation {
  kind: 'equal' | 'atMost';
  terms: readonly { id: string; factor: number }[];
  bound: number;
}

/**
 * How the cells of a breakdown relate to their total. `sum`: each counted thing lies in exactly one cell. `overlap`: in
 * one or more, so that the largest cell ≤ the total ≤ their sum. `covered`: the total ≤ their sum, and a cell may
 * count what the total does not. `last`: a stock's last period is the figure itself.
 */
type Shape = 'sum' | 'overlap' | 'covered' | 'last';

const OF_CENTRES: readonly Breakdown[] = ['centre', 'kind', 'hub', 'province'];
const PERIODS: readonly Breakdown[] = ['year', 'quarter'];
const STOCKS = new Set([
  'companies_participating',
  'spin_offs_active',
  'fieldlabs_active',
  'hubs_active',
  'centres_active',
]);
const FIRMS = new Set([
  'companies_reached',
  'companies_participated',
  'companies_participating',
  'companies_new',
  'production_starts',
]);

/** What lies in one centre, and so in one cell of every breakdown that is read off centres. */
const IN_ONE_CENTRE = (indicator: string): boolean =>
  indicator.startsWith('investment_') ||
  [
    'people_trained',
    'participations',
    'fieldlabs_active',
    'hubs_active',
    'centres_active',
    'fieldlabs_started',
  ].includes(indicator);

export function shapeOf(indicator: string, by: Breakdown): Shape {
  if (PERIODS.includes(by)) {
    if (STOCKS.has(indicator)) return 'last';
    const runs = FIRMS.has(indicator) && indicator !== 'companies_new';
    return runs || indicator === 'participations' ? 'overlap' : 'sum';
  }
  if (by === 'technology') return indicator === 'companies_new' ? 'covered' : 'overlap';
  if (FIRMS.has(indicator)) {
    if (by === 'province' || by === 'sizeClass') return 'sum';
    return indicator === 'companies_new' ? 'covered' : 'overlap';
  }
  if (OF_CENTRES.includes(by)) return IN_ONE_CENTRE(indicator) ? 'sum' : 'overlap';
  return by === 'level' ? 'overlap' : 'sum';
}

const one = (id: string) => ({ id, factor: 1 });
const less = (id: string) => ({ id, factor: -1 });

/** What everybody knows of a whole and its parts. */
function wholeAndParts(shape: Exclude<Shape, 'last'>, whole: string, parts: readonly string[]): Relation[] {
  if (shape === 'sum') {
    return [{ kind: 'equal', terms: [...parts.map(one), less(whole)], bound: 0 }];
  }
  const covered: Relation = { kind: 'atMost', terms: [one(whole), ...parts.map(less)], bound: 0 };
  if (shape === 'covered') return [covered];
  return [
    covered,
    ...parts.map((part): Relation => ({ kind: 'atMost', terms: [one(part), less(whole)], bound: 0 })),
  ];
}

/** The cells of every centre along the other breakdowns that are read off centres, by centre code. */
export type CentreCells = ReadonlyMap<string, Partial<Record<Breakdown, readonly string[]>>>;

/** Every relation between the numbers of one edition. */
export function relationsOf(cells: readonly Cell[], centres: CentreCells): Relation[] {
  const there = new Set(cells.filter(({ isRatio }) => !isRatio).map(({ id }) => id));
  const indicators = [...new Set(cells.filter(({ isRatio }) => !isRatio).map(({ indicator }) => indicator))];
  const relations = indicators.flatMap((indicator) => {
    const own = cells.filter((cell) => cell.indicator === indicator && cell.by !== undefined);
    return [
      ...totals(indicator, own),
      ...quartersOfYears(indicator, own),
      ...cellsOfCentres(indicator, own, centres),
    ];
  });
  return [...relations, ...betweenIndicators(cells, there)];
}

function totals(indicator: string, own: readonly Cell[]): Relation[] {
  const ways = [...new Set(own.map(({ by }) => by))].filter((by) => by !== undefined);
  return ways.flatMap((by) => {
    const shape = shapeOf(indicator, by);
    const parts = own.filter((cell) => cell.by === by).map(({ id }) => id);
    if (shape !== 'last') return wholeAndParts(shape, indicator, parts);
    const last = parts.at(-1);
    return last === undefined ? [] : wholeAndParts('sum', indicator, [last]);
  });
}

function quartersOfYears(indicator: string, own: readonly Cell[]): Relation[] {
  const shape = shapeOf(indicator, 'quarter');
  return own
    .filter(({ by }) => by === 'year')
    .flatMap((year) => {
      const quarters = own
        .filter(({ by, key }) => by === 'quarter' && key?.startsWith(`${year.key ?? ''}-`))
        .map(({ id }) => id);
      if (quarters.length === 0) return [];
      if (shape !== 'last') return wholeAndParts(shape, year.id, quarters);
      const last = quarters.at(-1);
      return last === undefined ? [] : wholeAndParts('sum', year.id, [last]);
    });
}

/** A hub, a kind, a technology or a province is made of its centres, which may be told one by one as well. */
function cellsOfCentres(indicator: string, own: readonly Cell[], centres: CentreCells): Relation[] {
  const byCentre = own.filter(({ by }) => by === 'centre');
  if (byCentre.length === 0) return [];
  return own.flatMap(({ id, by, key }) => {
    if (by === undefined || by === 'centre' || !(OF_CENTRES.includes(by) || by === 'technology')) return [];
    if (by === 'province' && FIRMS.has(indicator)) return []; // the firm's, not the centre's
    const parts = byCentre
      .filter((centre) => centres.get(centre.key ?? '')?.[by]?.includes(key ?? ''))
      .map((centre) => centre.id);
    if (parts.length === 0) return [];
    const shape = indicator === 'companies_new' ? 'covered' : IN_ONE_CENTRE(indicator) ? 'sum' : 'overlap';
    return wholeAndParts(shape, id, parts);
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

function betweenIndicators(cells: readonly Cell[], there: ReadonlySet<string>): Relation[] {
  const relations: Relation[] = [];
  const at = (indicator: string, { by, key }: Cell) => cellId(indicator, by, key);
  for (const cell of cells) {
    for (const [inner, outer] of WITHIN) {
      const whole = at(outer, cell);
      if (cell.indicator === inner && there.has(whole)) {
        relations.push({ kind: 'atMost', terms: [one(cell.id), less(whole)], bound: 0 });
      }
    }
    if (cell.indicator === 'investment_realised') {
      const parts = ['investment_private', 'investment_public']
        .map((code) => at(code, cell))
        .filter((id) => there.has(id));
      if (parts.length > 0)
        relations.push({ kind: 'atMost', terms: [...parts.map(one), less(cell.id)], bound: 0 });
    }
  }
  for (const [code, sources] of Object.entries(SOURCES)) {
    const parts = sources
      .map((source) => cellId('investment_realised', 'source', source))
      .filter((id) => there.has(id));
    if (there.has(code) && parts.length > 0) {
      relations.push({ kind: 'equal', terms: [...parts.map(one), less(code)], bound: 0 });
    }
  }
  return relations;
}
