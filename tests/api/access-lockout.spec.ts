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
  const attempt = (email: string, password: string, address: string) =>
    signIn(request.agent(app.server).set('X-Forwarded-For', address), { email, password });
  /** From one address, one after the other. */
  async function fail(email: string, times: number, address: string): Promise<void> {
    for (let count = 0; count < times; count += 1) await attempt(email, 'wrong', address).expect(401);
  }
  /** Each time by another account or from another address, all at once. */
  const failAtOnce = (times: number, each: (count: number) => [email: string, address: string]) =>
    Promise.all(
      Array.from({ length: times }, (_, count) => {
        const [email, address] = each(count);
        return attempt(email, 'wrong', address).expect(401);
      }),
    );
  const onClock = (change: string) => app.database.pool.query(`update sign_in_failures set ${change}`);

  it('lock an account after ten from one address, there and not its sessions', async () => {
    const anna = await addUser(app);
    const bram = await addUser(app);
    const signedIn = await agentOf(app, anna);
    const office = newAddress();
    await fail(anna.email, 9, office);
    await attempt(anna.email.toUpperCase(), 'wrong', office).expect(401);
    const refused = await attempt(anna.email, PASSWORD, office).expect(429);
    expect(refused.body).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(QUARTER_S - 30);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(QUARTER_S);
    await signedIn.get('/api/v1/session').expect(200);
    await attempt(bram.email, PASSWORD, office).expect(201); // a colleague behind the same address
    await attempt(anna.email, PASSWORD, newAddress()).expect(201); // and who is guessed at, elsewhere
    await attempt(anna.email, PASSWORD, office).expect(429); // which opens nothing for who guessed
  });

  it('lock an account that nobody has just the same', async () => {
    const address = newAddress();
    await fail('nobody@people.example', 10, address);
    await attempt('nobody@people.example', 'wrong', address).expect(429);
  });

  it('lock an account after fifty, wherever they come from', async () => {
    const anna = await addUser(app);
    await failAtOnce(49, (count) => [anna.email, `198.51.100.${count}`]);
    await attempt(anna.email, 'wrong', '198.51.100.60').expect(401);
    await attempt(anna.email, PASSWORD, newAddress()).expect(429);
    await attempt((await addUser(app)).email, PASSWORD, '198.51.100.60').expect(201);
  });

  it('lock an address after a hundred, at whatever accounts', async () => {
    const anna = await addUser(app);
    const address = newAddress();
    await failAtOnce(99, (count) => [`guess-${count}@people.example`, address]);
    await attempt(anna.email, PASSWORD, address).expect(201);
    await attempt('guess-100@people.example', 'wrong', address).expect(401);
    await attempt(anna.email, PASSWORD, address).expect(429);
    await attempt(anna.email, PASSWORD, newAddress()).expect(201);
  });

  it('lock longer each time, up to an hour', async () => {
    const email = 'again@people.example';
    const address = newAddress();
    for (const seconds of [QUARTER_S, 2 * QUARTER_S, 4 * QUARTER_S, 4 * QUARTER_S]) {
      await fail(email, 10, address);
      const { headers } = await attempt(email, 'wrong', address).expect(429);
      expect(Math.abs(Number(headers['retry-after']) - seconds)).toBeLessThan(30);
      await onClock('locked_until = now()');
    }
    await onClock("updated_at = now() - interval '25 hours'");
    await fail(email, 10, address);
    const { headers } = await attempt(email, 'wrong', address).expect(429);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(QUARTER_S);
  });

  it('are forgotten after a quarter of an hour, and by signing in', async () => {
    const anna = await addUser(app);
    const address = newAddress();
    await fail(anna.email, 9, address);
    await onClock("failed_at = array(select t - interval '16 minutes' from unnest(failed_at) t)");
    await fail(anna.email, 9, address);
    await attempt(anna.email, PASSWORD, address).expect(201);
    await fail(anna.email, 9, address);
    await attempt(anna.email, PASSWORD, address).expect(201);
  });

  it('let no more than a few guesses through that are made at once', async () => {
    const anna = await addUser(app);
    const address = newAddress();
    const guesses = Array.from({ length: 40 }, () =>
      attempt(anna.email, 'wrong', address).then(({ status }) => status),
    );
    const right = guesses.length;
    const answers = await Promise.all([
      ...guesses,
      attempt(anna.email, PASSWORD, address).then(({ status }) => status),
    ]);
    expect(answers.filter((status) => status === 401).length).toBeLessThanOrEqual(12);
    expect(answers[right]).toBe(429);
    const { headers } = await attempt(anna.email, PASSWORD, address).expect(429);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(QUARTER_S);
  });

  it('are counted without a name: the table holds keyed digests', async () => {
    await fail('secret-name@people.example', 1, newAddress());
    const { rows } = await app.database.pool.query('select * from sign_in_failures');
    expect(JSON.stringify(rows)).not.toMatch(/secret-name|203\.0\.113/);
  });
});
