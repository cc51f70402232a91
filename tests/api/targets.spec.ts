import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCentre, aCompany, anInvestment, aParticipation, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let admin: Caller;
let evaluator: Caller;
let viewer: Caller;
let hub: Made;
let fieldlab: Made;
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  [evaluator, viewer] = [await register.as('EVALUATOR'), await register.as('VIEWER')];
  await admin.patch('/programme', 0, { name: 'P', startedOn: '2015-01-01' }).expect(200);
  hub = await aCentre(admin, { kind: 'HUB', code: 'HUB-T' });
  fieldlab = await aCentre(admin, { code: 'FL-T', hubId: hub.id });
  for (const startedOn of ['2016-01-01', '2017-01-01', '2019-01-01']) {
    await aParticipation(admin, (await aCompany(admin)).id, fieldlab.id, { startedOn });
  }
  await anInvestment(admin, fieldlab.id, { amountEur: '250.50', datedOn: '2016-06-01' });
});
afterAll(() => register.close());

const aTarget = async (values: object): Promise<Made> =>
  (await evaluator.post('/targets', { dueOn: '2020-01-01', ...values }).expect(201)).body as Made;

interface State {
  target: Made;
  [name: string]: unknown;
}
const stateOf = async ({ id }: Made, asOf: string): Promise<State | undefined> => {
  const { body } = await viewer.get(`/targets/progress?asOf=${asOf}`).expect(200);
  return (body as { data: State[] }).data.find(({ target }) => target.id === id);
};

describe('targets', () => {
  it('are set by evaluators, read by everybody, and keep their versions', async () => {
    const sent = { indicator: 'companies_participated', dueOn: '2025-12-31', value: 750 };
    await (await register.as('COORDINATOR', fieldlab.id)).post('/targets', sent).expect(403);
    const target = await aTarget(sent);
    expect(target).toMatchObject({ ...sent, scope: 'programme', version: 1, note: null, centreName: null });
    const moved = await evaluator.patch(`/targets/${target.id}?reason=Bijgesteld`, 1, { value: '600' });
    expect(moved.body).toMatchObject({ value: 600, version: 2 });
    expect((await viewer.get('/targets?dueOnFrom=2025-12-31&value=600').expect(200)).body.total).toBe(1);
    const { body } = await evaluator.get(`/targets/${target.id}/history`).expect(200);
    expect(body.data[0]).toMatchObject({ reason: 'Bijgesteld', changes: { value: { from: 750, to: 600 } } });
    await evaluator.delete(`/targets/${target.id}`, 2).expect(204);
    await evaluator.post(`/targets/${target.id}/restore`).expect(200);
  });

  it('answer money as figures do, in their history too', async () => {
    const target = await aTarget({ indicator: 'investment_realised', value: 370000000.5 });
    expect(target.value).toBe('370000000.50');
    const { body } = await evaluator.get(`/targets/${target.id}/history`).expect(200);
    expect(body.data[0].changes.value).toEqual({ from: null, to: '370000000.50' });
  });

  it('are one for an indicator, a scope and a day', async () => {
    const sent = { indicator: 'spin_offs', scope: 'hub:HUB-T', dueOn: '2022-01-01', value: 3 };
    await aTarget(sent);
    const { body } = await evaluator.post('/targets', { ...sent, value: 4 }).expect(409);
    expect(body.code).toBe('DUPLICATE_TARGET');
    await aTarget({ ...sent, scope: 'centre:HUB-T' });
  });

  it.each([
    ['an unknown indicator', { indicator: 'profit' }, 'indicator'],
    ['a fieldlab as a hub', { scope: 'hub:FL-T' }, 'scope'],
    ['a centre that is not there', { scope: 'centre:NERGENS' }, 'scope'],
    ['half a company', { value: 10.5 }, 'value'],
    ['more than everything', { indicator: 'sme_share', value: '100.1' }, 'value'],
    ['thousandths', { indicator: 'leverage', value: 1.234 }, 'value'],
  ])('refuse %s', async (_, values, path) => {
    const sent = { indicator: 'companies_new', dueOn: '2022-01-01', value: 3, ...values };
    const { body } = await evaluator.post('/targets', sent).expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ path, message: expect.any(String) as string })]);
  });

  it('follow their centre to another code, keep it from being deleted, and a hub from being none', async () => {
    const lone = await aCentre(admin, { kind: 'HUB', code: 'HUB-X' });
    const target = await aTarget({ indicator: 'jobs', scope: 'hub:HUB-X', value: 2.5 });
    await admin.patch(`/centres/${lone.id}`, 1, { code: 'HUB-Y' }).expect(200);
    expect((await viewer.get(`/targets/${target.id}`).expect(200)).body.scope).toBe('hub:HUB-Y');
    const refused = await admin.delete(`/centres/${lone.id}`, 2).expect(409);
    expect(refused.body.detail).toContain('1 targets');
    await admin.patch(`/centres/${lone.id}`, 2, { kind: 'FIELDLAB' }).expect(409);
  });
});

