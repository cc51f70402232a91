import { accessByOperation } from '@api/openapi/routes';
import { generateSync } from 'otplib';
import request, { type Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testAccess } from '../support/access';
import { addUser, agentOf, PASSWORD, signIn, type Person } from '../support/actors';
import { startTestApp, type TestApp } from '../support/app';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider';
import { aToken } from '../support/register';

const PUBLIC_URL = 'http://localhost:3000';
const CALLBACK = '/api/v1/session/oidc/callback';
const PROOF = '/api/v1/session/proof';
const TOKENS = '/api/v1/api-tokens';
const FACTOR = '/api/v1/account/second-factor';
const OTHER_PASSWORD = 'zeven groene giraffen';

let provider: IdentityProvider;
let app: TestApp;
beforeAll(async () => {
  provider = await startIdentityProvider(PUBLIC_URL + CALLBACK);
  const { issuer, clientId, clientSecret } = provider;
  const oidc = { issuer, clientId, clientSecret, scope: 'openid email profile' };
  app = await startTestApp({ access: testAccess({ publicUrl: PUBLIC_URL, oidc, trustProxy: 1 }) });
});
afterAll(async () => {
  await app.close();
  await provider.close();
});

/** The last proof of everything that this person has open was given so long ago. */
const provedBefore = ({ id }: Pick<Person, 'id'>, ago: string) =>
  app.database.pool.query('update sessions set proved_at = now() - $2::interval where user_id = $1', [
    id,
    ago,
  ]);
const codeOf = (secret: string, steps = 0): string =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });
const makeToken = (agent: Agent) => agent.post(TOKENS).send({ name: 'machine' });
async function signedIn(person?: Person): Promise<{ person: Person; agent: Agent }> {
  const whom = person ?? (await addUser(app, { role: 'VIEWER' }));
  return { person: whom, agent: await agentOf(app, whom) };
}
async function enrol(agent: Agent): Promise<string> {
  const { body } = await agent.post(FACTOR).expect(201);
  const code = codeOf(body.secret, -1);
  await agent.post(`${FACTOR}/confirmation`).send({ code }).expect(201);
  return body.secret;
}

/** Every route that changes how one signs in, or erases from the trail, and what of its body makes it so. */
const ASKING = {
  beginSecondFactor: [],
  confirmSecondFactor: [],
  renewRecoveryCodes: [],
  removeSecondFactor: [],
  beginProviderLink: [],
  removeProviderLink: [],
  removeUserSecondFactor: [],
  createApiToken: [],
  eraseAuditEventReason: [],
  erasePersonalData: [],
  updateAccount: ['password'],
  updateUser: ['email'],
};

/** Writes to accounts that change nothing of how a person who can sign in does so. */
const NOT_ASKING = [
  'proveIdentity', // it gives the proof
  'endSession',
  'endOtherSessions',
  'revokeApiToken',
  'createUser', // of somebody who could not sign in before
  'inviteUser',
  'deleteUser',
  'endDemonstrationAccounts', // as deleting each of them
  'readNotifications',
  'updateNotificationSettings',
  'updateOwnStart',
  'renewCalendarFeed', // shows dates without a name of anybody, and signs nobody in
  'endCalendarFeed',
];

