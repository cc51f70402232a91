import type { SqlClient } from '@api/platform/database/database';
import { asDomainError } from '@api/platform/database/database-errors';
import { ImportsService } from '@api/modules/imports/imports.service';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brief } from '../support/importing';
import {
  aCentre,
  aCompany,
  anActivity,
  anAttendance,
  anInvestment,
  anOutcome,
  aParticipation,
  aSpinOff,
  type Made,
} from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';
import { temporaryFile, xlsx } from '../support/workbook';

const IN = '2021-06-30';
const AFTER = '2021-07-01';

let register: TestRegister;
let admin: Caller;
let centre: Made;
let other: Made;
let round: Made;
const had: Record<string, Made> = {};

beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  await admin.patch('/programme', 0, { name: 'P', startedOn: '2015-01-01' }).expect(200);
  [centre, other] = [await aCentre(admin, { code: 'FL-LOCKED' }), await aCentre(admin)];
  had.company = await aCompany(admin, { sizeClass: 'SMALL' });
  had.participation = await aParticipation(admin, had.company.id, centre.id);
  had.training = await anActivity(admin, centre.id, { heldOn: '2021-04-01' });
  had.attendance = await anAttendance(admin, had.training.id, had.company.id);
  had.investment = await anInvestment(admin, centre.id, { datedOn: IN });
  had.spinOff = await aSpinOff(admin, [other.id, centre.id]);
  had.outcome = await anOutcome(admin, had.company.id, [centre.id], { achievedOn: IN });
  round = (await admin.post('/rounds', { period: '2021-Q2', dueOn: '2021-07-15' }).expect(201)).body as Made;
  const at = `/rounds/${round.id}/centres/${centre.id}`;
  await admin.post(`${at}/submit`, { nothingChanged: true }).expect(200);
  await admin.post(`${at}/accept`).expect(200);
});
afterAll(() => register.close());

const idOf = (name: string): string => had[name]?.id ?? '';
const freshParticipation = async (values: object = {}, of = centre): Promise<Made> => {
  const { id } = await aCompany(admin);
  const sent = { companyId: id, centreId: of.id, level: 'PARTICIPANT', startedOn: '2019-01-01', ...values };
  return (await admin.post('/participations?reason=Vergeten', sent).expect(201)).body as Made;
};

/** A write without and with a reason: refused and done when it touches the quarter, done at once when it does not. */
async function holds(
  touches: boolean,
  write: (reason: string) => PromiseLike<{ status: number; body: unknown }>,
) {
  const first = await write('');
  if (!touches) {
    expect(first.status, JSON.stringify(first.body)).toBeLessThan(300);
    return;
  }
  const about = { centre: 'FL-LOCKED', period: '2021-Q2' };
  expect(first.body).toMatchObject({ code: 'PERIOD_LOCKED', errors: [{ path: 'reason' }], about });
  expect((first.body as { detail: string }).detail).toContain('FL-LOCKED said of 2021-Q2');
  expect((await write('?reason=Correctie')).status).toBeLessThan(300);
}

describe('a participation', () => {
  it.each([
    ['starting on the last day', true, { startedOn: IN }],
    ['starting the day after', false, { startedOn: AFTER }],
    ['ending on the day before', false, { startedOn: '2020-01-01', lastDay: '2021-03-31' }],
    ['ending on the first day', true, { startedOn: '2020-01-01', lastDay: '2021-04-01' }],
    ['only reached', true, { startedOn: IN, level: 'REACHED' }],
  ])('made afterwards, %s', async (_, touches, values) => {
    const { id: companyId } = await aCompany(admin);
    const sent = { companyId, centreId: centre.id, level: 'PARTICIPANT', ...values };
    await holds(touches, (reason) => admin.post(`/participations${reason}`, sent));
  });

  it.each([
    ['ending on the last day', false, { lastDay: IN }],
    ['ending the day before that', true, { lastDay: '2021-06-29' }],
    ['starting earlier, all before the quarter', false, { startedOn: '2018-01-01' }],
    ['starting in it', true, { startedOn: '2021-04-02' }],
    ['at another level', true, { level: 'PARTNER' }],
    ['with another note', false, { note: 'Iets anders' }],
  ])('changed, %s', async (_, touches, values) => {
    const { id, version } = await freshParticipation();
    await holds(touches, (reason) => admin.patch(`/participations/${id}${reason}`, version, values));
  });

  it('stepping up in the quarter or after it', async () => {
    for (const [on, touches] of [
      [AFTER, false],
      [IN, true],
    ] as const) {
      const { id } = await freshParticipation();
      await holds(touches, (reason) =>
        admin.post(`/participations/${id}/step${reason}`, { level: 'PARTNER', on }),
      );
    }
  });

  it('deleted and restored, with its reasons in the history', async () => {
    const { id } = await freshParticipation();
    await holds(true, (reason) => admin.delete(`/participations/${id}${reason}`, 1));
    await holds(true, (reason) => admin.post(`/participations/${id}/restore${reason}`));
    const { body } = await admin.get(`/participations/${id}/history`).expect(200);
    const reasons = (body as { data: { reason: string }[] }).data.map(({ reason }) => reason);
    expect(reasons).toEqual(['Correctie', 'Correctie', 'Vergeten']);
  });

  it('in another centre, or moved there', async () => {
    const elsewhere = await freshParticipation({}, other);
    const move = { centreId: centre.id };
    await holds(false, () => admin.patch(`/participations/${elsewhere.id}`, 1, { level: 'PARTNER' }));
    await holds(true, (reason) => admin.patch(`/participations/${elsewhere.id}${reason}`, 2, move));
  });
});

