import { isFaultsColumn, NETHERLANDS, SheetReader, type RawRow, type Sheet } from '@fieldlab/domain';
import type { Layout, OpenedSource, OpenedWorkbook } from '../reading/opened-workbook';
import { firstOf, RowSet, type RowNumbers, type Rows } from '../row-set';
import type { FaultyRowsOfSheet } from './mend.dto';

/** More are mended in a spreadsheet than on a screen. */
const MOST_ROWS = 300;

/** The faulty rows as they were uploaded, sheet by sheet, for a screen to show and people to mend. */
export async function faultyRowsOf(workbook: OpenedWorkbook, faulty: Rows): Promise<FaultyRowsOfSheet[]> {
  const found: FaultyRowsOfSheet[] = [];
  const { layout } = workbook;
  const inFile = layout && rowsInFile(layout, faulty);
  for (const source of layout?.sources ?? []) {
    const wanted = inFile?.get(source.name);
    if (wanted) found.push(await rowsOf(source, wanted));
  }
  for (const opened of layout ? [] : workbook.sheets) {
    const wanted = faulty.get(opened.sheet.name);
    if (wanted && wanted.size > 0) found.push(await rowsOf(opened, wanted));
  }
  return found;
}

/** The first of each sheet of the format: more are not shown. */
function rowsInFile({ placeOf }: Layout, faulty: Rows): Map<string, RowSet> {
  const found = new Map<string, RowSet>();
  for (const [sheet, lines] of firstOf(faulty, MOST_ROWS)) {
    for (const line of lines) {
      const place = placeOf(sheet, line, null);
      if (place) found.set(place.sheet, (found.get(place.sheet) ?? new RowSet()).add(place.row));
    }
  }
  return found;
}

type Source = OpenedSource & { sheet?: Sheet; headerRow?: number };

async function rowsOf(opened: Source, wanted: RowNumbers): Promise<FaultyRowsOfSheet> {
  let header: RawRow | undefined;
  const found: RawRow[] = [];
  for await (const batch of opened.rows()) {
    header ??= batch.find(({ row }) => row >= (opened.headerRow ?? 1));
    found.push(...batch.filter(({ row }) => row !== header?.row && wanted.has(row)));
    if (found.length >= MOST_ROWS) break;
  }
  const reader = header && opened.sheet && new SheetReader(opened.sheet, header, NETHERLANDS);
  const nameOf = (place: number, title: string): string | null =>
    opened.sheet ? (reader?.columnAt(place) ?? null) : title;
  const places = (header?.cells ?? []).filter(({ text }) => !isFaultsColumn(text));
  return {
    sheet: opened.name,
    columns: places.map(({ column, text }) => ({ name: nameOf(column, text), title: text })),
    rows: found.slice(0, MOST_ROWS).map(({ row, cells }) => ({
      row,
      cells: places.map((place) => cells.find(({ column }) => column === place.column)?.text ?? null),
    })),
  };
}
