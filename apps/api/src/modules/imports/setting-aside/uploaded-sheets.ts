import { nameIn, NETHERLANDS, SheetReader, type Language, type RawRow } from '@fieldlab/domain';
import { sheetName } from '../../../resource/exports/sheet-name';
import { findingInFile } from '../mapping/in-file-terms';
import { headingsOf } from '../mapping/mapped-sheet';
import type { Layout, OpenedSource, OpenedWorkbook } from '../reading/opened-workbook';
import { RowSet, type Rows } from '../row-set';
import type { AsideRows } from './aside-rows';

/** What a column is called where something is found in it; undefined for one that nothing is found in. */
export type NameAt = (column: number) => string | undefined;

/** A sheet of the file as it was uploaded. */
export interface UploadedSheet extends Pick<OpenedSource, 'name' | 'rows'> {
  title: string;
  /** What stands above it is no row of the list. */
  headerRow: number;
  namesIn: (header: RawRow) => NameAt;
}

export const sheetsOfFormat = ({ sheets }: OpenedWorkbook, language: Language): UploadedSheet[] =>
  sheets.map(({ sheet, rows }) => ({
    ...{ name: sheet.name, title: nameIn(language, sheet), headerRow: 0, rows },
    namesIn: (header) => {
      const reader = new SheetReader(sheet, header, NETHERLANDS);
      return (column) => reader.columnAt(column);
    },
  }));

/** Those of a file of another layout: its own sheets under its own headings. */
export function ownSheets({ sources }: Layout): UploadedSheet[] {
  const taken = new Set<string>();
  return sources.map(({ name, headerRow, rows }) => ({
    ...{ name, title: sheetName(name, taken), headerRow, rows },
    namesIn: (header) => {
      const headings = headingsOf(header);
      return (column) => headings.get(column);
    },
  }));
}

/** The same rows and faults by the file's own sheets; of one row that became several records, all that is wrong with it. */
export const foundInFile = (
  aside: AsideRows,
  layout: Layout,
  language: Language,
): Pick<AsideRows, 'rows' | 'related' | 'faults'> => ({
  rows: placed(aside.rows, layout),
  related: placed(aside.related, layout),
  faults: aside.faults.map((fault) => findingInFile(fault, layout, language)),
});

function placed(rows: Rows, { placeOf }: Layout): Rows {
  const found = new Map<string, RowSet>();
  for (const [sheet, lines] of rows) {
    for (const line of lines) {
      const place = placeOf(sheet, line, null);
      if (place) found.set(place.sheet, (found.get(place.sheet) ?? new RowSet()).add(place.row));
    }
  }
  return found;
}
