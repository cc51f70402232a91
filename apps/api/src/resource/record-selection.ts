import type { RecordSpec } from './record-spec';

type Row = Record<string, unknown>;
type Bound = readonly string[] | undefined;

const BASE_FIELDS = ['id', 'version', 'createdAt', 'updatedAt'];

/** The columns of a kind of record, and of what its relations lead to, that Prisma reads. */
export function selectionOf(spec: RecordSpec): Row {
  const own = Object.entries(spec.fields).flatMap(([name, { elsewhere }]) => (elsewhere ? [] : [name]));
  const selection: Row = Object.fromEntries([...BASE_FIELDS, ...own].map((name) => [name, true]));
  for (const { from, unless } of Object.values(spec.derived ?? {})) {
    const [first, column] = from ?? [];
    if (first === undefined) continue;
    const before = selection[first] as { select: Row } | undefined;
    const columns = {
      ...before?.select,
      ...(column && { [column]: true }),
      ...(unless && { [unless]: true }),
    };
    selection[first] = column === undefined || { select: columns };
  }
  return selection;
}

/** That a record lies within the centres that bound its reader. */
export function scopeOf(spec: RecordSpec, bound: Bound): Row[] {
  const { within } = spec;
  if (!bound || within === undefined) return [];
  const condition = spec.fields[within]?.kind === 'list' ? { hasSome: bound } : { in: bound };
  return [at(spec, within, condition) ?? {}];
}

/** A condition on a field or on a name behind a relation; undefined for what Prisma does not read. */
export function at(spec: RecordSpec, name: string, condition: unknown): Row | undefined {
  if (BASE_FIELDS.includes(name)) return { [name]: condition };
  const field = spec.fields[name];
  if (field) return field.elsewhere ? undefined : { [name]: condition };
  const { from: [first, column] = [], unless } = spec.derived?.[name] ?? {};
  if (first === undefined || unless !== undefined) return undefined;
  return { [first]: column === undefined ? condition : { [column]: condition } };
}
