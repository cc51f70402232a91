import { periodSlices, type Breakdown } from '@fieldlab/domain';

/** From the one day up to and including the other; null is no lower bound. */
export interface Window {
  from: string | null;
  to: string;
}

/** What a number is a number of, wherever it is told. */
export interface NumberOf {
  /** The same id is the same number, in every document of one state of the register. */
  id: string;
  /** The same for any window. */
  place: string;
  indicator: string;
  scope: string;
  by: Breakdown | undefined;
  key: string | undefined;
  window: Window;
}

/** A part of what a document is about; without `by` all of it. */
export interface Part {
  scope: string;
  by?: Breakdown | undefined;
  key?: string | undefined;
}

export const PROGRAMME = 'programme';
export const isPeriod = (by: Breakdown | undefined): boolean => by === 'year' || by === 'quarter';

/** Figures of a day, which where their period began says nothing about. */
export const STOCKS: ReadonlySet<string> = new Set([
  'companies_participating',
  'spin_offs_active',
  'fieldlabs_active',
  'hubs_active',
  'centres_active',
]);

export function numberOf(indicator: string, part: Part, window: Window): NumberOf {
  const where = samePart(isPeriod(part.by) ? { scope: part.scope } : part);
  const { scope, by, key } = where;
  const own = by === undefined ? indicator : `${indicator}|${by}|${key ?? ''}`;
  const place = scope === PROGRAMME ? own : `${own}@${scope}`;
  const span = STOCKS.has(indicator) ? { from: null, to: window.to } : window;
  return {
    ...{ id: `${place}#${span.from ?? ''}..${span.to}`, place, indicator },
    ...{ scope, by, key, window: span },
  };
}

/** A centre or hub by itself is what the programme broken down by centre or hub says of it. */
export function samePart({ scope, by, key }: Part): Part {
  const [kind = '', code = ''] = scope.split(/:(.*)/);
  if (scope === PROGRAMME) return { scope, by, key };
  if (by === undefined) return { scope: PROGRAMME, by: kind as Breakdown, key: code };
  const isPlace = by === 'centre' || (by === 'hub' && kind === 'hub');
  return isPlace ? { scope: PROGRAMME, by, key } : { scope, by, key };
}

/** The days that a number of a document is about: a period's own, or all of the document's. */
export function windowOf(
  { from, asOf }: { from: string | null; asOf: string },
  by: Breakdown | undefined,
  key: string | undefined,
): Window {
  if (by === undefined || key === undefined || !isPeriod(by)) return { from, to: asOf };
  const slices = periodSlices(by, from ?? `${key.slice(0, 4)}-01-01`, asOf);
  const slice = slices.find((one) => one.key === key);
  if (!slice) throw new Error(`${key} is no period up to ${asOf}`);
  return { from: slice.from, to: slice.to };
}
