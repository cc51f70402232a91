import type { Role } from '@fieldlab/domain';
import { generateSync } from 'otplib';
import request, { type Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testAccess } from '../support/access';
import { addUser, agentOf, cookiesOf, PASSWORD } from '../support/actors';
import { startTestApp, type TestApp } from '../support/app';
import {
  startIdentityProvider,
  type IdentityProvider,
  type ProviderUser,
} from '../support/identity-provider';
import { startMailServer, type MailServer } from '../support/mail-server';

const PUBLIC_URL = 'http://localhost:3000';
const START = '/api/v1/session/oidc';
const CALLBACK = `${START}/callback`;

describe('signing in at an OpenID provider', () => {
  let provider: IdentityProvider;
  let mail: MailServer;
  let app: TestApp;
  beforeAll(async () => {
    provider = await startIdentityProvider(PUBLIC_URL + CALLBACK);
    mail = await startMailServer();
    const { issuer, clientId, clientSecret } = provider;
    const roleMap: Record<string, Role> = {
      evaluators: 'EVALUATOR',
      coordinators: 'COORDINATOR',
      boss: 'ADMIN',
    };
    const oidc = {
      issuer,
      clientId,
      clientSecret,
      scope: 'openid email profile',
      roleClaim: 'groups',
      roleMap,
    };
    app = await startTestApp({
      access: testAccess({ publicUrl: PUBLIC_URL, oidc }),
      mail: { smtpUrl: mail.url, from: 'register@register.example', outboxDir: 'unused' },
    });
    await addUser(app, { role: 'ADMIN', email: 'always@people.example' });
  });
  afterAll(async () => {
    await app.close();
    await provider.close();
    await mail.close();
  });

  const browser = () => request.agent(app.server);
  let subjects = 0;
  const somebody = (more: Partial<ProviderUser> = {}): ProviderUser => {
    subjects += 1;
    const email = `person-${subjects}@provider.example`;
    return {
      sub: `subject-${subjects}`,
      email,
      email_verified: true,
      name: 'Anna',
      groups: ['evaluators'],
      ...more,
    };
  };
  /** To the provider, through it, and back; answers the page that we send the browser to. */
  async function come(agent: Agent, user: ProviderUser, start = START): Promise<string> {
    const { headers } = await agent.get(start).expect(302);
    const back = await provider.signIn(headers.location ?? '', user);
    return (await agent.get(back).expect(302)).headers.location ?? '';
  }
  const userWith = async (sub: string) => {
    const { rows } = await app.database.pool.query<{ id: string; role: Role; email: string }>(
      'select id, role, email from users where oidc_subject = $1 and deleted_at is null',
      [sub],
    );
    return rows[0];
  };

  it('is offered when it is set up', async () => {
    const { body } = await browser().get('/api/v1/sign-in-methods').expect(200);
    expect(body).toEqual({ password: true, oidc: true });
  });

  it('asks for a code with PKCE, state and nonce, for our address and no other', async () => {
    const answer = await browser().get(START).set('Host', 'evil.example').expect(302);
    const address = new URL(answer.headers.location ?? '');
    expect(address.origin).toBe(provider.issuer);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      redirect_uri: PUBLIC_URL + CALLBACK,
      code_challenge_method: 'S256',
      state: expect.any(String),
      nonce: expect.any(String),
    });
    const cookie = cookiesOf(answer)['fieldlab-oidc'] ?? '';
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
    expect(cookie).not.toContain(address.searchParams.get('state'));
  });

  it('makes an account for who has a role there, and finds it again', async () => {
    const user = somebody();
    const agent = browser();
    expect(await come(agent, user)).toBe('/start');
    const { body } = await agent.get('/api/v1/session').expect(200);
    expect(body).toMatchObject({ email: user.email, name: 'Anna', role: 'EVALUATOR' });
    expect(await come(browser(), { ...user, email: 'moved@provider.example' })).toBe('/start');
    expect(await userWith(user.sub)).toMatchObject({ id: body.id, email: user.email });
  });

  it('gives no account without a role, or with an address that nobody verified', async () => {
    expect(await come(browser(), somebody({ groups: ['visitors'] }))).toBe('/login?problem=no-account');
    expect(await come(browser(), somebody({ email_verified: false }))).toBe(
      '/login?problem=e-mail-not-verified',
    );
  });

  it('follows the role there, until an administrator gives one', async () => {
    const user = somebody();
    const agent = browser();
    await come(agent, user);
    expect(await come(browser(), { ...user, groups: ['coordinators'] })).toBe('/start');
    await agent.get('/api/v1/session').expect(401); // another role ends what was open
    expect(await userWith(user.sub)).toMatchObject({ role: 'COORDINATOR' });
    const coordinating = browser();
    await come(coordinating, { ...user, groups: ['coordinators'] });
    await coordinating.get('/api/v1/session').expect(200);
    expect(await come(browser(), { ...user, groups: [] })).toBe('/login?problem=no-role');
    await coordinating.get('/api/v1/session').expect(401); // so does having none any more
    await app.database.pool.query(
      "update users set role = 'VIEWER', role_from_provider = false where oidc_subject = $1",
      [user.sub],
    );
    await come(browser(), { ...user, groups: ['boss'] });
    expect(await userWith(user.sub)).toMatchObject({ role: 'VIEWER' });
  });

  it('is no way to take over an account by its e-mail address', async () => {
    const victim = await addUser(app, { role: 'ADMIN', email: 'victim@people.example' });
    const invited = await addUser(app, { role: 'ADMIN', email: 'invited@people.example', password: null });
    for (const { email } of [victim, invited]) {
      const agent = browser();
      expect(await come(agent, somebody({ email: email.toUpperCase() }))).toBe('/login?problem=link-first');
      await agent.get('/api/v1/session').expect(401);
    }
    const { rows } = await app.database.pool.query(
      'select 1 from users where id = any ($1) and oidc_subject is not null',
      [[victim.id, invited.id]],
    );
    expect(rows).toHaveLength(0);
  });

  it('accepts an invitation, for the invited address only', async () => {
    const admin = await agentOf(app, await addUser(app, { role: 'ADMIN' }));
    const email = 'new@provider.example';
    const invitee = { email, name: 'New', role: 'VIEWER', centreIds: [] };
    await admin.post('/api/v1/users').send(invitee).expect(201);
    const { link } = await mail.next(email);
    const start = `${START}?invitation=${link.slice(link.lastIndexOf('/') + 1)}`;
    expect(await come(browser(), somebody(), start)).toBe('/login?problem=e-mail-differs');
    const unverified = somebody({ email, email_verified: false });
    expect(await come(browser(), unverified, start)).toBe('/login?problem=e-mail-not-verified');
    const user = somebody({ email, groups: ['boss'] });
    const agent = browser();
    expect(await come(agent, user, start)).toBe('/start');
    expect((await agent.get('/api/v1/session').expect(200)).body).toMatchObject({ email, role: 'VIEWER' });
    expect(await come(browser(), somebody({ email }), start)).toBe('/login?problem=expired');
  });

  it('is linked by who is signed in, and by nobody else', async () => {
    const anna = await addUser(app, { role: 'VIEWER', email: 'anna@people.example' });
    const agent = await agentOf(app, anna);
    const { body } = await agent.post('/api/v1/account/provider-link').expect(201);
    const user = somebody();
    const back = await provider.signIn(body.address, user);
    const stranger = browser();
    expect((await stranger.get(back).expect(302)).headers.location).toBe('/login?problem=expired');
    expect((await agent.get(back).expect(302)).headers.location).toBe('/account');
    expect((await mail.next(anna.email)).subject).toBe('Your account was linked to another sign-in service');
    const later = browser();
    expect(await come(later, user)).toBe('/start');
    expect((await later.get('/api/v1/session').expect(200)).body).toMatchObject({ id: anna.id });

    const bram = await agentOf(app, await addUser(app, { role: 'VIEWER' }));
    const again = await bram.post('/api/v1/account/provider-link').expect(201);
    const taken = await provider.signIn(again.body.address, user);
    expect((await bram.get(taken).expect(302)).headers.location).toBe('/login?problem=linked-elsewhere');

    await agent.post('/api/v1/account/provider-link/removal').send({ password: 'wrong' }).expect(400);
    await agent.post('/api/v1/account/provider-link/removal').send({ password: PASSWORD }).expect(204);
    expect(await userWith(user.sub)).toBeUndefined();
  });

  it('still owes our second factor, unless the provider saw one', async () => {
    const anna = await addUser(app, { role: 'VIEWER' });
    const agent = await agentOf(app, anna);
    const { body } = await agent.post('/api/v1/account/second-factor').expect(201);
    const codeAt = (steps: number) =>
      generateSync({ secret: body.secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });
    await agent
      .post('/api/v1/account/second-factor/confirmation')
      .send({ code: codeAt(-1) })
      .expect(201);
    const user = somebody({ amr: ['pwd'] });
    await app.database.pool.query('update users set oidc_issuer = $2, oidc_subject = $3 where id = $1', [
      anna.id,
      provider.issuer,
      user.sub,
    ]);
    const later = browser();
    expect(await come(later, user)).toBe('/login?step=code');
    await later.get('/api/v1/session').expect(401);
    const step = (code: string, by: Agent = later) => by.post('/api/v1/session/second-factor').send({ code });
    await step('000000').expect(401);
    await step(codeAt(0), browser()).expect(401);
    expect((await step(codeAt(0)).expect(201)).body).toMatchObject({ id: anna.id });
    await later.get('/api/v1/session').expect(200);
    expect(await come(browser(), { ...user, amr: ['pwd', 'otp'] })).toBe('/start');
  });

  it('takes no answer that it did not ask for', async () => {
    const user = somebody();
    const agent = browser();
    const { headers } = await agent.get(START).expect(302);
    const back = await provider.signIn(headers.location ?? '', user);
    const ends = async (by: Agent, path: string) => (await by.get(path).expect(302)).headers.location;
    expect(await ends(browser(), back)).toBe('/login?problem=expired'); // another browser
    const other = browser();
    await other.get(START).expect(302);
    expect(await ends(other, back)).toBe('/login?problem=refused'); // another state
    expect(await ends(agent, back)).toBe('/start');
    expect(await ends(agent, back)).toBe('/login?problem=expired'); // twice
    const forged = browser().set(
      'Cookie',
      'fieldlab-oidc=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    );
    expect(await ends(forged, back)).toBe('/login?problem=expired');
    const denied = browser();
    await denied.get(START).expect(302);
    expect(await ends(denied, `${CALLBACK}?error=access_denied`)).toBe('/login?problem=refused');
  });
});

