import { createHash } from 'node:crypto';
import { PasswordHasher } from '@api/access/passwords/password-hasher';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addUser, agentOf, cookiesOf, PASSWORD, signIn, signedInAs } from '../support/actors';
import { startTestApp, type TestApp } from '../support/app';
import { testAccess } from '../support/access';

const COOKIE = 'fieldlab-session';
const SESSION = '/api/v1/session';

describe('signing in', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ access: testAccess({ trustProxy: 1 }) });
  });
  afterAll(() => app.close());

  /** Each from an address of its own, so that one test's failures do not lock another's door. */
  let addresses = 0;
  const browser = () => {
    addresses += 1;
    return request.agent(app.server).set('X-Forwarded-For', `198.51.100.${addresses}`);
  };

  it('answers the user and a cookie that scripts and other sites cannot use', async () => {
    const anna = await addUser(app, { role: 'EVALUATOR' });
    const answer = await signIn(browser(), anna).expect(201);
    expect(answer.body).toEqual({
      ...{ id: anna.id, email: anna.email, name: anna.name, role: 'EVALUATOR', centreIds: [] },
      session: { endsAt: expect.any(String) as string, idleSeconds: 8 * 3600 },
    });
    expect(cookiesOf(answer)[COOKIE]).toMatch(/; Path=\/; .*HttpOnly; SameSite=Lax$/);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('finds the address in any case, and tells who is signed in until they sign out', async () => {
    const anna = await addUser(app, { email: 'Anna.DeVries@People.example' });
    const agent = browser();
    await agent.get(SESSION).expect(401);
    await signIn(agent, { ...anna, email: ' anna.devries@people.EXAMPLE ' }).expect(201);
    const current = await agent.get(SESSION).expect(200);
    expect(current.body).toMatchObject({ id: anna.id, email: anna.email });
    await agent.delete(SESSION).expect(204);
    await agent.get(SESSION).expect(401);
    await agent.delete(SESSION).expect(204);
  });

  it('answers the same to a wrong password, an unknown person, and one who was invited or deleted', async () => {
    const known = await addUser(app);
    const invited = await addUser(app, { password: null });
    const gone = await addUser(app);
    await app.database.pool.query('update users set deleted_at = now() where id = $1', [gone.id]);
    const answers = [];
    for (const email of [known.email, 'nobody@people.example', invited.email, gone.email]) {
      answers.push(await signIn(browser(), { email, password: 'not the right one' }).expect(401));
    }
    answers.push(await signIn(browser(), gone).expect(401));
    const bodies = answers.map(({ body: { requestId: _, ...problem } }) => problem as object);
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(bodies[0]).toMatchObject({ code: 'UNAUTHENTICATED', status: 401 });
    expect(answers.every(({ headers }) => !('set-cookie' in headers))).toBe(true);
  });

  it('takes as long for an unknown person: a password is hashed all the same', async () => {
    const hasher = app.app.get(PasswordHasher);
    const matches = vi.spyOn(hasher, 'matches');
    await signIn(browser(), { email: 'stranger@people.example', password: PASSWORD }).expect(401);
    expect(matches).toHaveBeenCalledWith(undefined, PASSWORD);
    matches.mockRestore();
    const elapsed = async (hash: string | undefined) => {
      const started = performance.now();
      expect(await hasher.matches(hash, 'not the right one')).toBe(false);
      return performance.now() - started;
    };
    const known = await hasher.hash(PASSWORD);
    await elapsed(undefined);
    const ratio = (await elapsed(undefined)) / (await elapsed(known));
    expect(ratio).toBeGreaterThan(0.1);
  });

  it('keeps neither the token nor the password', async () => {
    const anna = await addUser(app);
    const answer = await signIn(browser(), anna).expect(201);
    const token = /=([^;]+)/.exec(cookiesOf(answer)[COOKIE] ?? '')?.[1] ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    const { rows } = await app.database.pool.query<{ token_hash: Buffer }>(
      'select * from sessions where user_id = $1',
      [anna.id],
    );
    expect(rows[0]?.token_hash).toEqual(createHash('sha256').update(token).digest());
    expect(JSON.stringify(rows)).not.toContain(token);
    const users = await app.database.pool.query<{ password_hash: string }>(
      'select * from users where id = $1',
      [anna.id],
    );
    expect(users.rows[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify(users.rows)).not.toContain(PASSWORD);
  });

  it('never takes a session over: the token is new, and the one before it ends', async () => {
    const [anna, bram] = [await addUser(app), await addUser(app)];
    const planted = 'A'.repeat(43);
    const agent = browser();
    const answer = await signIn(agent, anna).set('Cookie', `${COOKIE}=${planted}`).expect(201);
    expect(cookiesOf(answer)[COOKIE]).not.toContain(planted);
    const old = /^[^;]+/.exec(cookiesOf(answer)[COOKIE] ?? '')?.[0] ?? '';
    await signIn(agent, bram).expect(201);
    await request(app.server).get(SESSION).set('Cookie', old).expect(401);
    expect((await agent.get(SESSION).expect(200)).body).toMatchObject({ id: bram.id });
  });

  it('says when a session ends, and a token has none', async () => {
    const agent = await agentOf(app, await addUser(app));
    const { session } = (await agent.get(SESSION).expect(200)).body as {
      session: { endsAt: string; idleSeconds: number };
    };
    expect(session.idleSeconds).toBe(8 * 3600);
    const days = (Date.parse(session.endsAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.99);
    expect(days).toBeLessThanOrEqual(7);
  });

  it('ends a session as soon as the installation has it', async () => {
    const sessionBounds = { idleSeconds: 2, lifetimeSeconds: 60 };
    const hasty = await startTestApp({ access: testAccess({ sessionBounds }) });
    try {
      const agent = await agentOf(hasty, await addUser(hasty));
      const { body } = await agent.get(SESSION).expect(200);
      expect(body.session.idleSeconds).toBe(2);
      // Used meanwhile, it goes on.
      for (const _ of [1, 2, 3]) {
        await new Promise((done) => setTimeout(done, 1000));
        await agent.get(SESSION).expect(200);
      }
      await new Promise((done) => setTimeout(done, 2300));
      await agent.get(SESSION).expect(401);
    } finally {
      await hasty.close();
    }
  });

  it('ends a session that nobody used for eight hours, or that is a week old', async () => {
    const anna = await addUser(app);
    const agent = await agentOf(app, anna);
    const age = (change: string) =>
      app.database.pool.query(`update sessions set ${change} where user_id = $1`, [anna.id]);
    await age("last_seen_at = now() - interval '7 hours 59 minutes'");
    await agent.get(SESSION).expect(200); // and is seen again
    const seen = await app.database.pool.query<{ fresh: boolean }>(
      "select last_seen_at > now() - interval '1 minute' as fresh from sessions where user_id = $1",
      [anna.id],
    );
    expect(seen.rows[0]?.fresh).toBe(true);
    await age("last_seen_at = now() - interval '8 hours 1 minute'");
    await agent.get(SESSION).expect(401);
    await age('last_seen_at = now(), expires_at = now()');
    await agent.get(SESSION).expect(401);
  });

  it.each([
    ['nothing', undefined],
    ['a list', []],
    ['an object for a string', { email: { not: '' }, password: 'x' }],
    ['a list for a string', { email: ['a@b.example'], password: ['x'] }],
    ['an unknown field', { email: 'a@b.example', password: 'x', role: 'ADMIN' }],
    ['no password', { email: 'a@b.example' }],
  ])('refuses %s as credentials', async (_, body) => {
    const answer = await browser().post(SESSION).send(body).expect(400);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
  });

  it('lists the browsers that are signed in, and lets their owner sign them out', async () => {
    const anna = await addUser(app);
    const here = browser();
    await signIn(here, anna).set('User-Agent', 'Laptop').expect(201);
    const there = browser();
    await signIn(there, anna).set('User-Agent', 'Phone').expect(201);
    const stranger = await signedInAs(app, 'ADMIN');
    const { body } = await here.get('/api/v1/sessions').expect(200);
    expect(body.total).toBe(2);
    const sessions = body.data as { id: string; userAgent: string }[];
    const [phone, laptop] = ['Phone', 'Laptop'].map((name) =>
      sessions.find(({ userAgent }) => userAgent === name),
    );
    expect(laptop).toMatchObject({ userAgent: 'Laptop', isCurrent: true });
    expect(phone).toMatchObject({ method: 'PASSWORD', isCurrent: false, network: '198.51.100.0/24' });
    await stranger.delete(`/api/v1/sessions/${phone?.id}`).expect(404);
    await here.delete(`/api/v1/sessions/${phone?.id}`).expect(204);
    await there.get(SESSION).expect(401);
    await signIn(there, anna).expect(201);
    await here.delete('/api/v1/sessions').expect(204);
    await there.get(SESSION).expect(401);
    await here.get(SESSION).expect(200);
  });
});
