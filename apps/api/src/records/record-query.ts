import type { Field } from './fields';
import { boundedDate, filtersOf, isEmptiable, sortOf } from './list-filters';
import type { ListFilters } from './list-filters';
import type { DerivedField, RecordSpec } from './record-spec';
import { toColumnValue } from './record-values';

type Row = Record<string, unknown>;
type Bound = readonly string[] | undefined;
/** A list as Prisma is asked for it. */
export interface RecordQuery {
  where: Row;
  orderBy: Row[];
}

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

/** A list in Prisma's words; undefined where words or values that SQL computes are asked for. */
export function recordQuery(spec: RecordSpec, query: ListFilters, bound: Bound): RecordQuery | undefined {
  if (query.q && spec.search) return undefined;
  const orderBy = orderOf(spec, query);
  const conditions = filtersOf(query).map(([name, value]) => conditionOf(spec, name, value));
  if (!orderBy || conditions.includes(undefined)) return undefined;
  const { leftOutBy } = spec;
  const listed = leftOutBy !== undefined && query.id === undefined ? [{ [leftOutBy]: null }] : [];
  return {
    where: { AND: [{ deletedAt: null }, ...listed, ...scopeOf(spec, bound), ...(conditions as Row[])] },
    orderBy: [...orderBy, { id: 'asc' }],
  };
}

/** That a record lies within the centres that bound its reader. */
export function scopeOf(spec: RecordSpec, bound: Bound): Row[] {
  const { within } = spec;
  if (!bound || within === undefined) return [];
  const condition = spec.fields[within]?.kind === 'list' ? { hasSome: bound } : { in: bound };
  return [at(spec, within, condition) ?? {}];
}

/** A condition on a field or on a name behind a relation; undefined for what Prisma does not read. */
function at(spec: RecordSpec, name: string, condition: unknown): Row | undefined {
  if (BASE_FIELDS.includes(name)) return { [name]: condition };
  const field = spec.fields[name];
  if (field) return field.elsewhere ? undefined : { [name]: condition };
  const { from: [first, column] = [], unless } = spec.derived?.[name] ?? {};
  if (first === undefined || unless !== undefined) return undefined;
  return { [first]: column === undefined ? condition : { [column]: condition } };
}

function conditionOf(spec: RecordSpec, name: string, value: unknown): Row | undefined {
  const bounded = boundedDate(spec, name);
  if (bounded) {
    const day = toColumnValue('date', value);
    return at(spec, bounded.field, bounded.end === 'From' ? { gte: day } : { lte: day });
  }
  const kind = (spec.fields[name] ?? spec.derived?.[name])?.kind ?? 'uuid';
  const values = (value as string[]).map((one) => toColumnValue(kind, one));
  return at(spec, name, kind === 'list' ? { hasSome: values } : { in: values });
}

/** The page's order. What is never empty sorts as its index does. */
function orderOf(spec: RecordSpec, query: ListFilters): Row[] | undefined {
  const { name, descends } = sortOf(spec, query);
  const sort = descends ? 'desc' : 'asc';
  const derived = spec.derived?.[name];
  if (derived) return derivedOrder(spec, derived, sort);
  const field: Field | undefined = spec.fields[name];
  if (field?.elsewhere) return undefined;
  return [{ [name]: field && isEmptiable(field) ? { sort, nulls: 'last' } : sort }];
}

/** Prisma cannot say that records without the relation come last, which they would not when it descends. */
function derivedOrder(
  spec: RecordSpec,
  { from, unless }: DerivedField,
  sort: 'asc' | 'desc',
): Row[] | undefined {
  const [first, column] = from ?? [];
  if (first === undefined || column === undefined || unless !== undefined) return undefined;
  const by = spec.fields[spec.relations?.[first]?.by ?? ''];
  if (!by || isEmptiable(by)) return undefined;
  return [{ [first]: { [column]: sort } }];
}
