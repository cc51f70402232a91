import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request, { type Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { testAccess } from '../support/access';
import { addUser, agentOf, PASSWORD, signIn, signedInAs } from '../support/actors';
import { startTestApp, type TestApp } from '../support/app';
import { aSessionCookie } from '../support/register';
import { read, startMailServer, type MailServer } from '../support/mail-server';
import { allSent } from '../support/waiting-mails';

const NEXT_PASSWORD = 'een heel ander wachtwoord';
const tokenIn = (link: string): string => link.slice(link.lastIndexOf('/') + 1);

describe('mail with a link that works once', () => {
  let mail: MailServer;
  let app: TestApp;
  let admin: Agent;
  beforeAll(async () => {
    mail = await startMailServer();
    app = await startTestApp({
      access: testAccess({ publicUrl: 'https://register.example', trustProxy: 1 }),
      mail: { smtpUrl: mail.url, from: 'register@register.example', outboxDir: 'unused' },
    });
    // Over plain HTTP an agent leaves the __Host- cookie behind, so it is sent by hand.
    const administrator = await addUser(app, { role: 'ADMIN' });
    admin = request.agent(app.server).set('Cookie', await aSessionCookie(app, administrator));
  });
  afterAll(async () => {
    await app.close();
    await mail.close();
  });

  const post = (path: string, body: object) => request(app.server).post(`/api/v1${path}`).send(body);
  const invite = (email: string, more: object = {}) =>
    admin
      .post('/api/v1/users')
      .send({ email, name: 'Anna de Vries', role: 'EVALUATOR', centreIds: [], ...more });

  it('invites a new user in their language, by the public address', async () => {
    const { body: user } = await invite('anna@mail.example').set('Host', 'evil.example').expect(201);
    expect(user).toMatchObject({ status: 'INVITED', email: 'anna@mail.example' });
    const { subject, text, link } = await mail.next('anna@mail.example');
    expect(subject).toBe('Uitnodiging voor het fieldlabregister');
    expect(text).toContain('Beste Anna de Vries');
    expect(link).toMatch(/^https:\/\/register\.example\/#\/invitations\/[\w-]{43}$/);
    const token = tokenIn(link);
    const { rows } = await app.database.pool.query('select * from one_time_links where user_id = $1', [
      user.id,
    ]);
    expect(JSON.stringify(rows)).not.toContain(token);

    const { body: invitation } = await request(app.server).get(`/api/v1/invitations/${token}`).expect(200);
    expect(invitation).toEqual({ email: 'anna@mail.example', name: 'Anna de Vries', language: 'nl' });
    await post(`/invitations/${token}`, { password: 'te kort' }).expect(400);
    await post(`/invitations/${token}`, { password: 'annadevries' }).expect(400);
    await post(`/password-resets/${token}`, { password: PASSWORD }).expect(404);
    await post(`/invitations/${token}`, { password: PASSWORD, name: 'Anna', role: 'ADMIN' }).expect(400);
    await post(`/invitations/${token}`, { password: PASSWORD, name: 'Anna' }).expect(204);
    await post(`/invitations/${token}`, { password: NEXT_PASSWORD }).expect(404);
    await request(app.server).get(`/api/v1/invitations/${token}`).expect(404);
    const { body: session } = await signIn(request.agent(app.server), {
      email: 'anna@mail.example',
      password: PASSWORD,
    }).expect(201);
    expect(session).toMatchObject({ name: 'Anna', role: 'EVALUATOR' });
    expect((await admin.get(`/api/v1/users/${user.id}`).expect(200)).body).toMatchObject({
      status: 'ACTIVE',
    });
    await admin.post(`/api/v1/users/${user.id}/invitations`).expect(409);
  });

  it('invites again, and then the first link is worth nothing', async () => {
    const { body: user } = await invite('bram@mail.example', { language: 'en' }).expect(201);
    const first = await mail.next('bram@mail.example');
    expect(first.subject).toBe('Invitation to the fieldlab register');
    await admin.post(`/api/v1/users/${user.id}/invitations`).expect(202);
    const second = await mail.next('bram@mail.example');
    await post(`/invitations/${tokenIn(first.link)}`, { password: PASSWORD }).expect(404);
    await app.database.pool.query('update one_time_links set expires_at = now() where user_id = $1', [
      user.id,
    ]);
    await post(`/invitations/${tokenIn(second.link)}`, { password: PASSWORD }).expect(404);
  });

  it('lets one of two have it who use the link at once', async () => {
    await invite('carla@mail.example').expect(201);
    const { link } = await mail.next('carla@mail.example');
    const uses = await Promise.all(
      [PASSWORD, NEXT_PASSWORD].map((password) => post(`/invitations/${tokenIn(link)}`, { password })),
    );
    expect(uses.map(({ status }) => status).sort()).toEqual([204, 404]);
  });

  it('sends no mail for a user who was not made', async () => {
    await invite('dirk@mail.example').expect(201);
    await mail.next('dirk@mail.example');
    await invite('DIRK@mail.example').expect(409);
    await allSent(app);
    expect(mail.waitingFor('DIRK@mail.example')).toBe(0);
  });

  it('resets a password: the same answer for everybody, old sessions and the old password end', async () => {
    const person = await addUser(app, { email: 'els@mail.example', language: 'en' });
    const ask = (email: string) => post('/password-resets', { email }).expect(202);
    expect((await ask('nobody@mail.example')).text).toBe((await ask('ELS@mail.example')).text);
    const { link } = await mail.next('els@mail.example');
    expect(link).toMatch(/^https:\/\/register\.example\/#\/password-resets\//);
    await app.database.pool.query(
      "insert into sessions (token_hash, user_id, expires_at, method, second_factor) values ('x', $1, now() + interval '1 day', 'PASSWORD', false)",
      [person.id],
    );
    const from = (address: string) => request.agent(app.server).set('X-Forwarded-For', address);
    for (let count = 0; count < 10; count += 1) {
      await signIn(from('203.0.113.20'), { ...person, password: 'wrong' }).expect(401);
    }
    await signIn(from('203.0.113.20'), person).expect(429);
    await from('203.0.113.20')
      .post(`/api/v1/password-resets/${tokenIn(link)}`)
      .send({ password: NEXT_PASSWORD })
      .expect(204);
    await post(`/password-resets/${tokenIn(link)}`, { password: PASSWORD }).expect(404);
    const sessions = await app.database.pool.query('select 1 from sessions where user_id = $1', [person.id]);
    expect(sessions.rowCount).toBe(0);
    await signIn(from('203.0.113.20'), person).expect(401);
    await signIn(from('203.0.113.20'), { ...person, password: NEXT_PASSWORD }).expect(201);
    expect((await mail.next('els@mail.example')).subject).toBe('Your password was changed');
  });

  it('mails one person no more than three resets an hour', async () => {
    await addUser(app, { email: 'fred@mail.example' });
    const asked = Array.from({ length: 6 }, () =>
      post('/password-resets', { email: 'fred@mail.example' }).expect(202),
    );
    await Promise.all(asked);
    for (let count = 0; count < 3; count += 1) await mail.next('fred@mail.example');
    await allSent(app);
    expect(mail.waitingFor('fred@mail.example')).toBe(0);
  });

  it('tries again when the mail server is not ready', async () => {
    mail.refuseNext(1);
    await invite('gerda@mail.example').expect(201);
    expect((await mail.next('gerda@mail.example')).link).toContain('/#/invitations/');
  });
});

describe('without a mail server', () => {
  it('each message is a file that a person can open', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fieldlab-outbox-'));
    const outboxDir = join(folder, 'outbox');
    const app = await startTestApp({
      mail: { smtpUrl: undefined, from: 'register@register.example', outboxDir },
    });
    onTestFinished(async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    });
    const admin = await signedInAs(app, 'ADMIN');
    await admin
      .post('/api/v1/users')
      .send({ email: 'anna@mail.example', name: 'Änna', role: 'VIEWER', centreIds: [] })
      .expect(201);
    await allSent(app);
    const [file = ''] = await readdir(outboxDir);
    expect(file).toMatch(/^\d{4}-.*\.eml$/);
    const message = await readFile(join(outboxDir, file), 'utf8');
    expect(message).toMatch(/^To: .*<anna@mail\.example>/m);
    const { text, link } = read(message.replace(/\r?\n/g, '\r\n'));
    expect(text).toContain('Beste Änna');
    await request(app.server)
      .post(`/api/v1/invitations/${tokenIn(link)}`)
      .send({ password: PASSWORD })
      .expect(204);
    await agentOf(app, { id: '', name: '', role: 'VIEWER', email: 'anna@mail.example', password: PASSWORD });
  });
});
