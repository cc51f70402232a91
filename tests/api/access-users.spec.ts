import type { Role } from '@fieldlab/domain';
import request, { type Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testAccess } from '../support/access';
import { addUser, agentOf, PASSWORD, signIn, signedInAs } from '../support/actors';
import { startTestApp, type TestApp } from '../support/app';

const USERS = '/api/v1/users';
const ACCOUNT = '/api/v1/account';

describe('users', () => {
  let app: TestApp;
  let admin: Agent;
  let centreId: string;
  beforeAll(async () => {
    app = await startTestApp({ access: testAccess({ trustProxy: 1 }) });
    admin = await signedInAs(app, 'ADMIN', { email: 'chief@people.example', name: 'Chief' });
    const { rows } = await app.database.pool.query<{ id: string }>(
      "insert into centres (code, kind, name, started_on) values ('FL-1', 'FIELDLAB', 'Lab', '2015-01-01') returning id",
    );
    centreId = rows[0]?.id ?? '';
  });
  afterAll(() => app.close());

  let count = 0;
  const body = (more: object = {}) => {
    count += 1;
    return {
      email: `made-${count}@people.example`,
      name: 'Made',
      role: 'VIEWER',
      centreIds: [],
      password: PASSWORD,
      ...more,
    };
  };
  const make = async (more: object = {}) => (await admin.post(USERS).send(body(more)).expect(201)).body;
  const patch = (id: string, version: number, input: object, by: Agent = admin) =>
    by.patch(`${USERS}/${id}`).set('If-Match', `"${version}"`).send(input);

  it('are made with a password that is never answered, and can sign in', async () => {
    const answer = await admin
      .post(USERS)
      .send(body({ role: 'COORDINATOR', centreIds: [centreId] }))
      .expect(201);
    expect(answer.headers.etag).toBe('"1"');
    expect(answer.body).toMatchObject({
      role: 'COORDINATOR',
      centreIds: [centreId],
      status: 'ACTIVE',
      version: 1,
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/password|hash/i);
    const agent = await agentOf(app, { ...answer.body, password: PASSWORD });
    expect((await agent.get('/api/v1/session')).body).toMatchObject({ centreIds: [centreId] });
  });

  it.each([
    ['a weak password', { password: 'password123' }, 'password'],
    ['a short password', { password: 'kort' }, 'password'],
    ['no e-mail address', { email: 'anna' }, 'email'],
    ['a role that is none', { role: 'KING' }, 'role'],
    ['a coordinator of nothing', { role: 'COORDINATOR' }, 'centreIds'],
    [
      'a coordinator of a centre that is not there',
      { role: 'COORDINATOR', centreIds: [crypto.randomUUID()] },
      'centreIds.0',
    ],
    ['a centre for who is no coordinator', { centreIds: [crypto.randomUUID()] }, 'centreIds.0'],
    ['more than it may hold', { passwordHash: 'x' }, 'passwordHash'],
    ['a condition for a string', { email: { not: '' } }, 'email'],
  ])('are not made with %s', async (_, more, path) => {
    const answer = await admin.post(USERS).send(body(more)).expect(400);
    expect((answer.body.errors as { path: string }[]).map((fault) => fault.path)).toContain(path);
  });

  it('have an address of their own, in whatever case, until they are gone', async () => {
    const first = await make({ email: 'Unique@people.example' });
    const again = await admin
      .post(USERS)
      .send(body({ email: 'unique@PEOPLE.example' }))
      .expect(409);
    expect(again.body.code).toBe('DUPLICATE_EMAIL');
    await admin.delete(`${USERS}/${first.id}`).set('If-Match', '"1"').expect(204);
    await admin.get(`${USERS}/${first.id}`).expect(404);
    await make({ email: 'unique@people.example' });
    const racing = body({ email: 'race@people.example' });
    const answers = await Promise.all([1, 2, 3].map(() => admin.post(USERS).send(racing)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('are made once for one Idempotency-Key', async () => {
    const invited = { ...body(), password: undefined };
    const post = () => admin.post(USERS).set('Idempotency-Key', 'once').send(invited);
    const first = await post().expect(201);
    expect((await post().expect(201)).body).toMatchObject({ id: first.body.id });
  });

  it('are listed, filtered, sorted and searched', async () => {
    await make({ name: 'Zoë Ångström', email: 'zoe@people.example', role: 'EVALUATOR' });
    const list = async (query: object) => (await admin.get(USERS).query(query).expect(200)).body;
    expect((await list({ q: 'angstrom' })).data).toMatchObject([{ name: 'Zoë Ångström' }]);
    expect((await list({ q: 'zoe@people' })).total).toBe(1);
    expect((await list({ q: '%' })).total).toBe(0);
    expect((await list({ role: 'EVALUATOR', email: 'ZOE@people.example' })).total).toBe(1);
    const page = await list({ sort: '-name', perPage: 1, page: 1 });
    expect(page.data).toMatchObject([{ name: 'Zoë Ångström' }]);
    expect(page.total).toBeGreaterThan(1);
    const both = await list({ role: ['EVALUATOR', 'ADMIN'] });
    expect(new Set((both.data as { role: Role }[]).map(({ role }) => role))).toEqual(
      new Set(['EVALUATOR', 'ADMIN']),
    );
    expect((await list({ id: page.data[0].id })).total).toBe(1);
    for (const query of [
      { sort: 'password_hash' },
      { perPage: 101 },
      { passwordHash: 'x' },
      { 'role[not]': '' },
    ]) {
      await admin.get(USERS).query(query).expect(400);
    }
  });

  it('are changed in the version that was seen', async () => {
    const user = await make();
    await admin.patch(`${USERS}/${user.id}`).send({ name: 'New' }).expect(428);
    const changed = await patch(user.id, 1, { name: 'New', language: 'en' }).expect(200);
    expect(changed.body).toMatchObject({ name: 'New', language: 'en', version: 2 });
    expect(changed.headers.etag).toBe('"2"');
    await patch(user.id, 1, { name: 'Newer' }).expect(412);
    await patch(user.id, 2, {}).expect(400);
    await patch(user.id, 2, { password: PASSWORD }).expect(400);
    const parallel = await Promise.all(
      [1, 2, 3, 4].map((turn) => patch(user.id, 2, { name: `Turn ${turn}` })),
    );
    expect(parallel.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it('are signed out by another role, and keep no centres that the role has not', async () => {
    const user = await make({ role: 'COORDINATOR', centreIds: [centreId] });
    const agent = await agentOf(app, { ...user, password: PASSWORD });
    await patch(user.id, 1, { name: 'Same role' }).expect(200);
    await agent.get('/api/v1/session').expect(200);
    expect((await patch(user.id, 2, { role: 'VIEWER' }).expect(200)).body.centreIds).toEqual([]);
    await agent.get('/api/v1/session').expect(401);
    await patch(user.id, 3, { role: 'COORDINATOR' }).expect(400);
  });

  it('can be renamed while a coordinator has no centre yet, as one whom a provider sent', async () => {
    const user = await addUser(app, { role: 'COORDINATOR', centreIds: [] });
    await patch(user.id, 1, { name: 'New' }).expect(200);
    await patch(user.id, 2, { centreIds: [] }).expect(400);
    await patch(user.id, 2, { centreIds: [centreId] }).expect(200);
  });

  it('are signed out when they are deleted, and their tokens end', async () => {
    const user = await make();
    const agent = await agentOf(app, { ...user, password: PASSWORD });
    const { body: made } = await agent.post('/api/v1/api-tokens').send({ name: 'machine' }).expect(201);
    await admin.delete(`${USERS}/${user.id}`).expect(428);
    await admin.delete(`${USERS}/${user.id}`).set('If-Match', '"9"').expect(412);
    await admin.delete(`${USERS}/${user.id}`).set('If-Match', '"1"').expect(204);
    await agent.get('/api/v1/session').expect(401);
    await request(app.server).get('/api/v1/session').set('Authorization', `Bearer ${made.token}`).expect(401);
    const { rows } = await app.database.pool.query('select password_hash from users where id = $1', [
      user.id,
    ]);
    expect(rows).toEqual([{ password_hash: null }]);
    await signIn(request.agent(app.server).set('X-Forwarded-For', '198.51.100.77'), {
      ...user,
      password: PASSWORD,
    }).expect(401);
  });

  it('never change their own role, nor delete themselves', async () => {
    const other = await addUser(app, { role: 'ADMIN' });
    const agent = await agentOf(app, other);
    const forbidden = await patch(other.id, 1, { role: 'VIEWER' }, agent).expect(403);
    expect(forbidden.body.detail).toContain('own role');
    await patch(other.id, 1, { role: 'ADMIN', name: 'Still admin' }, agent).expect(200);
    await agent.delete(`${USERS}/${other.id}`).set('If-Match', '"2"').expect(409);
    await agent.patch(ACCOUNT).set('If-Match', '"2"').send({ role: 'VIEWER' }).expect(400);
  });

  it('are for administrators alone', async () => {
    const user = await make();
    for (const role of ['EVALUATOR', 'COORDINATOR', 'VIEWER'] as const) {
      const agent = await signedInAs(app, role);
      await agent.get(USERS).expect(403);
      await agent.get(`${USERS}/${user.id}`).expect(403);
      await agent.post(USERS).send(body()).expect(403);
      await patch(user.id, 1, { role: 'ADMIN' }, agent).expect(403);
      await agent.delete(`${USERS}/${user.id}`).set('If-Match', '"1"').expect(403);
      await agent.post(`${USERS}/${user.id}/invitations`).expect(403);
      await agent.delete(`${USERS}/${user.id}/second-factor`).expect(403);
    }
  });
});

describe('the last administrator', () => {
  it('stays one, also when two demote each other at once', async () => {
    const app = await startTestApp();
    const [anna, bram] = [await addUser(app, { role: 'ADMIN' }), await addUser(app, { role: 'ADMIN' })];
    await addUser(app, { role: 'ADMIN', password: null }); // invited, and no help yet
    const [byAnna, byBram] = [await agentOf(app, anna), await agentOf(app, bram)];
    const demote = (agent: Agent, id: string) =>
      agent.patch(`${USERS}/${id}`).set('If-Match', '"1"').send({ role: 'VIEWER' });
    const answers = await Promise.all([demote(byAnna, bram.id), demote(byBram, anna.id)]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(200);
    // The other is refused as the last one, or was no administrator any more when it was their turn.
    expect([401, 403, 409]).toContain(statuses.find((status) => status !== 200));
    const [left, id] = statuses[0] === 200 ? [byAnna, anna.id] : [byBram, bram.id];
    await left.delete(`${USERS}/${id}`).set('If-Match', '"1"').expect(409);
    await app.close();
  });
});

describe('a centre that has a coordinator', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const aCentre = async (agent: Agent, code: string) =>
    (await agent.post('/api/v1/centres').send({ code, kind: 'FIELDLAB', name: code }).expect(201)).body as {
      id: string;
    };

  it('is not deleted before that is settled, and the answer names them', async () => {
    const admin = await signedInAs(app, 'ADMIN');
    const centre = await aCentre(admin, 'TAKEN');
    const bram = await addUser(app, { role: 'COORDINATOR', name: 'Bram', centreIds: [centre.id] });
    await addUser(app, { role: 'COORDINATOR', name: 'Anna', centreIds: [centre.id] });
    const remove = (status: number) =>
      admin.delete(`/api/v1/centres/${centre.id}`).set('If-Match', '"1"').expect(status);
    const { body } = await remove(409);
    expect(body).toMatchObject({
      code: 'CENTRE_HAS_COORDINATORS',
      about: { coordinators: 'Anna, Bram' },
    });
    expect(body.detail).toContain('Anna, Bram');
    await app.database.pool.query("update users set deleted_at = now() where name = 'Anna'");
    expect((await remove(409)).body.about).toEqual({ coordinators: 'Bram' });
    await admin.patch(`${USERS}/${bram.id}`).set('If-Match', '"1"').send({ role: 'VIEWER' }).expect(200);
    await remove(204);
  });

  it('has none of two things at once: a centre goes, or somebody becomes its coordinator', async () => {
    const admin = await signedInAs(app, 'ADMIN');
    for (let round = 0; round < 4; round += 1) {
      const centre = await aCentre(admin, `RACE-${round}`);
      const user = { name: 'C', role: 'COORDINATOR', centreIds: [centre.id], password: PASSWORD };
      const [removed, made] = await Promise.all([
        admin.delete(`/api/v1/centres/${centre.id}`).set('If-Match', '"1"'),
        admin.post(USERS).send({ ...user, email: `race-${round}@people.example` }),
      ]);
      expect([removed.status === 204, made.status === 201].filter(Boolean)).toHaveLength(1);
    }
  });
});

describe('one’s own account', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('shows what is one’s own to change, and takes that', async () => {
    const anna = await addUser(app, { role: 'VIEWER' });
    const agent = await agentOf(app, anna);
    const { body, headers } = await agent.get(ACCOUNT).expect(200);
    expect(headers.etag).toBe('"1"');
    expect(body).toMatchObject({ id: anna.id, language: 'en', hasPassword: true, isLinked: false });
    await agent.patch(ACCOUNT).send({ name: 'Anna' }).expect(428);
    const changed = await agent
      .patch(ACCOUNT)
      .set('If-Match', '"1"')
      .send({ name: 'Anna', language: 'nl' })
      .expect(200);
    expect(changed.body).toMatchObject({ name: 'Anna', language: 'nl', version: 2 });
    await agent.patch(ACCOUNT).set('If-Match', '"1"').send({ name: 'Late' }).expect(412);
  });

  it('takes a new password for the current one, and signs out everywhere else', async () => {
    const anna = await addUser(app, { role: 'VIEWER' });
    const [here, there] = [await agentOf(app, anna), await agentOf(app, anna)];
    const before = (await here.get('/api/v1/sessions')).body.data as { id: string }[];
    const change = (input: object, version = 1) =>
      here.patch(ACCOUNT).set('If-Match', `"${version}"`).send(input);
    const password = 'een heel ander wachtwoord';
    await change({ password }).expect(400);
    await change({ currentPassword: PASSWORD }).expect(400);
    const wrong = await change({ password, currentPassword: 'wrong' }).expect(400);
    expect(wrong.body.errors).toMatchObject([{ path: 'currentPassword' }]);
    await change({ password: 'qwertyuiop', currentPassword: PASSWORD }).expect(400);
    await there.get('/api/v1/session').expect(200);
    await change({ password, currentPassword: PASSWORD }).expect(200);
    await there.get('/api/v1/session').expect(401);
    const after = (await here.get('/api/v1/sessions').expect(200)).body.data as { id: string }[];
    expect(after).toHaveLength(1);
    expect(before.map(({ id }) => id)).not.toContain(after[0]?.id);
    await signIn(request.agent(app.server), anna).expect(401);
    await signIn(request.agent(app.server), { ...anna, password }).expect(201);
  });
});
