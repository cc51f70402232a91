import type { Database } from '@api/platform/database/database';
import type { Field } from '@api/resource/fields';
import {
  boundedDate,
  filtersOf,
  isEmptiable,
  sortOf,
  type ListFilters,
  type ListQuery,
} from '@api/resource/list-filters';
import { delegateOf } from '@api/resource/record-models';
import { at, scopeOf } from '@api/resource/record-selection';
import type { DerivedField, RecordSpec } from '@api/resource/record-spec';
import { toColumnValue } from '@api/resource/record-values';

type Row = Record<string, unknown>;
type Bound = readonly string[] | undefined;
/** A list as Prisma is asked for it. */
interface RecordQuery {
  where: Row;
  orderBy: Row[];
}

/** The ids of a page as Prisma finds them: a second answer to hold the product's own against. */
export async function pageByPrisma(
  database: Database,
  { spec, query, bound }: { spec: RecordSpec; query: ListQuery; bound: Bound },
): Promise<string[] | undefined> {
  const wanted = recordQuery(spec, query, bound);
  if (!wanted) return undefined;
  const [skip, take] = [(query.page - 1) * query.perPage, query.perPage];
  const found = await delegateOf(database.prisma, spec.model).findMany({
    ...{ ...wanted, select: { id: true }, skip, take },
  });
  return found.map(({ id }) => String(id));
}

/** A list in Prisma's words; undefined where words or values that SQL computes are asked for. */
function recordQuery(spec: RecordSpec, query: ListFilters, bound: Bound): RecordQuery | undefined {
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
