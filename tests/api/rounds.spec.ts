import { ConfirmationsService } from '@api/modules/rounds/confirmations.service';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testAccess } from '../support/access';
import { startMailServer, type MailServer } from '../support/mail-server';
import { allSent } from '../support/waiting-mails';
import { aCentre, aCompany, aParticipation, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

interface Line {
  centreId: string;
  status: string;
  [name: string]: unknown;
}
interface Listed {
  id: string;
  isAsked: boolean;
  [name: string]: unknown;
}

let register: TestRegister;
let mail: MailServer;
let admin: Caller;
let mine: Caller;
let theirs: Caller;
let centre: Made;
let other: Made;
let round: Made;
const taking: Record<string, Made> = {};

beforeAll(async () => {
  mail = await startMailServer();
  register = await startTestRegister({
    access: testAccess({ publicUrl: 'https://register.example' }),
    mail: { smtpUrl: mail.url, from: 'register@register.example', outboxDir: 'unused' },
  });
  admin = await register.as('ADMIN');
  await admin.patch('/programme', 0, { name: 'P', startedOn: '2015-01-01' }).expect(200);
  centre = await aCentre(admin, { name: 'Alpha' });
  other = await aCentre(admin, { name: 'Beta' });
  await aCentre(admin, { name: 'Gone', startedOn: '2018-01-01', endedOn: '2021-04-01' });
  await aCentre(admin, { name: 'Later', startedOn: '2021-07-01' });
  [mine, theirs] = [await register.as('COORDINATOR', centre.id), await register.as('COORDINATOR', other.id)];
  const periods = {
    stays: {},
    leaves: { startedOn: '2020-01-01' },
    stopped: { startedOn: '2020-01-01', lastDay: '2021-05-15' },
    before: { startedOn: '2020-01-01', lastDay: '2021-03-31' },
    after: { startedOn: '2021-07-01' },
    reached: { level: 'REACHED' },
  };
  for (const [name, values] of Object.entries(periods)) {
    const company = await aCompany(admin, { name });
    taking[name] = await aParticipation(admin, company.id, centre.id, values);
  }
  const stepping = await aParticipation(admin, (await aCompany(admin, { name: 'steps' })).id, centre.id);
  const step = { level: 'PARTNER', on: '2021-05-01' };
  taking.steps = (await mine.post(`/participations/${stepping.id}/step`, step).expect(201)).body as Made;
  round = (await admin.post('/rounds', { period: '2021-Q2', dueOn: '2021-07-15' }).expect(201)).body as Made;
});
afterAll(async () => {
  await register.close();
  await mail.close();
});

const idOf = (name: string): string => taking[name]?.id ?? '';
const at = (of: Made = centre, action = '', inRound: Made = round) =>
  `/rounds/${inRound.id}/centres/${of.id}${action}`;
const board = async (caller: Caller): Promise<Line[]> =>
  ((await caller.get(`/rounds/${round.id}`).expect(200)).body as { board: Line[] }).board;
const lineOf = async (of: Made) => (await board(admin)).find(({ centreId }) => centreId === of.id);
const listed = async (inRound: Made = round): Promise<Listed[]> =>
  ((await mine.get(at(centre, '', inRound)).expect(200)).body as { participations: Listed[] }).participations;

describe('a round', () => {
  it('is opened once for a quarter, by administrators, and due when the quarter is over', async () => {
    expect(round).toMatchObject({
      ...{ period: '2021-Q2', firstDay: '2021-04-01', lastDay: '2021-06-30', dueOn: '2021-07-15' },
      ...{ centres: 2, open: 2, submitted: 0, late: 2 },
    });
    const again = await admin.post('/rounds', { period: '2021-Q2', dueOn: '2021-08-01' }).expect(409);
    expect(again.body.code).toBe('DUPLICATE_ROUND');
    await mine.post('/rounds', { period: '2021-Q3', dueOn: '2021-10-15' }).expect(403);
    await admin.post('/rounds', { period: '2021-Q3', dueOn: '2021-09-29' }).expect(400);
    await admin.post('/rounds', { period: '2021-Q7', dueOn: '2021-10-15' }).expect(400);
  });

  it('asks the centres that were active in its quarter, and shows coordinators their own', async () => {
    const names = (lines: Line[]) => lines.map(({ centreName }) => centreName);
    expect(names(await board(admin))).toEqual(['Alpha', 'Beta']);
    expect(names(await board(await register.as('EVALUATOR')))).toEqual(['Alpha', 'Beta']);
    expect(names(await board(theirs))).toEqual(['Beta']);
    expect((await theirs.get('/rounds').expect(200)).body.data[0]).toMatchObject({ centres: 1, late: 1 });
    await theirs.get(at()).expect(404);
    await theirs.post(at(centre, '/submit'), { nothingChanged: true }).expect(404);
  });

  it('lists the companies that took part, each once, and asks of those that still do', async () => {
    const list = await listed();
    expect(list.map(({ companyName, isAsked }) => [companyName, isAsked])).toEqual([
      ['leaves', true],
      ['stays', true],
      ['steps', true],
      ['stopped', false],
    ]);
    expect(list.find(({ companyName }) => companyName === 'steps')).toMatchObject({
      ...{ id: idOf('steps'), level: 'PARTNER', lastDay: null, answer: null, lastConfirmed: null },
    });
  });
});

describe('a submission', () => {
  const confirmed = () => [idOf('stays'), idOf('steps')];

  it('answers of every company, and of no other', async () => {
    const faults = async (body: object) =>
      (await mine.post(at(centre, '/submit'), body).expect(400)).body.errors as { path: string }[];
    const ended = (participationId: string, lastDay = '2021-06-10') => [{ participationId, lastDay }];
    expect(await faults({ confirmed: confirmed() })).toEqual([
      expect.objectContaining({ path: 'confirmed', message: expect.stringContaining('leaves') as string }),
    ]);
    const stray = await faults({ confirmed: [...confirmed(), idOf('leaves'), idOf('after')] });
    expect(stray.map(({ path }) => path)).toEqual(['confirmed.3']);
    const twice = await faults({
      confirmed: confirmed(),
      ended: [...ended(idOf('leaves')), ...ended(idOf('stays'))],
    });
    expect(twice.map(({ path }) => path)).toEqual(['ended.1.participationId']);
    const early = await faults({ confirmed: confirmed(), ended: ended(idOf('leaves'), '2019-12-31') });
    expect(early.map(({ path }) => path)).toEqual(['ended.0.lastDay']);
    await faults({});
    await faults({ confirmed: [], nothingChanged: true });
    await faults({ nothingChanged: true, ended: ended(idOf('leaves')) });
  });

  it('ends those that were not ticked and makes no version of the others', async () => {
    await admin.post(at(centre, '/accept')).expect(409);
    const ended = [{ participationId: idOf('leaves'), lastDay: '2021-06-10' }];
    const { body } = await mine.post(at(centre, '/submit'), { confirmed: confirmed(), ended }).expect(200);
    expect(body).toMatchObject({
      status: 'SUBMITTED',
      isLate: false,
      actions: ['withdraw'],
      confirmed: 2,
      ended: 1,
    });
    const left = await mine.get(`/participations/${idOf('leaves')}`).expect(200);
    expect(left.body).toMatchObject({ version: 2, endedOn: '2021-06-11', lastDay: '2021-06-10' });
    expect((await mine.get(`/participations/${idOf('stays')}`).expect(200)).body.version).toBe(1);
    expect((await listed()).map(({ answer }) => answer)).toEqual(['ENDED', 'CONFIRMED', 'CONFIRMED', null]);
    await mine.post(at(centre, '/submit'), { nothingChanged: true }).expect(409);
  });

  it('is withdrawn while nobody decided: what it ended goes on, unless it was changed since', async () => {
    const leaves = async () => (await mine.get(`/participations/${idOf('leaves')}`).expect(200)).body as Made;
    await theirs.post(at(centre, '/withdraw')).expect(404);
    const { body } = await mine.post(at(centre, '/withdraw')).expect(200);
    expect(body).toMatchObject({
      status: 'OPEN',
      submittedAt: null,
      submittedBy: null,
      confirmed: 0,
      ended: 0,
    });
    expect((body as { actions: string[] }).actions).toEqual(['submit']);
    expect(await leaves()).toMatchObject({ version: 3, endedOn: null, lastDay: null });
    expect((await listed()).map(({ answer }) => answer)).toEqual([null, null, null, null]);
    await mine.post(at(centre, '/withdraw')).expect(409);
    await admin.post(at(centre, '/reopen')).expect(409);
    const ended = [{ participationId: idOf('leaves'), lastDay: '2021-06-10' }];
    await mine.post(at(centre, '/submit'), { confirmed: confirmed(), ended }).expect(200);
  });

  it('is as before its decision or submission once that is taken back, however often', async () => {
    const state = async () => (await admin.get(at()).expect(200)).body as Record<string, unknown>;
    const submitted = await state();
    await admin.post(at(centre, '/return'), { remark: 'Eerst' }).expect(200);
    await mine.post(at(centre, '/reopen')).expect(403);
    await mine.post(at(centre, '/withdraw')).expect(409);
    expect((await admin.post(at(centre, '/reopen')).expect(200)).body).toEqual(submitted);
    await admin.post(at(centre, '/return'), { remark: 'Toch' }).expect(200);
    const returned = await state();
    await mine.post(at(centre, '/submit'), { nothingChanged: true }).expect(200);
    const again = await state();
    await admin.post(at(centre, '/accept')).expect(200);
    await mine.post(at(centre, '/withdraw')).expect(409);
    const locked = await admin.post(at(centre, '/reopen')).expect(409);
    expect(locked.body).toMatchObject({ code: 'PERIOD_LOCKED', about: { period: '2021-Q2' } });
    expect((await admin.post(at(centre, '/reopen?reason=Te+vroeg')).expect(200)).body).toEqual(again);
    await mine.post(at(centre, '/withdraw')).expect(200);
    expect(await state()).toEqual(returned);
    await admin.post(at(centre, '/reopen')).expect(200);
    expect((await mine.post(at(centre, '/withdraw')).expect(200)).body).toMatchObject({ status: 'OPEN' });
  });

  it('is not withdrawn where what it ended was changed since', async () => {
    const ended = [{ participationId: idOf('leaves'), lastDay: '2021-06-10' }];
    await mine.post(at(centre, '/submit'), { confirmed: confirmed(), ended }).expect(200);
    const left = await mine.get(`/participations/${idOf('leaves')}`).expect(200);
    await mine
      .patch(`/participations/${idOf('leaves')}`, left.body.version as number, { note: 'x' })
      .expect(200);
    const { body } = await mine.post(at(centre, '/withdraw')).expect(409);
    expect(body.code).toBe('BUILT_UPON');
    expect((await mine.get(at()).expect(200)).body).toMatchObject({ status: 'SUBMITTED', ended: 1 });
  });

  it('is returned with a remark, submitted again, and accepted', async () => {
    await mine.post(at(centre, '/accept')).expect(403);
    await admin.post(at(centre, '/return'), {}).expect(400);
    const returned = await admin.post(at(centre, '/return'), { remark: 'En Stays BV?' }).expect(200);
    expect(returned.body).toMatchObject({ status: 'RETURNED', remark: 'En Stays BV?', isLate: true });
    expect((await mine.get(at()).expect(200)).body.actions).toEqual(['submit']);
    await mine.post(at(centre, '/submit'), { nothingChanged: true }).expect(200);
    const { body } = await admin.post(at(centre, '/accept')).expect(200);
    expect(body).toMatchObject({
      status: 'ACCEPTED',
      remark: null,
      decidedBy: admin.name,
      actions: ['reopen'],
    });
    expect(body).toMatchObject({ confirmed: 2, ended: 1 });
    await admin.post(at(centre, '/return'), { remark: 'x' }).expect(409);
    expect((await admin.get(`/rounds/${round.id}`).expect(200)).body).toMatchObject({ accepted: 1, late: 1 });
  });

  it('is one of two that are sent at once', async () => {
    const both = [1, 2].map(() => theirs.post(at(other, '/submit'), { nothingChanged: true }));
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 409]);
    await admin.post(at(other, '/return'), { remark: 'Nog eens' }).expect(200);
  });

  it('is not accepted before its quarter is over', async () => {
    const { body: clock } = await admin.get('/figures?indicator=spin_offs').expect(200);
    const [year, month] = (clock as { asOf: string }).asOf.split('-');
    const period = `${year}-Q${Math.ceil(Number(month) / 3)}`;
    const now = (await admin.post('/rounds', { period, dueOn: '2199-01-01' }).expect(201)).body as Made;
    await mine.post(at(centre, '/submit', now), { nothingChanged: true }).expect(200);
    const { body } = await admin.post(at(centre, '/accept', now)).expect(409);
    expect(body.code).toBe('ILLEGAL_TRANSITION');
  });

  it('keeps its round from being deleted or moved, but not from being due later', async () => {
    const { body } = await admin.delete(`/rounds/${round.id}`, round.version).expect(409);
    expect(body.code).toBe('HAS_DEPENDANTS');
    await admin.patch(`/rounds/${round.id}`, round.version, { period: '2021-Q1' }).expect(409);
    const later = await admin
      .patch(`/rounds/${round.id}`, round.version, { dueOn: '2021-07-31' })
      .expect(200);
    round = later.body as Made;
  });
});

