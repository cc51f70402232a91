import { allOf, empty, join, raw, sql, type Sql } from '../platform/database/sql';
import type { Field } from './fields';
import { columnOf, type RecordSpec } from './record-spec';

/** A checked list query: paging, sort, words, filters. */
export type ListQuery = Record<string, unknown> & {
  page: number;
  perPage: number;
  sort?: string;
  q?: string;
};

const BASE_COLUMNS: Record<string, Sql> = {
  id: sql`t.id`,
  version: sql`t.version`,
  createdAt: sql`t.created_at`,
  updatedAt: sql`t.updated_at`,
};

const column = (spec: RecordSpec, field: string): Sql =>
  spec.fields[field]?.elsewhere ?? raw(`t.${columnOf(field)}`);

/** The expression behind a name that may be answered, sorted or filtered by; names come from the spec alone. */
export function expressionOf(spec: RecordSpec, name: string): Sql {
  const derived = spec.derived?.[name]?.value;
  const expression = BASE_COLUMNS[name] ?? derived ?? (name in spec.fields ? column(spec, name) : undefined);
  if (!expression) throw new Error(`${spec.resource} has no field ${name}`);
  return expression;
}

/** `select … from … t` with every field under its own name; decimals as text, so that no digit is lost. */
export function selectRecords(spec: RecordSpec, extra: Sql = empty): Sql {
  const fields = [
    ...Object.entries(BASE_COLUMNS),
    ...Object.keys(spec.fields).map((name): [string, Sql] => [name, column(spec, name)]),
    ...Object.entries(spec.derived ?? {}).map(([name, { value }]): [string, Sql] => [name, value]),
  ].map(([name, expression]) => sql`${expression} as ${raw(`"${name}"`)}`);
  return sql`select ${join(fields)} ${extra} ${fromRecords(spec)}`;
}

export const fromRecords = (spec: RecordSpec): Sql => sql`from ${raw(spec.table)} t ${spec.joins ?? empty}`;

/** Joins cost a count dearly and change nothing in it, unless a condition looks at them. */
export function fromCounted(spec: RecordSpec, query: ListQuery, bound: readonly string[] | undefined): Sql {
  const looksBeyond = Object.entries(query).some(
    ([name, value]) =>
      value !== undefined &&
      (name === 'q'
        ? spec.search?.needsJoins !== false
        : name in (spec.derived ?? {}) || spec.fields[name]?.elsewhere),
  );
  const isBound = bound !== undefined && spec.within !== undefined;
  return looksBeyond || isBound ? fromRecords(spec) : sql`from ${raw(spec.table)} t`;
}

/** What a list shows: the live records in the reader's scope that meet every filter. */
export function listConditions(
  spec: RecordSpec,
  query: ListQuery,
  bound: readonly string[] | undefined,
): Sql {
  const conditions = [sql`t.deleted_at is null`];
  if (spec.listed) conditions.push(spec.listed);
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
    return typeof value === 'string' && value !== '' ? searchCondition(spec, value) : undefined;
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
    case 'decimal':
    case 'number':
      return 'numeric';
    default:
      return 'text';
  }
}

/** Every word must be found: in a text, forgiving accents, case and small typing errors, or as a number's start. */
function searchCondition(spec: RecordSpec, q: string): Sql {
  const { search } = spec;
  if (!search) return sql`true`;
  const words = q.split(/\s+/).filter(Boolean).slice(0, 8);
  return allOf(
    words.map((word) => {
      const inTexts = search.texts.map((text) => sql`searchable(${word}) <% ${text}`);
      const asPart = search.texts.map(
        (text) => sql`${text} like '%' || like_pattern(searchable(${word})) || '%'`,
      );
      const asNumber =
        /^[\d.\s-]{2,}$/.test(word) && search.prefixes ? [search.prefixes(word.replace(/\D/g, ''))] : [];
      return sql`(${join([...asPart, ...inTexts, ...asNumber], ' or ')})`;
    }),
  );
}

/** The page's order, with the id last so that pages never overlap. */
export function orderBy(spec: RecordSpec, sort: string | undefined): Sql {
  const chosen = sort ?? spec.defaultSort;
  const [name, descends] = chosen.startsWith('-') ? [chosen.slice(1), true] : [chosen, false];
  const direction = raw(descends ? 'desc nulls last' : 'asc nulls last');
  return sql`order by ${expressionOf(spec, name)} ${direction}, t.id ${raw(descends ? 'desc' : 'asc')}`;
}
