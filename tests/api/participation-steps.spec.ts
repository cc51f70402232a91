import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCentre, aCompany, aParticipation, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let admin: Caller;
let centre: Made;

beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  await admin.patch('/programme', 0, { name: 'P', startedOn: '2015-01-01' }).expect(200);
  centre = await aCentre(admin, { name: 'Fieldlab Lassen' });
});
afterAll(() => register.close());

const begun = async (values: object = {}): Promise<Made> =>
  aParticipation(admin, (await aCompany(admin)).id, centre.id, values);

const stepped = async ({ id }: Made, on = '2020-01-01'): Promise<Made> =>
  (await admin.post(`/participations/${id}/step`, { level: 'PARTNER', on }).expect(201)).body as Made;

describe('a step', () => {
  it.each([
    [{ level: 'PARTICIPANT', on: '2020-01-01' }, 'STEP_TO_SAME_LEVEL', { level: 'PARTICIPANT' }],
    [{ level: 'PARTNER', on: '2019-01-01' }, 'STEP_NOT_AFTER_START', { startedOn: '2019-01-01' }],
    [{ level: 'PARTNER', on: '2021-01-01' }, 'STEP_NOT_BEFORE_END', { lastDay: '2020-12-31' }],
  ])('%j says that it is refused for %s', async (step, code, about) => {
    const { id } = await begun({ lastDay: '2020-12-31' });
    const { body } = await admin.post(`/participations/${id}/step`, step).expect(409);
    expect(body).toMatchObject({ code, about });
  });

  it('is taken back as a whole: the new period goes, the former is as it was', async () => {
    const before = await begun({ lastDay: '2022-06-30', note: 'x' });
    const next = await stepped(before);
    const { body } = await admin
      .delete(`/participations/${next.id}/step?reason=Vergissing`, next.version)
      .expect(200);
    expect(body).toMatchObject({ id: before.id, level: 'PARTICIPANT', lastDay: '2022-06-30', version: 3 });
    await admin.get(`/participations/${next.id}`).expect(404);
    for (const { id } of [before, next]) {
      const history = await admin.get(`/participations/${id}/history`).expect(200);
      expect((history.body as { data: object[] }).data[0]).toMatchObject({ reason: 'Vergissing' });
    }
    await stepped(before);
  });

  it('is not taken back over what was changed since, nor by a version that is past', async () => {
    const changed = await stepped(await begun());
    await admin.patch(`/participations/${changed.id}`, 1, { note: 'x' }).expect(200);
    await admin.delete(`/participations/${changed.id}/step`, 1).expect(412);
    const { body } = await admin.delete(`/participations/${changed.id}/step`, 2).expect(409);
    expect(body).toMatchObject({ code: 'BUILT_UPON' });
    const former = await begun();
    const next = await stepped(former);
    await admin.patch(`/participations/${former.id}`, 2, { note: 'x' }).expect(200);
    await admin.delete(`/participations/${next.id}/step`, 1).expect(409);
    await admin.get(`/participations/${next.id}`).expect(200);
  });

  it('cannot be taken back where there was none', async () => {
    const { id } = await begun();
    const { body } = await admin.delete(`/participations/${id}/step`, 1).expect(409);
    expect(body).toMatchObject({ code: 'NOT_A_STEP' });
    const first = await begun({ lastDay: '2019-12-31' });
    const second = await aParticipation(admin, first.companyId as string, centre.id, {
      startedOn: '2020-01-01',
      level: 'PARTNER',
    });
    await admin.delete(`/participations/${second.id}/step`, 1).expect(409);
  });

  it('in a quarter that was accepted is taken back for a reason only', async () => {
    const own = await aCentre(admin, { code: 'FL-LOCK' });
    const { id } = await aParticipation(admin, (await aCompany(admin)).id, own.id);
    const next = await stepped({ id, version: 1 }, '2021-05-01');
    const round = await admin.post('/rounds', { period: '2021-Q2', dueOn: '2021-07-15' }).expect(201);
    const at = `/rounds/${(round.body as Made).id}/centres/${own.id}`;
    await admin.post(`${at}/submit`, { nothingChanged: true }).expect(200);
    await admin.post(`${at}/accept`).expect(200);
    const { body } = await admin.delete(`/participations/${next.id}/step`, 1).expect(409);
    expect(body).toMatchObject({ code: 'PERIOD_LOCKED' });
    await admin.delete(`/participations/${next.id}/step?reason=Fout`, 1).expect(200);
  });
});

describe('an overlap', () => {
  const about = { level: 'PARTICIPANT', startedOn: '2019-01-01', centreName: 'Fieldlab Lassen' };

  it('says since when and at which level the company takes part', async () => {
    const { id, companyId } = await begun();
    const { body } = await admin
      .post('/participations', {
        ...{ companyId, centreId: centre.id, level: 'PARTNER', startedOn: '2020-01-01' },
      })
      .expect(409);
    expect(body).toMatchObject({ code: 'PARTICIPATION_OVERLAP', about: { ...about, participationId: id } });
    const list = {
      name: 'Lijst',
      rows: [
        { companyId, participation: { centreId: centre.id, level: 'PARTNER', startedOn: '2020-01-01' } },
      ],
    };
    const { body: refused } = await admin.post('/imports/lists', list).expect(400);
    expect(JSON.stringify(refused)).toContain('2019');
  });

  it('says so of a change and of what is restored as well', async () => {
    const first = await begun({ lastDay: '2019-12-31' });
    const { companyId } = first as unknown as { companyId: string };
    const second = await aParticipation(admin, companyId, centre.id, { startedOn: '2020-01-01' });
    const change = await admin
      .patch(`/participations/${second.id}`, 1, { startedOn: '2019-06-01' })
      .expect(409);
    expect(change.body).toMatchObject({
      code: 'PARTICIPATION_OVERLAP',
      about: { participationId: first.id },
    });
    await admin.delete(`/participations/${first.id}`, 1).expect(204);
    await admin.patch(`/participations/${second.id}`, 1, { startedOn: '2019-06-01' }).expect(200);
    const restored = await admin.post(`/participations/${first.id}/restore`).expect(409);
    expect(restored.body).toMatchObject({ about: { participationId: second.id, startedOn: '2019-06-01' } });
  });

  it('of another centre is not told to who may not write there', async () => {
    const { companyId } = await begun();
    const own = await aCentre(admin);
    const coordinator = await register.as('COORDINATOR', own.id);
    const { body } = await coordinator
      .post('/participations', { companyId, centreId: centre.id, level: 'PARTNER', startedOn: '2020-01-01' })
      .expect(403);
    expect(JSON.stringify(body)).not.toContain('2019-01-01');
  });
});
