import type { RawRow, Remark, Sheet } from '@fieldlab/domain';

/** A workbook past the door, whatever it is packed in: sheets whose rows are streamed. */
export interface OpenedWorkbook {
  /** At most one for each sheet of the format, in the file's order. */
  sheets: readonly OpenedSheet[];
  remarks: readonly SheetRemark[];
  close: () => Promise<void>;
  /** Of a file of another layout. */
  layout?: Layout | undefined;
}

/** Where in a file of another layout the rows and columns of the format come from. */
export interface Layout {
  sources: readonly (OpenedSource & { headerRow: number })[];
  /** A row of a sheet of the format by its number there, as people find it in the file. */
  placeOf: (
    sheet: string,
    line: number,
    column: string | null,
  ) => { sheet: string; row: number; column: string | null } | undefined;
}

/** A sheet of a file, whatever it holds. */
export interface OpenedSource {
  /** As the file calls it. */
  name: string;
  /** About how many rows there are, the header included: for a progress bar. */
  rowsExpected: number;
  /** From the first filled row, in the file's order, some at a time. Can be asked again. */
  rows: () => AsyncGenerator<RawRow[]>;
}

/** A sheet of the format. */
export interface OpenedSheet extends OpenedSource {
  sheet: Sheet;
}

/** A file past the door, before anybody says what its sheets are. */
export interface OpenedFile {
  /** Those that were picked, in the file's order. */
  sources: readonly OpenedSource[];
  remarks: readonly SheetRemark[];
  close: () => Promise<void>;
}

/**
 * Which of the sheets of a file are to be read, by their places.
 * @throws WorkbookRefused when none is
 */
export type PickSheets = (names: readonly string[], remarks: SheetRemark[]) => readonly number[];

/** A finding about a sheet, or about the whole file where `sheet` is null. */
export interface SheetRemark extends Remark {
  sheet: string | null;
  value: string | null;
}
