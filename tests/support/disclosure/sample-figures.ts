import { currentIndicators, isByPlace, type Breakdown } from '@fieldlab/domain';
import {
  cellsOfCentre,
  isKnown,
  municipalityOf,
  provinceOf,
  sectorOf,
  sizeClassOf,
  type Fact,
} from './sample-register';

/** What a number is asked of. */
export interface FigureQuestion {
  /** Codes of centres. */
  centres: readonly string[];
  /** A cell of a breakdown that is not read off centres. */
  cell?: { by: Breakdown; key: string } | undefined;
  from: string;
  to: string;
  state: number;
}

/** What each firm adds to a number, by its name; under the empty name what belongs to none. */
export type Added = ReadonlyMap<string, number>;

const isStrong = ({ cells }: Fact): boolean => cells.level === 'PARTICIPANT' || cells.level === 'PARTNER';
const during = ({ on }: Fact, { from, to }: FigureQuestion): boolean => on >= from && on <= to;
const overlaps = ({ on, until }: Fact, { from, to }: FigureQuestion): boolean =>
  on <= to && (until === null || until > from);

interface Counted {
  kinds: readonly Fact['kind'][];
  counts: (fact: Fact, asked: FigureQuestion) => boolean;
  /** Amounts are added up, or firms counted, or pairs of a firm and a centre. */
  adds: 'amounts' | 'firms' | 'pairs';
}
const sumOf = (kind: Fact['kind'], is: (fact: Fact) => boolean): Counted => ({
  ...{ kinds: [kind], adds: 'amounts' },
  counts: (fact, asked) => is(fact) && during(fact, asked),
});
const PUBLIC = ['NATIONAL', 'REGIONAL', 'EU'];
const realised = sumOf('investment', ({ type }) => type === 'REALISED');
const strongly = (adds: Counted['adds'], holds: Counted['counts']): Counted => ({
  ...{ kinds: ['participation'], adds },
  counts: (fact, asked) => isStrong(fact) && holds(fact, asked),
});

/** The definitions, as the sample counts them; ratios are made of two. */
export const COUNTED: Readonly<Record<string, Counted>> = {
  people_trained: sumOf('training', () => true),
  jobs: sumOf('outcome', ({ type }) => type === 'JOBS'),
  new_products: sumOf('outcome', ({ type }) => type === 'NEW_PRODUCT'),
  production_starts: {
    ...sumOf('outcome', ({ type }) => type === 'PRODUCTION_START'),
    adds: 'firms',
  },
  investment_realised: realised,
  investment_committed: sumOf('investment', ({ type }) => type === 'COMMITTED'),
  investment_private: sumOf(
    'investment',
    (fact) => fact.type === 'REALISED' && fact.cells.source === 'COMPANIES',
  ),
  investment_public: sumOf(
    'investment',
    (fact) => fact.type === 'REALISED' && PUBLIC.includes(fact.cells.source ?? ''),
  ),
  companies_reached: {
    ...{ kinds: ['participation', 'training'], adds: 'firms' },
    counts: (fact, asked) => (fact.kind === 'training' ? during(fact, asked) : overlaps(fact, asked)),
  },
  companies_participated: strongly('firms', overlaps),
  participations: strongly('pairs', overlaps),
  companies_participating: strongly(
    'firms',
    ({ on, until }, { to }) => on <= to && (until === null || until > to),
  ),
  companies_new: strongly('firms', during),
};
export const RATIOS: Readonly<Record<string, { isPercent: boolean }>> = {
  leverage: { isPercent: false },
  sme_share: { isPercent: true },
};
export const CODES_OF_FIGURES = [...Object.keys(COUNTED), ...Object.keys(RATIOS)];

/** Answers whether a breakdown of an indicator is read off centres. */
export function isOfCentres(code: string, by: Breakdown): boolean {
  if (isByPlace(by)) return currentIndicators.find((one) => one.code === code)?.placedBy === 'centre';
  return by === 'centre' || by === 'hub' || by === 'kind' || by === 'technology';
}

