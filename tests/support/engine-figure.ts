import type { FiguresService } from '@api/modules/figures/figures.service';
import type { RandomQuery } from './random-query';

/** What the product says of a query, as the oracle says it: a value, and what each cell has. */
export async function engineFigure(figures: FiguresService, query: RandomQuery, knownAt: string | undefined) {
  const { indicator, from, ...rest } = query;
  const answer = await figures.compute(
    { ...rest, from: from ?? undefined, knownAt, indicators: [indicator] },
    'en',
  );
  const [figure] = answer.figures;
  const cells = figure?.breakdown?.map(({ key, value }) => [key, value] as const);
  return { value: figure?.value, ...(cells ? { breakdown: Object.fromEntries(cells) } : {}) };
}
