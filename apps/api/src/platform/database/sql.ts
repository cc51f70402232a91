import { Prisma } from '@prisma-generated/client';
import type { Pool, PoolClient, QueryResultRow } from 'pg';

/** A piece of SQL with its parameters: pieces are composed, values are never spliced into text. */
export type Sql = Prisma.Sql;
export const { sql, join, raw, empty } = Prisma;

/** Joins conditions with `and`; no condition is no restriction. */
export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : join(conditions, ' and ');

/** Runs one statement and answers its rows. */
export async function rowsOf<Row extends QueryResultRow>(
  client: Pool | PoolClient,
  statement: Sql,
): Promise<Row[]> {
  return (await client.query<Row>(statement.text, statement.values)).rows;
}
