import { rename, rm } from 'node:fs/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { ArchiveWriter } from './archive-writer';
import { formerSchema } from '../migration-text';
import { connectionTo, schemaOf } from '../schema';
import type { Attachments } from './attachments';
import { BackupFile } from './backup-file';
import {
  attachmentFile,
  BACKUP_VERSION,
  copied,
  IS_OF_JOBS,
  LEFT_OUT,
  MANIFEST,
  tableFile,
  type BackupError,
  type KnownFigures,
  type Manifest,
} from './backup-format';

export interface BackupOptions {
  /** Of the role that owns the tables: others may not read all of them. */
  ownerUrl: string;
  attachments: Attachments;
  file: string;
  /** Undefined: whoever has the file can read it. */
  passphrase?: string | undefined;
  /** Computes what figures were at instants of the past, to be compared with after a restore. */
  figuresAt?: (instants: readonly Date[]) => Promise<KnownFigures[]>;
}

/** At so many instants of the past figures are told in the manifest. */
const INSTANTS = 10;

type Table = Omit<Manifest['tables'][number], 'rows' | 'sha256'>;

/**
 * Writes the whole register to one file, as it is at one moment, while others go on writing.
 * @throws BackupError where one file cannot hold it
 */
export async function writeBackup(options: BackupOptions): Promise<Manifest> {
  const { ownerUrl, attachments, file, passphrase, figuresAt } = options;
  const schema = schemaOf(ownerUrl);
  const partial = `${file}.partial`;
  const target = new BackupFile(partial, passphrase);
  const archive = new ArchiveWriter(target);
  const client = new pg.Client(connectionTo(ownerUrl, 'backup'));
  try {
    await client.connect();
    await client.query('begin isolation level repeatable read read only');
    await client.query(
      "set local timezone = 'UTC'; set local datestyle = 'ISO'; set local extra_float_digits = 1",
    );
    const manifest = await describe(client);
    for (const table of await tablesOf(client, schema)) {
      manifest.tables.push(await addTable(client, archive, table, schema));
    }
    const instants = figuresAt ? await pastInstants(client, manifest.knownAt) : [];
    await client.query('commit');
    // What was known at an instant of the past stays so while others write.
    manifest.figures = await figuresAt?.(instants);
    // After the tables: an attachment that a record names is there before its record is.
    manifest.attachments.push(...(await addAttachments(archive, attachments)));
    await archive.add(MANIFEST, [Buffer.from(JSON.stringify(manifest, null, 2))]);
    await archive.end();
    await rename(partial, file);
    return manifest;
  } catch (error) {
    await target.abandon();
    await rm(partial, { force: true });
    throw error as BackupError;
  } finally {
    await client.end();
  }
}

async function describe(client: pg.Client): Promise<Manifest> {
  const { rows: migrations } = await client.query<Manifest['migrations'][number]>(
    `select migration_name as name, checksum from _prisma_migrations
      where rolled_back_at is null and finished_at is not null order by migration_name`,
  );
  const { rows: sequences } = await client.query<Manifest['sequences'][number]>(
    `select sequencename as name, last_value::text as last from pg_sequences where schemaname = current_schema() order by 1`,
  );
  const { rows } = await client.query<{ position: string; hash: Buffer; known_at: Date; last: string }>(
    `select h.position, h.hash, k.known_at, (select coalesce(max(id), 0) from revisions)::text as last
       from audit_head h, knowledge_clock k`,
  );
  const [head] = rows;
  if (!head) throw new Error('The register has no audit head.');
  return {
    ...{ format: 'fieldlab-backup', version: BACKUP_VERSION, createdAt: new Date().toISOString() },
    ...{ knownAt: head.known_at.toISOString(), migrations, sequences, tables: [], attachments: [] },
    lastRevision: head.last,
    auditHead: { position: Number(head.position), hash: head.hash.toString('hex') },
  };
}

/** The ends of equal parts of the register's history, the oldest first. */
async function pastInstants(client: pg.Client, knownAt: string): Promise<Date[]> {
  const { rows } = await client.query<{ instant: Date }>(
    `select max(known_at) as instant
       from (select known_at, ntile($1) over (order by known_at) as part from revisions where known_at <= $2) r
      group by part order by 1`,
    [INSTANTS, knownAt],
  );
  return rows.map(({ instant }) => instant);
}

async function tablesOf(client: pg.Client, schema: string): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select case n.nspname when $2 then 'public' else 'history' end as schema, c.relname as name,
            array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ($2, $3)
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relkind = 'r' and c.relname <> all($1::text[]) and not ${IS_OF_JOBS}
      group by n.nspname, c.relname order by 1 desc, 2`,
    [LEFT_OUT, schema, formerSchema(schema, 'history')],
  );
  return rows;
}

async function addTable(
  client: pg.Client,
  archive: ArchiveWriter,
  table: Table,
  schema: string,
): Promise<Manifest['tables'][number]> {
  const stream = client.query(copyTo(`copy ${copied(table, schema)} to stdout`));
  const content = stream as AsyncIterable<Buffer>;
  const { sha256 } = await archive.add(tableFile(table.schema, table.name), content);
  return { ...table, rows: stream.rowCount, sha256 };
}

async function addAttachments(
  archive: ArchiveWriter,
  attachments: Attachments,
): Promise<Manifest['attachments']> {
  const added: Manifest['attachments'] = [];
  for await (const { path, open } of attachments.all())
    added.push({
      path,
      ...(await archive.add(attachmentFile(path), (await open()) as AsyncIterable<Buffer>)),
    });
  return added;
}
