import { createHash } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser, agentOf, signedInAs, type NewPerson } from '../support/actors';
import { startTestApp, type TestApp } from '../support/app';

const TOKENS = '/api/v1/api-tokens';

describe('API tokens', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const machine = (token: string) => request.agent(app.server).set('Authorization', `Bearer ${token}`);
  async function withToken(person: NewPerson = { role: 'EVALUATOR' }, body: object = { name: 'nightly' }) {
    const owner = await addUser(app, person);
    const agent = await agentOf(app, owner);
    const answer = await agent.post(TOKENS).send(body).expect(201);
    return { owner, agent, made: answer.body as { id: string; token: string; prefix: string }, answer };
  }

  it('are shown once, and kept as a hash', async () => {
    const { agent, made, answer } = await withToken();
    expect(made.token).toMatch(/^flt_[\w-]{43}$/);
    expect(made.token.startsWith(made.prefix)).toBe(true);
    expect(answer.headers.etag).toBe('"1"');
    const listed = await agent.get(TOKENS).expect(200);
    expect(listed.body.total).toBe(1);
    expect(JSON.stringify(listed.body)).not.toContain(made.token);
    expect((await agent.get(`${TOKENS}/${made.id}`).expect(200)).body).not.toHaveProperty('token');
    const { rows } = await app.database.pool.query<{ token_hash: Buffer }>(
      'select * from api_tokens where id = $1',
      [made.id],
    );
    expect(rows[0]?.token_hash).toEqual(createHash('sha256').update(made.token).digest());
    expect(JSON.stringify(rows)).not.toContain(made.token);
  });

  it('stand in the audit trail with who made and who revoked them', async () => {
    const { owner, agent, made } = await withToken({ role: 'ADMIN' });
    await agent.delete(`${TOKENS}/${made.id}`).expect(204);
    const { body } = await agent.get(`/api/v1/audit-events?recordId=${made.id}`).expect(200);
    const deeds = (body.data as { action: string; actor: { id: string }; requestId: string | null }[]).map(
      ({ action, actor, requestId }) => [action, actor.id, requestId !== null],
    );
    expect(deeds).toEqual([
      ['UPDATE', owner.id, true],
      ['CREATE', owner.id, true],
    ]);
  });

  it('act as their user, with the role of this moment', async () => {
    const { owner, made } = await withToken({ role: 'ADMIN' });
    const { body } = await machine(made.token).get('/api/v1/session').expect(200);
    expect(body).toMatchObject({ id: owner.id, role: 'ADMIN' });
    await machine(made.token).get('/api/v1/audit-events').expect(200);
    await signedInAs(app, 'ADMIN');
    await app.database.pool.query("update users set role = 'VIEWER' where id = $1", [owner.id]);
    await machine(made.token).get('/api/v1/audit-events').expect(403);
    await app.database.pool.query('update users set deleted_at = now() where id = $1', [owner.id]);
    await machine(made.token).get('/api/v1/session').expect(401);
  });

  it('end when they are revoked, and when they expire', async () => {
    const { agent, made } = await withToken();
    await machine(made.token).get('/api/v1/session').expect(200);
    const used = await agent.get(`${TOKENS}/${made.id}`).expect(200);
    expect(used.body.lastUsedAt).not.toBeNull();
    await agent.delete(`${TOKENS}/${made.id}`).expect(204);
    await agent.delete(`${TOKENS}/${made.id}`).expect(204);
    const refused = await machine(made.token).get('/api/v1/session').expect(401);
    expect(refused.headers['www-authenticate']).toBe('Bearer');
    expect((await agent.get(`${TOKENS}/${made.id}`).expect(200)).body.revokedAt).not.toBeNull();

    const soon = new Date(Date.now() + 60_000).toISOString();
    const expiring = await withToken({ role: 'VIEWER' }, { name: 'short', expiresAt: soon });
    await machine(expiring.made.token).get('/api/v1/session').expect(200);
    await app.database.pool.query('update api_tokens set expires_at = now() where id = $1', [
      expiring.made.id,
    ]);
    await machine(expiring.made.token).get('/api/v1/session').expect(401);
  });

  it('cannot make tokens, and a bad one is not forgiven for a good cookie', async () => {
    const { agent, made } = await withToken();
    await machine(made.token).post(TOKENS).send({ name: 'offspring' }).expect(403);
    await agent.get('/api/v1/session').set('Authorization', 'Bearer flt_nonsense').expect(401);
    await agent.get('/api/v1/session').set('Authorization', 'Basic YTpi').expect(200);
    await machine('x'.repeat(5_000)).get('/api/v1/session').expect(401);
  });

  it('are seen and revoked by their owner, and by an administrator', async () => {
    const { owner, made } = await withToken();
    const stranger = await signedInAs(app, 'COORDINATOR');
    await stranger.get(`${TOKENS}/${made.id}`).expect(404);
    await stranger.delete(`${TOKENS}/${made.id}`).expect(404);
    expect((await stranger.get(TOKENS).query({ userId: owner.id }).expect(200)).body.total).toBe(0);
    const admin = await signedInAs(app, 'ADMIN');
    const { body } = await admin.get(TOKENS).query({ userId: owner.id }).expect(200);
    expect(body).toMatchObject({ total: 1, data: [{ id: made.id, userId: owner.id }] });
    await admin.delete(`${TOKENS}/${made.id}`).expect(204);
    await machine(made.token).get('/api/v1/session').expect(401);
  });

  it.each([
    [{}],
    [{ name: '' }],
    [{ name: 'x', expiresAt: '2020-01-01T00:00:00Z' }],
    [{ name: 'x', expiresAt: 'tomorrow' }],
    [{ name: 'x', role: 'ADMIN' }],
    [{ name: { not: '' } }],
  ])('are not made of %j', async (body) => {
    const agent = await signedInAs(app, 'VIEWER');
    await agent.post(TOKENS).send(body).expect(400);
  });
});