describe('a reminder', () => {
  it('goes to the coordinators of late centres, in their language, with the way to their list', async () => {
    await mine.post(`/rounds/${round.id}/reminders`).expect(403);
    const { body } = await admin.post(`/rounds/${round.id}/reminders`).expect(200);
    expect(body).toMatchObject({ mails: 1, centres: [{ centreName: 'Beta', people: 1 }] });
    const { subject, text, link } = await mail.next(theirs.email);
    expect(subject).toBe('Round 2021-Q2: we are waiting for your answer');
    expect(text).toContain('- Beta');
    expect(text).toContain('31 July 2021');
    expect(link).toBe(`https://register.example/rounds/${round.id}/centres/${other.id}`);
    expect((await lineOf(other))?.remindedAt).toEqual(expect.any(String));
    await allSent(register);
    expect(mail.waitingFor(mine.email)).toBe(0);
  });

  it('is refused for a centre that has answered, and says so when a centre has nobody', async () => {
    await admin.post(`/rounds/${round.id}/reminders`, { centreIds: [centre.id] }).expect(400);
    const lonely = await aCentre(admin, { name: 'Lonely' });
    const { body } = await admin
      .post(`/rounds/${round.id}/reminders`, { centreIds: [lonely.id] })
      .expect(200);
    expect(body).toMatchObject({ mails: 0, centres: [{ people: 0 }] });
  });
});

