import { NETHERLANDS, SheetReader, type Cell, type RawRow } from '@fieldlab/domain';
import type { OpenedSheet, OpenedWorkbook } from '../reading/opened-workbook';
import type { Mend } from './mend.dto';

/** The same workbook, with certain cells read otherwise; a mend of a cell that it does not have changes nothing. */
export function mendedWorkbook(workbook: OpenedWorkbook, mends: readonly Mend[]): OpenedWorkbook {
  if (mends.length === 0) return workbook;
  return {
    sheets: workbook.sheets.map((opened) => mendedSheet(opened, mends)),
    remarks: workbook.remarks,
    close: () => workbook.close(),
  };
}

function mendedSheet(opened: OpenedSheet, all: readonly Mend[]): OpenedSheet {
  const byRow = new Map<number, Mend[]>();
  for (const mend of all.filter(({ sheet }) => sheet === opened.sheet.name))
    byRow.set(mend.row, [...(byRow.get(mend.row) ?? []), mend]);
  if (byRow.size === 0) return opened;
  const { sheet, rowsExpected } = opened;
  return { sheet, rowsExpected, rows: () => mendedRows(opened, byRow) };
}

async function* mendedRows(
  opened: OpenedSheet,
  byRow: ReadonlyMap<number, readonly Mend[]>,
): AsyncGenerator<RawRow[]> {
  let places: ReadonlyMap<string, number> | undefined;
  for await (const batch of opened.rows()) {
    const [header] = batch;
    if (header) places ??= placesOf(opened, header);
    yield batch.map((row) => mended(row, byRow.get(row.row) ?? [], places ?? new Map()));
  }
}

function placesOf({ sheet }: OpenedSheet, header: RawRow): Map<string, number> {
  const reader = new SheetReader(sheet, header, NETHERLANDS);
  return new Map(
    header.cells.flatMap(({ column }) => {
      const name = reader.columnAt(column);
      return name === undefined ? [] : [[name, column] as const];
    }),
  );
}

function mended(row: RawRow, mends: readonly Mend[], places: ReadonlyMap<string, number>): RawRow {
  const cells = new Map(row.cells.map((cell) => [cell.column, cell]));
  for (const { column: name, value } of mends) {
    const column = places.get(name);
    if (column === undefined) continue;
    const text = value.trim();
    if (text === '') cells.delete(column);
    else cells.set(column, { column, kind: 'text', text } satisfies Cell);
  }
  return { ...row, cells: [...cells.values()].sort((a, b) => a.column - b.column) };
}
