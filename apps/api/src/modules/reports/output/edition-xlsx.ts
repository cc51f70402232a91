import {
  breakdownName,
  cellLabel,
  cellsBy,
  NETHERLANDS,
  type FigureUnit,
  type FigureValue,
  type SealedEdition,
} from '@fieldlab/domain';
import { xlsxBytes, type XlsxCell, type XlsxSheet } from '../../../records/exports/xlsx';
import { viewOf } from './edition-view';

/** The longest name that spreadsheets take for a sheet, and what they refuse in one. */
const LONGEST_NAME = 31;
const REFUSED_IN_NAME = /[[\]:*?/\\]/g;

/** An edition as a workbook: a sheet with the figures, one a table, the definitions, and where it all comes from. */
export function editionXlsx(edition: SealedEdition): AsyncGenerator<Uint8Array> {
  const { words, definitions, provenance, figures } = viewOf(edition);
  const tables = tableSheets(edition);
  const rowCounts = [...tables].map(({ sheet, count }): XlsxCell[] => [sheet.name, `${count} ${words.rows}`]);
  return xlsxBytes([
    {
      name: words.figures,
      columns: [
        text(words.indicator, 48),
        text('code', 28),
        text('unit', 10),
        { ...text(words.value, 20), kind: 'number' },
      ],
      rows: [
        edition.figures.map((figure, index): XlsxCell[] => [
          figures[index]?.title ?? figure.indicator,
          `${figure.indicator}@${figure.definitionVersion}`,
          figure.unit,
          valueCell(figure, figure.unit, words.suppressed),
        ]),
      ],
    },
    ...tables.map(({ sheet }) => sheet),
    {
      name: words.definitions,
      columns: [text(words.indicator, 36), text('code', 28), text(words.definitions, 120)],
      rows: [
        definitions.map(({ title, reference, text: definition }): XlsxCell[] => [
          title,
          reference,
          definition,
        ]),
      ],
    },
    {
      name: words.provenance,
      columns: [text('', 36), text(words.value, 80)],
      rows: [[...provenance.map(([name, value]): XlsxCell[] => [name, value]), ...rowCounts]],
    },
  ]);
}

const text = (name: string, width: number) => ({ name, kind: 'text' as const, width });

function valueCell(
  { value, suppressed }: { value: FigureValue; suppressed?: boolean | undefined },
  unit: FigureUnit,
  withheld: string,
): XlsxCell {
  if (suppressed) return { value: withheld, kind: 'text' };
  return value === null ? null : { value: Number(value), kind: unit === 'EUR' ? 'money' : 'number' };
}

function tableSheets(edition: SealedEdition): { sheet: XlsxSheet; count: number }[] {
  const { language, by: ways, sectorVersion } = edition;
  const { words } = viewOf(edition);
  const names = new Set<string>();
  return edition.figures.flatMap((figure) =>
    ways.flatMap((by) => {
      const cells = cellsBy(figure, by, ways);
      if (cells.length === 0) return [];
      const way = breakdownName(by, language, sectorVersion);
      const name = sheetName(`${figure.indicator} ${way}`, names);
      const rows = cells.map(({ key, label, value, suppressed }): XlsxCell[] => [
        cellLabel(by, key, language, NETHERLANDS) ?? label,
        key,
        valueCell({ value, suppressed }, figure.unit, words.suppressed),
      ]);
      const columns = [text(way, 40), text('key', 16), { ...text(words.value, 20), kind: 'number' as const }];
      return [{ sheet: { name, columns, rows: [rows] }, count: rows.length }];
    }),
  );
}

function sheetName(wanted: string, taken: Set<string>): string {
  const plain = wanted.replace(REFUSED_IN_NAME, ' ');
  for (let count = 1; ; count += 1) {
    const ending = count === 1 ? '' : ` ${count}`;
    const name = plain.slice(0, LONGEST_NAME - ending.length) + ending;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
