import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCentre, aCompany, aParticipation, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

/** What a change would do is asked before it is made, by the rules of the change itself. */
describe('a change that is only asked about', () => {
  let register: TestRegister;
  let admin: Caller;
  let centre: Made;
  beforeAll(async () => {
    register = await startTestRegister();
    admin = await register.as('ADMIN');
    centre = await aCentre(admin);
  });
  afterAll(() => register.close());

  const asks = (path: string, version: number, body: object) =>
    admin.patch(`${path}?dryRun=true`, version, body);

  it('answers the record that it would be, and leaves no trace of it', async () => {
    const { id } = await aCompany(admin, { sizeClass: 'SMALL' });
    const answer = await asks(`/companies/${id}`, 1, { sizeClass: 'LARGE' }).expect(200);
    expect(answer.body).toMatchObject({ sizeClass: 'LARGE', version: 2 });
    const { body: now } = await admin.get(`/companies/${id}`).expect(200);
    expect(now).toMatchObject({ sizeClass: 'SMALL', version: 1 });
    const { body: history } = await admin.get(`/companies/${id}/history`).expect(200);
    expect(history).toMatchObject({ total: 1 });
  });

  it('is refused as the change would be: by its schema, its version, and the rules of the database', async () => {
    const company = await aCompany(admin, { kvkNumber: '55554444' });
    const other = await aCompany(admin);
    await asks(`/companies/${other.id}`, 1, { sizeClass: 'HUGE' }).expect(400);
    await asks(`/companies/${other.id}`, 2, { sizeClass: 'LARGE' }).expect(412);
    await asks(`/companies/${other.id}`, 1, { kvkNumber: '55554444' }).expect(409);
    await aParticipation(admin, company.id, centre.id, { startedOn: '2019-01-01', endedOn: '2020-01-01' });
    const later = await aParticipation(admin, company.id, centre.id, { startedOn: '2020-01-01' });
    await asks(`/participations/${later.id}`, 1, { startedOn: '2019-06-01' }).expect(409);
    await asks(`/participations/${later.id}`, 1, { startedOn: '2020-06-01' }).expect(200);
  });

  it('says true or false, and nothing else', async () => {
    const { id } = await aCompany(admin);
    await admin.patch(`/companies/${id}?dryRun=perhaps`, 1, { name: 'X' }).expect(400);
  });
});
