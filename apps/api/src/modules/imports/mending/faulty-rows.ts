import { isFaultsColumn, NETHERLANDS, SheetReader, type RawRow } from '@fieldlab/domain';
import type { OpenedSheet, OpenedWorkbook } from '../reading/opened-workbook';
import type { RowNumbers, Rows } from '../row-set';
import type { FaultyRowsOfSheet } from './mend.dto';

/** More are mended in a spreadsheet than on a screen. */
const MOST_ROWS = 300;

/** The faulty rows as they were uploaded, sheet by sheet, for a screen to show and people to mend. */
export async function faultyRowsOf(workbook: OpenedWorkbook, faulty: Rows): Promise<FaultyRowsOfSheet[]> {
  const found: FaultyRowsOfSheet[] = [];
  for (const opened of workbook.sheets) {
    const wanted = faulty.get(opened.sheet.name);
    if (wanted && wanted.size > 0) found.push(await rowsOf(opened, wanted));
  }
  return found;
}

async function rowsOf(opened: OpenedSheet, wanted: RowNumbers): Promise<FaultyRowsOfSheet> {
  let header: RawRow | undefined;
  const found: RawRow[] = [];
  for await (const batch of opened.rows()) {
    header ??= batch[0];
    found.push(...batch.filter(({ row }) => row !== header?.row && wanted.has(row)));
    if (found.length >= MOST_ROWS) break;
  }
  const reader = header && new SheetReader(opened.sheet, header, NETHERLANDS);
  const places = (header?.cells ?? []).filter(({ text }) => !isFaultsColumn(text));
  return {
    sheet: opened.sheet.name,
    columns: places.map(({ column, text }) => ({ name: reader?.columnAt(column) ?? null, title: text })),
    rows: found.slice(0, MOST_ROWS).map(({ row, cells }) => ({
      row,
      cells: places.map((place) => cells.find(({ column }) => column === place.column)?.text ?? null),
    })),
  };
}
