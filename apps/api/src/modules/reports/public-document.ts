import {
  cellsBy,
  type Breakdown,
  type EditionCell,
  type EditionChange,
  type EditionDocument,
  type EditionFigure,
} from '@fieldlab/domain';
import { cellName } from './disclosure/published-cells';
import { readable } from './edition-document';

/** What everybody may have of an edition: figures without members, and without the numbers of these names. */
export function publicDocument(
  document: EditionDocument,
  suppressed: ReadonlySet<string>,
  published: readonly EditionDocument[],
): EditionDocument {
  const figures = document.figures.map((figure) => publicFigure(figure, document.by, suppressed));
  const { membersDigest: _, auditHead: __, changes, ...open } = document;
  return {
    ...open,
    figures,
    readableText: readable(document, figures),
    ...(changes ? { changes: publicChanges(changes, { ...document, figures }, published) } : {}),
  };
}

function publicFigure(
  figure: EditionFigure,
  ways: readonly Breakdown[],
  suppressed: ReadonlySet<string>,
): EditionFigure {
  const { indicator, definitionVersion, unit, value } = figure;
  const told = <T extends { value: EditionCell['value'] }>(what: T, by?: Breakdown, key?: string): T =>
    suppressed.has(cellName(indicator, by, key)) ? { ...what, value: null, suppressed: true } : what;
  const cellsAlong = (by: Breakdown) => cellsBy(figure, by, ways).map((cell) => told(cell, by, cell.key));
  const [only] = ways;
  return {
    ...told({ indicator, definitionVersion, unit, value }),
    ...(figure.breakdown && only !== undefined ? { breakdown: cellsAlong(only) } : {}),
    ...(figure.breakdowns
      ? {
          breakdowns: Object.fromEntries(
            Object.keys(figure.breakdowns).map((by) => [by, cellsAlong(by as Breakdown)]),
          ),
        }
      : {}),
  };
}

/** Only of what is told in both editions; how many records stand behind a reason is not. */
function publicChanges(
  changes: readonly EditionChange[],
  document: EditionDocument,
  published: readonly EditionDocument[],
): EditionChange[] {
  const before = published.find(
    ({ report, edition }) => report.id === document.report.id && edition === document.edition - 1,
  );
  const isTold = (edition: EditionDocument | undefined, { indicator, by, key }: EditionChange): boolean => {
    const figure = edition?.figures.find((one) => one.indicator === indicator);
    if (!figure || !edition) return false;
    if (by === undefined) return figure.suppressed !== true;
    return cellsBy(figure, by, edition.by).find((cell) => cell.key === key)?.suppressed !== true;
  };
  return changes
    .filter((change) => isTold(before, change) && isTold(document, change))
    .map((change) => ({
      ...change,
      reasons: change.reasons.map(({ reason, label }) => ({ reason, label })),
    }));
}
