import { snakeCase } from '@fieldlab/domain';
import { allOf, empty, join, raw, sql, type Sql } from '../platform/database/sql';
import type { Field } from './fields';
import {
  boundedDate,
  filtersOf,
  isEmptiable,
  sortOf,
  type ListFilters,
  type ListQuery,
} from './list-filters';
import { TABLES } from './record-models';
import { tableOf, type DerivedField, type RecordSpec } from './record-spec';
import { byRelevance, searchCondition } from './search';

type Bound = readonly string[] | undefined;

const BASE_COLUMNS: Record<string, Sql> = {
  id: sql`t.id`,
  version: sql`t.version`,
  createdAt: sql`t.created_at`,
  updatedAt: sql`t.updated_at`,
};

const column = (spec: RecordSpec, field: string): Sql =>
  spec.fields[field]?.elsewhere ?? raw(`t."${snakeCase(field)}"`);

function derivedValue({ from, value }: DerivedField, bound: Bound): Sql {
  if (value) return typeof value === 'function' ? value(bound) : value;
  if (!from) throw new Error('A derived field is read from somewhere');
  const [relation, column] = from.length === 2 ? from : ['t', from[0]];
  return raw(`"${relation}"."${snakeCase(column)}"`);
}

/** A record t with what its relations lead to; those that nothing looks at cost PostgreSQL nothing. */
export const withRelations = (spec: RecordSpec, table = tableOf(spec)): Sql =>
  sql`from ${table} t ${relationsOf(spec)}`;

const relationsOf = (spec: RecordSpec): Sql =>
  raw(
    Object.entries(spec.relations ?? {})
      .map(
        ([name, { model, by }]) =>
          `left join ${TABLES[model]} "${name}" on "${name}".id = t.${snakeCase(by)}`,
      )
      .join(' '),
  );

/** The expression behind a name that may be sorted or filtered by; names come from the spec alone. */
function expressionOf(spec: RecordSpec, name: string): Sql {
  const derived = spec.derived?.[name];
  const expression =
    BASE_COLUMNS[name] ??
    (derived ? derivedValue(derived, undefined) : undefined) ??
    (name in spec.fields ? column(spec, name) : undefined);
  if (!expression) throw new Error(`${spec.resource} has no field ${name}`);
  return expression;
}

type Named = [name: string, expression: Sql];
const listed = (columns: Named[]): Sql =>
  join(columns.map(([name, expression]) => sql`${expression} as ${raw(`"${name}"`)}`));

/** As who is bound to no centres sees them, which every list of theirs asks for. */
const columnsOfAll = new WeakMap<RecordSpec, Sql>();

/** Every field under its own name, as a certain reader sees it. */
function recordColumns(spec: RecordSpec, bound: Bound): Sql {
  const known = bound === undefined ? columnsOfAll.get(spec) : undefined;
  if (known) return known;
  const columns = listed([
    ...Object.entries(BASE_COLUMNS),
    ...Object.keys(spec.fields).map((name): Named => [name, column(spec, name)]),
    ...Object.entries(spec.derived ?? {}).map(([name, field]): Named => [name, derivedValue(field, bound)]),
  ]);
  if (bound === undefined) columnsOfAll.set(spec, columns);
  return columns;
}

/** Beside the columns of each record of a page: until when what was read counts as known. */
export const READ_AT = 'readAt';

/**
 * A page of a list: found first, with as few joins as its filters and order take, so that only its own rows are read in
 * full; and the state of the register that it was read in.
 */
export const pageStatement = (spec: RecordSpec, query: ListQuery, bound: Bound): Sql =>
  sql`select ${recordColumns(spec, bound)}, (select known_at from knowledge_clock) as ${raw(`"${READ_AT}"`)}
    from unnest(array(${foundStatement(spec, query, bound)})) with ordinality page(id, place)
    join ${tableOf(spec)} t on t.id = page.id ${relationsOf(spec)} ${spec.joins ?? empty}
    order by page.place`;

