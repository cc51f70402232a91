import {
  breakdownName,
  cellLabel,
  cellsBy,
  NETHERLANDS,
  WORDS as VOCABULARY,
  type Breakdown,
  type FigureUnit,
  type SealedEdition,
  type ToldFigure,
} from '@fieldlab/domain';
import { xlsxBytes, type XlsxCell, type XlsxSheet } from '../../../resource/exports/xlsx';
import { viewOf, type EditionView } from './edition-view';

/** The longest name that spreadsheets take for a sheet, and what they refuse in one. */
const LONGEST_NAME = 31;
const REFUSED_IN_NAME = /[[\]:*?/\\]/g;

/**
 * An edition as a workbook in its language: what it is, the figures, a sheet for each way of breaking them down with the
 * figures beside each other, and the definitions, which alone have codes.
 */
export function editionXlsx(edition: SealedEdition): AsyncGenerator<Uint8Array> {
  const view = viewOf(edition);
  const sheets = [figuresSheet(edition, view), ...waySheets(edition, view), definitionsSheet(view)];
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
  { words, title, facts, provenance }: EditionView,
  sheets: readonly Described[],
): XlsxSheet {
  const told = new Set(facts.map(([name]) => name));
  return {
    name: words.about,
    columns: [text(words.aboutThis, 30), text(title, 100)],
    rows: [
      [
        ...facts,
        ...provenance.filter(([name]) => !told.has(name)),
        [words.suppressed, words.suppressedNote],
        ['', ''],
        [words.sheets, ''],
        ...sheets.map(({ sheet, holds }): XlsxCell[] => [sheet.name, holds]),
      ],
    ],
  };
}

function figuresSheet(
  { figures, language }: SealedEdition,
  { words, figures: told }: EditionView,
): Described {
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

function waySheets(edition: SealedEdition, { words }: EditionView): Described[] {
  const { language, by: ways, sectorVersion } = edition;
  const taken = new Set<string>();
  return ways.flatMap((by) => {
    const figures = edition.figures.filter((figure) => cellsBy(figure, by, ways).length > 0);
    if (figures.length === 0) return [];
    const way = breakdownName(by, language, sectorVersion);
    const titleOf = (code: string): string =>
      edition.definitions.find((one) => one.code === code)?.title[language] ?? code;
    const columns = [
      text(capitalised(way), 40),
      ...figures.map(({ indicator, unit }) => {
        const name = unit === 'count' ? '' : ` (${VOCABULARY[language].unit[unit]})`;
        return number(`${titleOf(indicator)}${name}`, 28);
      }),
    ];
    const name = sheetName(`${words.per} ${way}`, taken);
    return [
      {
        sheet: { name, columns, rows: [rowsAlong(edition, by, figures, words.suppressed)] },
        holds: words.holdsTable(way),
      },
    ];
  });
}

function rowsAlong(
  { by: ways, language }: SealedEdition,
  by: Breakdown,
  figures: SealedEdition['figures'],
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

/** Whole where it fits; what is longer is cut between words. */
function sheetName(wanted: string, taken: Set<string>): string {
  const plain = wanted.replace(REFUSED_IN_NAME, ' ');
  for (let count = 1; ; count += 1) {
    const ending = count === 1 ? '' : ` ${count}`;
    const name = cutBetweenWords(plain, LONGEST_NAME - ending.length) + ending;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

function cutBetweenWords(name: string, most: number): string {
  if (name.length <= most) return name;
  const space = name.lastIndexOf(' ', most);
  return name.slice(0, space > 0 ? space : most);
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
