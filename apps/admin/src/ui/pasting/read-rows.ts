import {
  findingSentence,
  isFault,
  LONGEST_CELL,
  NETHERLANDS,
  SheetReader,
  type Column,
  type Language,
  type RegisterField,
  type RowSheet,
  type Value,
} from '@fieldlab/domain';
import { fieldOf } from './pasted-columns';

/** What stands for nothing that is known: which of its kind, and how it was written. */
interface Unfound {
  column: Column;
  text: string;
}

export interface CellRemark {
  /** Null for the row as a whole. */
  column: string | null;
  text: string;
  isFault: boolean;
  unfound?: Unfound;
}

export interface ReadPastedRow {
  /** Counted from 1 in what was pasted. */
  number: number;
  /** By column, as they were pasted, mended or filled in. */
  cells: ReadonlyMap<string, string>;
  remarks: readonly CellRemark[];
  /** As the API takes it. */
  values: Readonly<Record<string, unknown>>;
}

/** Finds the record that a text stands for: by name, number or code. */
export type Finder = (column: Column, text: string) => string | undefined;

interface Reading {
  resource: string;
  sheet: RowSheet;
  columns: readonly Column[];
  language: Language;
  find: Finder;
  /** What is said of a text that stands for no record. */
  unfound: (text: string) => string;
}

/** Reads rows by the rules of the workbook; what is wrong is said at its cell. */
export function rowReader({ resource, sheet, columns, language, find, unfound }: Reading) {
  const heading = columns.map(({ name }, column) => ({ column, kind: 'text' as const, text: name }));
  const reader = new SheetReader(sheet, { row: 0, cells: heading }, NETHERLANDS);
  return (number: number, cells: ReadonlyMap<string, string>): ReadPastedRow => {
    const filled = columns.flatMap(({ name }, column) => {
      const text = cells.get(name) ?? '';
      if (text === '') return [];
      return [
        { column, kind: text.length > LONGEST_CELL ? ('oversized' as const) : ('text' as const), text },
      ];
    });
    const read = reader.read({ row: number, cells: filled });
    const remarks: CellRemark[] = (read?.remarks ?? []).map(({ code, column, params = {} }) => ({
      column,
      text: findingSentence({ code, sheet: sheet.name, column, params }, language),
      isFault: isFault(code),
    }));
    const values: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(read?.values ?? {})) {
      const known = fieldOf(resource, name);
      if (!known || value === null) continue;
      const column = columns.find((one) => one.name === name);
      const found =
        column && known.field.references ? referred(column, value, find) : valueOf(known.field, value);
      if (found instanceof NotFound)
        remarks.push({ column: name, text: unfound(found.text), isFault: true, unfound: found });
      else values[known.name] = found;
    }
    return { number, cells, remarks, values };
  };
}

class NotFound implements Unfound {
  constructor(
    readonly column: Column,
    readonly text: string,
  ) {}
}

function referred(column: Column, value: Value, find: Finder): string | string[] | NotFound {
  const ids: string[] = [];
  for (const text of [value].flat()) {
    const id = find(column, text);
    if (id === undefined) return new NotFound(column, text);
    ids.push(id);
  }
  return typeof value === 'string' ? (ids[0] ?? new NotFound(column, value)) : [...new Set(ids)];
}

function valueOf({ type }: RegisterField, value: Value): unknown {
  return (type === 'integer' || type === 'quantity') && typeof value === 'string' ? Number(value) : value;
}
