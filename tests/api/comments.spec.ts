import { randomUUID } from 'node:crypto';
import { PrivacySettingsRepository } from '@api/modules/personal-data/privacy-settings.repository';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCentre, aCompany, anInvestment, aParticipation, type Made } from '../support/made';
import { aSessionCookie, startTestRegister, type Caller, type TestRegister } from '../support/register';

interface Person {
  id: string;
  name: string;
}
interface Said extends Made {
  author: Person;
  text: string | null;
  mentions: Person[];
  isEdited: boolean;
  withdrawnAt: string | null;
  withdrawnBy: Person | null;
}

let register: TestRegister;
let admin: Caller;
let evaluator: Caller;
let viewer: Caller;
let mine: Caller;
let theirs: Caller;
let centre: Made;
let company: Made;
let participation: Made;
beforeAll(async () => {
  register = await startTestRegister();
  [admin, evaluator, viewer] = [
    await register.as('ADMIN'),
    await register.as('EVALUATOR'),
    await register.as('VIEWER'),
  ];
  await admin.patch('/programme', 0, { name: 'P', startedOn: '2015-01-01' }).expect(200);
  centre = await aCentre(admin, { name: 'Alfa' });
  const other = await aCentre(admin, { name: 'Beta' });
  [mine, theirs] = [await register.as('COORDINATOR', centre.id), await register.as('COORDINATOR', other.id)];
  company = await aCompany(admin, { name: 'Een BV' });
  participation = await aParticipation(admin, company.id, centre.id);
});
afterAll(() => register.close());

const here = () => ({ resource: 'participations', recordId: participation.id });
const asked = (thing: object): string => new URLSearchParams({ ...thing }).toString();
const say = async (by: Caller, values: object = {}) =>
  (await by.post('/comments', { ...here(), text: 'Klopt dit?', ...values }).expect(201)).body as Said;
const thread = async (by: Caller, thing: object = here()) =>
  (await by.get(`/comments?${asked(thing)}`).expect(200)).body as { data: Said[]; total: number };
const told = async (by: Caller) => {
  const { data } = (await by.get('/notifications').expect(200)).body as {
    data: { kind: string; path: string; facts: object }[];
  };
  return data.filter(({ kind }) => kind === 'MENTIONED').map(({ path, facts }) => ({ path, facts }));
};

