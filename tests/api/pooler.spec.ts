import { ConfigurationError } from '@api/platform/config/env.schema';
import { Database } from '@api/platform/database/database';
import { digestKeyOf } from '@api/platform/database/digest-key';
import { migrate, MigrationError } from '@api/platform/database/migrate';
import { openRegister } from '@api/platform/database/open-register';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { pgbouncerProgram, startPgBouncer, type PgBouncer } from '../support/pgbouncer';
import { startTestRegister, type TestRegister } from '../support/register';
import { uploaded } from '../support/uploads';
import { xlsx } from '../support/workbook';

const program = pgbouncerProgram();
if (program === undefined) console.log('pgbouncer is not installed: nothing is asked through it here.');

const PATIENCE = { timeout: 60_000, interval: 50 };
const SETTINGS = `select current_setting('timezone') as zone, current_setting('statement_timeout') as longest,
  length(current_setting('fieldlab.digest_key', true)) > 0 as keyed`;
const SET = [{ zone: 'UTC', longest: '10s', keyed: true }];

describe('a database behind a pooler of transactions', () => {
  let test: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    test = await createTestDatabase();
    const options = { pooler: 'transaction' as const, digestKey: digestKeyOf('a secret'), maxConnections: 1 };
    database = new Database(test.appUrl, options);
  });
  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  it('has its settings in every transaction, and in a statement alone', async () => {
    const rowsOf = async (asked: Promise<pg.QueryResult>) => (await asked).rows as unknown[];
    expect(await rowsOf(database.pool.query(SETTINGS))).toEqual(SET);
    expect(await database.prepared({ text: SETTINGS, values: [] })).toEqual(SET);
    expect(await database.transaction((client) => rowsOf(client.query(SETTINGS)))).toEqual(SET);
    expect(await database.snapshot((client) => rowsOf(client.query(SETTINGS)), 'figures')).toEqual([
      { ...SET[0], longest: '1min' },
    ]);
    expect(await database.prisma.$queryRawUnsafe(SETTINGS)).toEqual(SET);
    expect(await database.prismaTransaction(({ client }) => rowsOf(client.query(SETTINGS)))).toEqual(SET);
  });

  it('leaves a session as it found it: no setting, no statement by name, no lock', async () => {
    await database.prisma.centre.findMany();
    const left = await database.transaction(async (client) => {
      await client.query('rollback');
      const { rows } = await client.query<Record<string, unknown>>({
        text: `${SETTINGS}, (select count(*)::int from pg_prepared_statements where name <> '') as names,
          (select count(*)::int from pg_locks where pid = pg_backend_pid() and locktype = 'advisory') as locks`,
      });
      return rows[0];
    });
    expect(left).toMatchObject({ names: 0, locks: 0 });
    const session = await database.pool.connect();
    const plain = pg.Client.prototype.query.bind(session) as (text: string) => Promise<pg.QueryResult>;
    const { rows } = await plain(SETTINGS);
    session.release();
    expect(rows).not.toEqual(SET);
    expect(rows).toMatchObject([{ keyed: false }]);
  });

  it('takes a statement alone back whole when it fails, and goes on', async () => {
    const twice = `insert into centres (code, kind, name, started_on)
                   values ('A', 'HUB', 'A', '2018-01-01'), ('A', 'HUB', 'A', '2018-01-01')`;
    await expect(database.pool.query(twice)).rejects.toMatchObject({ code: '23505' });
    const { rowCount } = await database.pool.query('select from centres');
    expect(rowCount).toBe(0);
    expect(await database.pool.query(SETTINGS)).toMatchObject({ rows: SET });
  });
});

describe.skipIf(program === undefined)('pgbouncer in transaction mode', () => {
  const poolers: PgBouncer[] = [];
  let register: TestRegister;
  let appUrl = '';
  const inFront = async (url: string, ignored?: string): Promise<string> => {
    const pooler = await startPgBouncer(program ?? '', url, { ignored });
    poolers.push(pooler);
    return pooler.url;
  };
  beforeAll(async () => {
    const through = (url: string): Promise<string> => inFront((appUrl = url));
    register = await startTestRegister({}, 0, undefined, { through, pooler: 'transaction' });
  });
  afterAll(async () => {
    await register.close();
    for (const pooler of poolers) await pooler.stop();
  });

  it('carries many at once: records, lists with typing errors, figures as written, and the keyed trail', async () => {
    const admin = await register.as('ADMIN');
    const names = Array.from({ length: 24 }, (_, index) => `Philips ${index}`);
    const made = await Promise.all(names.map((name) => admin.post('/companies', { name }).expect(201)));
    expect(new Set(made.map(({ body }) => (body as { id: string }).id)).size).toBe(names.length);
    const found = await Promise.all(names.map(() => admin.get('/companies?q=philps&perPage=1').expect(200)));
    expect(found.map(({ body }) => (body as { total: number }).total)).toEqual(names.map(() => names.length));
    const { body: centre } = await admin
      .post('/centres', { code: 'FL-01', kind: 'FIELDLAB', name: 'Een', startedOn: '2020-01-01' })
      .expect(201);
    for (const [index, { body }] of made.slice(0, 5).entries()) {
      const participation = {
        companyId: (body as { id: string }).id,
        centreId: (centre as { id: string }).id,
        ...{ level: 'PARTNER', startedOn: '2021-01-01' },
      };
      await admin.post('/participations', participation).expect(201);
      const { body: figures } = await admin.get('/figures?indicator=companies_participated').expect(200);
      expect((figures as { figures: { value: number }[] }).figures[0]?.value).toBe(index + 1);
    }
    const sheet = [['ref', 'name'], ...names.map((name) => [name, `${name} ingelezen`])];
    expect(await uploaded(admin, xlsx({ companies: sheet }))).toMatchObject({ status: 'DONE' });
    await admin.post('/duplicates/scan').expect(202);
    await vi.waitFor(
      async () => expect((await admin.get('/duplicates/scan')).body).toMatchObject({ status: 'DONE' }),
      PATIENCE,
    );
    const { body: companies } = await admin.get('/companies?perPage=1').expect(200);
    expect((companies as { total: number }).total).toBe(2 * names.length);
  });

  it('is told by a sentence where nobody said that it is there, or migrations are led through it', async () => {
    const { url } = poolers[0] ?? expect.fail('No pooler');
    await expect(migrate(url)).rejects.toThrow(MigrationError);
    await expect(migrate(url)).rejects.toThrow('set DATABASE_OWNER_URL to an address that goes past it');
    for (const ignored of [undefined, 'options']) {
      const through = await inFront(appUrl, ignored);
      const opening = openRegister({
        ...{ url: through, ownerUrl: register.ownerUrl, dataDir: '/nowhere', log: () => undefined },
        sessionSecret: 'a secret of the tests, long enough',
      });
      await expect(opening).rejects.toThrow(ConfigurationError);
      await expect(opening).rejects.toThrow('set DATABASE_POOLER=transaction');
    }
  });
});
