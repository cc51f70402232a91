import { readFile } from 'node:fs/promises';
import type { Test } from 'supertest';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DEMONSTRATION } from '../support/expected-figures';
import { aCentre, aCompany, aParticipation } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let admin: Caller;
let approver: Caller;
beforeAll(async () => {
  register = await startTestRegister();
  [admin, approver] = [await register.as('ADMIN'), await register.as('ADMIN')];
  await aCentre(admin);
});
afterAll(() => register.close());

let keys = 0;
/** Sends the same request twice with one key, and expects the same answer. */
async function twice(send: () => Test, status: number) {
  const key = `key-${(keys += 1)}`;
  const first = await send().set('Idempotency-Key', key).expect(status);
  const second = await send().set('Idempotency-Key', key).expect(status);
  expect(second.body).toEqual(first.body);
  expect(second.headers.etag).toEqual(first.headers.etag);
  return first.body as { id: string; version: number };
}

const REPORT = { title: 'Brief', asOf: '2021-05-01', indicators: ['fieldlabs_active'], text: '' };

describe('a POST that is sent again with its Idempotency-Key', () => {
  it('gets the first answer at every step of a report', { timeout: 60_000 }, async () => {
    const { id } = await twice(() => admin.post('/reports', REPORT), 201);
    await twice(() => admin.post(`/reports/${id}/submit`), 200);
    await twice(() => approver.post(`/reports/${id}/return`, { remark: 'Anders' }), 200);
    await twice(() => admin.post(`/reports/${id}/submit`), 200);
    await twice(() => approver.post(`/reports/${id}/approve`), 200);
    const publish = () => admin.post(`/reports/${id}/publish`).set('Idempotency-Key', 'publish');
    const first = await publish();
    const second = await publish();
    expect([200, 202]).toContain(first.status);
    expect([second.status, second.body]).toEqual([first.status, first.body]);
    await expect
      .poll(async () => (await admin.get(`/reports/${id}`)).body.status as string, { timeout: 30_000 })
      .toBe('PUBLISHED');
    await twice(() => admin.post(`/reports/${id}/editions`, { reason: 'Aanvulling' }), 201);
    expect((await admin.get(`/reports/${id}`)).body).toMatchObject({ edition: 2, status: 'DRAFT' });
    await admin.post(`/reports/${id}/editions`, { reason: 'Aanvulling' }).expect(409);
  });

  it('queues a workbook once, and tells another file or question apart', async () => {
    const file = await readFile(DEMONSTRATION);
    const send = (content: Buffer, query: string) =>
      admin.post(`/imports${query}`).attach('file', content, 'register.xlsx').set('Idempotency-Key', 'file');
    const first = await send(file, '?dryRun=true').expect(202);
    expect((await send(file, '?dryRun=true').expect(202)).body).toEqual(first.body);
    await send(file, '').expect(409);
    await send(Buffer.concat([file, Buffer.from(' ')]), '?dryRun=true').expect(409);
    expect((await admin.get('/imports')).body).toMatchObject({ total: 1 });
    await twice(() => admin.post(`/imports/${String(first.body.id)}/cancel`), 200);
  });

  it('restores once, and invites once without a body to answer', async () => {
    const { id } = await aCompany(admin);
    await admin.delete(`/companies/${id}`, 1).expect(204);
    await twice(() => admin.post(`/companies/${id}/restore`), 200);
    const invited = { email: 'once@people.example', name: 'Eens', role: 'VIEWER' };
    const person = (await admin.post('/users', invited).expect(201)).body as { id: string };
    await twice(() => admin.post(`/users/${person.id}/invitations`), 202);
    const { rows } = await register.database.pool.query(
      'select count(*)::int as links from one_time_links where user_id = $1',
      [person.id],
    );
    expect(rows).toEqual([{ links: 2 }]);
  });

  it('may be right after it was refused, and a step is made once', async () => {
    const centre = await aCentre(admin);
    const { id } = await aParticipation(admin, (await aCompany(admin)).id, centre.id);
    const step = (level: string) =>
      admin.post(`/participations/${id}/step`, { level, on: '2020-01-01' }).set('Idempotency-Key', 'step');
    await step('PARTICIPANT').expect(409);
    const next = await step('PARTNER').expect(201);
    expect((await step('PARTNER').expect(201)).body).toEqual(next.body);
  });

  it('is refused for now while the first is under way, and free again when its process died', async () => {
    const { pool } = register.database;
    const send = () =>
      admin.post('/companies', { name: 'Na een dood proces' }).set('Idempotency-Key', 'left-behind');
    await send().expect(201);
    const seen = (ago: string) =>
      pool.query(
        `update idempotency_keys set status = null, response = null, seen_at = now() - $1::interval
          where key = 'left-behind'`,
        [ago],
      );
    await seen('0 seconds');
    const { headers, body } = await send().expect(409);
    expect(headers['retry-after']).toBe('5');
    expect(body).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
    await seen('21 seconds');
    await send().expect(201);
  });

  it('writes nothing where another process has taken it over', async () => {
    const holder = new pg.Client({ connectionString: register.ownerUrl });
    await holder.connect();
    await holder.query('begin; lock table companies in access exclusive mode');
    const name = 'Overgenomen';
    const first = admin
      .post('/companies', { name })
      .set('Idempotency-Key', 'taken-over')
      .then((answer) => answer);
    await vi.waitFor(async () => {
      const { rowCount } = await holder.query(
        `update idempotency_keys set created_at = created_at + interval '21 seconds' where key = 'taken-over'`,
      );
      expect(rowCount).toBe(1);
    });
    await holder.query('commit');
    await holder.end();
    expect((await first).status).toBe(409);
    expect((await admin.get(`/companies?name=${name}`)).body).toMatchObject({ total: 0 });
  });
});
