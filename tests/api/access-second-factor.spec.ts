import type { Role } from '@fieldlab/domain';
import { generateSync } from 'otplib';
import request, { type Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testAccess } from '../support/access';
import { addUser, agentOf, PASSWORD, signIn, signedInAs, type Person } from '../support/actors';
import { startTestApp, type TestApp } from '../support/app';

const FACTOR = '/api/v1/account/second-factor';
const STEP_S = 30;

/** The code of the app, so many steps of half a minute from now. */
const codeOf = (secret: string, steps = 0): string =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * STEP_S });

describe('the second factor', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ access: testAccess({ trustProxy: 1 }) });
  });
  afterAll(() => app.close());

  let addresses = 0;
  const browser = () => request.agent(app.server).set('X-Forwarded-For', `198.51.100.${(addresses += 1)}`);

  /** Confirmed with the code of the step before, so that this step's is still good. */
  async function enrol(agent: Agent): Promise<{ secret: string; recoveryCodes: string[] }> {
    const { body } = await agent.post(FACTOR).expect(201);
    const answer = await agent
      .post(`${FACTOR}/confirmation`)
      .send({ code: codeOf(body.secret, -1) })
      .expect(201);
    return { secret: body.secret, recoveryCodes: answer.body.recoveryCodes };
  }
  async function enrolled(role: Role = 'EVALUATOR') {
    const person = await addUser(app, { role });
    const agent = await agentOf(app, person);
    return { person, agent, ...(await enrol(agent)) };
  }

  it('counts once a code of it was shown', async () => {
    const person = await addUser(app, { role: 'VIEWER' });
    const agent = await agentOf(app, person);
    await agent.post(`${FACTOR}/confirmation`).send({ code: '123456' }).expect(409);
    const { body } = await agent.post(FACTOR).expect(201);
    expect(body.otpauthUrl).toContain(`secret=${body.secret}`);
    await agent
      .post(`${FACTOR}/confirmation`)
      .send({ code: codeOf(body.secret, -9) })
      .expect(400);
    await signIn(browser(), person).expect(201);
    await agent
      .post(`${FACTOR}/confirmation`)
      .send({ code: codeOf(body.secret) })
      .expect(201);
    await agent.post(FACTOR).expect(409);
    const { body: account } = await agent.get('/api/v1/account').expect(200);
    expect(account.secondFactor).toEqual({ isEnrolled: true, isRequired: false, recoveryCodesLeft: 10 });
  });

  it('is asked for after the right password only, and a code works once', async () => {
    const { person, secret } = await enrolled();
    const wrong = await signIn(browser(), { ...person, password: 'wrong' }, codeOf(secret)).expect(401);
    expect(wrong.body.code).toBe('UNAUTHENTICATED');
    const due = await signIn(browser(), person).expect(401);
    expect(due.body.code).toBe('SECOND_FACTOR_REQUIRED');
    expect(due.headers).not.toHaveProperty('set-cookie');
    const code = codeOf(secret);
    await signIn(browser(), person, code).expect(201);
    const replayed = await signIn(browser(), person, code).expect(401);
    expect(replayed.body.code).toBe('SECOND_FACTOR_REQUIRED');
    await signIn(browser(), person, codeOf(secret, -1)).expect(401);
    await signIn(browser(), person, codeOf(secret, 1)).expect(201);
  });

  it('lets one of two have it who show the same code at once', async () => {
    const { person, secret } = await enrolled();
    const code = codeOf(secret);
    const answers = await Promise.all([1, 2, 3].map(() => signIn(browser(), person, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401]);
  });

  it('counts wrong codes as failed sign-ins', async () => {
    const { person, secret } = await enrolled();
    const guesser = browser();
    for (let count = 0; count < 10; count += 1) await signIn(guesser, person, '000000').expect(401);
    await signIn(guesser, person, codeOf(secret)).expect(429);
  });

  it('can be a recovery code, each once, however it is typed', async () => {
    const { person, secret, recoveryCodes, agent } = await enrolled();
    const [first = '', second = ''] = recoveryCodes;
    await signIn(browser(), person, first.toLowerCase().replaceAll('-', ' ')).expect(201);
    await signIn(browser(), person, first).expect(401);
    const renewed = await agent
      .post(`${FACTOR}/recovery-codes`)
      .send({ code: codeOf(secret) })
      .expect(201);
    expect(renewed.body.recoveryCodes).toHaveLength(10);
    await signIn(browser(), person, second).expect(401);
    await signIn(browser(), person, renewed.body.recoveryCodes[9]).expect(201);
  });

  it('is kept sealed, and its recovery codes as hashes', async () => {
    const { person, secret, recoveryCodes } = await enrolled();
    const { rows } = await app.database.pool.query<Record<string, unknown>>(
      `select encode(sealed_secret, 'escape') as sealed, recovery_codes::text from second_factors where user_id = $1`,
      [person.id],
    );
    const stored = JSON.stringify(rows);
    expect(stored).not.toContain(secret);
    for (const code of recoveryCodes) expect(stored).not.toContain(code.replaceAll('-', ''));
  });

  it('is removed by password and code together', async () => {
    const { person, agent, secret } = await enrolled();
    const removal = (body: object) => agent.post(`${FACTOR}/removal`).send(body);
    await removal({ code: codeOf(secret) }).expect(400);
    await removal({ code: codeOf(secret), password: 'wrong' }).expect(400);
    await removal({ code: '000000', password: PASSWORD }).expect(400);
    await removal({ code: codeOf(secret), password: PASSWORD }).expect(204);
    await signIn(browser(), person).expect(201);
  });

  it('is removed by an administrator for who lost it', async () => {
    const { person } = await enrolled();
    const admin = await signedInAs(app, 'ADMIN');
    await admin.delete(`/api/v1/users/${person.id}/second-factor`).expect(204);
    await admin.delete(`/api/v1/users/${person.id}/second-factor`).expect(404);
    await signIn(browser(), person).expect(201);
  });

  it('cannot be touched with a token', async () => {
    const { agent, secret } = await enrolled();
    const { body } = await agent.post('/api/v1/api-tokens').send({ name: 'machine' }).expect(201);
    const machine = request.agent(app.server).set('Authorization', `Bearer ${body.token}`);
    await machine.post(FACTOR).expect(403);
    await machine
      .post(`${FACTOR}/removal`)
      .send({ code: codeOf(secret), password: PASSWORD })
      .expect(403);
  });
});

