import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ColumnClient } from '../../../platform/columns/column-store';
import { copiedOut } from '../../../platform/database/copied-out';
import type { SqlClient } from '../../../platform/database/database';
import { rowsOf, sql, type Queryable } from '../../../platform/database/sql';

/** A table as it is copied: its columns, with the types that DuckDB has for them. */
export interface CopiedTable {
  /** With its schema, which is the same on both sides. */
  name: string;
  columns: readonly { name: string; type: string }[];
}

/** The same types under other names, by PostgreSQL's. Enumerations keep theirs. */
const TYPES: Readonly<Record<string, string>> = { 'timestamp with time zone': 'timestamptz' };

/** What PostgreSQL says of the columns of tables, in their order there, less those that are left out. */
export async function describeTables(
  client: Queryable,
  names: readonly string[],
  leftOut: readonly string[] = [],
): Promise<CopiedTable[]> {
  const rows = await rowsOf<{ table: string; name: string; type: string }>(
    client,
    sql`select t.name as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
          from unnest(${names}::text[]) t (name) join pg_attribute a on a.attrelid = t.name::regclass
         where a.attnum > 0 and not a.attisdropped order by a.attnum`,
  );
  return names.map((name) => ({
    name,
    columns: rows
      .filter((row) => row.table === name && !leftOut.includes(row.name))
      .map((row) => ({ name: row.name, type: TYPES[row.type.replace(/\(\d\)/, '')] ?? row.type })),
  }));
}

/** The register's enumerations with their values in order, which counts: statements compare levels and sizes. */
export async function enumerationsOf(client: Queryable): Promise<Map<string, readonly string[]>> {
  const rows = await rowsOf<{ name: string; labels: string[] }>(
    client,
    sql`select t.typname as name, array_agg(e.enumlabel::text order by e.enumsortorder) as labels
          from pg_type t join pg_enum e on e.enumtypid = t.oid
         where t.typnamespace = current_schema()::regnamespace and t.typname <> 'job_state' group by t.typname`,
  );
  return new Map(rows.map(({ name, labels }) => [name, labels]));
}

export async function createEnumerations(from: Queryable, into: ColumnClient): Promise<void> {
  for (const [name, labels] of await enumerationsOf(from)) {
    await into.run(`create type ${name} as enum (${labels.map((label) => `'${label}'`).join(', ')})`);
  }
}

export const createTable = (
  into: ColumnClient,
  { name, columns }: CopiedTable,
  temporary?: string,
): Promise<void> =>
  into.run(
    `create ${temporary === undefined ? `table ${name}` : `temporary table ${temporary}`}
      (${columns.map((column) => `${column.name} ${column.type}`).join(', ')})`,
  );

const isList = ({ type }: { type: string }): boolean => type.endsWith('[]');

/**
 * Copies the rows of a PostgreSQL table that meet a condition, by way of a file, which both sides read and write fast.
 * @param condition holds no values from outside
 */
export async function copyRows(
  from: SqlClient,
  into: ColumnClient,
  { name, columns }: CopiedTable,
  { condition = 'true', as = name }: { condition?: string; as?: string } = {},
): Promise<void> {
  const folder = await mkdtemp(joinPath(tmpdir(), 'fieldlab-copy-'));
  const file = joinPath(folder, 'rows.csv');
  try {
    const out = columns.map((column) => (isList(column) ? `to_json(${column.name})` : column.name));
    await pipeline(
      copiedOut(
        from,
        `copy (select ${out.join(', ')} from ${name} where ${condition}) to stdout (format csv)`,
      ),
      createWriteStream(file, { mode: 0o600 }),
    );
    const read = columns.map((column) => `'${column.name}': '${isList(column) ? 'varchar' : column.type}'`);
    const put = columns.map((column) =>
      isList(column) ? `${column.name}::json::${column.type}` : column.name,
    );
    await into.run(
      `insert into ${as} (${columns.map((column) => column.name).join(', ')}) select ${put.join(', ')} from read_csv(
        '${file.replaceAll("'", "''")}', header = false, auto_detect = false, delim = ',', quote = '"', escape = '"',
        new_line = '\\n', nullstr = '', allow_quoted_nulls = false, columns = {${read.join(', ')}})`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
