import { NotificationMails } from '@api/modules/notifications/notification-mails.service';
import { TargetLights } from '@api/modules/notifications/target-lights.service';
import { Housekeeping } from '@api/platform/housekeeping/housekeeping.service';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testAccess } from '../support/access';
import { startMailServer, type MailServer } from '../support/mail-server';
import { allSent } from '../support/waiting-mails';
import { aCentre, aCompany, aParticipation, type Made } from '../support/made';
import { aToken, startTestRegister, type Caller, type TestRegister } from '../support/register';
import request from 'supertest';

interface Waiting {
  id: string;
  kind: string;
  since: string;
  isRead: boolean;
  path: string;
  facts: Record<string, string>;
}
interface Bell {
  data: Waiting[];
  total: number;
  unread: number;
}

let mail: MailServer;
let register: TestRegister;
let admin: Caller;
let evaluator: Caller;
let viewer: Caller;
let mine: Caller;
let theirs: Caller;
let centre: Made;
let other: Made;
let company: Made;
let today: string;

const dayFrom = (days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const bell = async (caller: Caller) => (await caller.get('/notifications').expect(200)).body as Bell;
const waiting = async (caller: Caller, kind: string) =>
  (await bell(caller)).data.filter((one) => one.kind === kind);
const factsOf = async (caller: Caller, kind: string) =>
  (await waiting(caller, kind)).map(({ path, facts }) => ({ path, facts }));
const made = async (caller: Caller, path: string, body: object) =>
  (await caller.post(path, body).expect(201)).body as Made;

beforeAll(async () => {
  mail = await startMailServer();
  register = await startTestRegister({
    access: testAccess({ publicUrl: 'http://register.example' }),
    mail: { smtpUrl: mail.url, from: 'register@register.example', outboxDir: 'unused' },
  });
  admin = await register.as('ADMIN');
  evaluator = await register.as('EVALUATOR');
  viewer = await register.as('VIEWER');
  await admin.patch('/programme', 0, { name: 'P', startedOn: '2015-01-01' }).expect(200);
  [centre, other] = [await aCentre(admin, { name: 'Alfa' }), await aCentre(admin, { name: 'Beta' })];
  mine = await register.as('COORDINATOR', centre.id);
  theirs = await register.as('COORDINATOR', other.id);
  company = await aCompany(admin, { name: 'Een BV', postcode: '1234AB' });
  await aParticipation(admin, company.id, centre.id);
  const { rows } = await register.database.pool.query<{ today: string }>(
    'select programme_today()::text as today',
  );
  today = rows[0]?.today ?? '';
});
afterAll(async () => {
  await register.close();
  await mail.close();
});

describe('what waits', () => {
  it('is a round, in one sentence at a time as its day draws near, for whose centre it waits', async () => {
    let round = await made(admin, '/rounds', { period: '2021-Q2', dueOn: dayFrom(30) });
    const path = `/rounds/${round.id}`;
    const moved = async (days: number) => {
      const answer = await admin.patch(path, round.version, { dueOn: dayFrom(days) }).expect(200);
      round = answer.body as Made;
      const { data } = await bell(mine);
      return data.filter((one) => one.path === path).map(({ kind }) => kind);
    };
    expect(await factsOf(mine, 'ROUND_OPENED')).toEqual([
      { path, facts: { quarter: '2021-Q2', dueOn: dayFrom(30) } },
    ]);
    expect(await moved(8)).toEqual(['ROUND_OPENED']);
    for (const days of [7, 2]) expect(await moved(days)).toEqual(['ROUND_DUE_IN_WEEK']);
    for (const days of [1, 0]) expect(await moved(days)).toEqual(['ROUND_DUE_IN_DAY']);
    expect(await moved(-1)).toEqual(['ROUND_LATE']);
    for (const who of [admin, evaluator, viewer]) expect((await bell(who)).data).toEqual([]);

    const at = (who: Made) => `${path}/centres/${who.id}`;
    await mine.post(`${at(centre)}/submit`, { nothingChanged: true }).expect(200);
    expect((await bell(mine)).data).toEqual([]);
    expect(await waiting(theirs, 'ROUND_LATE')).toHaveLength(1);
    expect(await factsOf(admin, 'ROUND_SUBMITTED')).toEqual([
      { path: at(centre), facts: { count: '1', centre: 'Alfa', quarter: '2021-Q2', person: mine.name } },
    ]);
    const third = await aCentre(admin, { name: 'Gamma' });
    const later = await register.as('COORDINATOR', third.id);
    await later.post(`${at(third)}/submit`, { nothingChanged: true }).expect(200);
    expect(await factsOf(admin, 'ROUND_SUBMITTED')).toEqual([
      { path, facts: { count: '2', centre: 'Gamma', quarter: '2021-Q2', person: later.name } },
    ]);
    await admin.post(`${at(third)}/accept`).expect(200);
    await admin.post(`${at(centre)}/return`, { remark: 'En Een BV?' }).expect(200);
    expect(await factsOf(mine, 'ROUND_RETURNED')).toEqual([
      { path: at(centre), facts: { centre: 'Alfa', quarter: '2021-Q2', person: admin.name } },
    ]);
    expect(await waiting(theirs, 'ROUND_RETURNED')).toEqual([]);
    await mine.post(`${at(centre)}/submit`, { nothingChanged: true }).expect(200);
    await admin.post(`${at(centre)}/accept`).expect(200);
    expect((await bell(mine)).data).toEqual([]);
    expect(await waiting(admin, 'ROUND_SUBMITTED')).toEqual([]);
  });

  it('is a report for who may approve it, and not for who submitted it', async () => {
    const report = await made(evaluator, '/reports', {
      title: 'Voortgang',
      asOf: '2021-05-01',
      indicators: ['jobs'],
    });
    await evaluator.post(`/reports/${report.id}/submit`).expect(200);
    expect(await factsOf(admin, 'REPORT_SUBMITTED')).toEqual([
      { path: `/reports/${report.id}`, facts: { title: 'Voortgang', person: evaluator.name } },
    ]);
    for (const who of [evaluator, mine, viewer]) expect(await waiting(who, 'REPORT_SUBMITTED')).toEqual([]);
    await admin.post(`/reports/${report.id}/approve`).expect(200);
    expect(await waiting(admin, 'REPORT_SUBMITTED')).toEqual([]);
  });

  it('is a follow-up of three days from now, for whose centre it is, until it is done', async () => {
    const followUp = async (days: number) =>
      made(mine, '/notes', { companyId: company.id, centreId: centre.id, text: 'Bel', dueOn: dayFrom(days) });
    await followUp(4);
    expect(await waiting(mine, 'FOLLOW_UP_DUE')).toEqual([]);
    const soon = await followUp(3);
    expect(await factsOf(mine, 'FOLLOW_UP_DUE')).toEqual([
      { path: `/companies/${company.id}/show?part=people`, facts: { company: 'Een BV', dueOn: dayFrom(3) } },
    ]);
    for (const who of [theirs, evaluator, viewer]) expect(await waiting(who, 'FOLLOW_UP_DUE')).toEqual([]);
    await mine.patch(`/notes/${soon.id}`, soon.version, { doneOn: today }).expect(200);
    expect(await waiting(mine, 'FOLLOW_UP_DUE')).toEqual([]);
  });

  it('is an import of one’s own that ended, and no check of one', async () => {
    const imported = (actorId: string, status: string, more = '') =>
      register.database.pool.query(
        `insert into imports (status, file_name, actor_id, actor_name, finished_at, centre_ids, dry_run)
         values ($1, $2, $3, 'x', now(), '{}', $4)`,
        [status, `${status}${more}.xlsx`, actorId, more !== ''],
      );
    for (const status of ['DONE', 'REJECTED', 'FAILED', 'RUNNING', 'CANCELLED', 'UNDONE']) {
      await imported(mine.id, status);
    }
    await imported(mine.id, 'DONE', '-check');
    const kinds = async (who: Caller) =>
      (await bell(who)).data.filter(({ kind }) => kind.startsWith('IMPORT_')).map(({ kind }) => kind);
    expect((await kinds(mine)).sort()).toEqual(['IMPORT_DONE', 'IMPORT_FAILED', 'IMPORT_REJECTED']);
    expect(await kinds(admin)).toEqual([]);
    expect((await waiting(mine, 'IMPORT_DONE'))[0]?.facts).toEqual({ file: 'DONE.xlsx' });
  });

  it('is a possible duplicate of a company of one’s own centres', async () => {
    const twin = await aCompany(admin, { name: 'Een B.V.', postcode: '1234AB' });
    await admin.post('/duplicates/scan').expect(202);
    const [found, ...more] = await factsOf(mine, 'DUPLICATE_FOUND');
    expect(more).toEqual([]);
    expect([found?.facts.company, found?.facts.other].sort()).toEqual(['Een B.V.', 'Een BV']);
    expect([company.id, twin.id].map((id) => `/duplicates?companyId=${id}`)).toContain(found?.path);
    expect(await waiting(theirs, 'DUPLICATE_FOUND')).toEqual([]);
  });

  it('is a target that turned red, until it turns back, for who sees it', async () => {
    const target = await made(admin, '/targets', {
      indicator: 'companies_participated',
      scope: `centre:${centre.code as string}`,
      dueOn: '2022-01-01',
      value: 5,
    });
    const look = () => register.app.get(TargetLights).look();
    expect(await waiting(admin, 'TARGET_MISSED')).toEqual([]);
    await look();
    for (const who of [admin, evaluator, viewer, mine]) {
      expect(await factsOf(who, 'TARGET_MISSED')).toEqual([
        {
          path: `/targets/${target.id}/show`,
          facts: { indicators: 'companies_participated', scope: 'Alfa', dueOn: '2022-01-01' },
        },
      ]);
    }
    expect(await waiting(theirs, 'TARGET_MISSED')).toEqual([]);
    await admin.patch(`/targets/${target.id}`, target.version, { value: 1 }).expect(200);
    await look();
    expect(await waiting(admin, 'TARGET_MISSED')).toEqual([]);
  });

  it('is told to a token within its scope alone', async () => {
    const token = await aToken(register, theirs, ['read']);
    const { body } = await request(register.url)
      .get('/api/v1/notifications')
      .set('Authorization', `Bearer ${token}`)
      .expect(200);
    expect(await waiting(theirs, 'ROUND_LATE')).toHaveLength(1);
    expect((body as Bell).data).toEqual([]);
  });
});

describe('the bell', () => {
  it('counts what was not opened, for each person alone', async () => {
    const before = await bell(mine);
    expect(before.unread).toBe(before.total);
    const [first] = before.data;
    await theirs.post('/notifications/read', { ids: [first?.id] }).expect(204);
    expect((await bell(mine)).unread).toBe(before.total);
    await mine.post('/notifications/read', { ids: [first?.id] }).expect(204);
    const after = await bell(mine);
    expect(after.unread).toBe(before.total - 1);
    expect(after.data.find(({ id }) => id === first?.id)?.isRead).toBe(true);
    await mine.post('/notifications/read', { ids: [] }).expect(400);
    await mine.post('/notifications/read', {}).expect(204);
    expect((await bell(mine)).unread).toBe(0);
  });

  it('is unread again when the same waits anew', async () => {
    const opened = await made(admin, '/rounds', { period: '2021-Q3', dueOn: dayFrom(5) });
    await mine.post('/notifications/read', {}).expect(204);
    await admin.patch(`/rounds/${opened.id}`, opened.version, { dueOn: dayFrom(6) }).expect(200);
    expect((await bell(mine)).unread).toBe(1);
  });
});

describe('mail of what waits', () => {
  const choose = (caller: Caller, time: string) =>
    caller.patch('/notification-settings', 1, { mail: time }).expect(200);
  const send = async () => {
    await register.app.get(NotificationMails).sendDue();
    await allSent(register);
  };
  const lastMailed = (caller: Caller, days: number) =>
    register.database.pool.query(
      `update notification_settings set mailed_at = now() - make_interval(days => $2) where user_id = $1`,
      [caller.id, days],
    );

  it('goes to nobody who did not ask for it', async () => {
    expect((await mine.get('/notification-settings').expect(200)).body).toEqual({ mail: 'NEVER' });
    await mine.patch('/notification-settings', 1, { mail: 'HOURLY' }).expect(400);
    await send();
    expect(mail.waitingFor(mine.email)).toBe(0);
  });

  it('goes at once, each once, with the way to each, in the reader’s language', async () => {
    await choose(mine, 'AT_ONCE');
    await send();
    const { subject, text } = await mail.next(mine.email);
    expect(subject).toBe('One thing waits for you');
    expect(text).toContain('Due within a week: your answer for Q3 2021');
    expect(text).toMatch(/http:\/\/register\.example\/rounds\/[\w-]{36}/);
    expect(text).toContain('http://register.example/account');
    await Promise.all([send(), send()]);
    expect(mail.waitingFor(mine.email)).toBe(0);
  });

  it.each([
    ['DAILY', 0, 2],
    ['WEEKLY', 0, 8],
  ])('goes %s at its time', async (time, early, late) => {
    const opened = await made(admin, '/rounds', {
      period: time === 'DAILY' ? '2021-Q4' : '2022-Q1',
      dueOn: dayFrom(30),
    });
    await choose(theirs, time);
    await lastMailed(theirs, early);
    await send();
    expect(mail.waitingFor(theirs.email)).toBe(0);
    await lastMailed(theirs, late);
    await send();
    expect((await mail.next(theirs.email)).text).toContain(`/rounds/${opened.id}`);
    await lastMailed(theirs, late);
    await send();
    expect(mail.waitingFor(theirs.email)).toBe(0);
  });

  it('tells administrators in the bell alone that a mail was given up, anew with each', async () => {
    const alone = await register.as('ADMIN');
    await choose(alone, 'AT_ONCE');
    await send();
    await allSent(register);
    while (mail.waitingFor(alone.email) > 0) await mail.next(alone.email);
    const giveUp = () =>
      register.database.pool.query('insert into mails_given_up (id) values (gen_random_uuid())');
    await giveUp();
    expect(await factsOf(alone, 'MAIL_GIVEN_UP')).toEqual([{ path: '/users', facts: { count: '1' } }]);
    await alone.post('/notifications/read', {}).expect(204);
    await giveUp();
    expect(await waiting(alone, 'MAIL_GIVEN_UP')).toMatchObject([{ isRead: false, facts: { count: '2' } }]);
    expect(await waiting(evaluator, 'MAIL_GIVEN_UP')).toEqual([]);
    await send();
    expect(mail.waitingFor(alone.email)).toBe(0);
  });

  it('goes to nobody whose account ended', async () => {
    const gone = await register.as('COORDINATOR', centre.id);
    await choose(gone, 'AT_ONCE');
    await register.database.pool.query('update users set deleted_at = now() where id = $1', [gone.id]);
    await send();
    expect(mail.waitingFor(gone.email)).toBe(0);
  });

  it('is sent by a job that the server begins', async () => {
    const late = await register.as('COORDINATOR', centre.id);
    await choose(late, 'AT_ONCE');
    await register.app.get(Housekeeping).run();
    expect((await mail.next(late.email)).text).toContain('/rounds/');
    const { rows } = await register.database.pool.query<{ waiting: number }>(
      `select count(*)::int as waiting from job where name = 'send-notifications' and state = 'created'`,
    );
    expect(rows[0]?.waiting).toBeLessThanOrEqual(1);
  });

  it('is sent by another process where the one that was at it was killed', async () => {
    const late = await register.as('COORDINATOR', centre.id);
    await choose(late, 'AT_ONCE');
    await register.database.pool.query(`delete from job where name = 'send-notifications'`);
    await register.database.pool.query(
      `insert into job (name, data, state, started_on, expire_in, retry_limit, policy)
       select name, '{"subject": "send-notifications"}', 'active', now() - interval '1 hour',
              expire_seconds * interval '1 s', retry_limit, policy
         from queue where name = 'send-notifications'`,
    );
    await expect.poll(() => mail.waitingFor(late.email), { timeout: 20_000 }).toBe(1);
  });
});
