import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testAccess } from '../support/access';
import { addUser, agentOf, PASSWORD, signIn } from '../support/actors';
import { startTestApp, type TestApp } from '../support/app';

const QUARTER_S = 15 * 60;

describe('failed sign-ins', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ access: testAccess({ trustProxy: 1 }) });
  });
  afterAll(() => app.close());

  let addresses = 0;
  const newAddress = () => `203.0.113.${(addresses += 1)}`;
  const attempt = (email: string, password: string, address = newAddress()) =>
    signIn(request.agent(app.server).set('X-Forwarded-For', address), { email, password });
  async function fail(email: string, times: number): Promise<void> {
    for (let count = 0; count < times; count += 1) await attempt(email, 'wrong').expect(401);
  }
  const onClock = (change: string) => app.database.pool.query(`update sign_in_failures set ${change}`);

  it('lock an account after ten in a quarter of an hour, wherever they come from, and not its sessions', async () => {
    const anna = await addUser(app);
    const signedIn = await agentOf(app, anna);
    await fail(anna.email, 9);
    await attempt(anna.email.toUpperCase(), 'wrong').expect(401);
    const refused = await attempt(anna.email, PASSWORD).expect(429);
    expect(refused.body).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(QUARTER_S - 30);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(QUARTER_S);
    await signedIn.get('/api/v1/session').expect(200);
    await attempt((await addUser(app)).email, PASSWORD).expect(201);
  });

  it('lock an address that nobody has just the same', async () => {
    await fail('nobody@people.example', 10);
    await attempt('nobody@people.example', 'wrong').expect(429);
  });

  it('lock an address that tries many accounts', async () => {
    const anna = await addUser(app);
    const address = newAddress();
    for (let count = 0; count < 10; count += 1) {
      await attempt(`guess-${count}@people.example`, 'wrong', address).expect(401);
    }
    await attempt(anna.email, PASSWORD, address).expect(429);
    await attempt(anna.email, PASSWORD).expect(201);
  });

  it('lock longer each time, up to an hour', async () => {
    const email = 'again@people.example';
    for (const seconds of [QUARTER_S, 2 * QUARTER_S, 4 * QUARTER_S, 4 * QUARTER_S]) {
      await fail(email, 10);
      const { headers } = await attempt(email, 'wrong').expect(429);
      expect(Math.abs(Number(headers['retry-after']) - seconds)).toBeLessThan(30);
      await onClock('locked_until = now()');
    }
    await onClock("updated_at = now() - interval '25 hours'");
    await fail(email, 10);
    const { headers } = await attempt(email, 'wrong').expect(429);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(QUARTER_S);
  });

  it('are forgotten after a quarter of an hour, and by signing in', async () => {
    const anna = await addUser(app);
    await fail(anna.email, 9);
    await onClock("failed_at = array(select t - interval '16 minutes' from unnest(failed_at) t)");
    await fail(anna.email, 9);
    await attempt(anna.email, PASSWORD).expect(201);
    await fail(anna.email, 9);
    await attempt(anna.email, PASSWORD).expect(201);
  });

  it('let no more than a few guesses through that are made at once', async () => {
    const anna = await addUser(app);
    const guesses = Array.from({ length: 40 }, () =>
      attempt(anna.email, 'wrong').then(({ status }) => status),
    );
    const right = guesses.length;
    const answers = await Promise.all([
      ...guesses,
      attempt(anna.email, PASSWORD).then(({ status }) => status),
    ]);
    expect(answers.filter((status) => status === 401).length).toBeLessThanOrEqual(12);
    expect(answers[right]).toBe(429);
    const { headers } = await attempt(anna.email, PASSWORD).expect(429);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(QUARTER_S);
  });

  it('are counted without a name: the table holds keyed digests', async () => {
    await fail('secret-name@people.example', 1);
    const { rows } = await app.database.pool.query('select * from sign_in_failures');
    expect(JSON.stringify(rows)).not.toMatch(/secret-name|203\.0\.113/);
  });
});
