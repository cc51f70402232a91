import type { RawRow, Remark, Sheet } from '@fieldlab/domain';

/** A workbook past the door, whatever it is packed in: sheets whose rows are streamed. */
export interface OpenedWorkbook {
  /** At most one for each sheet of the format, in the file's order. */
  sheets: readonly OpenedSheet[];
  remarks: readonly SheetRemark[];
  close(): Promise<void>;
}

export interface OpenedSheet {
  sheet: Sheet;
  /** About how many rows there are, the header included: for a progress bar. */
  rowsExpected: number;
  /** From the first filled row, in the file's order, some at a time. Can be asked again. */
  rows(): AsyncGenerator<RawRow[]>;
}

/** A finding about a sheet, or about the whole file where `sheet` is null. */
export interface SheetRemark extends Remark {
  sheet: string | null;
  value: string | null;
}
