import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testAccess } from '../support/access';
import { startMailServer, type MailServer } from '../support/mail-server';
import { allSent } from '../support/waiting-mails';
import { aCentre, aCompany, aParticipation, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

interface Statement {
  participationId: string;
  companyName: string;
  version: number;
  registered: object;
  openUntil: string | null;
  answer: string | null;
  stated: object | null;
  decision: string | null;
}

let mail: MailServer;
let register: TestRegister;
let admin: Caller;
let mine: Caller;
let theirs: Caller;
let centre: Made;
let round: Made;
let asked: Made;
let silent: Made;
let at: string;

const AS_REGISTERED = { level: 'PARTICIPANT', startedOn: '2019-01-01', lastDay: null };
const OTHERWISE = { level: 'PARTNER', startedOn: '2019-02-01', lastDay: '2021-03-31' };

beforeAll(async () => {
  mail = await startMailServer();
  register = await startTestRegister({
    access: testAccess({ publicUrl: 'http://register.example' }),
    mail: { smtpUrl: mail.url, from: 'register@register.example', outboxDir: 'unused' },
  });
  admin = await register.as('ADMIN');
  centre = await aCentre(admin, { name: 'Alfa' });
  const other = await aCentre(admin, { name: 'Beta' });
  mine = await register.as('COORDINATOR', centre.id);
  theirs = await register.as('COORDINATOR', other.id);
  const [company, mute] = [
    await aCompany(admin, { name: 'Een BV' }),
    await aCompany(admin, { name: 'Nul BV' }),
  ];
  asked = await aParticipation(admin, company.id, centre.id);
  silent = await aParticipation(admin, mute.id, centre.id);
  const contact = { companyId: company.id, centreId: centre.id, name: 'Anna', email: 'anna@een.example' };
  await admin.post('/contacts', contact).expect(201);
  await admin.post('/contacts', { ...contact, centreId: other.id, email: 'elders@een.example' }).expect(201);
  round = (await admin.post('/rounds', { period: '2021-Q2', dueOn: '2199-01-01' }).expect(201)).body as Made;
  at = `/rounds/${round.id}/centres/${centre.id}/statements`;
});
afterAll(async () => {
  await register.close();
  await mail.close();
});

const list = async () =>
  (await mine.get(at).expect(200)).body as { data: Statement[]; total: number; askable: string[] };
const only = async () => (await list()).data[0];
/** Asks, and answers the token in the mail. */
async function ask(): Promise<string> {
  await mine.post(at, { participationIds: [asked.id, silent.id] }).expect(200);
  const { text } = await mail.next('anna@een.example');
  return /http:\/\/register\.example\/public\/participation#([\w-]{43})\s/.exec(text)?.[1] ?? '';
}
const link = (token: string) => `/api/v1/participation-links/${token}`;
const open = (token: string) => request(register.url).get(link(token));
const say = (token: string, what: string, body?: object) =>
  request(register.url)
    .post(`${link(token)}/${what}`)
    .send(body);
const participation = async () => (await mine.get(`/participations/${asked.id}`).expect(200)).body as Made;

describe('a company that is asked about its own participation', () => {
  it('gets a link of its own, where somebody has an address, and no other centre’s', async () => {
    expect(await list()).toEqual({ data: [], total: 0, askable: [asked.id] });
    await theirs.post(at, { participationIds: [asked.id] }).expect(404);
    const token = await ask();
    await allSent(register);
    expect(mail.waitingFor('elders@een.example')).toBe(0);
    const { body, headers } = await open(token).expect(200);
    expect(body).toEqual({
      ...{ companyName: 'Een BV', centreName: 'Alfa', quarter: '2021-Q2' },
      ...{ firstDay: '2021-04-01', lastDayOfQuarter: '2021-06-30', registered: AS_REGISTERED },
      ...{ openUntil: expect.any(String) as string, answer: null, stated: null },
    });
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
    const days = (Date.parse((body as { openUntil: string }).openUntil) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(14);
    const { rows } = await register.database.pool.query('select * from participation_links');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('changes nothing by opening it, however often', async () => {
    const token = await ask();
    const before = [await only(), await participation()];
    for (let time = 0; time < 3; time += 1) await open(token).expect(200);
    await request(register.url).head(link(token)).expect(200);
    await request(register.url)
      .get(`${link(token)}/confirm`)
      .expect(404);
    expect([await only(), await participation()]).toEqual(before);
  });

  it('confirms by a POST, which the coordinator sees and the register does not', async () => {
    const token = await ask();
    expect((await say(token, 'confirm').expect(200)).body).toMatchObject({ answer: 'CONFIRMED' });
    expect(await only()).toMatchObject({ answer: 'CONFIRMED', stated: null, decision: null });
    expect((await participation()).version).toBe(1);
    expect((await list()).total).toBe(1);
  });

  it('corrects, and nothing changes until it is accepted, as its statement', async () => {
    const token = await ask();
    await say(token, 'correct', { ...OTHERWISE, lastDay: '2019-01-31' }).expect(400);
    await say(token, 'correct', { ...OTHERWISE, companyId: asked.id }).expect(400);
    await say(token, 'correct', OTHERWISE).expect(200);
    expect(await participation()).toMatchObject({ version: 1, ...AS_REGISTERED });
    const statement = await only();
    expect(statement).toMatchObject({ answer: 'CORRECTED', registered: AS_REGISTERED, stated: OTHERWISE });
    // Who answered is not asked again over what waits.
    await mine.post(at, { participationIds: [asked.id] }).expect(200);
    expect(await only()).toEqual(statement);

    const accept = (caller: Caller, version: number) =>
      caller.post(`${at}/${asked.id}/accept`).set('If-Match', `"${version}"`);
    await theirs.post(`${at}/${asked.id}/accept`).set('If-Match', '"1"').expect(404);
    await mine.post(`${at}/${asked.id}/accept`).expect(428);
    await accept(mine, 7).expect(412);
    expect(await participation()).toMatchObject(AS_REGISTERED);
    await accept(mine, 1).set('Accept-Language', 'nl').expect(204);
    expect(await participation()).toMatchObject({ version: 2, ...OTHERWISE });
    const { body } = await mine.get(`/participations/${asked.id}/history`).expect(200);
    expect((body as { data: object[] }).data[0]).toMatchObject({
      actor: { name: mine.name },
      reason: 'Opgave van het bedrijf zelf, via een persoonlijke link',
    });
    await accept(mine, 2).expect(409);
    await open(token).expect(404);
    await say(token, 'confirm').expect(404);
  });

  it('is not heard any more once its link is replaced, revoked, too old, or its round gone', async () => {
    const { version } = await participation();
    await mine.patch(`/participations/${asked.id}`, version, { lastDay: null }).expect(200);
    const [first, second] = [await ask(), await ask()];
    await open(first).expect(404);
    await open(second).expect(200);
    await mine.delete(`${at}/${asked.id}/link`, 1).expect(204);
    await say(second, 'confirm').expect(404);
    expect((await only())?.openUntil).toBe(null);
    const old = await ask();
    await register.database.pool.query('update participation_links set expires_at = now()');
    await open(old).expect(404);
    await say(old, 'correct', OTHERWISE).expect(404);
    await open('nonsense').expect(404);
  });

  it('is declined without a change', async () => {
    const token = await ask();
    await mine.post(`${at}/${asked.id}/decline`).expect(409);
    await say(token, 'correct', OTHERWISE).expect(200);
    const before = await participation();
    await mine.post(`${at}/${asked.id}/decline`).expect(204);
    expect(await participation()).toEqual(before);
    expect(await only()).toMatchObject({ decision: 'DECLINED', openUntil: null });
  });

  it('is in the trail without anybody’s name', async () => {
    const { body } = await admin.get(`/audit-events?recordId=${round.id}&perPage=100`).expect(200);
    const { data } = body as { data: { actor: { name: string } }[] };
    expect(data.map(({ actor }) => actor.name)).toContain('company, by personal link');
    expect(JSON.stringify(data)).not.toMatch(/Anna|een\.example/);
  });

  it('is not asked after its centre has submitted', async () => {
    await mine.post(`/rounds/${round.id}/centres/${centre.id}/submit`, { nothingChanged: true }).expect(200);
    await mine.post(at, { participationIds: [asked.id] }).expect(409);
  });
});
