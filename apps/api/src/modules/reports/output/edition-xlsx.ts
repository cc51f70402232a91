import {
  breakdownName,
  cellLabel,
  cellsBy,
  NETHERLANDS,
  WORDS as VOCABULARY,
  type Breakdown,
  type EditionFigure,
  type FiguresAnswer,
  type FigureUnit,
  type Language,
  type SealedEdition,
  type ToldFigure,
} from '@fieldlab/domain';
import { sheetName } from '../../../resource/exports/sheet-name';
import { xlsxBytes, type XlsxCell, type XlsxSheet } from '../../../resource/exports/xlsx';
import { viewOf, viewOfFigures, type EditionView } from './edition-view';

/** What a workbook tells, whether it was published or not. */
interface Told extends Pick<SealedEdition, 'language' | 'by' | 'sectorVersion'> {
  figures: readonly EditionFigure[];
}

/**
 * An edition as a workbook in its language: what it is, the figures, a sheet for each way of breaking them down with the
 * figures beside each other, and the definitions, which alone have codes.
 */
export const editionXlsx = (edition: SealedEdition): AsyncGenerator<Uint8Array> =>
  workbookOf(edition, viewOf(edition));

/** Figures as the calculator gives them, in the same sheets. */
export const figuresXlsx = (
  answer: FiguresAnswer,
  by: Breakdown | undefined,
  language: Language,
): AsyncGenerator<Uint8Array> =>
  workbookOf({ ...answer, language, by: by ? [by] : [] }, viewOfFigures(answer, by, language));

function workbookOf(told: Told, view: EditionView): AsyncGenerator<Uint8Array> {
  const sheets = [figuresSheet(told, view), ...waySheets(told, view), definitionsSheet(view)];
  return xlsxBytes([aboutSheet(view, sheets), ...sheets.map(({ sheet }) => sheet)]);
}

interface Described {
  sheet: XlsxSheet;
  /** What is in it, in a sentence. */
  holds: string;
}

const text = (name: string, width: number) => ({ name, kind: 'text' as const, width });
const number = (name: string, width: number) => ({ name, kind: 'number' as const, width });

function aboutSheet(
  { words, title, edition, facts, provenance }: EditionView,
  sheets: readonly Described[],
): XlsxSheet {
  const told = new Set(facts.map(([name]) => name));
  const isPublished = edition !== null;
  return {
    name: words.about,
    columns: [text(isPublished ? words.aboutThis : words.about, 30), text(title, 100)],
    rows: [
      [
        ...facts,
        ...provenance.filter(([name]) => !told.has(name)),
        ...(isPublished ? [[words.suppressed, words.suppressedNote]] : []),
        ['', ''],
        [words.sheets, ''],
        ...sheets.map(({ sheet, holds }): XlsxCell[] => [sheet.name, holds]),
      ],
    ],
  };
}

function figuresSheet({ figures, language }: Told, { words, figures: told }: EditionView): Described {
  const rows = figures.map((figure, index): XlsxCell[] => [
    told[index]?.title ?? figure.indicator,
    valueCell(figure, figure.unit, words.suppressed),
    VOCABULARY[language].unit[figure.unit],
    told[index]?.quality ?? null,
  ]);
  const columns = [
    text(words.indicator, 48),
    number(words.value, 20),
    text(words.unit, 14),
    text(words.remarks, 60),
  ];
  return { sheet: { name: words.figures, columns, rows: [rows] }, holds: words.holdsFigures };
}

function waySheets(document: Told, { words, figures: told }: EditionView): Described[] {
  const { language, by: ways, sectorVersion } = document;
  const taken = new Set<string>();
  const titles = new Map(document.figures.map(({ indicator }, index) => [indicator, told[index]?.title]));
  return ways.flatMap((by) => {
    const figures = document.figures.filter((figure) => cellsBy(figure, by, ways).length > 0);
    if (figures.length === 0) return [];
    const way = breakdownName(by, language, sectorVersion);
    const columns = [
      text(capitalised(way), 40),
      ...figures.map(({ indicator, unit }) => {
        const name = unit === 'count' ? '' : ` (${VOCABULARY[language].unit[unit]})`;
        return number(`${titles.get(indicator) ?? indicator}${name}`, 28);
      }),
    ];
    const name = sheetName(`${words.per} ${way}`, taken);
    return [
      {
        sheet: { name, columns, rows: [rowsAlong(document, by, figures, words.suppressed)] },
        holds: words.holdsTable(way),
      },
    ];
  });
}

function rowsAlong(
  { by: ways, language }: Told,
  by: Breakdown,
  figures: Told['figures'],
  withheld: string,
): XlsxCell[][] {
  const cells = figures.map((figure) => new Map(cellsBy(figure, by, ways).map((cell) => [cell.key, cell])));
  const labels = new Map(cells.flatMap((some) => [...some.values()].map(({ key, label }) => [key, label])));
  return [...labels].map(([key, label]) => [
    cellLabel(by, key, language, NETHERLANDS) ?? label,
    ...figures.map(({ unit }, index): XlsxCell => {
      const cell = cells[index]?.get(key);
      return cell ? valueCell(cell, unit, withheld) : null;
    }),
  ]);
}

function definitionsSheet({ words, definitions }: EditionView): Described {
  const columns = [text(words.indicator, 36), text(words.definition, 120), text(words.code, 30)];
  const rows = definitions.map(({ title, text: definition, reference }): XlsxCell[] => [
    title,
    definition,
    reference,
  ]);
  return { sheet: { name: words.definitions, columns, rows: [rows] }, holds: words.holdsDefinitions };
}

function valueCell({ value, suppressed }: ToldFigure, unit: FigureUnit, withheld: string): XlsxCell {
  if (suppressed) return { value: withheld, kind: 'text' };
  return value === null ? null : { value: Number(value), kind: unit === 'EUR' ? 'money' : 'number' };
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