/** The cell of a fact along a breakdown that is not read off centres. */
export function cellOf({ firm, cells }: Fact, by: Breakdown): string {
  if (by === 'province') return provinceOf(firm ?? 'f0');
  if (by === 'municipality') return municipalityOf(firm ?? 'f0');
  if (by === 'sizeClass') return sizeClassOf(firm ?? 'f0');
  if (by === 'sector') return sectorOf(firm ?? 'f0');
  return cells[by] ?? 'unknown';
}

/** What firms add to a number, counted plainly. */
export function addedTo(facts: readonly Fact[], code: string, asked: FigureQuestion): Added {
  const counted = COUNTED[code];
  const { centres, cell, state } = asked;
  const there = facts.filter(
    (fact) =>
      counted?.kinds.includes(fact.kind) &&
      isKnown(fact, state) &&
      fact.centres.some((one) => centres.includes(one)),
  );
  const own = there.filter((fact) => !cell || cellOf(fact, cell.by) === cell.key);
  const behind = own.filter((fact) => counted?.counts(fact, asked));
  const added = new Map<string, number>();
  const pairs = new Set<string>();
  for (const { firm, amount, centres: all } of behind) {
    const name = firm ?? '';
    const pair = `${name} ${all[0] ?? ''}`;
    if (counted?.adds === 'pairs' && pairs.has(pair)) continue;
    pairs.add(pair);
    const one = counted?.adds === 'amounts' ? amount : 1;
    added.set(name, counted?.adds === 'firms' ? 1 : (added.get(name) ?? 0) + one);
  }
  for (const firm of notCounted(code, asked, own, there)) added.delete(firm);
  return added;
}

/** Firms that took part before are not new; those of which a level is known are not of an unknown one. */
function notCounted(
  code: string,
  asked: FigureQuestion,
  own: readonly Fact[],
  there: readonly Fact[],
): string[] {
  const named = (some: readonly Fact[]): string[] => some.flatMap(({ firm }) => firm ?? []);
  if (code === 'companies_new') return named(own.filter((fact) => isStrong(fact) && fact.on < asked.from));
  if (asked.cell?.by !== 'level' || asked.cell.key !== 'unknown') return [];
  return named(there.filter((fact) => fact.cells.level !== undefined && overlaps(fact, asked)));
}

export const totalOf = (added: Added): number => [...added.values()].reduce((sum, one) => sum + one, 0);

/** The value of a figure, as a document has it. */
export function valueOf(facts: readonly Fact[], code: string, asked: FigureQuestion): number | string | null {
  const count = (one: string, cell = asked.cell): number => totalOf(addedTo(facts, one, { ...asked, cell }));
  if (code === 'leverage') {
    const least = count('investment_public');
    return least === 0 ? null : (count('investment_private') / least).toFixed(2);
  }
  if (code === 'sme_share') {
    const ofSize = (key: string): number => count('companies_participated', { by: 'sizeClass', key });
    const small = ofSize('MICRO') + ofSize('SMALL');
    const all = small + ofSize('LARGE');
    return all === 0 ? null : ((100 * small) / all).toFixed(1);
  }
  return code.startsWith('investment_') ? count(code).toFixed(2) : count(code);
}

/** Few firms stand behind it, or one of them has nearly all. */
export function isSensitive(code: string, added: Added): boolean {
  const firms = [...added].filter(([firm]) => firm !== '').map(([, amount]) => Math.abs(amount));
  if (firms.length === 0) return false;
  if (firms.length < 5) return true;
  const all = [...added.values()].reduce((sum, amount) => sum + Math.abs(amount), 0);
  return COUNTED[code]?.adds === 'amounts' && Math.max(...firms) > 0.8 * all;
}

/** How far apart the bounds of a number must be that is not told. */
export const neededWidth = (code: string, value: number): number =>
  COUNTED[code]?.adds === 'amounts' ? 0.1 * Math.abs(value) : 3;

export const centreCellsOf = (centres: readonly string[], by: Breakdown): string[] => [
  ...new Set(centres.flatMap((one) => cellsOfCentre(one, by))),
];
