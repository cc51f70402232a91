import { NestFactory } from '@nestjs/core';
import { AppModule } from '@api/app.module';
import { commandOptions } from '@api/app-options';
import { configureApp } from '@api/configure-app';
import { Housekeeping } from '@api/platform/housekeeping/housekeeping.service';
import request, { type Test } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testAccess } from '../support/access';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

const MOST = 3;
const LIMIT = { most: MOST, seconds: 60 };
const access = testAccess({
  trustProxy: 1,
  requestLimits: {
    ...{ anonymous: LIMIT, anonymousCostly: LIMIT, signIn: LIMIT },
    ...{ failedToken: LIMIT, costly: LIMIT },
  },
});

let register: TestRegister;
let caller: Caller;
beforeAll(async () => {
  register = await startTestRegister({ access });
  caller = await register.as('ADMIN');
});
afterAll(() => register.close());

let addresses = 0;
const newAddress = () => `203.0.113.${(addresses += 1)}`;
const anonymous = (path: string, address: string, url = register.url) =>
  request(url).get(`/api/v1${path}`).set('X-Forwarded-For', address);

/** Sends it as often as the limit allows, and once more. */
async function expectLimit(send: () => Test, status: number): Promise<void> {
  for (let turn = 0; turn < MOST; turn += 1) await send().expect(status);
  const { body, headers } = await send()
    .expect(429)
    .expect('Content-Type', /problem\+json/);
  expect(body).toMatchObject({ code: 'TOO_MANY_REQUESTS', status: 429 });
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
}

describe('requests are limited', () => {
  it('without signing in, by route and address, refused or not', async () => {
    const address = newAddress();
    await expectLimit(() => anonymous('/public/reports', address), 200);
    await expectLimit(() => anonymous('/companies', address), 401);
    await anonymous('/public/reports', newAddress()).expect(200);
  });

  it('where an answer is computed for anybody', async () => {
    const address = newAddress();
    const check = () =>
      request(register.url)
        .post('/api/v1/public/check')
        .set('X-Forwarded-For', address)
        .send({ text: 'zes bedrijven' });
    await expectLimit(check, 200);
  });

  it('where one becomes somebody, also with what is right', async () => {
    const address = newAddress();
    const ask = () =>
      request(register.url)
        .post('/api/v1/password-resets')
        .set('X-Forwarded-For', address)
        .send({ email: 'nobody@people.example' });
    await expectLimit(ask, 202);
  });

  it('with tokens that do not work, over all routes, and not with one that does', async () => {
    const address = newAddress();
    let routes = 0;
    const guess = () =>
      anonymous(['/companies', '/centres', '/outcomes', '/activities'][(routes += 1) % 4] ?? '', address).set(
        'Authorization',
        `Bearer guess-${routes}`,
      );
    await expectLimit(guess, 401);
    await anonymous('/companies', address).set('Authorization', `Bearer ${caller.token}`).expect(200);
  });

  it('where much is computed, by person and route', async () => {
    const match = (by: Caller) => by.post('/companies/matches', { companies: [{ name: 'Firma' }] });
    await expectLimit(() => match(caller), 200);
    await match(await register.as('ADMIN')).expect(200);
    await caller.get('/companies.csv').expect(200);
  });

  it('not where somebody signed in does ordinary work, who costs no count', async () => {
    const counted = async () =>
      (await register.database.pool.query('select sum(hits)::int as hits from request_counts')).rows;
    const before = await counted();
    for (let turn = 0; turn < 3 * MOST; turn += 1) await caller.get('/companies').expect(200);
    expect(await counted()).toEqual(before);
  });

  it('not for who watches over us', async () => {
    for (let turn = 0; turn < 3 * MOST; turn += 1)
      await request(register.url).get('/health/live').expect(200);
  });
});

describe('the counts', () => {
  it('are one for all processes, of digests, and gone when their window is', async () => {
    const other = await NestFactory.create(
      AppModule.with(register.database, { ...commandOptions(), access }),
      {
        logger: ['error'],
      },
    );
    configureApp(other);
    await other.listen(0, '127.0.0.1');
    const address = newAddress();
    for (let sent = 1; sent < MOST; sent += 1) await anonymous('/public/reports', address).expect(200);
    await anonymous('/public/reports', address, await other.getUrl()).expect(200);
    await anonymous('/public/reports', address, await other.getUrl()).expect(429);
    await anonymous('/public/reports', address).expect(429);
    await other.close();
    const { pool } = register.database;
    await pool.query("update request_counts set ends_at = now() - interval '1 second'");
    await register.app.get(Housekeeping).run();
    expect((await pool.query('select from request_counts')).rowCount).toBe(0);
  });

  it('leave the first answers of a day, and no older ones', async () => {
    const { pool } = register.database;
    const keys = async () => (await pool.query('select key from idempotency_keys order by 1')).rows;
    for (const key of ['old', 'new'])
      await caller
        .post('/companies', { name: `Firma ${key}` })
        .set('Idempotency-Key', key)
        .expect(201);
    await pool.query(
      "update idempotency_keys set created_at = now() - interval '25 hours' where key = 'old'",
    );
    await register.app.get(Housekeeping).run();
    expect(await keys()).toEqual([{ key: 'new' }]);
  });
});
