import type { FigureUnit } from '../figures';
import { indicatorsNamed } from './indicator-words';
import { howEqual, type WrittenNumber } from './numbers-in-text';

/** A published number that a written one may equal. */
export interface PublishedNumber {
  indicator: string;
  unit: FigureUnit;
  value: number;
  /** The words of its cell's name, with a space around each; undefined for the figure as a whole. */
  labelWords: string | undefined;
  scope: string;
  publishedAt: string;
}

export interface Likely<T> {
  how: 'exact' | 'rounded';
  published: T;
}

/** More answers to one number than this help nobody. */
export const MOST_MATCHES = 5;
/** Below this part of what the best is named by, the words speak of something else. */
const NAMED_ENOUGH = 0.5;
const LARGE_AMOUNT = 100_000;

/**
 * The published numbers that a written one equals, the likeliest first. Where the words beside it name what is counted,
 * what they do not name is left out: `5 hubs` is no number of spin-offs.
 */
export function likeliest<T extends PublishedNumber>(
  written: WrittenNumber,
  candidates: readonly T[],
): Likely<T>[] {
  const named = indicatorsNamed(written.surroundings);
  const equal = candidates.flatMap((published) => {
    const how = howEqual(written, published.value, published.unit);
    return how ? [{ how, published, named: named.get(published.indicator) ?? 0 }] : [];
  });
  const best = Math.max(0, ...equal.map((one) => one.named));
  return equal
    .filter((one) => one.named >= best * NAMED_ENOUGH)
    .map((one) => ({ ...one, likelihood: likelihood(written, one) }))
    .sort(
      (a, b) => b.likelihood - a.likelihood || b.published.publishedAt.localeCompare(a.published.publishedAt),
    )
    .slice(0, MOST_MATCHES)
    .map(({ how, published }) => ({ how, published }));
}

/** The weights only order: what is counted says most, then which cell, then exactness, unit and scope. */
function likelihood(
  written: WrittenNumber,
  { how, published, named }: Likely<PublishedNumber> & { named: number },
): number {
  const { unit, labelWords, scope } = published;
  const cell = labelWords === undefined ? 0 : written.surroundings.sentence.includes(labelWords) ? 2 : -1;
  return (
    4 * named +
    cell +
    (how === 'exact' ? 1 : 0) +
    (fits(written, unit) ? 0.5 : 0) +
    (scope === 'programme' ? 0.5 : 0)
  );
}

/** A number without a unit counts something, unless it is as large as an amount. */
const fits = (written: WrittenNumber, unit: FigureUnit): boolean =>
  written.unit !== undefined ||
  (unit === 'EUR' ? written.value >= LARGE_AMOUNT : unit === 'count' || unit === 'FTE');
