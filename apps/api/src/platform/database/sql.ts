import { Prisma } from '@prisma-generated/client';
import type { QueryResultRow } from 'pg';

/** A piece of SQL with its parameters: pieces are composed, values are never spliced into text. */
export type Sql = Prisma.Sql;
export const { sql, join, raw, empty } = Prisma;

/** Whatever runs statements: PostgreSQL's pool and its connections, and the columns that a snapshot is written from. */
export interface Queryable {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Joins conditions with `and`; no condition is no restriction. */
export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : join(conditions, ' and ');

/** Many ids as one value: the driver takes longer over a long list than the database over the rest. */
export const listOfIds = (ids: readonly string[]): Sql => sql`string_to_array(${ids.join(',')}, ',')`;

/** Runs one statement and answers its rows. */
export async function rowsOf<Row extends QueryResultRow>(client: Queryable, statement: Sql): Promise<Row[]> {
  return (await client.query(statement.text, statement.values)).rows as Row[];
}

/** A statement with its values written in it, where none can be given beside it, as for `copy`. */
export const written = ({ strings, values }: Sql): string =>
  strings.reduce((text, part, index) => `${text}${literal(values[index - 1])}${part}`);

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]`;
  throw new Error(`No literal is made of a ${typeof value}`);
}
