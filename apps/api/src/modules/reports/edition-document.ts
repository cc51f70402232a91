import {
  EDITION_FORMAT,
  findIndicator,
  renderText,
  type Breakdown,
  type EditionCell,
  type EditionDefinition,
  type EditionDocument,
  type EditionFigure,
  type EditionMembers,
  type TextFigure,
  type TextFigureValue,
  cellsBy,
} from '@fieldlab/domain';
import type { FrozenFigure, FrozenFigures } from '../figures/frozen-figures.service';
import type { Report } from './report.dto';

/** An edition as it would be published: everything but what comes of publishing itself. */
export function editionDocument(report: Report, frozen: FrozenFigures, publishedAt: Date): EditionDocument {
  const figures = editionFigures(frozen, report.by);
  return {
    format: EDITION_FORMAT,
    report: { id: report.id, title: report.title },
    edition: report.edition,
    language: report.language,
    programme: frozen.programme,
    asOf: frozen.asOf,
    from: frozen.from,
    knownAt: frozen.knownAt,
    scope: report.scope,
    indicators: [...report.indicators],
    by: report.by,
    ...(frozen.sectorVersion === undefined ? {} : { sectorVersion: frozen.sectorVersion }),
    figures,
    definitions: frozen.figures.map(toDefinition),
    text: report.text,
    readableText: readable(report, figures),
    publishedAt: publishedAt.toISOString(),
    ...(report.editionReason === null ? {} : { reason: report.editionReason }),
  };
}

/** The records behind its figures, each in the version that was counted. */
export const editionMembers = ({ figures }: FrozenFigures): EditionMembers[] =>
  figures.map(({ indicator, members }) => ({ indicator: indicator.code, members }));

/** The figures of an edition, with their cells and how sure they are. */
export const editionFigures = ({ figures }: FrozenFigures, by: readonly Breakdown[]): EditionFigure[] =>
  figures.map((one) => toEditionFigure(one, by));

function toEditionFigure({ figure, cells, quality }: FrozenFigure, by: readonly Breakdown[]): EditionFigure {
  const [only] = by;
  const { indicator, definitionVersion, unit, value } = figure;
  return {
    indicator,
    definitionVersion,
    unit,
    value,
    ...(by.length === 1 && only !== undefined && cells[only] ? { breakdown: cells[only] } : {}),
    ...(by.length > 1 ? { breakdowns: cells } : {}),
    ...(quality ? { quality } : {}),
  };
}

const toDefinition = ({ indicator }: FrozenFigure): EditionDefinition => {
  const { code, version, unit, kind, title, definition } = indicator;
  return { code, version, unit, kind, title, definition };
};

/** The text with its figures, from the very figures that stand beside it. */
export const readable = (
  { text, language, by }: Pick<EditionDocument, 'text' | 'language' | 'by'>,
  figures: readonly EditionFigure[],
): string => renderText(text, language, (named) => valueIn(figures, by, named));

/** What the text of an edition needs to know of a figure that it names. */
export function valueIn(
  figures: readonly EditionFigure[],
  ways: readonly Breakdown[],
  { indicator, by, key }: TextFigure,
): TextFigureValue | undefined {
  const code = findIndicator(indicator)?.code;
  const figure = figures.find((one) => one.indicator === code);
  if (!figure) return undefined;
  const told: EditionFigure | EditionCell | undefined =
    by === undefined ? figure : cellsBy(figure, by, ways).find((cell) => cell.key === key);
  if (!told) return undefined;
  return { unit: figure.unit, value: told.value, ...(told.suppressed ? { suppressed: true } : {}) };
}
