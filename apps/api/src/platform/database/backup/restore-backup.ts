import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { makeSchema, migrateWithin } from '../migrate';
import { formerSchema, type Place } from '../migration-text';
import { connectionTo, programOn, schemaOf } from '../schema';
import type { Attachments } from './attachments';
import { eraseAgain, readErased } from './erased-again';
import {
  attachmentFile,
  BackupError,
  copied,
  IS_OF_JOBS,
  placeOf,
  tableFile,
  type Manifest,
} from './backup-format';
import type { OpenedBackup } from './opened-backup';

export interface RestoreOptions {
  ownerUrl: string;
  /** Of requests; by default the one that migrations name. */
  role?: string | undefined;
  attachments: Attachments;
  /** What the register holds now may go. */
  replace: boolean;
}

/**
 * Puts the register back as it was when the backup was made: all of it, or nothing. What was erased since stays
 * erased. A backup of an older version leaves its tables, to be brought up to date when the register is opened.
 * @returns sentences about what was erased since and could not be erased again
 * @throws BackupError where the register is in use or not empty, or the backup is of a newer version or damaged
 */
export async function restoreBackup(
  backup: OpenedBackup,
  { ownerUrl, role, attachments, replace }: RestoreOptions,
): Promise<string[]> {
  const client = new pg.Client(connectionTo(ownerUrl, 'restore'));
  await client.connect();
  const place: Place = { schema: schemaOf(ownerUrl), role };
  let left: string[];
  try {
    await client.query('begin');
    await assertAlone(client, place.schema);
    await makeSchema(client, place.schema);
    if (!replace) await assertEmpty(client);
    const erased = await readErased(client);
    await migrateWithin(client, backup.manifest.migrations, place);
    await load(client, backup, place.schema);
    left = await eraseAgain(client, erased, place);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
  await restoreAttachments(backup, attachments);
  return left;
}

/** Programs of other registers in the same database may go on. */
async function assertAlone(client: pg.Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
        and not (application_name ~ '^fieldlab(@| |$)' and split_part(application_name, ' ', 1) <> $1)`,
    [programOn(schema)],
  );
  if ((rows[0]?.count ?? 0) > 0)
    throw new BackupError('The register is in use: end the server, and whoever else is connected, first.');
}

/** Also a register from which everything was deleted is not empty: it has a history. */
async function assertEmpty(client: pg.Client): Promise<void> {
  if (!(await hasTable(client, 'revisions'))) return;
  const { rows } = await client.query<{ used: boolean }>(
    'select exists (select from revisions) or exists (select from users) as used',
  );
  if (rows[0]?.used)
    throw new BackupError('The register is not empty. With --replace what it holds now is lost.');
}

async function hasTable(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    `select to_regclass(format('%I.%I', current_schema(), $1::text)) is not null as found`,
    [name],
  );
  return rows[0]?.found ?? false;
}

/** The tables as they were: no trigger runs, or the history and the trail would begin anew. */
async function load(client: pg.Client, backup: OpenedBackup, schema: string): Promise<void> {
  const { tables, sequences } = backup.manifest;
  const every = await allTables(client, schema);
  for (const table of every) await client.query(`alter table ${table} disable trigger user`);
  await client.query(`truncate ${every.join(', ')} cascade`);
  for (const table of await inOrderOfReference(client, tables, schema))
    await loadTable(client, backup, table, schema);
  for (const { name, last } of sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [
      `${schema}.${name}`,
      ...(last === null ? ['1', false] : [last, true]),
    ]);
  for (const table of every) await client.query(`alter table ${table} enable trigger user`);
}

async function loadTable(
  client: pg.Client,
  backup: OpenedBackup,
  table: Manifest['tables'][number],
  schema: string,
): Promise<void> {
  const { name, rows, sha256 } = table;
  const content = await backup.read(tableFile(table.schema, name), sha256);
  const into = client.query(copyFrom(`copy ${copied(table, schema)} from stdin`));
  await pipeline(content, into);
  if (into.rowCount !== rows)
    throw new BackupError(`${name} has ${into.rowCount} rows, and ${rows} were backed up.`);
}

async function allTables(client: pg.Client, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname = any($1::text[]) and c.relname <> '_prisma_migrations'
        and not ${IS_OF_JOBS}`,
    [[schema, formerSchema(schema, 'history')]],
  );
  return rows.map(({ name }) => name);
}

/** Tables after those that they refer to; what a table refers to in itself is looked at when it is loaded. */
async function inOrderOfReference(
  client: pg.Client,
  tables: Manifest['tables'],
  schema: string,
): Promise<Manifest['tables']> {
  const { rows } = await client.query<{ child: string; parent: string }>(
    `select distinct child.relname as child, parent.relname as parent
       from pg_constraint join pg_class child on child.oid = conrelid join pg_class parent on parent.oid = confrelid
      where contype = 'f' and conrelid <> confrelid and child.relnamespace = $1::regnamespace`,
    [schema],
  );
  const waiting = new Map(
    tables.map((table) => [table.schema === 'public' ? table.name : placeOf(table, schema), table]),
  );
  const ordered: Manifest['tables'] = [];
  while (waiting.size > 0) {
    const next = [...waiting].filter(
      ([name]) => !rows.some(({ child, parent }) => child === name && waiting.has(parent)),
    );
    if (next.length === 0) throw new BackupError('Its tables refer to each other in a ring.');
    for (const [name, table] of next) {
      ordered.push(table);
      waiting.delete(name);
    }
  }
  return ordered;
}

async function restoreAttachments(backup: OpenedBackup, attachments: Attachments): Promise<void> {
  for (const { path, sha256 } of backup.manifest.attachments)
    await attachments.put(path, await backup.read(attachmentFile(path), sha256));
}
