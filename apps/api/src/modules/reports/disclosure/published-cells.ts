import {
  cellsBy,
  findIndicator,
  PERIOD_BREAKDOWNS,
  periodSlices,
  type Breakdown,
  type EditionDocument,
  type Indicator,
} from '@fieldlab/domain';

/** From the one day up to and including the other; null is no lower bound. */
export interface Window {
  from: string | null;
  to: string;
}

/** A number where a document publishes it, or says that it is suppressed. */
export interface PublishedCell {
  indicator: Indicator;
  by: Breakdown | undefined;
  key: string | undefined;
  window: Window;
  isSuppressed: boolean;
  value: number;
}

/** What a document calls a number of its own. */
export const cellName = (indicator: string, by?: Breakdown, key?: string): string =>
  by === undefined ? indicator : `${indicator}|${by}|${key ?? ''}`;

/** Every number of a document for which companies may stand. */
export function publishedCells(document: EditionDocument): PublishedCell[] {
  return document.figures.flatMap((figure) => {
    const indicator =
      findIndicator(`${figure.indicator}@${figure.definitionVersion}`) ?? findIndicator(figure.indicator);
    if (!indicator || indicator.sensitivity === 'never') return [];
    const cell = (
      { value, suppressed }: { value: unknown; suppressed?: true },
      by?: Breakdown,
      key?: string,
    ): PublishedCell => ({
      ...{ indicator, by, key, window: windowOf(document, by, key) },
      ...{ isSuppressed: suppressed === true, value: Number(value ?? 0) },
    });
    return [
      cell(figure),
      ...document.by.flatMap((by) => cellsBy(figure, by, document.by).map((one) => cell(one, by, one.key))),
    ];
  });
}

export const isPeriod = (by: Breakdown | undefined): boolean =>
  by !== undefined && PERIOD_BREAKDOWNS.includes(by);

/** The days that a number of a document is about: a period's own, or all of the document's. */
function windowOf(
  { from, asOf }: Pick<EditionDocument, 'from' | 'asOf'>,
  by: Breakdown | undefined,
  key: string | undefined,
): Window {
  if (by === undefined || key === undefined || !isPeriod(by)) return { from, to: asOf };
  const slices = periodSlices(by, from ?? `${key.slice(0, 4)}-01-01`, asOf);
  const slice = slices.find((one) => one.key === key);
  if (!slice) throw new Error(`${key} is no period up to ${asOf}`);
  return { from: slice.from, to: slice.to };
}