describe('what is dated', () => {
  const creations: [string, (on: string) => object][] = [
    ['activities', (heldOn) => ({ centreId: centre.id, kind: 'DEMO', title: 'x', heldOn })],
    [
      'investments',
      (datedOn) => ({
        ...{ centreId: centre.id, source: 'EU', status: 'REALISED', amountEur: '5.00', datedOn },
      }),
    ],
    [
      'outcomes',
      (achievedOn) => ({
        ...{ kind: 'JOBS', title: 'x', companyId: idOf('company'), achievedOn },
        ...{ centreIds: [other.id, centre.id], claimLevel: 'CONFIRMED' },
      }),
    ],
    ['spin-offs', (foundedOn) => ({ name: 'x', foundedOn, centreIds: [centre.id], claimLevel: 'CONFIRMED' })],
  ];

  it.each(creations)('%s made in the quarter or after it', async (resource, values) => {
    await holds(true, (reason) => admin.post(`/${resource}${reason}`, values(IN)));
    await holds(false, () => admin.post(`/${resource}`, values(AFTER)));
  });

  it.each([
    ['activities', 'training', { kind: 'DEMO' }, { title: 'x' }],
    ['attendances', 'attendance', { people: 9 }, undefined],
    ['investments', 'investment', { amountEur: '2.00' }, { note: 'x' }],
    ['outcomes', 'outcome', { quantity: 7 }, { title: 'x' }],
    ['spin-offs', 'spinOff', { claimLevel: 'SELF_REPORTED' }, { name: 'x' }],
  ])('%s changed in what is counted, and in what is not', async (resource, name, counted, uncounted) => {
    const path = `/${resource}/${idOf(name)}`;
    await holds(true, (reason) => admin.patch(`${path}${reason}`, 1, counted));
    if (uncounted) await holds(false, () => admin.patch(path, 2, uncounted));
  });

  it('a list of who came to something held in it', async () => {
    const { id: companyId } = await aCompany(admin);
    const sent = { activityId: idOf('training'), companyId, people: 2 };
    await holds(true, (reason) => admin.post(`/attendances${reason}`, sent));
  });
});

describe('what is known of a centre or a company', () => {
  it('counts in every quarter in which the centre was there', async () => {
    const path = `/centres/${centre.id}`;
    await holds(false, () => admin.patch(path, 1, { name: 'Anders' }));
    await holds(true, (reason) => admin.patch(`${path}${reason}`, 2, { technologies: ['robotics'] }));
    await holds(true, (reason) => admin.patch(`${path}${reason}`, 3, { municipality: 'Emmen' }));
  });

  it('counts where and when the company was seen', async () => {
    const path = `/companies/${idOf('company')}`;
    const version = async () => ((await admin.get(path)).body as Made).version;
    await holds(false, async () => admin.patch(path, await version(), { name: 'Anders BV' }));
    const values = { sizeClass: 'LARGE' };
    await holds(false, async () => admin.patch(`${path}?effectiveOn=${AFTER}`, await version(), values));
    await holds(true, async (reason) =>
      admin.patch(`${path}${reason}`, await version(), { organisationType: 'KNOWLEDGE' }),
    );
    for (const counted of [{ municipality: 'Emmen' }, { province: 'NL-DR' }, { sbiCode: '6201' }])
      await holds(true, async (reason) =>
        admin.patch(`${path}?effectiveOn=2021-05-01${reason.replace('?', '&')}`, await version(), counted),
      );
    const unseen = await aCompany(admin);
    await holds(false, () => admin.patch(`/companies/${unseen.id}`, 1, { organisationType: 'PUBLIC' }));
  });
});

