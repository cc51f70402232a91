/** What stands in a cell, as the file says it and before anybody asks what it means. */
type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'oversized' | 'formula';

export interface Cell {
  /** Counted from 0: column A is 0. */
  column: number;
  kind: CellKind;
  /**
   * Text as typed; a number as stored (`1098639.22`, `1E-3`); a date as `YYYY-MM-DD`, with `THH:MM:SS` when it has a
   * time of day; `TRUE` or `FALSE`; an error such as `#REF!`; the beginning of a text that is too long;
   * nothing of a formula that was saved without its value.
   */
  text: string;
}

/** A row with at least one filled cell. The header is row 1; blank rows count, so numbers are those on screen. */
export interface RawRow {
  row: number;
  cells: Cell[];
  /** The file breaks off in this row: a quotation mark is never closed. */
  brokenOff?: true;
}

/** As spreadsheets name columns: 0 is `A`, 26 is `AA`. */
export function columnLetters(column: number): string {
  const letters = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letters : columnLetters(Math.floor(column / 26) - 1) + letters;
}