describe('confirmations', () => {
  it('tell when a company was confirmed last, and which were not in the last rounds', async () => {
    const next = await admin.post('/rounds', { period: '2021-Q3', dueOn: '2021-10-15' }).expect(201);
    const list = await listed(next.body as Made);
    expect(list.map(({ companyName, lastConfirmed }) => [companyName, lastConfirmed])).toEqual([
      ['after', null],
      ['stays', { period: '2021-Q2', at: expect.any(String) as string }],
      ['steps', { period: '2021-Q2', at: expect.any(String) as string }],
    ]);
    const firms = Object.values(taking).map(({ companyId }) => companyId as string);
    const unconfirmed = (rounds: number) =>
      register.app.get(ConfirmationsService).unconfirmedAmong(firms, { rounds });
    const named = (names: string[]) => names.map((name) => taking[name]?.companyId).sort();
    // The current quarter, in which all that still take part were confirmed, and 2021-Q3 in which nobody was.
    expect((await unconfirmed(2)).sort()).toEqual([]);
    expect((await unconfirmed(3)).sort()).toEqual(named(['leaves', 'stopped']));
    expect(await register.app.get(ConfirmationsService).unconfirmedAmong([])).toEqual([]);

    const REPORT = {
      title: 'Zeker',
      scope: 'programme',
      indicators: ['companies_participating'],
      from: '1990-01-01',
    };
    const quality = async (asOf: string): Promise<unknown> => {
      const { body: report } = await admin.post('/reports', { ...REPORT, asOf }).expect(201);
      const { body } = await admin.get(`/reports/${(report as Made).id}`).expect(200);
      return (body as { figures: { quality: { unconfirmed: unknown } }[] }).figures[0]?.quality.unconfirmed;
    };
    expect(await quality('1999-01-01')).toBe(null);
    expect(await quality('2021-09-30')).toBe(1);
  });
});
