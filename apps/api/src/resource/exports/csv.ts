import { BYTE_ORDER_MARK, CSV_NOTATIONS, type Language } from '@fieldlab/domain';
import Papa from 'papaparse';
import type { ExportColumn } from './export-columns';

export type Cell = string | number | null;
type Batches = AsyncIterable<Cell[][]>;

/** What a spreadsheet would run, or take for another column, when it opens the file. */
const RUNS = /^[=+\-@\t\r]/;

/** Text that a spreadsheet would run as a formula gets an apostrophe in front, which shows it as text. */
export const defused = (cell: Cell): Cell =>
  typeof cell === 'string' && RUNS.test(cell) ? `'${cell}` : cell;

/** The lines of a CSV file (RFC 4180, UTF-8), a batch at a time; in a language as its spreadsheets open them right. */
export async function* csvLines(
  columns: readonly ExportColumn[],
  batches: Batches,
  language?: Language,
): AsyncGenerator<string> {
  const { separator, decimal } = CSV_NOTATIONS[language ?? 'en'];
  const lines = (rows: Cell[][]): string => `${Papa.unparse(rows, { delimiter: separator })}\r\n`;
  const written = (cell: Cell, at: number): Cell =>
    cell !== null && isAmount(columns[at]) ? String(cell).replace('.', decimal) : defused(cell);
  yield `${language ? BYTE_ORDER_MARK : ''}${lines([columns.map(({ name }) => name)])}`;
  for await (const rows of batches) yield lines(rows.map((row) => row.map(written)));
}

const isAmount = (column: ExportColumn | undefined): boolean =>
  column?.kind === 'number' || column?.kind === 'money';
