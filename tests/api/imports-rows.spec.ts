import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCentre, aCompany, anActivity, aParticipation, kvkNumber, type Made } from '../support/made';
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

  it('makes attendances, and takes them back', async () => {
    const coordinator = await register.as('COORDINATOR', centre.id);
    const activity = await anActivity(admin, centre.id);
    const rows = [{ activityId: activity.id, companyId: (await aCompany(admin)).id, people: 3 }];
    const sent = { resource: 'attendances', name: 'Geplakt', rows };
    const { body } = await coordinator.post('/imports/rows', sent).expect(201);
    expect(body.counts).toEqual({ attendances: { created: 1, updated: 0, unchanged: 0 } });
    await coordinator.post(`/imports/${body.id}/undo`).expect(200);
    expect(await total(`/attendances?activityId=${activity.id}`)).toBe(0);
  });

  describe('of what is about people and keeps no versions', () => {
    const aRow = async (values: object) => ({
      companyId: (await aCompany(admin)).id,
      centreId: centre.id,
      ...values,
    });

    it.each([
      ['contacts', { name: 'Anna' }],
      ['notes', { text: 'Gebeld.\nBelt terug.' }],
    ])('makes %s, and takes back what it made and nothing else', async (resource, values) => {
      const coordinator = await register.as('COORDINATOR', centre.id);
      await coordinator.post(`/${resource}`, await aRow(values)).expect(201);
      const before = await total(`/${resource}`);
      const rows = [await aRow(values), await aRow(values)];
      const sent = { resource, name: 'Geplakt', rows };
      const { body } = await coordinator.post('/imports/rows', sent).expect(201);
      expect(body.counts).toEqual({ [resource]: { created: 2, updated: 0, unchanged: 0 } });
      expect(await total(`/${resource}`)).toBe(before + 2);
      const { body: found } = await admin.get(`/${resource}?companyId=${rows[0]?.companyId}`).expect(200);
      expect(found.data).toMatchObject([{ ...values, retainUntil: expect.stringMatching(/^\d{4}-/) }]);
      await coordinator.post(`/imports/${body.id}/undo`).expect(200);
      expect(await total(`/${resource}`)).toBe(before);
      await coordinator.post(`/imports/${body.id}/undo`).expect(409);
    });

    it('takes nothing back where one was changed since, and says of which kind', async () => {
      const rows = [await aRow({ name: 'Bas' }), await aRow({ name: 'Cas' })];
      const sent = { resource: 'contacts', name: 'Geplakt', rows };
      const { body } = await admin.post('/imports/rows', sent).expect(201);
      const { body: made } = await admin.get(`/contacts?companyId=${rows[0]?.companyId}`).expect(200);
      await admin.patch(`/contacts/${made.data[0].id}`, 1, { phone: '0612345678' }).expect(200);
      const before = await total('/contacts');
      const refused = await admin.post(`/imports/${body.id}/undo`).expect(409);
      expect(refused.body).toMatchObject({
        code: 'BUILT_UPON',
        detail: expect.stringContaining('1 contact'),
      });
      expect(await total('/contacts')).toBe(before);
    });

    it('keeps of them their ids alone: who was erased is nowhere in the import', async () => {
      const rows = [await aRow({ name: 'Vergeet-mij Jansen' })];
      const sent = { resource: 'contacts', name: 'Geplakt', rows };
      const { body } = await admin.post('/imports/rows', sent).expect(201);
      const { body: made } = await admin.get(`/contacts?companyId=${rows[0]?.companyId}`).expect(200);
      await admin.delete(`/contacts/${made.data[0].id}?erase=true`, 1).expect(204);
      const kept = await register.database.pool.query('select to_jsonb(i)::text as row from imports i');
      expect(JSON.stringify(kept.rows)).not.toContain('Vergeet-mij');
      await admin.post(`/imports/${body.id}/undo`).expect(200);
    });

    it('writes nobody at a centre that is not the writer’s', async () => {
      const coordinator = await register.as('COORDINATOR', (await aCentre(admin)).id);
      const sent = { resource: 'contacts', name: 'X', rows: [await aRow({ name: 'Dirk' })] };
      await coordinator.post('/imports/rows', sent).expect(400);
      expect(await total('/contacts?q=Dirk')).toBe(0);
    });
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
