import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCentre, aCompany, anActivity, anAttendance, aParticipation, kvkNumber } from '../support/made';
import type { Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let admin: Caller;
let centre: Made;
let activity: Made;
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  centre = await aCentre(admin);
  activity = await anActivity(admin, centre.id);
});
afterAll(() => register.close());

const total = async (path: string): Promise<number> =>
  (await admin.get(path).expect(200)).body.total as number;
const taking = (level = 'ENGAGED') => ({
  participation: { centreId: centre.id, level, startedOn: '2020-03-01' },
});
const present = (people: number) => ({ attendance: { activityId: activity.id, people } });

describe('POST /imports/lists', () => {
  it('writes every row as one change, and takes all of it back', async () => {
    const coordinator = await register.as('COORDINATOR', centre.id);
    const known = await aCompany(admin);
    const number = kvkNumber();
    const list = {
      name: 'Open dag',
      rows: [
        { companyId: known.id, ...taking(), ...present(4) },
        {
          newCompany: {
            ...{ name: 'Nieuwkomer BV', kvkNumber: number, organisationType: 'EDUCATION' },
            ...{ postcode: '7511ab', municipality: 'Enschede', province: 'NL-OV' },
          },
          ...taking('PARTNER'),
        },
      ],
    };
    const { body: done } = await coordinator.post('/imports/lists', list).expect(201);
    expect(done).toMatchObject({
      status: 'DONE',
      fileName: 'Open dag',
      counts: {
        companies: { created: 1, updated: 0, unchanged: 0 },
        participations: { created: 2 },
        attendances: { created: 1 },
      },
    });
    const { body: made } = await admin.get(`/companies?kvkNumber=${number}`).expect(200);
    expect(made.data).toMatchObject([
      {
        ...{ name: 'Nieuwkomer BV', organisationType: 'EDUCATION' },
        ...{ postcode: '7511 AB', municipality: 'Enschede', province: 'NL-OV' },
      },
    ]);
    const revisions = await register.database.pool.query(
      'select distinct rev_from from participations_history where centre_id = $1',
      [centre.id],
    );
    expect(revisions.rowCount).toBe(1);
    await coordinator.post(`/imports/${done.id}/undo`).expect(200);
    expect(await total(`/participations?centreId=${centre.id}`)).toBe(0);
    expect(await total(`/attendances?activityId=${activity.id}`)).toBe(0);
    expect(await total(`/companies?kvkNumber=${number}`)).toBe(0);
  });

  it('tells what is wrong in every row, and writes none', async () => {
    const [busy, present1, fine] = [await aCompany(admin), await aCompany(admin), await aCompany(admin)];
    const taken = await aCompany(admin, { kvkNumber: kvkNumber() });
    await aParticipation(admin, busy.id, centre.id);
    await anAttendance(admin, activity.id, present1.id);
    const before = await total('/participations');
    const { body } = await admin
      .post('/imports/lists', {
        name: 'Fout',
        rows: [
          { companyId: busy.id, ...taking() },
          { companyId: fine.id, ...taking() },
          { companyId: present1.id, ...present(2) },
          { newCompany: { name: 'Dubbel', kvkNumber: taken.kvkNumber }, ...taking() },
          { companyId: centre.id, ...present(2) },
        ],
      })
      .set('Accept-Language', 'nl')
      .expect(400);
    expect(body.code).toBe('INVALID_INPUT');
    expect(body.errors).toMatchObject([
      { path: 'rows.0', message: expect.stringMatching(/doet sinds .* al mee bij .*, als/) },
      { path: 'rows.2', message: expect.stringContaining('staat al op de lijst') },
      { path: 'rows.3', message: expect.stringContaining('heeft dit nummer al') },
      { path: 'rows.4.companyId' },
    ]);
    expect(await total('/participations')).toBe(before);
  });

  it('keeps a coordinator to their own centres', async () => {
    const other = await register.as('COORDINATOR', (await aCentre(admin)).id);
    const company = await aCompany(admin);
    const rows = [
      { companyId: company.id, ...taking() },
      { companyId: company.id, ...present(1) },
    ];
    const { body } = await other.post('/imports/lists', { name: 'Elders', rows }).expect(400);
    expect((body.errors as { path: string }[]).map(({ path }) => path)).toEqual([
      'rows.0',
      'rows.1.activityId',
    ]);
    expect(await total(`/participations?companyId=${company.id}`)).toBe(0);
  });

  it('happens once when it is sent again, and asks for one company a row', async () => {
    const rows = [{ newCompany: { name: 'Eenmalig BV' }, ...taking() }];
    const send = () =>
      admin.post('/imports/lists', { name: 'Twee keer', rows }).set('Idempotency-Key', 'list-1');
    const [first, second] = [await send().expect(201), await send().expect(201)];
    expect(second.body.id).toBe(first.body.id);
    expect(await total('/companies?name=Eenmalig%20BV')).toBe(1);
    const both = { companyId: centre.id, newCompany: { name: 'X' } };
    await admin.post('/imports/lists', { name: 'Beide', rows: [both] }).expect(400);
    await admin.post('/imports/lists', { name: 'Geen', rows: [{ ...taking() }] }).expect(400);
  });
});
