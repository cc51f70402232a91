import { Retention } from '@api/modules/personal-data/retention.service';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createEmptyDatabase } from '../support/database';
import { aCentre, aCompany, type Made } from '../support/made';
import { migrate } from '@api/platform/database/migrate';
import { migratedUntil } from '../support/migrated-until';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let admin: Caller;
let owner: pg.Pool;
let hangs: { companyId: string; centreId: string };
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  owner = new pg.Pool({ connectionString: register.ownerUrl, max: 1 });
  hangs = { companyId: (await aCompany(admin)).id, centreId: (await aCentre(admin)).id };
});
afterAll(async () => {
  await owner.end();
  await register.close();
});

/** The day so many months from now; the end of a shorter month. */
const inMonths = async (months: number): Promise<unknown> => {
  const { rows } = await owner.query<{ day: string }>(
    `select (programme_today() + make_interval(months => $1))::date::text as day`,
    [months],
  );
  return rows[0]?.day;
};
const made = async (path: string, values: object): Promise<Made> =>
  (await admin.post(path, { ...hangs, ...values }).expect(201)).body as Made;

describe('what is kept of people', () => {
  it('is kept for a purpose and until a day, by default of the terms that hold', async () => {
    const contact = await made('/contacts', { name: 'Anna' });
    expect(contact).toMatchObject({ purpose: 'PARTICIPATION' });
    expect(contact.retainUntil).toBe(await inMonths(24));
    const { body: settings } = await admin.get('/privacy-settings').expect(200);
    expect(settings).toMatchObject({ contactMonths: 24, noteMonths: 24, deletedDays: 30, accountMonths: 12 });
    await admin.patch('/privacy-settings', Number(settings.version), { noteMonths: 3 }).expect(200);
    expect((await made('/notes', { text: 'kort' })).retainUntil).toBe(await inMonths(3));
    await admin.patch('/privacy-settings', Number(settings.version), { noteMonths: 4 }).expect(412);
    for (const wrong of [{ contactMonths: 0 }, { contactMonths: 121 }, { deletedDays: 1.5 }, { x: 1 }])
      await admin.patch('/privacy-settings', 2, wrong).expect(400);
    const changed = await admin
      .patch(`/contacts/${contact.id}`, 1, { purpose: 'EVALUATION', retainUntil: '2031-01-01' })
      .expect(200);
    expect(changed.body).toMatchObject({ purpose: 'EVALUATION', retainUntil: '2031-01-01' });
  });

  it('is erased by itself after it: contacts, notes, what was deleted, accounts that were ended', async () => {
    const past = { retainUntil: '2020-01-01' };
    const [gone, kept] = [
      await made('/contacts', { name: 'Weg', ...past }),
      await made('/contacts', { name: 'Nog' }),
    ];
    const note = await made('/notes', { text: 'Weg', ...past });
    const deleted = await made('/contacts', { name: 'Verwijderd' });
    await admin.delete(`/contacts/${deleted.id}`, 1).expect(204);
    const person = await register.as('VIEWER');
    await admin.delete(`/users/${person.id}`, 1).expect(204);
    await register.app.get(Retention).erasePast();
    await admin.get(`/contacts/${gone.id}`).expect(404);
    await admin.get(`/notes/${note.id}`).expect(404);
    await admin.get(`/contacts/${kept.id}`).expect(200);
    await admin.post(`/contacts/${deleted.id}/restore`).expect(200);
    await owner.query(`update contacts set deleted_at = now() - interval '31 days' where id = $1`, [
      deleted.id,
    ]);
    await owner.query(`update users set deleted_at = now() - interval '13 months' where id = $1`, [
      person.id,
    ]);
    await register.app.get(Retention).erasePast();
    await admin.post(`/contacts/${deleted.id}/restore`).expect(404);
    const { rows } = await owner.query<{ email: string }>('select email from users where id = $1', [
      person.id,
    ]);
    expect(rows).toEqual([{ email: person.id }]);
    const { body } = await admin.get(`/audit-events?action=ERASE&recordId=${gone.id}`).expect(200);
    expect(body.data).toMatchObject([{ actor: { id: null, name: 'Fieldlab' }, reason: 'AVG' }]);
  });

  it('stands in the processing register, in both languages, with the terms that hold', async () => {
    const evaluator = await register.as('EVALUATOR');
    for (const [language, said] of [
      ['nl', '24 maanden, of tot de datum bij de persoon'],
      ['en', '24 months, or until the date with the person'],
    ] as const) {
      const { body, text } = await evaluator
        .get('/processing-activities')
        .set('Accept-Language', language)
        .expect(200);
      expect(body.activities[0].aspects.retention).toContain(said);
      expect(text).not.toMatch(/\{\w+\}/);
    }
    await evaluator.patch('/privacy-settings', 1, { noteMonths: 6 }).expect(403);
    await (await register.as('VIEWER')).get('/processing-activities').expect(403);
  });
});

describe('contacts and notes of a register of before', () => {
  it('get the whole of the term, and none is erased at once', async () => {
    const database = await createEmptyDatabase();
    onTestFinished(() => database.drop());
    await migratedUntil(database.ownerUrl, '20261129113700_kept_persons_for_a_time');
    const pool = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
    onTestFinished(() => pool.end());
    await pool.query(`
      insert into centres (code, kind, name) values ('Z', 'HUB', 'Z');
      insert into companies (name, match_name) values ('C', 'c');
      insert into contacts (company_id, centre_id, name, created_at)
      select c.id, z.id, 'Anna', '2016-01-01' from companies c, centres z`);
    await migrate(database.ownerUrl);
    const { rows } = await pool.query(
      'select purpose, retain_until > programme_today() + 700 as late from contacts',
    );
    expect(rows).toEqual([{ purpose: 'PARTICIPATION', late: true }]);
  });
});
