import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { projectRoot } from '../config/project-root';
import { isOfPooler } from './pooler-refusal';

/** The number that Prisma's own command locks on, so that neither runs while the other does. */
const PRISMA_ADVISORY_LOCK = 72707369;
const UNDEFINED_TABLE = '42P01';

// Prisma's table, to the letter: its tools keep working on our database.
const HISTORY_TABLE = `
  create table if not exists _prisma_migrations (
    id                  varchar(36) primary key not null,
    checksum            varchar(64) not null,
    finished_at         timestamptz,
    migration_name      varchar(255) not null,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

// The server asks on readiness whether a migration is missing, and does so with few rights.
const READABLE_HISTORY = `
  do $$ begin
    if exists (select from pg_roles where rolname = 'fieldlab_app') then
      grant select on _prisma_migrations to fieldlab_app;
    end if;
  end $$`;

export interface MigrateOptions {
  /** A folder of `<time>_<name>/migration.sql`; the project's own by default. */
  folder?: string;
  onApplied?: (name: string) => void;
  /** Done when nothing is missing, before another program may begin: two that give rights at once hinder each other. */
  afterwards?: (client: pg.Client) => Promise<void>;
}

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface AppliedMigration {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

interface Queryable {
  query(sql: string): Promise<{ rows: unknown[] }>;
}

export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/**
 * Brings the database up to date, each migration in a transaction of its own; a second program that starts at the
 * same time waits. Answers the names of what was applied.
 * @throws MigrationError when a landed migration was edited, failed, or belongs to a newer version of this program.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  const client = await connectDirectly(ownerUrl);
  try {
    await client.query('select pg_advisory_lock($1)', [PRISMA_ADVISORY_LOCK]);
    await client.query('set client_min_messages to warning');
    await client.query(HISTORY_TABLE);
    await client.query(READABLE_HISTORY);
    const pending = outstanding(readMigrations(options.folder), await readApplied(client));
    for (const migration of pending) {
      await apply(client, migration);
      options.onApplied?.(migration.name);
    }
    await options.afterwards?.(client);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** The lock that migrations take is of a session, which a pooler would lend to others meanwhile. */
async function connectDirectly(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    ...{ connectionString: ownerUrl, application_name: 'fieldlab migrate' },
    options: '-c fieldlab.direct=yes',
  });
  const isDirect = await client
    .connect()
    .then(() => client.query<{ direct: string }>(`select current_setting('fieldlab.direct', true) as direct`))
    .then(
      ({ rows: [row] }) => row?.direct === 'yes',
      (error: unknown) => {
        if (isOfPooler(error)) return false;
        throw error;
      },
    );
  if (isDirect) return client;
  await client.end().catch(() => undefined);
  throw new MigrationError(
    'Migrations need PostgreSQL itself, and are led through a pooler of connections: ' +
      'set DATABASE_OWNER_URL to an address that goes past it.',
  );
}

/** The names of the migrations that the database still lacks. @throws MigrationError as `migrate` does. */
export async function pendingMigrations(database: Queryable, folder?: string): Promise<string[]> {
  return outstanding(readMigrations(folder), await readApplied(database)).map(({ name }) => name);
}

/**
 * Makes the tables as they were after certain migrations, within the caller's transaction: a database that is at
 * others loses all that it holds.
 * @throws MigrationError when one of them is not known here, or was another
 */
export async function migrateWithin(
  client: pg.Client,
  wanted: readonly Pick<Migration, 'name' | 'checksum'>[],
): Promise<void> {
  const known = readMigrations();
  const migrations = wanted.map(({ name, checksum }) => {
    const migration = known.find((each) => each.name === name && each.checksum === checksum);
    if (!migration) throw new MigrationError(`Migration ${name} is not of this version: use the newer one.`);
    return migration;
  });
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('public._prisma_migrations') is not null as there`,
  );
  const applied = rows[0]?.there ? await readApplied(client) : [];
  const isThere = migrations.every(({ name }) => applied.some((row) => row.migration_name === name));
  if (isThere && applied.length === migrations.length) return;
  await client.query(
    `drop schema if exists history cascade; drop schema if exists pgboss cascade;
     drop schema public cascade; create schema public`,
  );
  await client.query('grant usage on schema public to public');
  await client.query(HISTORY_TABLE);
  for (const migration of migrations) await run(client, migration);
}

/** Applies what is missing within the caller's transaction, what waits for the commit settled in between. */
export async function bringUpToDate(client: pg.Client): Promise<void> {
  for (const migration of outstanding(readMigrations(), await readApplied(client))) {
    await client.query('set constraints all immediate; set constraints all deferred');
    await run(client, migration);
  }
}

function readMigrations(folder = join(projectRoot(), 'prisma', 'migrations')): Migration[] {
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

async function readApplied(database: Queryable): Promise<AppliedMigration[]> {
  try {
    const { rows } = await database.query(
      'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
    );
    return rows as AppliedMigration[];
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === UNDEFINED_TABLE) return [];
    throw error;
  }
}

function outstanding(migrations: Migration[], applied: AppliedMigration[]): Migration[] {
  const ours = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished_at: finishedAt } of applied) {
    const migration = ours.get(name);
    if (!migration) {
      throw new MigrationError(
        `The database has migration ${name}, which this version does not know: start the newer version.`,
      );
    }
    if (!finishedAt) throw new MigrationError(`Migration ${name} began in this database and never finished.`);
    if (migration.checksum !== checksum) {
      throw new MigrationError(
        `Migration ${name} was edited after it was applied to this database: undo the edit and add a new migration.`,
      );
    }
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !done.has(name));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await run(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`Migration ${migration.name} failed and was taken back: ${reason}`, {
      cause: error,
    });
  }
}

async function run(client: pg.Client, migration: Migration): Promise<void> {
  const startedAt = new Date();
  await client.query(migration.sql);
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     values ($1, $2, $3, $4, clock_timestamp(), 1)`,
    [randomUUID(), migration.checksum, migration.name, startedAt],
  );
}