describe('a role that needs a second factor', () => {
  let app: TestApp;
  let admin: Agent;
  let viewer: Person;
  beforeAll(async () => {
    app = await startTestApp();
    admin = await signedInAs(app, 'ADMIN');
    viewer = await addUser(app, { role: 'VIEWER' });
  });
  afterAll(() => app.close());

  async function require(roles: Role[]): Promise<void> {
    const { headers } = await admin.get('/api/v1/access-settings').expect(200);
    await admin
      .patch('/api/v1/access-settings')
      .set('If-Match', headers.etag ?? '')
      .send({ secondFactorRequiredFor: roles })
      .expect(200);
  }

  it('leaves who has none yet nothing but setting it up', async () => {
    const agent = await agentOf(app, viewer);
    await agent.get('/api/v1/figures').expect(200);
    await require(['VIEWER']);
    const refused = await agent.get('/api/v1/figures').expect(403);
    expect(refused.body.code).toBe('SECOND_FACTOR_ENROLMENT_DUE');
    await signIn(agent, viewer).expect(201);
    await agent.get('/api/v1/figures').expect(403);
    await agent.post('/api/v1/api-tokens').send({ name: 'a way round' }).expect(403);
    const { body: account } = await agent.get('/api/v1/account').expect(200);
    expect(account.secondFactor).toMatchObject({ isEnrolled: false, isRequired: true });
    const { body } = await agent.post(FACTOR).expect(201);
    await agent
      .post(`${FACTOR}/confirmation`)
      .send({ code: codeOf(body.secret, -1) })
      .expect(201);
    await agent.get('/api/v1/figures').expect(200);
    await agent
      .post(`${FACTOR}/removal`)
      .send({ code: codeOf(body.secret), password: PASSWORD })
      .expect(204);
    await agent.get('/api/v1/figures').expect(403);
    await admin.get('/api/v1/users').expect(200);
    await require([]);
    await agent.get('/api/v1/figures').expect(200);
  });

  it('is decided by administrators, of the version that they saw', async () => {
    const agent = await agentOf(app, viewer);
    await agent.get('/api/v1/access-settings').expect(403);
    const patch = () => admin.patch('/api/v1/access-settings').send({ secondFactorRequiredFor: ['ADMIN'] });
    await patch().expect(428);
    await patch().set('If-Match', '"999"').expect(412);
    await admin
      .patch('/api/v1/access-settings')
      .set('If-Match', '"1"')
      .send({ secondFactorRequiredFor: ['KING'] })
      .expect(400);
  });
});
