import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyChain } from '@api/modules/audit-events/audit-chain.repository';
import { AttachmentsFolder } from '@api/platform/database/backup/attachments';
import { OpenedBackup } from '@api/platform/database/backup/opened-backup';
import { restoreBackup } from '@api/platform/database/backup/restore-backup';
import { writeBackup } from '@api/platform/database/backup/write-backup';
import { Database } from '@api/platform/database/database';
import { grantToApplication } from '@api/platform/database/grants';
import { migrate, migrateWithin } from '@api/platform/database/migrate';
import { NOBODY } from '@api/platform/database/migration-text';
import { connectionTo, schemaOf } from '@api/platform/database/schema';
import { JobsService } from '@api/platform/jobs/jobs.service';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, inSchema, type TestDatabase } from '../support/database';
import { STRAIGHT } from '../support/app';
import { aCentre, aCompany, aParticipation } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

const OTHER = 'programma_c';
const AS_OF = '2026-01-01';

let database: TestDatabase;
let folder: string;
let first: TestRegister;
let second: TestRegister;
let one: Caller;
let two: Caller;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldlab-programmes-'));
  database = await createTestDatabase();
  const role = new URL(database.appUrl).username;
  await migrate(inSchema(database.ownerUrl, OTHER), {
    role,
    afterwards: (client) => grantToApplication(client, role),
  });
  first = await startTestRegister({}, 0, undefined, { ...STRAIGHT, register: database });
  second = await startTestRegister({}, 0, undefined, { ...STRAIGHT, register: inOther(database) });
  [one, two] = [await first.as('ADMIN'), await second.as('ADMIN')];
});
afterAll(async () => {
  await first.close();
  await second.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const inOther = ({ ownerUrl, appUrl }: Pick<TestDatabase, 'ownerUrl' | 'appUrl'>, schema = OTHER) => ({
  ownerUrl: inSchema(ownerUrl, schema),
  appUrl: inSchema(appUrl, schema),
});

async function participated(by: Caller, firms: number): Promise<void> {
  const centre = await aCentre(by);
  for (let firm = 0; firm < firms; firm += 1) {
    const company = await aCompany(by, { organisationType: 'BUSINESS' });
    await aParticipation(by, company.id, centre.id);
  }
}

const companiesOf = async (by: Caller): Promise<number> =>
  ((await by.get('/companies?perPage=1').expect(200)).body as { total: number }).total;
const figuresOf = async (by: Caller): Promise<{ knownAt: string; values: string }> => {
  const { body } = await by.get(`/figures?asOf=${AS_OF}`).expect(200);
  const { knownAt, ...values } = body as { knownAt: string };
  return { knownAt, values: JSON.stringify(values) };
};
const chainOf = ({ database: { pool } }: TestRegister) =>
  pool.connect().then((client) => verifyChain(client).finally(() => client.release()));

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionTo(url, 'test'));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe('two registers in one database', () => {
  it('have lists, figures, clocks, trails and tokens of their own', async () => {
    const untouched = { figures: await figuresOf(two), chain: await chainOf(second) };
    await participated(one, 3);
    expect([await companiesOf(one), await companiesOf(two)]).toEqual([3, 0]);
    expect(await figuresOf(two)).toEqual(untouched.figures);
    expect(await chainOf(second)).toEqual(untouched.chain);

    const before = { figures: await figuresOf(one), chain: await chainOf(first) };
    await participated(two, 1);
    expect([await companiesOf(one), await companiesOf(two)]).toEqual([3, 1]);
    expect(await figuresOf(one)).toEqual(before.figures);
    expect(await chainOf(first)).toEqual(before.chain);
    const now = await chainOf(second);
    expect([before.chain.faults, now.faults]).toEqual([[], []]);
    expect(now.links).toBeGreaterThan(untouched.chain.links);
    expect((await figuresOf(two)).values).not.toBe(before.figures.values);

    const sent = async (to: TestRegister, token: string): Promise<number> =>
      (await fetch(`${to.url}/api/v1/session`, { headers: { Authorization: `Bearer ${token}` } })).status;
    expect([await sent(first, one.token), await sent(second, one.token)]).toEqual([200, 401]);
    expect([await sent(first, two.token), await sent(second, two.token)]).toEqual([401, 200]);
  });

  it('work off jobs of their own', async () => {
    const [mine, theirs] = [vi.fn<() => Promise<void>>(), vi.fn<() => Promise<void>>()];
    const [here, there] = [first.app.get(JobsService), second.app.get(JobsService)];
    for (const [jobs, done] of [
      [here, mine],
      [there, theirs],
    ] as const) {
      jobs.handle('scan-duplicates', () => done());
      await jobs.start();
    }
    const send = (jobs: JobsService, { database: of }: TestRegister, subject: string) =>
      of.transaction((client) => jobs.send(client, 'scan-duplicates', subject));
    await send(here, first, 'all');
    for (const jobs of [here, there]) await jobs.wake('scan-duplicates');
    await vi.waitFor(() => expect(mine).toHaveBeenCalledOnce(), { timeout: 10_000 });
    // What it is given itself comes after whatever it would have taken of the other.
    await send(there, second, 'all');
    await there.wake('scan-duplicates');
    await vi.waitFor(() => expect(theirs).toHaveBeenCalled(), { timeout: 10_000 });
    expect([mine.mock.calls.length, theirs.mock.calls.length]).toEqual([1, 1]);
  });

  it('do not wait for each other', async () => {
    await asOwner(database.ownerUrl, async (holder) => {
      await holder.query('begin');
      await holder.query(`select pg_advisory_xact_lock(knowledge_lock_key()), lock_merges()`);
      await aCompany(two);
      await figuresOf(two);
      const { rows } = await asOwner(inSchema(database.ownerUrl, OTHER), (client) =>
        client.query(`select lock_merges(), pg_advisory_xact_lock(knowledge_lock_key())`),
      );
      expect(rows).toHaveLength(1);
      await holder.query('rollback');
    });
  });

  it('are backed up and put back each by itself, also as another programme', async () => {
    const attachments = new AttachmentsFolder(join(folder, 'none'));
    const file = join(folder, 'first.backup');
    const manifest = await writeBackup({ ownerUrl: database.ownerUrl, attachments, file });
    const there = inOther(database, 'programma_d');
    const backup = await OpenedBackup.open(file);
    // Whoever works on the two others need not end.
    await restoreBackup(backup, { ...there, attachments, replace: false }).finally(() => backup.close());
    await asOwner(there.ownerUrl, (client) => grantToApplication(client, new URL(there.appUrl).username));
    const restored = new Database(there.appUrl);
    try {
      const { rows } = await restored.pool.query<{ count: number }>(
        'select count(*)::int as count from participations_history',
      );
      expect(rows).toEqual([{ count: 3 }]);
      const chain = await restored.snapshot((client) => verifyChain(client, [manifest.auditHead.hash]));
      expect(chain.faults).toEqual([]);
    } finally {
      await restored.close();
    }
    expect(await companiesOf(two)).toBe(2);
  });

  it('are emptied each by itself, and keep what both use', async () => {
    await asOwner(database.ownerUrl, async (client) => {
      await client.query('begin');
      const { rows } = await client.query<{ name: string; checksum: string }>(
        'select migration_name as name, checksum from _prisma_migrations order by 1',
      );
      await migrateWithin(client, rows.slice(0, 5), { schema: schemaOf(database.ownerUrl) });
      const { rows: found } = await client.query<{ here: number; there: number }>(
        `select (select count(*)::int from companies) as here,
                (select count(*)::int from ${OTHER}.companies where ${OTHER}.searchable(name) % 'firma') as there`,
      );
      expect(found[0]?.here).toBe(0);
      expect(found[0]?.there).toBeGreaterThan(0);
      await client.query('rollback');
    });
    expect(await companiesOf(one)).toBe(3);
  });

  it('are told apart by roles, where each has one', async () => {
    const url = inSchema(database.ownerUrl, 'programma_e');
    await migrate(url, { role: NOBODY });
    const { rows } = await asOwner(url, (client) =>
      client.query<{ role: string; uses: boolean; reads: boolean }>(
        `select rolname as role, has_schema_privilege(rolname, current_schema(), 'usage') as uses,
                has_table_privilege(rolname, 'companies', 'select') as reads
           from pg_roles where rolname = $1`,
        [new URL(database.appUrl).username],
      ),
    );
    expect(rows).toEqual([{ role: 'fieldlab_app', uses: false, reads: false }]);
  });

  it('are found by people who look: nothing of one is in the schema of the other, and no other schema is', async () => {
    const { rows } = await asOwner(database.ownerUrl, (client) =>
      client.query<{ schema: string; tables: number }>(
        `select n.nspname as schema, count(*)::int as tables from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' group by 1 order by 1`,
      ),
    );
    const schemas = rows.map(({ schema }) => schema);
    expect(schemas).toEqual([OTHER, 'programma_d', 'programma_e', schemaOf(database.ownerUrl)].sort());
    expect(new Set(rows.map(({ tables }) => tables)).size).toBe(1);
    expect(await readdir(folder)).toEqual(['first.backup']);
  });
});
