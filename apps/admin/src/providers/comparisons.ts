import type { Schemas } from '@fieldlab/api-client';
import { askedQuery } from './figures';

export type Comparison = Schemas['Comparison'];
/** A figure by all that decides its value; what is absent follows today. */
export type ComparedFigure = Comparison['chains'][number][number];

/** Two figures as the API and an address name them: `left`, `left.asOf`, `right`, … */
export function sidesQuery(left: ComparedFigure, right: ComparedFigure): Record<string, string> {
  const side = (name: string, { indicator, ...setting }: ComparedFigure): object => ({
    [name]: indicator,
    ...Object.fromEntries(Object.entries(setting).map(([key, value]) => [`${name}.${key}`, value])),
  });
  return askedQuery({ ...side('left', left), ...side('right', right) }) as Record<string, string>;
}

/** The page that compares the two; where it knows an instant, its sentence says the day. */
export function comparePath(left: ComparedFigure, right: ComparedFigure, step?: string): string {
  const known = ({ knownAt, ...figure }: ComparedFigure): ComparedFigure =>
    ({ ...figure, knownOn: knownAt }) as ComparedFigure;
  const query = { ...sidesQuery(known(left), known(right)), ...(step !== undefined && { step }) };
  return `/compare?${new URLSearchParams(query).toString()}`;
}
