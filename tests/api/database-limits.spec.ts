import type { Database } from '@api/platform/database/database';
import { asDomainError } from '@api/platform/database/database-errors';
import { TIME_LIMITS } from '@api/platform/database/time-limits';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCompany, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

// Of the limits themselves only that they hold is tested, so that nothing here waits for long.
const LIMITS = {
  ...TIME_LIMITS,
  interactive: { statementMs: 400, lockMs: 200, idleMs: 1_500 },
};

let register: TestRegister;
let admin: Caller;
let hurried: Database;
let company: Made;
beforeAll(async () => {
  register = await startTestRegister({}, 0, LIMITS);
  admin = await register.as('ADMIN');
  company = await aCompany(admin);
  hurried = register.database;
});
afterAll(() => register.close());

const answerTo = async (work: Promise<unknown>) =>
  asDomainError(
    await work.then(
      () => undefined,
      (error: unknown) => error,
    ),
  )?.code;

describe('the time that the database may take', () => {
  it('ends a statement that somebody waits for, and goes on with the next', async () => {
    expect(await answerTo(hurried.pool.query('select pg_sleep(60)'))).toBe('UNAVAILABLE');
    await admin.get(`/companies/${company.id}`).expect(200);
  });

  it('answers 503, and when to try again, where another transaction holds the record', async () => {
    const other = new pg.Client({ connectionString: register.ownerUrl });
    await other.connect();
    await other.query('begin');
    await other.query('select from companies where id = $1 for update', [company.id]);
    const refused = await admin.patch(`/companies/${company.id}`, company.version, { name: 'Anders BV' });
    await other.query('rollback');
    await other.end();
    expect(refused.status).toBe(503);
    expect(refused.headers['retry-after']).toMatch(/^\d+$/);
    expect(refused.body).toMatchObject({ code: 'UNAVAILABLE' });
    await admin.patch(`/companies/${company.id}`, company.version, { name: 'Anders BV' }).expect(200);
  });

  it('lets go of what an idle transaction holds', async () => {
    const other = new pg.Client({ connectionString: register.ownerUrl });
    await other.connect();
    const work = hurried.transaction(async (client) => {
      await client.query('select from companies where id = $1 for update', [company.id]);
      // Gets the record as soon as this transaction has lost it.
      await other.query('select from companies where id = $1 for update', [company.id]);
      await client.query('select 1');
    });
    await expect(work).rejects.toThrow();
    await other.end();
  });

  it('gives longer to work that nobody waits for', async () => {
    await expect(
      hurried.snapshot((client) => client.query('select pg_sleep(0.6)'), 'batch'),
    ).resolves.toBeTruthy();
  });
});
