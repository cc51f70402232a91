import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { projectRoot } from '@api/platform/config/project-root';
import { MigrationError, migrate, pendingMigrations } from '@api/platform/database/migrate';
import { openRegister } from '@api/platform/database/open-register';
import { createEmptyDatabase, createTestDatabase } from '../support/database';

const undo: (() => Promise<unknown>)[] = [];

/** An empty database and a folder of migrations that make tables `a` and `b`. */
async function setup() {
  const database = await createEmptyDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'fieldlab-migrations-'));
  const pool = new pg.Pool({ connectionString: database.ownerUrl });
  undo.push(
    () => rm(folder, { recursive: true }),
    () => database.drop(),
    () => pool.end(),
  );
  const add = async (name: string, sql: string): Promise<void> => {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'migration.sql'), sql);
  };
  await add('20200102000000_made_b', 'create table b (a_id int references a)');
  await add('20200101000000_made_a', 'create table a (id int primary key); insert into a values (1)');
  const tables = async (): Promise<string[]> => {
    const { rows } = await pool.query<{ tablename: string }>(
      `select tablename from pg_tables where schemaname = current_schema() and tablename !~ '^_' order by 1`,
    );
    return rows.map((row) => row.tablename);
  };
  return { url: database.ownerUrl, folder, pool, add, tables };
}

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

describe(migrate.name, () => {
  it('applies what is missing, in order, and nothing twice', async () => {
    const { url, folder, pool, tables } = await setup();
    const all = ['20200101000000_made_a', '20200102000000_made_b'];
    expect(await pendingMigrations(pool, folder)).toEqual(all);
    expect(await migrate(url, { folder })).toEqual(all);
    expect(await tables()).toEqual(['a', 'b']);
    expect(await migrate(url, { folder })).toEqual([]);
    expect(await pendingMigrations(pool, folder)).toEqual([]);
  });

  it('lets several programs start at once', async () => {
    const { url, folder } = await setup();
    const applied = await Promise.all([1, 2, 3].map(() => migrate(url, { folder })));
    expect(applied.flat()).toHaveLength(2);
  });

  it('does a migration again that lost a deadlock to somebody who still works', async () => {
    const { url, folder, pool, add } = await setup();
    await add('20200103000000_made_two', 'create table one (id int); create table other (id int)');
    await migrate(url, { folder });
    await add('20200104000000_locked_both', 'lock table one; lock table other; create table c (id int)');
    const writer = await pool.connect();
    await writer.query('begin');
    await writer.query('insert into other values (1)');
    const migrated = migrate(url, { folder });
    // It has one and waits for the other; who waits first is the one that finds the deadlock, and gives way.
    await vi.waitFor(async () => {
      const { rowCount } = await pool.query(
        'select from pg_locks where not granted and relation = $1::regclass',
        ['other'],
      );
      expect(rowCount).toBe(1);
    });
    await writer.query('insert into one values (1)');
    await writer.query('commit');
    writer.release();
    expect(await migrated).toEqual(['20200104000000_locked_both']);
    expect((await pool.query('select from c')).rowCount).toBe(0);
  });

  it('refuses a migration that was edited after it landed', async () => {
    const { url, folder, pool, add } = await setup();
    await migrate(url, { folder });
    await add('20200101000000_made_a', 'create table a (id bigint primary key)');
    await expect(migrate(url, { folder })).rejects.toThrow(
      /20200101000000_made_a was edited after it was applied/,
    );
    await expect(pendingMigrations(pool, folder)).rejects.toThrow(MigrationError);
  });

  it('takes a failed migration back as a whole, keeps those before it, and goes on once it is mended', async () => {
    const { url, folder, add, tables } = await setup();
    await add('20200103000000_made_c', 'create table c (id int); select 1 / 0');
    await expect(migrate(url, { folder })).rejects.toThrow(
      'Migration 20200103000000_made_c failed and was taken back: division by zero',
    );
    expect(await tables()).toEqual(['a', 'b']);
    await add('20200103000000_made_c', 'create table c (id int)');
    expect(await migrate(url, { folder })).toEqual(['20200103000000_made_c']);
  });

  it('refuses a database of a newer version', async () => {
    const { url, folder } = await setup();
    await migrate(url, { folder });
    await rm(join(folder, '20200102000000_made_b'), { recursive: true });
    await expect(migrate(url, { folder })).rejects.toThrow(/which this version does not know/);
  });

  it("leaves the project's own register up to date", async () => {
    const { ownerUrl, appUrl, drop } = await createTestDatabase();
    undo.push(drop);
    expect(await migrate(ownerUrl)).toEqual([]);
    const pool = new pg.Pool({ connectionString: appUrl });
    undo.push(() => pool.end());
    expect(await pendingMigrations(pool)).toEqual([]);
    const copy = await mkdtemp(join(tmpdir(), 'fieldlab-migrations-'));
    undo.push(() => rm(copy, { recursive: true }));
    await cp(join(projectRoot(), 'prisma', 'migrations'), copy, { recursive: true });
    await mkdir(join(copy, '29990101000000_came_later'));
    await writeFile(join(copy, '29990101000000_came_later', 'migration.sql'), 'select 1');
    expect(await pendingMigrations(pool, copy)).toEqual(['29990101000000_came_later']);
  });
});

describe(openRegister.name, () => {
  it('is done by several programs at once: they give the role of requests its rights one after the other', async () => {
    const { appUrl: url, ownerUrl, drop } = await createTestDatabase();
    undo.push(drop);
    const sessionSecret = 'a secret of the tests, long enough';
    const options = { ...{ url, ownerUrl, dataDir: '/nowhere', sessionSecret }, log: () => undefined };
    const opened = await Promise.allSettled(Array.from({ length: 6 }, () => openRegister(options)));
    for (const one of opened) if (one.status === 'fulfilled') await one.value.close();
    expect(opened.map(({ status }) => status)).toEqual(opened.map(() => 'fulfilled'));
  });
});