/**
 * Which records a page of a list holds, in its order. PostgreSQL plans a statement anew for every page where it does not
 * know how far that lies; so it is told a bound of that, of which there are few.
 */
function foundStatement(spec: RecordSpec, query: ListQuery, bound: Bound): Sql {
  const { page, perPage } = query;
  const first = (
    most: number,
  ): Sql => sql`select t.id ${fromNeeded(spec, [...asked(query), sortOf(spec, query).name])}
    where ${listConditions(spec, query, bound)} ${orderBy(spec, query)}
    limit ${raw(String(most))}`;
  if (page === 1) return first(perPage);
  const within = 2 ** Math.ceil(Math.log2(page * perPage));
  return sql`select id from (${first(within)}) found limit ${raw(String(perPage))} offset ${(page - 1) * perPage}`;
}

/** All of a list, in full. */
export const allStatement = (spec: RecordSpec, query: ListFilters, bound: Bound): Sql =>
  sql`select ${recordColumns(spec, bound)} ${withRelations(spec)} ${spec.joins ?? empty}
    where ${listConditions(spec, query, bound)} ${orderBy(spec, query)}`;

/** How many a list holds, and the state of the register in which they were counted. */
export const countStatement = (spec: RecordSpec, query: ListFilters, bound: Bound): Sql =>
  sql`select count(*), (select known_at from knowledge_clock) as "knownAt"
    ${fromNeeded(spec, asked(query))} where ${listConditions(spec, query, bound)}`;

/** Whether its history alone tells what came to a list and what left it: nothing is asked but the records' own columns. */
export function isToldByHistory(spec: RecordSpec, query: ListFilters, bound: Bound): boolean {
  const names = [...filtersOf(query).map(([name]) => boundedDate(spec, name)?.field ?? name)];
  if (bound && spec.within !== undefined) names.push(spec.within);
  // An erasure rewrites texts in past versions as well, and nothing else.
  return query.q === undefined && names.every((name) => name === 'id' || isOwnAndNoText(spec.fields[name]));
}

const isOwnAndNoText = (field: Field | undefined): boolean =>
  field !== undefined && field.kind !== 'text' && !field.elsewhere && !field.narrow;

/** By how much these revisions made a list grow of which its history tells. */
export function growthStatement(
  spec: RecordSpec,
  query: ListFilters,
  bound: Bound,
  revisions: readonly string[],
): Sql {
  // The numbers are said, and not looked up by the same statement: PostgreSQL would expect of each what an import changes.
  const versions = (change: string): Sql =>
    sql`(select count(*) from ${raw(`${TABLES[spec.model]}_history`)} t
          where t.${raw(change)} = any(${revisions}::bigint[]) and ${listConditions(spec, query, bound)})`;
  return sql`select ${versions('rev_from')} - ${versions('rev_to')} as count`;
}

/** What of certain records SQL computes. */
export function computedStatement(spec: RecordSpec, ids: readonly string[], bound: Bound): Sql {
  const columns: Named[] = [
    ...Object.keys(spec.fields).flatMap((name): Named[] =>
      spec.fields[name]?.elsewhere ? [[name, column(spec, name)]] : [],
    ),
    ...Object.entries(spec.derived ?? {}).flatMap(([name, field]): Named[] =>
      field.value ? [[name, derivedValue(field, bound)]] : [],
    ),
  ];
  return sql`select t.id, ${listed(columns)} ${withRelations(spec)} ${spec.joins ?? empty}
    where t.id = any(${ids}::uuid[])`;
}

const asked = (query: ListFilters): string[] =>
  Object.keys(query).filter((name) => query[name] !== undefined);