describe('a proof of identity', () => {
  it('is asked for by every route that changes how one signs in, and each other one is decided upon', () => {
    const routes = [...accessByOperation(app.app)];
    const asking = routes.flatMap(([id, { freshProof }]) => (freshProof ? [[id, freshProof]] : []));
    expect(Object.fromEntries(asking)).toEqual(ASKING);
    const ofAccounts = routes
      .filter(([, { permission }]) => permission === 'own-account:write' || permission === 'user:write')
      .map(([id]) => id)
      .filter((id) => !/^(get|list)|AtProvider$/.test(id));
    const askingOfAccounts = Object.keys(ASKING).filter((id) => !id.startsWith('erase'));
    expect(ofAccounts.sort()).toEqual([...askingOfAccounts, ...NOT_ASKING].sort());
  });

  it('is signing in, for five minutes', async () => {
    const { person, agent } = await signedIn();
    await makeToken(agent).expect(201);
    await provedBefore(person, '4 minutes 50 seconds');
    await makeToken(agent).expect(201);
    await provedBefore(person, '5 minutes');
    const refused = await makeToken(agent).expect(401);
    expect(refused.body).toMatchObject({ code: 'REAUTHENTICATION_REQUIRED', status: 401 });
    await agent.get('/api/v1/session').expect(200);
  });

  it('is given by the password, for this session alone', async () => {
    const { person, agent } = await signedIn();
    const { agent: elsewhere } = await signedIn(person);
    await provedBefore(person, '1 hour');
    await agent.post(PROOF).send({ password: PASSWORD }).expect(204);
    await makeToken(agent).expect(201);
    expect((await makeToken(elsewhere).expect(401)).body.code).toBe('REAUTHENTICATION_REQUIRED');
  });

  it.each([
    ['post', FACTOR, {}],
    ['post', `${FACTOR}/confirmation`, { code: '123456' }],
    ['post', `${FACTOR}/recovery-codes`, {}],
    ['post', `${FACTOR}/removal`, { password: PASSWORD }],
    ['post', '/api/v1/account/provider-link', {}],
    ['post', '/api/v1/account/provider-link/removal', { password: PASSWORD }],
    ['patch', '/api/v1/account', { password: OTHER_PASSWORD, currentPassword: PASSWORD }],
    ['post', TOKENS, { name: 'machine', scopes: ['imports'] }],
  ] as const)('is needed to %s %s', async (method, path, body) => {
    const { person, agent } = await signedIn();
    await provedBefore(person, '6 minutes');
    const answer = await agent[method](path).set('If-Match', '"1"').send(body).expect(401);
    expect(answer.body.code).toBe('REAUTHENTICATION_REQUIRED');
    await signIn(request.agent(app.server), person).expect(201);
  });

  it('is needed by an administrator for the e-mail address or second factor of others, not for a name', async () => {
    const { person, agent } = await signedIn(await addUser(app, { role: 'ADMIN' }));
    const { id } = await addUser(app, { role: 'VIEWER' });
    const change = (body: object, version: number) =>
      agent.patch(`/api/v1/users/${id}`).set('If-Match', `"${version}"`).send(body);
    await provedBefore(person, '6 minutes');
    await change({ name: 'Anders' }, 1).expect(200);
    await change({ email: 'mine@people.example' }, 2).expect(401);
    await agent.delete(`/api/v1/users/${id}/second-factor`).expect(401);
    await agent.post(PROOF).send({ password: PASSWORD }).expect(204);
    await change({ email: 'theirs@people.example' }, 2).expect(200);
    await agent.delete(`/api/v1/users/${id}/second-factor`).expect(404);
  });

  it('is not needed for one’s name or language', async () => {
    const { person, agent } = await signedIn();
    await provedBefore(person, '6 minutes');
    await agent.patch('/api/v1/account').set('If-Match', '"1"').send({ language: 'en' }).expect(200);
  });

  it('is the code for who has a second factor, and the password is not enough', async () => {
    const { person, agent } = await signedIn();
    const secret = await enrol(agent);
    await provedBefore(person, '6 minutes');
    const byPassword = await agent.post(PROOF).send({ password: PASSWORD }).expect(401);
    expect(byPassword.body.code).toBe('SECOND_FACTOR_REQUIRED');
    await agent.post(PROOF).send({ code: '000000' }).expect(401);
    await agent
      .post(PROOF)
      .send({ code: codeOf(secret), password: 'wrong' })
      .expect(401);
    await makeToken(agent).expect(401);
    await agent
      .post(PROOF)
      .send({ code: codeOf(secret) })
      .expect(204);
    await makeToken(agent).expect(201);
    await agent.post(`${FACTOR}/recovery-codes`).send({}).expect(201);
    await agent.post(`${FACTOR}/removal`).send({ password: PASSWORD }).expect(204);
  });

  it('is refused for what is wrong, which counts as a failed sign-in and does not sign out', async () => {
    const { person, agent } = await signedIn();
    await provedBefore(person, '6 minutes');
    agent.set('X-Forwarded-For', '192.0.2.77');
    const wrong = { password: 'wrong' };
    for (let count = 0; count < 10; count += 1) {
      const { body } = await agent.post(PROOF).send(wrong).expect(401);
      expect(body.code).toBe('REAUTHENTICATION_REQUIRED');
    }
    await agent.post(PROOF).send({ password: PASSWORD }).expect(429);
    const again = request.agent(app.server).set('X-Forwarded-For', '192.0.2.77');
    await signIn(again, person).expect(429);
    await agent.get('/api/v1/session').expect(200);
  });

  it('takes a password or a code and nothing else, from who is signed in by a browser', async () => {
    const { person, agent } = await signedIn();
    for (const body of [{}, { code: '' }, { password: 7 }, { password: PASSWORD, more: 1 }, []]) {
      await agent.post(PROOF).send(body).expect(400);
    }
    await request(app.server).post(PROOF).send({ password: PASSWORD }).expect(401);
    const token = await aToken(app, person, ['read']);
    const machine = request(app.server).post(PROOF).set('Authorization', `Bearer ${token}`);
    await machine.send({ password: PASSWORD }).expect(403);
  });
});

