import Papa from 'papaparse';
import type { ExportColumn } from './export-columns';

export type Cell = string | number | null;
type Batches = AsyncIterable<Cell[][]>;

/** What a spreadsheet would run, or take for another column, when it opens the file. */
const RUNS = /^[=+\-@\t\r]/;

/** Text that a spreadsheet would run as a formula gets an apostrophe in front, which shows it as text. */
export const defused = (cell: Cell): Cell =>
  typeof cell === 'string' && RUNS.test(cell) ? `'${cell}` : cell;

/** The lines of a CSV file (RFC 4180, UTF-8), a batch at a time. */
export async function* csvLines(columns: readonly ExportColumn[], batches: Batches): AsyncGenerator<string> {
  yield `${Papa.unparse([columns.map(({ name }) => name)])}\r\n`;
  for await (const rows of batches) yield `${Papa.unparse(rows.map((row) => row.map(defused)))}\r\n`;
}
