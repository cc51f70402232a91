import {
  companyReference,
  sourcesOf,
  type Cell,
  type MappedSheet,
  type RawRow,
  type SheetName,
  type Source,
} from '@fieldlab/domain';
import type { OpenedSource } from '../reading/opened-workbook';
import { WorkbookRefused } from '../reading/workbook-refused';

/** Rows are numbered through all sheets of a file; no sheet of a spreadsheet program has as many. */
export const MOST_ROWS = 2_097_152;

/** A row of somebody's own layout, with its cells by the heading above them. */
export interface ListedRow {
  line: number;
  cells: ReadonlyMap<string, Cell>;
  brokenOff?: true | undefined;
}

/** One sheet of a file of another layout, read by its headings. */
export class MappedSource {
  constructor(
    readonly mapped: MappedSheet,
    readonly source: OpenedSource,
    private readonly place: number,
  ) {}

  /** The rows below the headings, some at a time. */
  async *rows(): AsyncGenerator<ListedRow[]> {
    let headings: ReadonlyMap<number, string> | undefined;
    for await (const batch of this.source.rows()) {
      const listed: ListedRow[] = [];
      for (const raw of batch) {
        if (headings) listed.push(this.listed(raw, headings));
        else if (raw.row >= (this.mapped.headerRow ?? 1)) headings = headingsOf(raw);
      }
      yield listed;
    }
  }

  lineOf(row: number): number {
    if (row >= MOST_ROWS) throw new WorkbookRefused('SHEET_TOO_LONG', { most: MOST_ROWS });
    return this.place * MOST_ROWS + row;
  }

  get headerLine(): number {
    return this.lineOf(this.mapped.headerRow ?? 1);
  }

  /** Where the columns of a kind of record come from; a reference to the company beside it needs none. */
  sourcesOf(kind: SheetName): ReadonlyMap<string, Source> {
    const sources = sourcesOf(this.mapped, kind);
    const reference = companyReference(kind);
    const ref = sourcesOf(this.mapped, 'companies').get('ref');
    if (reference && ref && !sources.has(reference.name)) sources.set(reference.name, ref);
    return sources;
  }

  private listed({ row, cells, brokenOff }: RawRow, headings: ReadonlyMap<number, string>): ListedRow {
    const found = new Map<string, Cell>();
    for (const cell of cells) {
      const heading = headings.get(cell.column);
      if (heading !== undefined) found.set(heading, cell);
    }
    return { line: this.lineOf(row), cells: found, brokenOff };
  }
}

/** By the places of the cells; of two columns of one name the first counts. */
export function headingsOf({ cells }: RawRow): Map<number, string> {
  const taken = new Set<string>();
  const headings = new Map<number, string>();
  for (const { column, text } of cells) {
    if (text === '' || taken.has(text)) continue;
    taken.add(text);
    headings.set(column, text);
  }
  return headings;
}
