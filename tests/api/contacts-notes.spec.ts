import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCentre, aCompany, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let admin: Caller;
let mine: Caller;
let theirs: Caller;
let centre: Made;
let company: Made;
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  const other = await aCentre(admin);
  centre = await aCentre(admin);
  company = await aCompany(admin);
  [mine, theirs] = [await register.as('COORDINATOR', centre.id), await register.as('COORDINATOR', other.id)];
});
afterAll(() => register.close());

const aContact = async (values: object = {}): Promise<Made> => {
  const sent = { companyId: company.id, centreId: centre.id, name: 'Anna', email: 'anna@firma.example' };
  return (await mine.post('/contacts', { ...sent, ...values }).expect(201)).body as Made;
};

describe('contacts and notes', () => {
  it('are seen at their centre and by administrators only', async () => {
    const { id } = await aContact();
    await admin.get(`/contacts/${id}`).expect(200);
    await theirs.get(`/contacts/${id}`).expect(404);
    await (await register.as('EVALUATOR')).get('/contacts').expect(403);
    await (await register.as('VIEWER')).get(`/notes`).expect(403);
    expect((await theirs.get('/contacts?q=anna').expect(200)).body.total).toBe(0);
    expect((await theirs.get('/contacts.csv').expect(200)).headers['x-total-count']).toBe('0');
    expect((await mine.get('/contacts?q=anna').expect(200)).body.total).toBe(1);
    await theirs.post('/notes', { companyId: company.id, centreId: centre.id, text: 'x' }).expect(403);
  });

  it('keep no versions', async () => {
    const { id } = await aContact();
    await mine.get(`/contacts/${id}/history`).expect(404);
    const changed = await mine.patch(`/contacts/${id}`, 1, { phone: '+31 6 12345678' }).expect(200);
    expect(changed.body.version).toBe(2);
    await mine.patch(`/contacts/${id}`, 1, { phone: null }).expect(412);
  });

  it('make follow-ups of notes with a due date', async () => {
    const sent = {
      companyId: company.id,
      centreId: centre.id,
      text: 'Bellen over de scan',
      dueOn: '2021-05-01',
    };
    const note = await mine.post('/notes', sent).expect(201);
    expect(note.body.state).toBe('OPEN');
    expect((await mine.get('/notes?state=OPEN&dueOnTo=2021-05-01').expect(200)).body.total).toBe(1);
    const done = await mine.patch(`/notes/${note.body.id}`, 1, { doneOn: '2021-04-30' }).expect(200);
    expect(done.body.state).toBe('DONE');
  });

  it('are erased for good by administrators, also after they were deleted', async () => {
    const { id } = await aContact();
    await mine.delete(`/contacts/${id}?erase=true`, 1).expect(403);
    await mine.delete(`/contacts/${id}`, 1).expect(204);
    await admin.delete(`/contacts/${id}?erase=true`, 1).expect(412);
    await admin.delete(`/contacts/${id}?erase=true`, 2).expect(204);
    await mine.post(`/contacts/${id}/restore`).expect(404);
    const { rows } = await register.database.pool.query('select 1 from contacts where id = $1', [id]);
    expect(rows).toEqual([]);
    await expect(register.database.pool.query('delete from contacts')).rejects.toThrow(/permission denied/);
  });
});

describe('the programme', () => {
  it('is named once, and changed by the version that was seen', async () => {
    await mine.get('/programme').expect(404);
    await admin.patch('/programme', 0, { name: 'Smart Industry' }).expect(400);
    const named = await admin
      .patch('/programme', 0, { name: 'Smart Industry', startedOn: '2015-01-01' })
      .expect(200);
    expect(named.headers.etag).toBe('"1"');
    const read = await (await register.as('VIEWER')).get('/programme').expect(200);
    expect(read.body).toMatchObject({
      name: 'Smart Industry',
      startedOn: '2015-01-01',
      timeZone: 'Europe/Amsterdam',
    });
    await admin.patch('/programme', 0, { name: 'x' }).expect(412);
    await admin.patch('/programme', 1, { startedOn: '2014-12-01' }).expect(200);
    await mine.patch('/programme', 2, { name: 'x' }).expect(403);
  });
});