describe('progress', () => {
  it('goes by a straight line from the start, until the due day decides', async () => {
    const target = await aTarget({ indicator: 'companies_participated', scope: 'hub:HUB-T', value: 3 });
    const common = { unit: 'count', target: { value: 3 } };
    expect(await stateOf(target, '2016-06-30')).toMatchObject({
      ...{ ...common, on: '2016-06-30', actual: 1, gap: -2, expected: 1, light: 'ON_TRACK' },
    });
    expect(await stateOf(target, '2018-12-31')).toMatchObject({ actual: 2, expected: 2, light: 'BEHIND' });
    expect(await stateOf(target, '2019-01-01')).toMatchObject({ actual: 3, gap: 0, light: 'REACHED' });
    const missed = await aTarget({ indicator: 'companies_participated', scope: 'centre:FL-T', value: 4 });
    expect(await stateOf(missed, '2020-01-01')).toMatchObject({ light: 'BEHIND' });
    expect(await stateOf(missed, '2020-01-02')).toMatchObject({ on: '2020-01-01', light: 'MISSED' });
  });

  it('has money as figures have it, and says nothing where there is nothing to divide', async () => {
    const money = await aTarget({ indicator: 'investment_private', value: '501.00' });
    expect(await stateOf(money, '2017-07-02')).toMatchObject({
      ...{ unit: 'EUR', actual: '250.50', gap: '-250.50', expected: '250.50', light: 'ON_TRACK' },
    });
    const ratio = await aTarget({ indicator: 'leverage', value: 2 });
    expect(await stateOf(ratio, '2018-01-01')).toMatchObject({
      ...{ actual: null, gap: null, expected: '2.00', light: 'UNKNOWN' },
    });
    expect(await stateOf(money, '2014-01-01')).toMatchObject({ actual: null, light: 'UNKNOWN' });
  });
});

describe('the series beside a target', () => {
  it('has the figure up to the end of every period, which nobody knew of at the time', async () => {
    const query = 'indicator=companies_participated&every=year&asOf=2017-05-01&scope=hub:HUB-T';
    const { body } = await viewer.get(`/figures/series?${query}`).expect(200);
    const unknown = { asKnownThen: null, thenKnownAt: null };
    expect(body).toMatchObject({
      ...{ indicator: 'companies_participated', unit: 'count', every: 'year', from: '2015-01-01' },
      periods: [
        { period: '2015', on: '2015-12-31', asKnownNow: 0, ...unknown },
        { period: '2016', on: '2016-12-31', asKnownNow: 1, ...unknown },
        { period: '2017', on: '2017-05-01', asKnownNow: 2, ...unknown },
      ],
    });
    await viewer.get('/figures/series?indicator=profit').expect(400);
    await viewer.get('/figures/series?indicator=jobs&every=month').expect(400);
  });
});
