import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testAccess } from '../support/access';
import { aCentre, aCompany, anActivity, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let admin: Caller;
let mine: Caller;
let centre: Made;
let other: Made;
let today: string;

const dayFrom = (days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const compact = (day: string): string => day.replaceAll('-', '');
const renew = async (caller: Caller) =>
  ((await caller.post('/calendar-feed').expect(201)).body as { address: string }).address;
const read = (address: string) => request(register.url).get(new URL(address).pathname);
/** The lines of the calendar, unfolded. */
const linesOf = async (address: string) =>
  (await read(address).expect(200)).text.replaceAll('\r\n ', '').split('\r\n');

beforeAll(async () => {
  register = await startTestRegister({ access: testAccess({ publicUrl: 'http://register.example' }) });
  admin = await register.as('ADMIN');
  centre = await aCentre(admin, { name: 'Alfa; staal, en meer' });
  other = await aCentre(admin, { name: 'Beta' });
  mine = await register.as('COORDINATOR', centre.id);
  const { rows } = await register.database.pool.query<{ today: string }>(
    'select programme_today()::text as today',
  );
  today = rows[0]?.today ?? '';
  const company = await aCompany(admin, { name: 'Geheim BV' });
  await admin.post('/rounds', { period: '2021-Q2', dueOn: dayFrom(10) }).expect(201);
  await anActivity(admin, centre.id, { kind: 'WORKSHOP', title: 'Bij Geheim BV', heldOn: dayFrom(5) });
  await anActivity(admin, other.id, { kind: 'DEMO', heldOn: dayFrom(6) });
  await anActivity(admin, centre.id, { kind: 'SCAN', heldOn: dayFrom(-100) });
  const note = { companyId: company.id, centreId: centre.id, text: 'Bel Anna de Vries', dueOn: dayFrom(3) };
  await admin.post('/notes', note).expect(201);
  await admin.post('/notes', { ...note, doneOn: today, dueOn: dayFrom(2) }).expect(201);
});
afterAll(() => register.close());

describe('a calendar by a secret address', () => {
  it('holds rounds, follow-ups and activities of one’s own centres, as RFC 5545 writes them', async () => {
    expect((await mine.get('/calendar-feed').expect(200)).body).toEqual({ createdAt: null });
    const address = await renew(mine);
    expect(address).toMatch(/^http:\/\/register\.example\/api\/v1\/calendars\/[\w-]{43}\.ics$/);
    const { headers, text } = await read(address).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    });
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const lines = await linesOf(address);
    expect(lines.filter((line) => line.startsWith('SUMMARY'))).toEqual([
      'SUMMARY:Follow-up · Alfa\\; staal\\, en meer',
      'SUMMARY:Workshop · Alfa\\; staal\\, en meer',
      'SUMMARY:Answer for Q2 2021 due',
    ]);
    const days = lines.filter((line) => /^DT(START|END)/.test(line));
    expect(days).toEqual(
      [3, 5, 10].flatMap((day) => [
        `DTSTART;VALUE=DATE:${compact(dayFrom(day))}`,
        `DTEND;VALUE=DATE:${compact(dayFrom(day + 1))}`,
      ]),
    );
    const uids = lines.filter((line) => line.startsWith('UID:'));
    expect(new Set(uids).size).toBe(3);
    expect((await linesOf(address)).filter((line) => line.startsWith('UID:'))).toEqual(uids);
  });

  it('names no company and no person, whoever’s it is', async () => {
    for (const caller of [mine, admin]) {
      expect((await linesOf(await renew(caller))).join('\n')).not.toMatch(/Geheim|Anna|Bel/);
    }
  });

  it('is empty for who reads no register', async () => {
    const lines = await linesOf(await renew(await register.as('VIEWER')));
    expect(lines).not.toContain('BEGIN:VEVENT');
    expect(lines).toContain('BEGIN:VCALENDAR');
  });

  it('is kept as a hash alone', async () => {
    const token = /calendars\/(.+)\.ics/.exec(await renew(mine))?.[1] ?? '';
    const { rows } = await register.database.pool.query('select * from calendar_feeds');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('ends when it is renewed or ended, and with the role or the account', async () => {
    const first = await renew(mine);
    const second = await renew(mine);
    await read(first).expect(404);
    await read(second).expect(200);
    await mine.delete('/calendar-feed', 1).expect(204);
    await read(second).expect(404);
    const change = async (set: string, back: string) => {
      const person = await register.as('EVALUATOR');
      const address = await renew(person);
      for (const values of [set, back]) {
        await register.database.pool.query(`update users set ${values} where id = $1`, [person.id]);
        await read(address).expect(404);
      }
    };
    await change(`role = 'VIEWER'`, `role = 'EVALUATOR'`);
    await change('deleted_at = now()', 'deleted_at = null');
  });

  it('is not made by a token, nor read by another address', async () => {
    const byToken = (token: string) =>
      request(register.url).post('/api/v1/calendar-feed').set('Authorization', `Bearer ${token}`);
    await byToken(mine.token).expect(403);
    await read('http://x/api/v1/calendars/nonsense.ics').expect(404);
    await request(register.url).get('/api/v1/calendars/').expect(404);
  });
});
