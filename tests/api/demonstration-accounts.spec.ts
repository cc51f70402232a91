import { ensureFirstAdministrator } from '@api/access/first-administrator';
import { DEMONSTRATION, loadDemonstration } from '@api/startup/demonstration';
import { readyAccounts, type ReadyAccount } from '@api/startup/demonstration/people';
import { greeting, howToLookAround } from '@api/startup/greeting';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../support/actors';
import { startTestRegister, type TestRegister } from '../support/register';

const email = 'admin@register.example';

let register: TestRegister;
let accounts: ReadyAccount[];
beforeAll(async () => {
  register = await startTestRegister();
  await loadDemonstration(register.app);
});
afterAll(() => register.close());

describe('the accounts of the demonstration', () => {
  it('are nobody who could sign in, nor an administrator, until they are made ready', async () => {
    const { rows } = await register.database.pool.query(
      'select 1 from users where password_hash is not null',
    );
    expect(rows).toEqual([]);
    const administrator = await ensureFirstAdministrator(register.database, { email, password: undefined });
    expect(administrator?.generatedPassword).toMatch(/^[\w-]{20}$/);
  });

  it('are one for each other role, each with a password of its own that is printed', async () => {
    accounts = await readyAccounts(register.app, DEMONSTRATION);
    expect(accounts.map(({ role }) => role)).toEqual(['EVALUATOR', 'COORDINATOR', 'VIEWER']);
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length);
    const printed = howToLookAround(accounts).join('\n');
    for (const account of accounts) {
      const { body } = await signIn(request.agent(register.server), account).expect(201);
      expect(body).toMatchObject({ email: account.email, role: account.role });
      expect(printed).toMatch(
        new RegExp(`${account.email} +${account.password} +${account.role.toLowerCase()}`),
      );
    }
    expect(printed).toContain('coordinator of FL-01 and FL-15');
  });

  it('are ended all at once by an administrator, who stays', async () => {
    const admin = await register.as('ADMIN');
    const [first] = accounts as [ReadyAccount];
    const there = request.agent(register.server);
    await signIn(there, first).expect(201);
    expect((await admin.get('/users/demonstration-accounts').expect(200)).body.total).toBe(4);
    await request(register.url)
      .delete('/api/v1/users/demonstration-accounts')
      .set('Authorization', `Bearer ${admin.token}`)
      .expect(403);
    await request(register.url)
      .delete('/api/v1/users/demonstration-accounts')
      .set('Cookie', admin.cookie)
      .expect(204);
    expect((await admin.get('/users/demonstration-accounts').expect(200)).body).toEqual({
      data: [],
      total: 0,
    });
    await there.get('/api/v1/session').expect(401);
    for (const account of accounts) await signIn(request.agent(register.server), account).expect(401);
    await admin.get('/users').expect(200);
  });
});

describe('the greeting', () => {
  const ready = () => greeting(register.app, 'http://127.0.0.1:3000', ['Sign in as admin.']);

  it('says where it is, how to sign in and what the figures are', async () => {
    const said = await ready();
    expect(said).toContain('Sign in as admin.');
    expect(said).toMatch(/Companies that took part +[0-9]/);
  });

  it('says how to sign in though the database left meanwhile', async () => {
    const { pool } = register.database;
    pool.cutOff();
    const said = await ready().finally(() => pool.connectAgain());
    expect(said).toContain('Sign in as admin.');
    expect(said).toContain('There are no figures now: The database answers nobody.');
  });
});