describe('an import', () => {
  const participations = (kvkNumber: string, startedOn: string, endedOn: string | null = null) => ({
    companies: [
      ['ref', 'kvk_number', 'name'],
      ['c', kvkNumber, 'Nieuw BV'],
    ],
    participations: [
      ['company_ref', 'centre_code', 'level', 'started_on', 'ended_on'],
      ['c', 'FL-LOCKED', 'PARTICIPANT', startedOn, endedOn],
    ],
  });
  const load = async (sheets: ReturnType<typeof participations>, reason?: string) =>
    register.app.get(ImportsService).importFile({
      path: await temporaryFile('w.xlsx', xlsx(sheets)),
      authorship: { actorId: null, actorName: 'test', reason },
    });

  it('says of every row that it lies in a locked period, and takes it with a reason', async () => {
    const refused = await load(participations('87654321', IN));
    expect(brief(refused.faults)).toEqual(['participations 2 started_on PERIOD_LOCKED']);
    expect(refused.faults[0]?.message).toContain('FL-LOCKED said of 2021-Q2');
    expect((await load(participations('87654321', IN), 'Nagekomen')).status).toBe('DONE');
  });

  it('fills in an end in it only with one, and an end after it without', async () => {
    for (const [number, end, reason] of [
      ['87654322', '2021-06-30', 'Nagekomen'],
      ['87654323', AFTER, undefined],
    ] as const) {
      const { id: companyId } = await aCompany(admin, { kvkNumber: number });
      const sent = { companyId, centreId: centre.id, level: 'PARTICIPANT', startedOn: '2020-01-01' };
      const { id } = (await admin.post('/participations?reason=Vergeten', sent).expect(201)).body as Made;
      const ended = participations(number, '2020-01-01', end);
      if (reason) await expect(load(ended)).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
      expect((await load(ended, reason)).counts.participations).toMatchObject({ updated: 1 });
      expect((await admin.get(`/participations/${id}`).expect(200)).body.endedOn).toBe(end);
    }
  });
});

describe('accepting and writing at once', () => {
  /** Runs work in a transaction that stays open until it is told to commit. */
  async function open(work: (client: SqlClient) => Promise<unknown>) {
    const client = await register.database.pool.connect();
    await client.query('begin');
    await work(client);
    return async () => {
      await client.query('commit');
      client.release();
    };
  }
  const isPending = async (attempt: Promise<unknown>): Promise<boolean> =>
    Promise.race([
      attempt.then(
        () => false,
        () => false,
      ),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 200)),
    ]);

  async function aSubmission(): Promise<{ accept: string; participation: Made }> {
    const place = await aCentre(admin);
    const participation = await aParticipation(admin, (await aCompany(admin)).id, place.id);
    await admin.post(`/rounds/${round.id}/centres/${place.id}/submit`, { nothingChanged: true }).expect(200);
    return {
      participation,
      accept: `update round_submissions set status = 'ACCEPTED' where centre_id = '${place.id}'`,
    };
  }
  const change = ({ id }: Made) => `update participations set level = 'PARTNER' where id = '${id}'`;

  it('accepts only after the change that was under way', async () => {
    const { accept, participation } = await aSubmission();
    const commit = await open((client) => client.query(change(participation)));
    const accepting = register.database.pool.query(accept);
    expect(await isPending(accepting)).toBe(true);
    await commit();
    await accepting;
  });

  it('refuses the change that began while it was accepted', async () => {
    const { accept, participation } = await aSubmission();
    const commit = await open((client) => client.query(accept));
    const changing = register.database.pool.query(change(participation));
    const refused = expect(changing.catch((error: unknown) => asDomainError(error)?.code)).resolves.toBe(
      'PERIOD_LOCKED',
    );
    expect(await isPending(changing)).toBe(true);
    await commit();
    await refused;
  });

  it('keeps what was accepted, unless there is a reason to open it again', async () => {
    const { accept } = await aSubmission();
    await register.database.pool.query(accept);
    const toState = (status: string) =>
      register.database.pool
        .query(accept.replace('ACCEPTED', status))
        .catch((error: unknown) => asDomainError(error)?.code);
    expect(await toState('RETURNED')).toBe('ILLEGAL_TRANSITION');
    expect(await toState('SUBMITTED')).toBe('PERIOD_LOCKED');
  });
});