describe('a proof of identity at the provider', () => {
  let subjects = 0;
  /** Somebody whose account is bound to the provider, signed in there. */
  async function fromProvider() {
    subjects += 1;
    const user = { sub: `prover-${subjects}`, email: `prover-${subjects}@provider.example` };
    const person = await addUser(app, { role: 'VIEWER', email: user.email, password: null });
    await app.database.pool.query('update users set oidc_issuer = $2, oidc_subject = $3 where id = $1', [
      person.id,
      provider.issuer,
      user.sub,
    ]);
    const agent = request.agent(app.server);
    const { headers } = await agent.get('/api/v1/session/oidc').expect(302);
    await agent.get(await provider.signIn(headers.location ?? '', user)).expect(302);
    await provedBefore(person, '6 minutes');
    return { user, person, agent };
  }
  const begin = async (agent: Agent): Promise<string> =>
    (await agent.get('/api/v1/account/provider-proof').expect(302)).headers.location ?? '';
  const landing = async (agent: Agent, path: string) => (await agent.get(path).expect(302)).headers.location;

  it('is signing in there again', async () => {
    const { user, agent } = await fromProvider();
    await makeToken(agent).expect(401);
    expect((await agent.post(PROOF).send({ password: PASSWORD }).expect(401)).body.code).toBe(
      'REAUTHENTICATION_REQUIRED',
    );
    const address = await begin(agent);
    expect(new URL(address).searchParams.get('max_age')).toBe('0');
    expect(await landing(agent, await provider.signIn(address, user))).toBe('/identity-proof');
    await makeToken(agent).expect(201);
  });

  it('is not given by somebody else, nor in another session', async () => {
    const { user, agent } = await fromProvider();
    const stranger = await fromProvider();
    const theirs = await provider.signIn(await begin(agent), stranger.user);
    expect(await landing(agent, theirs)).toBe('/identity-proof?problem=somebody-else');
    const back = await provider.signIn(await begin(agent), user);
    expect(await landing(stranger.agent, back)).toBe('/login?problem=expired');
    await makeToken(agent).expect(401);
    await makeToken(stranger.agent).expect(401);
  });

  it('leaves the code due to who has a second factor with us, unless the provider saw one', async () => {
    const { user, person, agent } = await fromProvider();
    await provedBefore(person, '1 minute');
    const secret = await enrol(agent);
    await provedBefore(person, '6 minutes');
    const without = await provider.signIn(await begin(agent), { ...user, amr: ['pwd'] });
    expect(await landing(agent, without)).toBe('/identity-proof?problem=code-due');
    await makeToken(agent).expect(401);
    const withOne = await provider.signIn(await begin(agent), { ...user, amr: ['pwd', 'otp'] });
    expect(await landing(agent, withOne)).toBe('/identity-proof');
    await makeToken(agent).expect(201);
    await provedBefore(person, '6 minutes');
    await agent
      .post(PROOF)
      .send({ code: codeOf(secret) })
      .expect(204);
    await makeToken(agent).expect(201);
  });
});
