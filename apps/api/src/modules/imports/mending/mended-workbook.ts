import { NETHERLANDS, SheetReader, type Cell, type RawRow } from '@fieldlab/domain';
import { headingsOf } from '../mapping/mapped-sheet';
import type { OpenedFile, OpenedSheet, OpenedSource, OpenedWorkbook } from '../reading/opened-workbook';
import type { Mend } from './mend.dto';

/** The same workbook, with certain cells read otherwise; a mend of a cell that it does not have changes nothing. */
export function mendedWorkbook(workbook: OpenedWorkbook, mends: readonly Mend[]): OpenedWorkbook {
  if (mends.length === 0) return workbook;
  return {
    ...workbook,
    sheets: workbook.sheets.map((opened) => mendedSheet(opened, mends)),
    close: () => workbook.close(),
  };
}

function mendedSheet(opened: OpenedSheet, all: readonly Mend[]): OpenedSheet {
  const byRow = mendsByRow(opened.sheet.name, all);
  if (byRow.size === 0) return opened;
  const rows = (): AsyncGenerator<RawRow[]> =>
    mendedRows(opened, byRow, (header) => placesOf(opened, header));
  return { ...opened, rows };
}

/** The same of a file of another layout, whose sheets and columns go by the file's own names. */
export function mendedFile(
  file: OpenedFile,
  mends: readonly Mend[],
  headerRowOf: (name: string) => number,
): OpenedFile {
  if (mends.length === 0) return file;
  return {
    ...file,
    sources: file.sources.map((source) => {
      const byRow = mendsByRow(source.name, mends);
      const placesIn = (row: RawRow): Map<string, number> | undefined =>
        row.row < headerRowOf(source.name)
          ? undefined
          : new Map([...headingsOf(row)].map(([place, heading]) => [heading, place]));
      return byRow.size === 0 ? source : { ...source, rows: () => mendedRows(source, byRow, placesIn) };
    }),
  };
}

function mendsByRow(name: string, all: readonly Mend[]): Map<number, Mend[]> {
  const byRow = new Map<number, Mend[]>();
  for (const mend of all.filter(({ sheet }) => sheet === name))
    byRow.set(mend.row, [...(byRow.get(mend.row) ?? []), mend]);
  return byRow;
}

async function* mendedRows(
  { rows }: OpenedSource,
  byRow: ReadonlyMap<number, readonly Mend[]>,
  placesIn: (row: RawRow) => ReadonlyMap<string, number> | undefined,
): AsyncGenerator<RawRow[]> {
  let places: ReadonlyMap<string, number> | undefined;
  for await (const batch of rows()) {
    for (const row of batch) places ??= placesIn(row);
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
