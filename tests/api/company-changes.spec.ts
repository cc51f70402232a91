import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCompany, kvkNumber, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let admin: Caller;
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
});
afterAll(() => register.close());

/** Everything that is known of a company now, apart from which version it is. */
async function stateOf(id: string): Promise<object> {
  const { body } = await admin.get(`/companies/${id}`).expect(200);
  const { version: _version, updatedAt: _updatedAt, ...own } = body as Made;
  const parts = ['numbers', 'profiles'].map((part) => admin.get(`/companies/${id}/${part}`).expect(200));
  const [numbers, profiles] = await Promise.all(parts);
  return { own, numbers: numbers?.body as object, profiles: profiles?.body as object };
}

const change = (id: string, version: number, on: string | undefined, values: object) =>
  admin.patch(`/companies/${id}${on === undefined ? '' : `?effectiveOn=${on}`}`, version, values).expect(200);

describe('the last change of a company', () => {
  it.each([
    ['a correction', undefined, { name: 'Andere naam', sbiCode: '2511' }],
    ['a size from a day on', '2020-01-01', { sizeClass: 'LARGE' }],
    ['a size on the day of another period', '2018-01-01', { sizeClass: 'LARGE' }],
    ['a size before every other period', '1999-01-01', { sizeClass: 'LARGE' }],
    ['a number and a name from a day on', '2020-06-01', { kvkNumber: '90000001', name: 'Fusie B.V.' }],
    ['a number that ends', '2021-01-01', { kvkNumber: null }],
    ['a number that never was', undefined, { kvkNumber: null }],
    [
      'another country, with its number',
      undefined,
      { country: 'DE', kvkNumber: null, foreignNumber: 'HRB 1' },
    ],
  ])('is taken back as a whole: %s', async (_what, on, values) => {
    const { id } = await aCompany(admin, { kvkNumber: kvkNumber(), sizeClass: 'MICRO', postcode: '7511AA' });
    await change(id, 1, '2018-01-01', { sizeClass: 'SMALL' });
    const before = await stateOf(id);
    await change(id, 2, on, values);
    expect(await stateOf(id)).not.toEqual(before);
    const { body } = await admin.delete(`/companies/${id}/change?reason=Vergissing`, 3).expect(200);
    expect(body).toMatchObject({ id, version: 4 });
    expect(await stateOf(id)).toEqual(before);
    const history = await admin.get(`/companies/${id}/history`).expect(200);
    expect((history.body as { data: object[] }).data[0]).toMatchObject({ version: 4, reason: 'Vergissing' });
    // What is taken back can be said again.
    await change(id, 4, on, values);
  });

  it('is not taken back by a version that is past, and the first has nothing before it', async () => {
    const { id } = await aCompany(admin);
    const { body } = await admin.delete(`/companies/${id}/change`, 1).expect(409);
    expect(body).toMatchObject({ code: 'NOTHING_BEFORE' });
    await change(id, 1, undefined, { name: 'Anders' });
    await admin.delete(`/companies/${id}/change`, 1).expect(412);
    await admin.delete(`/companies/${id}`, 2).expect(204);
    await admin.post(`/companies/${id}/restore`).expect(200);
    await admin.delete(`/companies/${id}/change`, 4).expect(409);
  });

  it('is not taken back over what was written in its periods since', async () => {
    const { id } = await aCompany(admin, { sizeClass: 'MICRO' });
    await change(id, 1, '2020-01-01', { sizeClass: 'SMALL' });
    await register.database.pool.query(
      `update company_profiles set employees = 12 where company_id = $1 and valid_from = '2020-01-01'`,
      [id],
    );
    const { body } = await admin.delete(`/companies/${id}/change`, 2).expect(409);
    expect(body).toMatchObject({ code: 'BUILT_UPON' });
  });
});

describe('what holds today', () => {
  it('is of the day where the programme is, which is another one than that of UTC for hours', async () => {
    const { pool } = register.database;
    // At any moment it is tomorrow in the one, or yesterday in the other, or both.
    const zone = new Date().getUTCHours() >= 11 ? 'Pacific/Kiritimati' : 'Etc/GMT+12';
    await pool.query(
      `insert into programmes (name, started_on, time_zone) values ('Test', '2015-01-01', $1)`,
      [zone],
    );
    const { rows } = await pool.query<{ here: string; utc: string }>(
      `select programme_today() as here, (now() at time zone 'UTC')::date as utc`,
    );
    const { here = '', utc = '' } = rows[0] ?? {};
    expect(here).not.toBe(utc);
    const firstNumber = kvkNumber();
    const { id } = await aCompany(admin, { kvkNumber: firstNumber, sizeClass: 'SMALL' });
    const day = here > utc ? here : utc;
    await change(id, 1, day, { kvkNumber: kvkNumber(), sizeClass: 'LARGE' });
    const { body } = await admin.get(`/companies/${id}`).expect(200);
    expect(body).toMatchObject({ sizeClass: here === day ? 'LARGE' : 'SMALL' });
    expect((body as { kvkNumber: string }).kvkNumber === firstNumber).toBe(here !== day);
    const found = await admin.get(`/companies?sizeClass=LARGE&id=${id}`).expect(200);
    expect((found.body as { total: number }).total).toBe(here === day ? 1 : 0);
  });
});