describe('a comment', () => {
  it('is read by exactly those who may see what it is about', async () => {
    const { id, version } = await say(mine);
    for (const who of [admin, evaluator, mine]) {
      expect((await thread(who)).data).toMatchObject([{ id, text: 'Klopt dit?', author: { id: mine.id } }]);
    }
    await theirs.get(`/comments?${asked(here())}`).expect(404);
    await theirs.get(`/comment-readers?${asked(here())}`).expect(404);
    await theirs.get(`/comments/${id}/history`).expect(404);
    await theirs.post('/comments', { ...here(), text: 'x' }).expect(404);
    await theirs.patch(`/comments/${id}`, version, { text: 'x' }).expect(404);
    await theirs.delete(`/comments/${id}`, version).expect(404);
    await viewer.get(`/comments?${asked(here())}`).expect(403);
    await viewer.post('/comments', { ...here(), text: 'x' }).expect(403);
    const readers = await mine.get(`/comment-readers?${asked(here())}`).expect(200);
    const ids = (readers.body.data as Person[]).map((person) => person.id);
    expect(ids).toEqual(expect.arrayContaining([admin.id, evaluator.id, mine.id]));
    for (const who of [theirs, viewer]) expect(ids).not.toContain(who.id);
  });

  it('is written on every kind of thing with a page, on a report and on what a centre says in a round', async () => {
    const investment = await anInvestment(admin, centre.id);
    const made = async (path: string, body: object) =>
      (await admin.post(path, body).expect(201)).body as Made;
    const report = await made('/reports', { title: 'R', asOf: '2021-05-01', indicators: ['jobs'] });
    const target = await made('/targets', { indicator: 'jobs', value: 2, dueOn: '2030-01-01' });
    const round = await made('/rounds', { period: '2021-Q2', dueOn: '2199-01-01' });
    const ofRound = { resource: 'rounds', recordId: round.id, centreId: centre.id };
    for (const thing of [
      { resource: 'centres', recordId: centre.id },
      { resource: 'companies', recordId: company.id },
      { resource: 'investments', recordId: investment.id },
      { resource: 'reports', recordId: report.id },
      { resource: 'targets', recordId: target.id },
      ofRound,
    ]) {
      await say(mine, thing);
      expect((await thread(mine, thing)).total).toBe(1);
    }
    expect((await thread(viewer, { resource: 'reports', recordId: report.id })).total).toBe(1);
    await theirs.get(`/comments?${asked(ofRound)}`).expect(404);
    await mine.get(`/comments?${asked({ resource: 'rounds', recordId: round.id })}`).expect(400);
    await mine.get(`/comments?${asked({ resource: 'reports', recordId: randomUUID() })}`).expect(404);
    await admin.delete(`/investments/${investment.id}`, investment.version).expect(204);
    await mine.get(`/comments?${asked({ resource: 'investments', recordId: investment.id })}`).expect(404);
  });

  it('names people who may see it, and they are told so once, where it is', async () => {
    const asking = { text: `@${evaluator.name} klopt dit?`, mentions: [evaluator.id] };
    const { id, version } = await say(mine, asking);
    const path = `/participations/${participation.id}/show?comment=${id}`;
    expect(await told(evaluator)).toEqual([{ path, facts: { person: mine.name, record: 'Een BV · Alfa' } }]);
    for (const who of [mine, theirs, viewer, admin]) expect(await told(who)).toEqual([]);
    for (const who of [theirs, viewer]) {
      const refused = await mine
        .post('/comments', { ...here(), text: 'x', mentions: [evaluator.id, who.id] })
        .expect(400);
      expect(refused.body.errors).toMatchObject([{ path: 'mentions.1' }]);
    }
    const edited = await mine.patch(`/comments/${id}`, version, { text: 'Anders', mentions: [] }).expect(200);
    expect(edited.body).toMatchObject({ mentions: [], isEdited: true });
    expect(await told(evaluator)).toEqual([]);
    await mine.patch(`/comments/${id}`, version + 1, { ...asking }).expect(200);
    expect(await told(evaluator)).toHaveLength(1);
    await mine.delete(`/comments/${id}`, version + 2).expect(204);
    expect(await told(evaluator)).toEqual([]);
  });

  it('tells nobody who may not see it any more', async () => {
    const former = await register.as('EVALUATOR');
    await say(mine, { text: `@${former.name}`, mentions: [former.id] });
    expect(await told(former)).toHaveLength(1);
    await register.database.pool.query(`update users set role = 'VIEWER' where id = $1`, [former.id]);
    const cookie = await aSessionCookie(register, former);
    const bell = await request(register.url).get('/api/v1/notifications').set('Cookie', cookie).expect(200);
    expect(bell.body.total).toBe(0);
  });

  it('is put in other words by its author alone, and its earlier words are kept', async () => {
    const { id, version } = await say(mine, { text: 'Eerst' });
    await evaluator.patch(`/comments/${id}`, version, { text: 'x' }).expect(403);
    await admin.patch(`/comments/${id}`, version, { text: 'x' }).expect(403);
    await mine.patch(`/comments/${id}`, version, { text: 'Daarna' }).expect(200);
    await mine.patch(`/comments/${id}`, version, { text: 'Te laat' }).expect(412);
    const history = await evaluator.get(`/comments/${id}/history`).expect(200);
    expect((history.body.data as { text: string }[]).map(({ text }) => text)).toEqual(['Daarna', 'Eerst']);
  });

  it('is withdrawn by its author or an administrator, and its text is gone for everybody', async () => {
    const { id, version } = await say(mine, { text: 'Geheim woord' });
    await evaluator.delete(`/comments/${id}`, version).expect(403);
    await mine.delete(`/comments/${id}`, version + 1).expect(412);
    await admin.delete(`/comments/${id}`, version).expect(204);
    const [first] = (await thread(mine)).data;
    expect(first).toMatchObject({ id, text: null, mentions: [], withdrawnBy: { id: admin.id } });
    for (const who of [admin, mine]) await who.get(`/comments/${id}/history`).expect(404);
    await mine.patch(`/comments/${id}`, version + 1, { text: 'Terug' }).expect(404);
    await register.database.pool.query(
      `update comments set withdrawn_at = now() - interval '31 days' where id = $1`,
      [id],
    );
    const settings = register.app.get(PrivacySettingsRepository);
    await register.database.transaction((client) => settings.erasePast(client, 10));
    expect((await thread(mine)).data.map((one) => one.id)).not.toContain(id);
  });

  it('has bounds, comes in pages, and happens once for one key', async () => {
    const text = 'é'.repeat(2_000);
    expect((await say(mine, { text })).text).toBe(text);
    await mine.post('/comments', { ...here(), text: `${text}x` }).expect(400);
    await mine.post('/comments', { ...here(), text: ' ' }).expect(400);
    const mentions = Array.from({ length: 21 }, () => mine.id);
    await mine.post('/comments', { ...here(), text: 'x', mentions }).expect(400);
    const once = () =>
      mine.post('/comments', { ...here(), text: 'Eén keer' }).set('Idempotency-Key', 'one-comment');
    const [first, again] = [await once().expect(201), await once().expect(201)];
    expect(again.body).toEqual(first.body);
    const { total } = await thread(mine);
    const page = await mine.get(`/comments?${asked({ ...here(), page: 2, perPage: 1 })}`).expect(200);
    expect(page.body.total).toBe(total);
    expect(page.body.data).toHaveLength(1);
  });

  it('is found, copied and erased with what else is about a person, and only digested in the trail', async () => {
    const said = await say(mine, { text: 'Gebeld met Vrouwke Zonderling' });
    await mine.patch(`/comments/${said.id}`, said.version, { text: 'Gebeld' }).expect(200);
    const search = () => admin.post('/persons/search', { terms: ['zonderling'] }).expect(200);
    const item = { resource: 'comments', id: said.id, field: null };
    expect((await search()).body.data).toMatchObject([{ ...item, isCurrent: false, isErasable: true }]);
    const copy = await admin.post('/persons/export', { items: [item] }).expect(200);
    expect(JSON.stringify(copy.body)).toContain('Zonderling');
    const trail = await admin.get(`/audit-events?resource=comments&recordId=${said.id}`).expect(200);
    expect(trail.body.total).toBe(2);
    expect(JSON.stringify(trail.body)).not.toContain('Gebeld');
    await admin.post('/persons/erase', { items: [item] }).expect(204);
    expect((await search()).body.total).toBe(0);
    expect((await thread(mine)).data.map(({ id }) => id)).not.toContain(said.id);
  });

  it('goes where it names a sole trader who asked to be forgotten', async () => {
    const trader = await aCompany(admin, { name: 'Smederij Vergeetmij', legalForm: 'Eenmanszaak' });
    const { id } = await say(mine, { text: 'Zie ook Smederij Vergeetmij' });
    await admin
      .post('/persons/erase', { items: [{ resource: 'companies', id: trader.id, field: null }] })
      .expect(204);
    expect((await thread(mine)).data.map((one) => one.id)).not.toContain(id);
  });
});
