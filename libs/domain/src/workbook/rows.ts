import type { CountryProfile } from '../countries/country-profile';
import { columnLetters, type Cell, type RawRow } from './cell';
import { readCell } from './cells';
import type { Column, RowSheetName, Sheet, SheetName } from './columns';
import { keptColumns } from './format';
import { readHeader, type ColumnRemark, type Header } from './headers';
import { defaultOf, rulesOf, type Values } from './row-rules';

/** A row as it was understood: the canonical value, or null, of every column that is kept. */
export interface ReadRow {
  row: number;
  values: Values;
  remarks: ColumnRemark[];
}

/** Reads the rows of one sheet after its header, each by itself. */
export class SheetReader<N extends RowSheetName = SheetName> {
  readonly headerRemarks: readonly ColumnRemark[];
  private readonly header: Header;
  private readonly nameless = new Set<number>();
  private readonly required: readonly Column[];
  private readonly kept: readonly Column[];

  constructor(
    readonly sheet: Sheet<N>,
    headerRow: RawRow,
    private readonly profile: CountryProfile,
  ) {
    this.header = readHeader(sheet, headerRow);
    this.headerRemarks = this.header.remarks;
    this.kept = keptColumns(sheet);
    const present = [...this.header.columns.values()];
    this.required = present.filter((column) => column.required);
  }

  /** The kept columns that the sheet has; the last day stands for the end. */
  get present(): ReadonlySet<string> {
    const names = [...this.header.columns.values()].map(({ name }) => name);
    return new Set(names.map((name) => (name === 'last_day' ? 'ended_on' : name)));
  }

  /** The name of the column at a place in the row; undefined where it is none of the format. */
  columnAt(place: number): string | undefined {
    return this.header.columns.get(place)?.name;
  }

  /** Undefined where none of the sheet's columns is filled. */
  read(raw: RawRow): ReadRow | undefined {
    const values: Values = {};
    const remarks: ColumnRemark[] = [];
    const filled = new Map<string, Cell>();
    for (const cell of raw.cells) {
      const column = this.header.columns.get(cell.column);
      if (column) this.readCell({ column, cell, values, filled, remarks });
      else this.remarkNameless(cell, remarks);
    }
    if (raw.brokenOff) remarks.push({ code: 'QUOTE_NOT_CLOSED', column: null, value: null });
    else if (filled.size === 0) return undefined;
    for (const { name } of this.required) {
      if (!filled.has(name))
        remarks.push({ code: 'VALUE_MISSING', column: name, value: null, params: { label: name } });
    }
    for (const rule of rulesOf(this.sheet)) {
      rule(
        values,
        (code, column, params) =>
          remarks.push({ code, column, value: filled.get(column)?.text ?? null, ...(params && { params }) }),
        this.profile,
      );
    }
    for (const column of this.kept) {
      if (values[column.name] === undefined) {
        values[column.name] = filled.has(column.name) ? null : defaultOf(this.sheet, column);
      }
    }
    return { row: raw.row, values, remarks };
  }

  private readCell(at: {
    column: Column;
    cell: Cell;
    values: Values;
    filled: Map<string, Cell>;
    remarks: ColumnRemark[];
  }): void {
    const { column, cell } = at;
    const reading = readCell(this.profile, column, cell);
    // A list of nothing but semicolons is an empty cell.
    // Nor does a formula without its value fill a cell, though there is something to say about it.
    const isFilled = reading.value !== null || reading.remarks.length > 0;
    if (isFilled && cell.kind !== 'formula') at.filled.set(column.name, cell);
    at.values[column.name] = reading.value;
    for (const remark of reading.remarks) {
      at.remarks.push({ ...remark, column: column.name, value: cell.text });
    }
  }

  private remarkNameless(cell: Cell, remarks: ColumnRemark[]): void {
    if (this.header.skipped.has(cell.column) || this.nameless.has(cell.column)) return;
    this.nameless.add(cell.column);
    const value = columnLetters(cell.column);
    remarks.push({ code: 'COLUMN_WITHOUT_NAME', column: value, value: cell.text, params: { value } });
  }
}
