import { cellsBy, type Breakdown, type EditionDocument } from '@fieldlab/domain';
import { cellsAsked, type Question } from './sample-documents';
import { isOfCentres, RATIOS, type FigureQuestion } from './sample-figures';
import { CENTRES, centresOf, CODES, knownAtOf } from './sample-register';

/** A number as the public has it. */
export interface PublicNumber extends FigureQuestion {
  code: string;
  isSuppressed: boolean;
  /** Null where it is suppressed, or a ratio has nothing to divide by. */
  value: number | null;
  document: string;
  /** The breakdown of its document that it is a cell of; none of the headline. */
  by: Breakdown | undefined;
}

export const isEverywhere = ({ centres }: Pick<FigureQuestion, 'centres'>): boolean =>
  centres.length === CENTRES.length;

/** What everybody reads in a document: also that a cell which is left out is nothing. */
export function numbersOf(document: EditionDocument, states: number): PublicNumber[] {
  const { scope, asOf, knownAt, by } = document;
  const from = document.from ?? '';
  const state = Array.from({ length: states }, (_, at) => at).find((at) => knownAtOf(at) === knownAt) ?? 0;
  const question: Question = { scope, from, asOf, by, indicators: [], state };
  return document.figures.flatMap((figure) => {
    const code = figure.indicator;
    const asked: FigureQuestion = { centres: centresOf(scope), from, to: asOf, state };
    const common = { code, document: document.report.id };
    const headline = { ...asked, ...common, by: undefined, ...valueIn(figure) };
    const cells = [...new Set(by)].flatMap((way) => {
      if (figure.breakdowns?.[way] === undefined) return [];
      const shown = new Map(cellsBy(figure, way, by).map((cell) => [cell.key, cell]));
      return cellsAsked(code, question, way, keysOf(code, way)).flatMap(([key, cell]): PublicNumber[] => {
        const own = shown.get(key);
        // A ratio that is left out is nothing, or has nothing to divide by.
        if (!own && code in RATIOS) return [];
        const value = own ? valueIn(own) : { value: 0, isSuppressed: false };
        return [{ ...cell, ...common, by: way, ...value }];
      });
    });
    return [headline, ...cells];
  });
}

const valueIn = ({ value, suppressed }: { value: number | string | null; suppressed?: true }) => ({
  value: suppressed || value === null ? null : Number(value),
  isSuppressed: suppressed === true,
});

/** The codes that a breakdown can have, which everybody knows. */
const keysOf = (code: string, by: Breakdown): readonly string[] =>
  isOfCentres(code, by) || !(by in CODES) ? [] : CODES[by as keyof typeof CODES];

export const nameOf = ({ code, centres, cell, from, to, state }: PublicNumber): string =>
  `${code} ${centres.join('')}${cell ? ` ${cell.by}=${cell.key}` : ''} ${from}..${to} @${state}`;
