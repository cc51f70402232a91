import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCentre, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

/** The life of a participation, told over HTTP by a coordinator, with the other centre's coordinator looking on. */
describe('a coordinator tells the life of a participation', () => {
  let register: TestRegister;
  let anna: Caller; // of the fieldlab
  let bram: Caller; // of another one
  let fieldlab: Made;
  let company: Made;
  let participation: Made;
  const hidden: string[] = [];

  beforeAll(async () => {
    register = await startTestRegister();
    const admin = await register.as('ADMIN');
    await admin.patch('/programme', 0, { name: 'Smart Industry', startedOn: '2015-01-01' }).expect(200);
    fieldlab = await aCentre(admin, { code: 'FL-ROBOT', name: 'Robotlab' });
    const other = await aCentre(admin, { code: 'FL-FOTON', name: 'Fotonlab' });
    [anna, bram] = [
      await register.as('COORDINATOR', fieldlab.id),
      await register.as('COORDINATOR', other.id),
    ];
  });
  afterAll(() => register.close());

  const made = async (path: string, body: object): Promise<Made> =>
    (await anna.post(path, body).expect(201)).body as Made;
  const figures = async (caller: Caller): Promise<Record<string, unknown>> => {
    const { body } = await caller.get('/figures?asOf=2021-05-01').expect(200);
    return Object.fromEntries(
      (body.figures as { indicator: string; value: unknown }[]).map(({ indicator, value }) => [
        indicator,
        value,
      ]),
    );
  };

  it('begins with figures of nothing', async () => {
    expect(await figures(anna)).toMatchObject({ companies_participated: 0, people_trained: 0, spin_offs: 0 });
  });

  it('registers a company and logs what it takes part in', async () => {
    company = await made('/companies', {
      name: 'Jansen Metaal BV',
      kvkNumber: '12345678',
      sizeClass: 'SMALL',
    });
    participation = await made('/participations', {
      ...{ companyId: company.id, centreId: fieldlab.id },
      ...{ level: 'REACHED', startedOn: '2019-02-01' },
    });
    expect(participation).toMatchObject({
      companyName: 'Jansen Metaal BV',
      centreCode: 'FL-ROBOT',
      lastDay: null,
    });
    expect(await figures(anna)).toMatchObject({ companies_reached: 1, companies_participated: 0 });
  });

  it('steps it up: one period closes and the next opens on the same day', async () => {
    const step = { level: 'PARTICIPANT', on: '2020-01-01' };
    const next = (
      await anna.post(`/participations/${participation.id}/step?reason=akkoord`, step).expect(201)
    ).body as Made;
    hidden.push(`/participations/${participation.id}`, `/participations/${next.id}`);
    expect(next).toMatchObject({ level: 'PARTICIPANT', startedOn: '2020-01-01', endedOn: null, version: 1 });
    const closed = await anna.get(`/participations/${participation.id}`).expect(200);
    expect(closed.body).toMatchObject({
      level: 'REACHED',
      endedOn: '2020-01-01',
      lastDay: '2019-12-31',
      version: 2,
    });
    for (const wrong of [step, { ...step, level: 'PARTNER', on: '2019-06-01' }])
      await anna.post(`/participations/${next.id}/step`, wrong).expect(409);
    const { body } = await anna.get(`/participations/${participation.id}/history`).expect(200);
    expect(body.data[0]).toMatchObject({
      reason: 'akkoord',
      actor: { name: anna.name },
      changes: { endedOn: { from: null, to: '2020-01-01' } },
    });
    expect(await figures(anna)).toMatchObject({ companies_participated: 1, sme_share: '100.0' });
  });

  it('logs a training to which three companies came', async () => {
    const training = await made('/activities', {
      ...{ centreId: fieldlab.id, kind: 'TRAINING', title: 'Lassen met robots', heldOn: '2020-03-10' },
    });
    hidden.push(`/activities/${training.id}`);
    for (const [name, people] of [
      ['Twee BV', 4],
      ['Drie BV', 2],
    ] as const) {
      const { id } = await made('/companies', { name });
      await made('/attendances', { activityId: training.id, companyId: id, people });
    }
    const own = await made('/attendances', { activityId: training.id, companyId: company.id, people: 6 });
    hidden.push(`/attendances/${own.id}`);
    await anna
      .post('/attendances', { activityId: training.id, companyId: company.id, people: 1 })
      .expect(409);
    expect(await figures(anna)).toMatchObject({ people_trained: 12, companies_reached: 3 });
  });

  it('adds an investment and a spin-off', async () => {
    const investment = await made('/investments', {
      ...{ centreId: fieldlab.id, source: 'COMPANIES', status: 'REALISED', amountEur: '25000.50' },
      ...{ datedOn: '2020-06-01', companyId: company.id },
    });
    const spinOff = await made('/spin-offs', {
      ...{ name: 'Lasbot BV', foundedOn: '2021-01-15', centreIds: [fieldlab.id] },
      ...{ parentCompanyId: company.id, claimLevel: 'CONFIRMED' },
    });
    hidden.push(`/investments/${investment.id}`, `/spin-offs/${spinOff.id}`);
    expect(await figures(anna)).toMatchObject({
      investment_realised: '25000.50',
      spin_offs: 1,
      spin_offs_active: 1,
    });
  });

  it('sees the records behind the figures of the own fieldlab', async () => {
    const { body } = await anna
      .get('/figures/spin_offs/members?asOf=2021-05-01&scope=centre:FL-ROBOT')
      .expect(200);
    expect(body).toMatchObject({ total: 1, data: [{ resource: 'spin-offs', label: 'Lasbot BV' }] });
  });

  it('shows the other coordinator the figures and the company, and none of the rest', async () => {
    expect(await figures(bram)).toEqual(await figures(anna));
    await bram.get('/figures/spin_offs/members?asOf=2021-05-01&scope=centre:FL-ROBOT').expect(403);
    const { body } = await bram.get(`/companies/${company.id}`).expect(200);
    expect(body).toMatchObject({ name: 'Jansen Metaal BV', otherCentreCount: 1 });
    for (const path of hidden) {
      await bram.get(path).expect(404);
      await bram.get(`${path}/history`).expect(404);
      await bram.delete(path, 1).expect(404);
      await bram.post(`${path}/restore`).expect(404);
    }
    for (const resource of [
      'participations',
      'activities',
      'attendances',
      'investments',
      'spin-offs',
      'outcomes',
    ]) {
      const list = await bram.get(`/${resource}?q=jansen`).expect(200);
      expect(list.body, resource).toEqual({ data: [], total: 0 });
      expect((await bram.get(`/${resource}`)).body.total, resource).toBe(0);
    }
  });

  it('takes a mistake back, and the figures follow', async () => {
    const path = hidden.find((one) => one.startsWith('/spin-offs/')) ?? '';
    await anna.delete(`${path}?reason=dubbel`, 1).expect(204);
    expect(await figures(anna)).toMatchObject({ spin_offs: 0 });
    await anna.post(`${path}/restore`).expect(200);
    expect(await figures(anna)).toMatchObject({ spin_offs: 1 });
  });
});
