import {
  cellsBy,
  type Breakdown,
  type EditionCell,
  type EditionChange,
  type EditionDocument,
  type EditionFigure,
} from '@fieldlab/domain';
import { cellName, tableOf, type BehindCells, type Table } from './disclosure/cells';
import { rememberPublished, type Shares } from './disclosure/published-before';
import type { CentreCells } from './disclosure/relations';
import { DISCLOSURE_RULES, suppress, type DisclosureRules } from './disclosure/suppress';
import { readable } from './edition-document';

/** What decides how much of an edition everybody may have. */
export interface Disclosure {
  behind: BehindCells;
  centres: CentreCells;
  /** What is public already, of every report. */
  published: readonly EditionDocument[];
  /** What each firm adds to the sums of an edition, this one or a public one, where it was asked for. */
  sharesOf?: (edition: EditionDocument) => Shares | undefined;
  rules?: DisclosureRules;
}

/** What everybody may have of an edition: figures without members, and nothing from which a small one follows. */
export function publicDocument(document: EditionDocument, disclosure: Disclosure): EditionDocument {
  const rules = disclosure.rules ?? DISCLOSURE_RULES;
  const sharesOf = disclosure.sharesOf ?? (() => undefined);
  const own = tableOf(document, disclosure.behind);
  const published = disclosure.published.map((one) => ({ table: tableOf(one), shares: sharesOf(one) }));
  const beside = rememberPublished({ table: own, shares: sharesOf(document) }, published, rules);
  suppress(own, beside, disclosure.centres, rules);
  const figures = document.figures.map((figure) => publicFigure(figure, document.by, own));
  const { members: _, auditHead: __, changes, ...open } = document;
  return {
    ...open,
    figures,
    readableText: readable(document, figures),
    ...(changes ? { changes: publicChanges(changes, { ...document, figures }, disclosure.published) } : {}),
  };
}

function publicFigure(figure: EditionFigure, ways: readonly Breakdown[], { numbers }: Table): EditionFigure {
  const { indicator, definitionVersion, unit, value } = figure;
  const told = <T extends { value: EditionCell['value'] }>(what: T, by?: Breakdown, key?: string): T =>
    numbers.get(cellName(indicator, by, key))?.cell.suppressed
      ? { ...what, value: null, suppressed: true }
      : what;
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
