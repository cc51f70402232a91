import type { Breakdown } from '@fieldlab/domain';
import { isPeriod, STOCKS } from './numbers';

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

export const OF_CENTRES: readonly Breakdown[] = ['centre', 'kind', 'hub', 'province'];
export const FIRMS: ReadonlySet<string> = new Set([
  'companies_reached',
  'companies_participated',
  'companies_participating',
  'companies_new',
  'production_starts',
]);

/** Answers whether what it counts lies in one centre, and so in one cell of every breakdown that is read off centres. */
const isInOneCentre = (indicator: string): boolean =>
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
  if (isPeriod(by)) {
    if (STOCKS.has(indicator)) return 'last';
    const runs = FIRMS.has(indicator) && indicator !== 'companies_new';
    return runs || indicator === 'participations' ? 'overlap' : 'sum';
  }
  if (by === 'technology') return indicator === 'companies_new' ? 'covered' : 'overlap';
  if (FIRMS.has(indicator)) {
    if (by === 'province' || by === 'sizeClass') return 'sum';
    return indicator === 'companies_new' ? 'covered' : 'overlap';
  }
  if (OF_CENTRES.includes(by)) return isInOneCentre(indicator) ? 'sum' : 'overlap';
  return by === 'level' ? 'overlap' : 'sum';
}

/** The shape of a hub, a kind, a technology or a programme that is made of its centres. */
export const shapeOfCentres = (indicator: string): Exclude<Shape, 'last'> =>
  indicator === 'companies_new' ? 'covered' : isInOneCentre(indicator) ? 'sum' : 'overlap';

const one = (id: string) => ({ id, factor: 1 });
const less = (id: string) => ({ id, factor: -1 });

/** The one is never more than the other. */
export const atMost = (inner: string, outer: string): Relation => sumAtMost([inner], outer);

/** All of them together are never more than the other. */
export const sumAtMost = (parts: readonly string[], whole: string): Relation => ({
  kind: 'atMost',
  terms: [...parts.map(one), less(whole)],
  bound: 0,
});

export const sumEquals = (parts: readonly string[], whole: string): Relation => ({
  kind: 'equal',
  terms: [...parts.map(one), less(whole)],
  bound: 0,
});

/** What everybody knows of a whole and its parts; of less when there may be other parts, which nobody told. */
export function wholeAndParts(
  shape: Exclude<Shape, 'last'>,
  whole: string,
  parts: readonly string[],
  isComplete = true,
): Relation[] {
  if (shape === 'sum') return [isComplete ? sumEquals(parts, whole) : sumAtMost(parts, whole)];
  const covered: Relation = { kind: 'atMost', terms: [one(whole), ...parts.map(less)], bound: 0 };
  return [
    ...(isComplete ? [covered] : []),
    ...(shape === 'covered' ? [] : parts.map((part) => atMost(part, whole))),
  ];
}
