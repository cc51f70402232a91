import { allOf, empty, join, raw, sql, type Sql } from '../platform/database/sql';
import type { Field } from './fields';
import { namesFirm } from './firms';
import { columnOf, type DerivedField, type RecordSpec } from './record-spec';
import { byRelevance, searchCondition } from './search';

/** A checked query for all of a list: sort, words, filters. */
export type ListFilters = Record<string, unknown> & { sort?: string; q?: string };
/** And for a page of it. */
export type ListQuery = ListFilters & { page: number; perPage: number };

type Bound = readonly string[] | undefined;

const BASE_COLUMNS: Record<string, Sql> = {
  id: sql`t.id`,
  version: sql`t.version`,
  createdAt: sql`t.created_at`,
  updatedAt: sql`t.updated_at`,
};

const column = (spec: RecordSpec, field: string): Sql =>
  spec.fields[field]?.elsewhere ?? raw(`t."${columnOf(field)}"`);

const derivedValue = ({ value }: DerivedField, bound: Bound): Sql =>
  typeof value === 'function' ? value(bound) : value;

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

/** Every field under its own name, as a certain reader sees it. */
export function recordColumns(spec: RecordSpec, bound: Bound): Sql {
  const fields = [
    ...Object.entries(BASE_COLUMNS),
    ...Object.keys(spec.fields).map((name): [string, Sql] => [name, column(spec, name)]),
    ...Object.entries(spec.derived ?? {}).map(([name, field]): [string, Sql] => [
      name,
      derivedValue(field, bound),
    ]),
  ];
  return join(fields.map(([name, expression]) => sql`${expression} as ${raw(`"${name}"`)}`));
}

export const fromRecords = (spec: RecordSpec): Sql => sql`from ${raw(spec.table)} t ${spec.joins ?? empty}`;

/** A list's statement: the page is found first, with as few joins as it takes, and only then read in full. `total` is its count. */
export function pageStatement(spec: RecordSpec, query: ListQuery, bound: Bound, total: Sql): Sql {
  const order = orderBy(spec, query);
  const conditions = listConditions(spec, query, bound);
  const page = sql`select t.* ${fromNeeded(spec, [...asked(query), sortOf(spec, query).name], bound)}
    where ${conditions} ${order} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`;
  return sql`select ${recordColumns(spec, bound)}, ${total}
    from (${page}) t ${spec.joins ?? empty} ${order}`;
}

/** The same without pages. */
export const allStatement = (spec: RecordSpec, query: ListFilters, bound: Bound): Sql =>
  sql`select ${recordColumns(spec, bound)} ${fromRecords(spec)}
    where ${listConditions(spec, query, bound)} ${orderBy(spec, query)}`;

export const countStatement = (spec: RecordSpec, query: ListFilters, bound: Bound): Sql =>
  sql`select count(*) ${fromNeeded(spec, asked(query), bound)} where ${listConditions(spec, query, bound)}`;

const asked = (query: ListFilters): string[] =>
  Object.keys(query).filter((name) => query[name] !== undefined);

/** Joins cost a count dearly and change nothing in it, unless a condition or the order looks at them. */
function fromNeeded(spec: RecordSpec, names: readonly string[], bound: Bound): Sql {
  const looksBeyond = names.some((name) => name in (spec.derived ?? {}) || spec.fields[name]?.elsewhere);
  const isBound = bound !== undefined && spec.within !== undefined;
  if (!looksBeyond && !isBound) return sql`from ${raw(spec.table)} t`;

  const needed = (spec.setJoins ?? []).filter(({ fields }) => names.some((name) => fields.includes(name)));
  if (needed.length === 0) return fromRecords(spec);
  return sql`from ${raw(spec.table)} t ${join(
    needed.map((set) => set.join),
    ' ',
  )}`;
}

/** What a list shows: the live records in the reader's scope that meet every filter. */
export function listConditions(
  spec: RecordSpec,
  query: ListFilters,
  bound: readonly string[] | undefined,
): Sql {
  const conditions = [sql`t.deleted_at is null`];
  // Who names ids gets them: a reference to a record that lists leave out still has a name.
  if (spec.listed && query.id === undefined) conditions.push(spec.listed);
  if (bound && spec.within) conditions.push(spec.within.read(bound));
  for (const [name, value] of Object.entries(query)) {
    const condition = value === undefined ? undefined : filterCondition(spec, name, value);
    if (condition) conditions.push(condition);
  }
  return allOf(conditions);
}

const NOT_FILTERS = new Set(['page', 'perPage', 'sort', 'q']);

function filterCondition(spec: RecordSpec, name: string, value: unknown): Sql | undefined {
  if (name === 'q')
    return typeof value === 'string' && value !== '' && spec.search
      ? searchCondition(spec.search, value)
      : undefined;
  if (NOT_FILTERS.has(name)) return undefined;
  return boundCondition(spec, name, value) ?? equalityCondition(spec, name, value as string[]);
}

/** `startedOnFrom` and `startedOnTo`, both included. */
function boundCondition(spec: RecordSpec, name: string, value: unknown): Sql | undefined {
  const [, field, end] = /^(.*)(From|To)$/.exec(name) ?? [];
  if (field === undefined || spec.fields[field]?.kind !== 'date' || typeof value !== 'string')
    return undefined;
  return sql`${column(spec, field)} ${raw(end === 'From' ? '>=' : '<=')} ${value}::date`;
}

function equalityCondition(spec: RecordSpec, name: string, values: string[]): Sql {
  const field = spec.fields[name];
  if (field?.kind === 'list') {
    return sql`${column(spec, name)} && ${values}::${raw(field.references ? 'uuid[]' : 'text[]')}`;
  }
  if (field?.references === 'companies') return namesFirm(column(spec, name), values);
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

function sortOf(spec: RecordSpec, { sort }: ListFilters): { name: string; descends: boolean } {
  const chosen = sort ?? spec.defaultSort;
  return chosen.startsWith('-')
    ? { name: chosen.slice(1), descends: true }
    : { name: chosen, descends: false };
}

/** The page's order, with the id last so that pages never overlap. What is never empty sorts as its index does. */
export function orderBy(spec: RecordSpec, query: ListFilters): Sql {
  const { name, descends } = sortOf(spec, query);
  const never = spec.fields[name]?.required ?? name in BASE_COLUMNS;
  const direction = raw(`${descends ? 'desc' : 'asc'} ${never ? '' : 'nulls last'}`);
  const relevance =
    query.sort === undefined && query.q && spec.search ? byRelevance(spec.search, query.q) : empty;
  return sql`order by ${relevance} ${expressionOf(spec, name)} ${direction}, t.id`;
}
