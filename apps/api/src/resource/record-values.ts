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

/** What Prisma read of a record and SQL computed, each value by the name under which it is answered. */
export function asRead(spec: RecordSpec, row: Row, computed: Row = {}): Row {
  const values: Row = { ...row };
  for (const [name, { elsewhere }] of Object.entries(spec.fields))
    if (elsewhere) values[name] = computed[name];
  for (const [name, field] of Object.entries(spec.derived ?? {}))
    values[name] = isRead(field, row) ? valueAt(row, field.from) : computed[name];
  return values;
}

/** Makes records as they are answered of values by their names. What follows from the description is worked out once. */
export function answererOf(spec: RecordSpec): (values: Row) => Row {
  const kinds: [string, FieldKind | DerivedField['kind']][] = [
    ['createdAt', 'instant'],
    ['updatedAt', 'instant'],
    ...Object.entries(spec.fields).map(([name, { kind }]): [string, FieldKind] => [name, kind]),
    ...Object.entries(spec.derived ?? {}).map(([name, { kind }]): [string, DerivedField['kind']] => [
      name,
      kind,
    ]),
  ];
  const answers = Object.entries(spec.fields).flatMap(([name, { answer }]) =>
    answer ? [{ name, answer }] : [],
  );
  const end = spec.period?.end;
  return (values) => {
    const record: Row = { id: values.id, version: values.version };
    for (const [name, kind] of kinds) record[name] = toAnswer(kind, values[name]);
    // Last: the answer of one field may depend on another's value.
    for (const { name, answer } of answers) record[name] = answer(record[name], record);
    if (end !== undefined) {
      const day = record[end];
      record.lastDay = typeof day === 'string' ? addDays(day, -1) : null;
    }
    return record;
  };
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
