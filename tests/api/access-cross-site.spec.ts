import request, { type Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testAccess } from '../support/access';
import { addUser, agentOf, cookiesOf, signIn, type Person } from '../support/actors';
import { startTestApp, type TestApp } from '../support/app';

const PUBLIC_URL = 'https://register.example';
const write = (agent: Agent) =>
  agent.post('/api/v1/api-tokens').send({ name: 'made by whom?', scopes: ['records:write'] });

describe('requests from other sites', () => {
  let app: TestApp;
  let person: Person;
  let agent: Agent;
  beforeAll(async () => {
    app = await startTestApp({ access: testAccess({ publicUrl: PUBLIC_URL }) });
    person = await addUser(app);
    const answer = await signIn(request.agent(app.server), person).expect(201);
    // The cookie is for TLS only, which supertest does not speak: it is handed over by hand.
    const cookie = /^[^;]+/.exec(cookiesOf(answer)['__Host-fieldlab-session'] ?? '')?.[0] ?? '';
    agent = request.agent(app.server).set('Cookie', cookie);
  });
  afterAll(() => app.close());

  it.each([
    ['another origin', { Origin: 'https://evil.example' }],
    ['our name on another port', { Origin: `${PUBLIC_URL}:8443` }],
    ['our name without TLS', { Origin: 'http://register.example' }],
    ['an origin that hides itself', { Origin: 'null' }],
    ['a name that begins with ours', { Origin: `${PUBLIC_URL}.evil.example` }],
    ['a page elsewhere, says the browser', { 'Sec-Fetch-Site': 'cross-site' }],
    ['elsewhere, under our name', { Origin: PUBLIC_URL, 'Sec-Fetch-Site': 'cross-site' }],
  ])('cannot write: %s', async (_, headers) => {
    const answer = await write(agent).set(headers).expect(403);
    expect(answer.body).toMatchObject({ code: 'FORBIDDEN' });
    await signIn(request.agent(app.server).set(headers), person).expect(403);
    await agent.get('/api/v1/session').set(headers).expect(200);
  });

  it('are told from our own pages, and from programs', async () => {
    await write(agent).expect(201);
    await write(agent).set({ Origin: PUBLIC_URL, 'Sec-Fetch-Site': 'same-origin' }).expect(201);
    await write(agent).set({ Origin: 'http://10.0.0.5:3000', Host: '10.0.0.5:3000' }).expect(201);
  });

  it('do not matter to a token, which no browser sends by itself', async () => {
    const { body } = await write(agent).expect(201);
    const answer = await request(app.server)
      .post('/api/v1/companies')
      .set({ Authorization: `Bearer ${body.token}`, Origin: 'https://evil.example' })
      .send({ name: 'Van een programma' });
    expect(answer.status).toBe(201);
    await write(agent).set({ Authorization: 'Bearer made-up', Origin: PUBLIC_URL }).expect(401);
  });

  it('over TLS the cookie is bound to this very host', async () => {
    const answer = await signIn(request.agent(app.server), person).expect(201);
    expect(cookiesOf(answer)['__Host-fieldlab-session']).toMatch(
      /; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(answer.headers['strict-transport-security']).toMatch(/^max-age=31536000/);
  });
});

/** A page that is there whether the admin was built or not. */
const NO_SUCH_PAGE = '/embed/reports/00000000-0000-7000-8000-000000000000/editions/1/jobs';

describe('every answer', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('carries headers that forbid what no page of ours does', async () => {
    const { headers } = await request(app.server).get(NO_SUCH_PAGE).expect(404);
    expect(headers['content-security-policy']).toMatch(
      /default-src 'self';script-src 'self';style-src 'self' 'nonce-[\w+/=]+';/,
    );
    expect(headers['content-security-policy']).toMatch(
      /object-src 'none';base-uri 'none'.*frame-ancestors 'none'/,
    );
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('of the API is data, and no page at all', async () => {
    const { headers } = await request(app.server).get('/api/v1/session').expect(401);
    expect(headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers['cache-control']).toBe('no-store');
    const asked = await request(app.server).get('/health/live').expect(200);
    expect(asked.headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none'");
  });

  it('is the same however the path is written, as the router answers it', async () => {
    for (const path of ['/API/v1/session', '/api/V1/session', '/Api/v1/Session']) {
      const { headers } = await request(app.server).get(path).expect(401);
      expect(headers['content-security-policy'], path).toBe("default-src 'none';frame-ancestors 'none'");
      expect(headers['cache-control'], path).toBe('no-store');
    }
    await request(app.server).get('/API/v1/sign-in-methods').expect(200);
    await request(app.server).get('/API/v1/sign-in-methods/').expect(404);
    await request(app.server).get('/API/v1/nothing').set('Accept', 'text/html').expect(404);
  });

  it('has a nonce of its own', async () => {
    const policy = async () =>
      (await request(app.server).get(NO_SUCH_PAGE)).headers['content-security-policy'];
    expect(await policy()).not.toBe(await policy());
  });

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'application/xml'])(
    'is no body of type %s, which another site’s page can send unasked',
    async (type) => {
      const anna = await addUser(app);
      const form = `email=${encodeURIComponent(anna.email)}&password=${encodeURIComponent(anna.password)}`;
      const { body } = await request(app.server)
        .post('/api/v1/session')
        .set('Content-Type', type)
        .send(form)
        .expect(415);
      expect(body.code).toBe('UNSUPPORTED_MEDIA_TYPE');
    },
  );

  it('takes nobody at their word about their address unless a proxy is trusted', async () => {
    const anna = await addUser(app);
    const agent = await agentOf(app, anna);
    await signIn(request.agent(app.server).set('X-Forwarded-For', '203.0.113.9'), anna).expect(201);
    const { body } = await agent.get('/api/v1/sessions').expect(200);
    expect(JSON.stringify(body)).not.toContain('203.0.113');
  });
});
