import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { projectRoot } from '../config/project-root';
import { isLostRace } from './database-errors';
import { APPLICATION, formerSchema, namedRole, textFor, type Place } from './migration-text';
import { isOfPooler } from './pooler-refusal';
import { connectionTo, schemaOf, searchPathOf } from './schema';

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
const READABLE_HISTORY = (role: string): string => `
  do $$ begin
    if exists (select from pg_roles where rolname = '${role}') then
      grant select on _prisma_migrations to ${role};
    end if;
  end $$`;

export interface MigrateOptions {
  /** A folder of `<time>_<name>/migration.sql`; the project's own by default. */
  folder?: string;
  onApplied?: (name: string) => void;
  /** The role of requests; by default the one that migrations name. */
  role?: string | undefined;
  /** Done when nothing is missing, before another program may begin: two that give rights at once hinder each other. */
  afterwards?: (client: pg.Client) => Promise<void>;
}

/** What to say to be rid of all that is in a schema, but for what is of an extension, or of a column. */
const THINGS_OF = `
  select format('drop %s if exists %I.%I cascade',
                case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end,
                $1::text, relname) as drop
    from pg_class c where relnamespace = $1::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S') and not ${isOfAnother('pg_class')}
  union all
  select format('drop routine if exists %s cascade', c.oid::regprocedure)
    from pg_proc c where pronamespace = $1::regnamespace and not ${isOfAnother('pg_proc')}
  union all
  select format('drop type if exists %I.%I cascade', $1::text, typname)
    from pg_type c where typnamespace = $1::regnamespace and typtype in ('e', 'd') and not ${isOfAnother('pg_type')}`;

function isOfAnother(catalogue: string): string {
  return `exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = c.oid and d.refobjid <> c.oid and d.deptype in ('e', 'i'))`;
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
    const place = { schema: schemaOf(ownerUrl), role: options.role };
    await makeSchema(client, place.schema);
    await client.query(HISTORY_TABLE);
    await client.query(READABLE_HISTORY(namedRole(place.role ?? APPLICATION)));
    const pending = outstanding(readMigrations(options.folder), await readApplied(client));
    for (const migration of pending) {
      await apply(client, migration, place);
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
    ...connectionTo(ownerUrl, 'migrate', '-c fieldlab.direct=yes'),
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
  place: Place,
): Promise<void> {
  const known = readMigrations();
  const migrations = wanted.map(({ name, checksum }) => {
    const migration = known.find((each) => each.name === name && each.checksum === checksum);
    if (!migration) throw new MigrationError(`Migration ${name} is not of this version: use the newer one.`);
    return migration;
  });
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass(format('%I._prisma_migrations', $1::text)) is not null as there`,
    [place.schema],
  );
  const applied = rows[0]?.there ? await readApplied(client) : [];
  const isThere = migrations.every(({ name }) => applied.some((row) => row.migration_name === name));
  if (isThere && applied.length === migrations.length) return;
  await clear(client, place.schema);
  await client.query(HISTORY_TABLE);
  for (const migration of migrations) await run(client, migration, place);
}

/** Only who may make a schema has to, and only where there is none. */
export async function makeSchema(client: pg.Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>('select to_regnamespace($1) is not null as there', [
    schema,
  ]);
  if (!rows[0]?.there) await client.query(`create schema ${schema}`);
}

/** Extensions stay, for they are of every register in the database, and so does the schema, which others may use. */
async function clear(client: pg.Client, schema: string): Promise<void> {
  for (const kept of ['history', 'pgboss'] as const)
    await client.query(`drop schema if exists ${formerSchema(schema, kept)} cascade`);
  const { rows } = await client.query<{ drop: string }>(THINGS_OF, [schema]);
  for (const { drop } of rows) await client.query(drop);
}

/** Applies what is missing within the caller's transaction, what waits for the commit settled in between. */
export async function bringUpToDate(client: pg.Client, place: Place): Promise<void> {
  for (const migration of outstanding(readMigrations(), await readApplied(client))) {
    await client.query('set constraints all immediate; set constraints all deferred');
    await run(client, migration, place);
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

const MOST_ATTEMPTS = 5;

/** One that lost a deadlock to somebody who still works was taken back whole, and is done again. */
async function apply(client: pg.Client, migration: Migration, place: Place, attempt = 1): Promise<void> {
  await client.query('begin');
  try {
    await run(client, migration, place);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    if (isLostRace(error) && attempt < MOST_ATTEMPTS) return apply(client, migration, place, attempt + 1);
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`Migration ${migration.name} failed and was taken back: ${reason}`, {
      cause: error,
    });
  }
}

async function run(client: pg.Client, migration: Migration, place: Place): Promise<void> {
  const startedAt = new Date();
  await client.query(`set local search_path = ${[...searchPathOf(place.schema), 'pg_temp'].join(', ')}`);
  await client.query(textFor(migration, place));
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     values ($1, $2, $3, $4, clock_timestamp(), 1)`,
    [randomUUID(), migration.checksum, migration.name, startedAt],
  );
}
