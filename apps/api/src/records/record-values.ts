import { addDays } from '@fieldlab/domain';
import type { FieldKind } from './fields';
import type { DerivedField, RecordSpec } from './record-spec';

type Row = Record<string, unknown>;

/** A value as a column takes it from Prisma: days and instants are Dates there, days at midnight in UTC. */
export function toColumnValue(kind: FieldKind, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (kind === 'date') return new Date(`${value}T00:00:00Z`);
  if (kind === 'instant') return new Date(value);
  return kind === 'integer' ? Number(value) : value;
}

/** A column's value as the API answers it: days as `YYYY-MM-DD`, instants as RFC 3339, money as text with cents. */
function toAnswer(kind: FieldKind | DerivedField['kind'], value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return kind === 'date' ? value.toISOString().slice(0, 10) : value.toISOString();
  if (kind === 'number') return Number(value);
  return kind === 'decimal' ? Number(value).toFixed(2) : value;
}

/** What is written of a record's values: columns of its own table, and those that follow from them. */
export function toColumns(spec: RecordSpec, values: Row): Row {
  const own = Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
    const field = spec.fields[name];
    if (!field) throw new Error(`${spec.resource} has no field ${name}`);
    return field.elsewhere ? [] : [[name, toColumnValue(field.kind, value)]];
  });
  return { ...Object.fromEntries(own), ...spec.computed?.(values) };
}

/** A record as it is answered, of the columns that Prisma read and the values that SQL computed. */
export function toRecord(spec: RecordSpec, row: Row, computed: Row = {}): Row {
  const record: Row = {
    id: row.id,
    version: row.version,
    createdAt: toAnswer('instant', row.createdAt),
    updatedAt: toAnswer('instant', row.updatedAt),
  };
  for (const [name, { kind, elsewhere }] of Object.entries(spec.fields))
    record[name] = toAnswer(kind, (elsewhere ? computed : row)[name]);
  for (const [name, field] of Object.entries(spec.derived ?? {}))
    record[name] = toAnswer(field.kind, isRead(field, row) ? valueAt(row, field.from) : computed[name]);
  // Last: the answer of one field may depend on another's value.
  for (const [name, { answer }] of Object.entries(spec.fields))
    if (answer) record[name] = answer(record[name], record);
  const { period } = spec;
  if (period) {
    const end = record[period.end];
    record.lastDay = typeof end === 'string' ? addDays(end, -1) : null;
  }
  return record;
}

/** Answers whether Prisma read all that the answer takes; else SQL computes some of it. */
export const isReadWhole = (spec: RecordSpec, row: Row): boolean =>
  Object.values(spec.fields).every(({ elsewhere }) => !elsewhere) &&
  Object.values(spec.derived ?? {}).every((field) => isRead(field, row));

function isRead(field: DerivedField, row: Row): field is DerivedField & { from: Path } {
  const { from, unless } = field;
  if (!from || unless === undefined) return from !== undefined;
  return (valueAt(row, [from[0], unless]) ?? null) === null;
}

type Path = NonNullable<DerivedField['from']>;
function valueAt(row: Row, [first, column]: Path): unknown {
  const value = row[first];
  return column === undefined ? value : (value as Row | null | undefined)?.[column];
}
