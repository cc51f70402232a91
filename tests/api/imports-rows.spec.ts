import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCentre, aCompany, aParticipation, kvkNumber, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

describe('POST /imports/rows', () => {
  let register: TestRegister;
  let admin: Caller;
  let centre: Made;
  beforeAll(async () => {
    register = await startTestRegister();
    admin = await register.as('ADMIN');
    centre = await aCentre(admin);
  });
  afterAll(() => register.close());

  const total = async (path: string): Promise<number> =>
    (await admin.get(path).expect(200)).body.total as number;
  const paid = (amountEur: string, values: object = {}) => ({
    ...{ centreId: centre.id, source: 'EU', status: 'REALISED', amountEur, datedOn: '2020-05-01' },
    ...values,
  });

  it('makes records of one kind as one change, and takes them back', async () => {
    const coordinator = await register.as('COORDINATOR', centre.id);
    const rows = [paid('100.00'), paid('250.50', { note: 'Tweede' })];
    const list = { resource: 'investments', name: 'Geplakt', rows };
    const { body: done } = await coordinator.post('/imports/rows', list).expect(201);
    expect(done).toMatchObject({
      ...{ status: 'DONE', fileName: 'Geplakt' },
      counts: { investments: { created: 2, updated: 0, unchanged: 0 } },
    });
    expect(await total(`/investments?centreId=${centre.id}`)).toBe(2);
    await coordinator.post(`/imports/${done.id}/undo`).expect(200);
    expect(await total(`/investments?centreId=${centre.id}`)).toBe(0);
  });

  it('makes spin-offs under the name of their sheet', async () => {
    const rows = [
      { name: 'Nieuw', foundedOn: '2020-01-01', centreIds: [centre.id], claimLevel: 'CONFIRMED' },
    ];
    const { body } = await admin
      .post('/imports/rows', { resource: 'spin-offs', name: 'Geplakt', rows })
      .expect(201);
    expect(body.counts).toEqual({ spin_offs: { created: 1, updated: 0, unchanged: 0 } });
  });

  it('says at every field what is wrong, and writes none', async () => {
    const taken = await aCompany(admin, { kvkNumber: kvkNumber() });
    const before = await total('/companies');
    const rows = [{ name: 'Goed BV' }, { name: '', kvkNumber: '12' }];
    const unread = await admin.post('/imports/rows', { resource: 'companies', name: 'X', rows }).expect(400);
    expect(unread.body.errors).toMatchObject([{ path: 'rows.1.name' }, { path: 'rows.1.kvkNumber' }]);
    const again = [{ name: 'Goed BV' }, { name: 'Dubbel BV', kvkNumber: taken.kvkNumber }];
    const refused = await admin
      .post('/imports/rows', { resource: 'companies', name: 'X', rows: again })
      .set('Accept-Language', 'nl')
      .expect(400);
    expect(refused.body.errors).toMatchObject([
      { path: 'rows.1', message: expect.stringContaining('heeft dit nummer al') },
    ]);
    expect(await total('/companies')).toBe(before);
  });

  it('holds the rows against each other as well', async () => {
    const company = await aCompany(admin);
    const row = { companyId: company.id, centreId: centre.id, level: 'PARTNER', startedOn: '2020-01-01' };
    const list = { resource: 'participations', name: 'X', rows: [row, { ...row, startedOn: '2021-01-01' }] };
    const { body } = await admin.post('/imports/rows', list).expect(400);
    expect(body.errors).toMatchObject([{ path: 'rows.1' }]);
    expect(await total(`/participations?companyId=${company.id}`)).toBe(0);
    await aParticipation(admin, company.id, centre.id);
  });

  it('lets nobody write what they may not write one by one', async () => {
    const coordinator = await register.as('COORDINATOR', (await aCentre(admin)).id);
    const elsewhere = { resource: 'investments', name: 'X', rows: [paid('1.00')] };
    await coordinator.post('/imports/rows', elsewhere).expect(400);
    const centres = { resource: 'centres', name: 'X', rows: [{ code: 'FL-X', name: 'X', kind: 'FIELDLAB' }] };
    const refused = await coordinator.post('/imports/rows', centres);
    expect([400, 403]).toContain(refused.status);
    expect(await total('/centres?code=FL-X')).toBe(0);
    await admin.post('/imports/rows', { resource: 'users', name: 'X', rows: [{}] }).expect(400);
  });

  it('takes at most five hundred rows', async () => {
    const rows = Array.from({ length: 501 }, (_, index) => ({ name: `Rij ${index}` }));
    await admin.post('/imports/rows', { resource: 'companies', name: 'X', rows }).expect(400);
  });
});