/** Values that are computed for each record cost a count dearly: only those that a condition or the order looks at. */
function fromNeeded(spec: RecordSpec, names: readonly string[]): Sql {
  const computed = names.filter((name) => spec.fields[name]?.elsewhere ?? spec.derived?.[name]?.value);
  if (computed.length === 0) return withRelations(spec);
  const sets = (spec.setJoins ?? []).filter(({ fields }) => computed.some((name) => fields.includes(name)));
  const joins = sets.length > 0 ? sets.map((set) => set.join) : [spec.joins ?? empty];
  return join([withRelations(spec), ...joins], ' ');
}

/** What a list shows: the live records in the reader's scope that meet every filter. */
function listConditions(spec: RecordSpec, query: ListFilters, bound: Bound): Sql {
  const { leftOutBy, search } = spec;
  // Who names ids gets them: a reference to a record that lists leave out still has a name.
  const leavesOut = leftOutBy !== undefined && query.id === undefined;
  return allOf([
    sql`t.deleted_at is null`,
    ...(leavesOut ? [sql`${raw(`t.${snakeCase(leftOutBy)}`)} is null`] : []),
    ...[scopeCondition(spec, bound) ?? []].flat(),
    ...(query.q && search ? [searchCondition(search, query.q)] : []),
    ...filtersOf(query).map(([name, value]) => filterCondition(spec, name, value)),
  ]);
}

function filterCondition(spec: RecordSpec, name: string, value: unknown): Sql {
  const bounded = boundedDate(spec, name);
  if (!bounded) return equalityCondition(spec, name, value as string[]);
  return sql`${column(spec, bounded.field)} ${raw(bounded.end === 'From' ? '>=' : '<=')} ${value}::date`;
}

/** The condition under which a record t lies in one of these centres. */
export function scopeCondition(spec: RecordSpec, bound: Bound): Sql | undefined {
  const { within } = spec;
  if (!bound || within === undefined) return undefined;
  const centres = expressionOf(spec, within);
  return spec.fields[within]?.kind === 'list'
    ? sql`${centres} && ${bound}::uuid[]`
    : sql`${centres} = any(${bound}::uuid[])`;
}

function equalityCondition(spec: RecordSpec, name: string, values: string[]): Sql {
  const field = spec.fields[name];
  if (field?.kind === 'list') {
    return sql`${column(spec, name)} && ${values}::${raw(field.references ? 'uuid[]' : 'text[]')}`;
  }
  if (field?.narrow) return allOf([field.narrow(values), equals(spec, name, values)]);
  return equals(spec, name, values);
}

function equals(spec: RecordSpec, name: string, values: string[]): Sql {
  const field = spec.fields[name];
  const type = name === 'id' ? 'uuid' : filterType(field, spec.derived?.[name]?.kind);
  return sql`${textWhenEnum(field, expressionOf(spec, name))} = any(${values}::${raw(type)}[])`;
}

const textWhenEnum = (field: Field | undefined, expression: Sql): Sql =>
  field?.kind === 'enum' ? sql`${expression}::text` : expression;

function filterType(field: Field | undefined, derived: string | undefined): string {
  const kind = field?.kind ?? derived;
  switch (kind) {
    case 'uuid':
    case 'date':
    case 'integer':
      return kind;
    case 'instant':
      return 'timestamptz';
    case 'decimal':
    case 'number':
      return 'numeric';
    default:
      return 'text';
  }
}

/** The page's order, with the id last so that pages never overlap. What is never empty sorts as its index does. */
function orderBy(spec: RecordSpec, query: ListFilters): Sql {
  const { name, descends } = sortOf(spec, query);
  const field = spec.fields[name];
  const never = field ? !isEmptiable(field) : name in BASE_COLUMNS;
  const direction = raw(`${descends ? 'desc' : 'asc'} ${never ? '' : 'nulls last'}`);
  const relevance =
    query.sort === undefined && query.q && spec.search ? byRelevance(spec.search, query.q) : empty;
  return sql`order by ${relevance} ${expressionOf(spec, name)} ${direction}, t.id`;
}