describe('without a provider', () => {
  it('there is nothing at its address', async () => {
    const app = await startTestApp();
    await request(app.server).get(START).expect(404);
    expect((await request(app.server).get('/api/v1/sign-in-methods')).body).toEqual({
      password: true,
      oidc: false,
    });
    await app.close();
  });

  it.each(['http://id.example', 'http://127.0.0.1.id.example', 'http://10.0.0.7:8080'])(
    'one at %s, where anybody on the way can answer, is never asked',
    async (issuer) => {
      const oidc = { issuer, clientId: 'x', clientSecret: 'x', scope: 'openid' };
      const app = await startTestApp({ access: testAccess({ oidc }) });
      await request(app.server).get(START).expect(503);
      await app.close();
    },
  );

  it('one that signs with a key that is not its own lets nobody in', async () => {
    const forger = await startIdentityProvider(PUBLIC_URL + CALLBACK, { signsWithForeignKey: true });
    const { issuer, clientId, clientSecret } = forger;
    const roles = { roleClaim: 'groups', roleMap: { boss: 'ADMIN' as const } };
    const oidc = { issuer, clientId, clientSecret, scope: 'openid email profile', ...roles };
    const app = await startTestApp({ access: testAccess({ publicUrl: PUBLIC_URL, oidc }) });
    const agent = request.agent(app.server);
    const { headers } = await agent.get(START).expect(302);
    const user = { sub: 'x', email: 'x@id.example', email_verified: true, groups: ['boss'] };
    const back = await forger.signIn(headers.location ?? '', user);
    expect((await agent.get(back).expect(302)).headers.location).toBe('/login?problem=refused');
    await agent.get('/api/v1/session').expect(401);
    await app.close();
    await forger.close();
  });

  it('an unreachable one is said so, and no more', async () => {
    const oidc = { issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'x', scope: 'openid' };
    const app = await startTestApp({ access: testAccess({ oidc }) });
    await request(app.server).get(START).expect(503);
    await app.close();
  });
});
