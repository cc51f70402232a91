import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { discloseTask } from '@api/modules/reports/publishing/disclose-task';
import { WorkService } from '@api/platform/work/work.service';
import { DomainError, errorSentence } from '@fieldlab/domain';
import { aCentre, aCompany, aParticipation } from '../support/made';
import { publishApproved } from '../support/publishing';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let author: Caller;
let approver: Caller;
let hub: string;
let centre: string;

/** Three centres of a hub: 4 companies took part in one all year, 9 in the next in the first half of it, and 30 in the last. */
beforeAll(async () => {
  register = await startTestRegister();
  const admin = await register.as('ADMIN');
  [author, approver] = [await register.as('EVALUATOR'), await register.as('EVALUATOR')];
  const { id: hubId, code } = await aCentre(admin, { kind: 'HUB', code: 'HUB-1' });
  hub = String(code);
  const centres = [];
  for (const [companies, dates] of [
    [4, {}],
    [9, { endedOn: '2019-06-01' }],
    [30, {}],
  ] as const) {
    const { id: centreId, code: own } = await aCentre(admin, { hubId });
    centres.push(String(own));
    for (let count = 0; count < companies; count += 1)
      await aParticipation(admin, (await aCompany(admin)).id, centreId, dates);
  }
  centre = centres[1] ?? '';
});
afterAll(() => register.close());

async function approved(values: object): Promise<string> {
  const report = { title: 'R', language: 'en', indicators: ['participations'], by: [] };
  const { body } = await author.post('/reports', { ...report, ...values }).expect(201);
  const { id } = body as { id: string };
  await author.post(`/reports/${id}/submit`).expect(200);
  await approver.post(`/reports/${id}/approve`).expect(200);
  return id;
}

/** Why it is refused: as a problem, or on a busy machine as what the report says afterwards. */
async function refusalOf(id: string): Promise<{ code: string; about: Record<string, string> }> {
  const { status, type, body } = await author.post(`/reports/${id}/publish`);
  if (status === 409) {
    expect(type).toBe('application/problem+json');
    return body;
  }
  expect(status).toBe(202);
  const ended = async (): Promise<{ code: string; about: Record<string, string> }> => {
    const { body: report } = await author.get(`/reports/${id}`).expect(200);
    expect(report).toMatchObject({ status: 'APPROVED', refusal: { code: expect.any(String) } });
    return report.refusal;
  };
  return vi.waitFor(ended, { timeout: 60_000, interval: 200 });
}

const year = { from: '2019-01-01', asOf: '2019-12-31' };
const firstHalf = { from: '2019-01-01', asOf: '2019-06-30' };
const secondHalf = { from: '2019-07-01', asOf: '2019-12-31' };

describe('publishing what gives something away', () => {
  let refused: string;
  it('is refused where nothing that is suppressed would prevent it, and says what and beside what', async () => {
    const half = await approved({ title: 'Half', scope: `centre:${centre}`, ...firstHalf });
    await publishApproved(author, half);
    const whole = await approved({ title: 'Whole', scope: `hub:${hub}`, by: ['centre'], ...year });
    await publishApproved(author, whole);
    const { body } = await request(register.server)
      .get(`/api/v1/public/reports/${whole}/editions/1`)
      .expect(200);
    const [figure] = (body as { figures: { breakdown: { value: number | null }[] }[] }).figures;
    expect(figure?.breakdown.map(({ value }) => value).toSorted()).toEqual([30, null, null]);

    // That the centre had nothing in the second half says that it had 9 in the year, and so that the other had 4.
    refused = await approved({ title: 'Rest', scope: `centre:${centre}`, ...secondHalf });
    const problem = await refusalOf(refused);
    expect(problem).toMatchObject({
      code: 'PUBLISHING_DISCLOSES',
      about: {
        ...{ indicators: 'participations', breakdowns: '', scope: `centre:${centre}` },
        ...{ period: '2019-07-01/2019-12-31' },
        editions: `“Whole” 1 (hub:${hub}, 2019-01-01/2019-12-31); “Half” 1 (centre:${centre}, 2019-01-01/2019-06-30)`,
      },
    });
    expect(errorSentence('PUBLISHING_DISCLOSES', problem.about, 'nl')).toContain(
      `zonder uitsplitsing, voor praktijkomgeving ${centre} over 1 juli 2019 tot en met 31 december 2019, kan niet openbaar worden naast “Whole” 1 (hub:${hub}, 1 januari 2019/31 december 2019)`,
    );
  });

  it('leaves nothing half published, and the report as it was approved', async () => {
    const { body } = await author.get(`/reports/${refused}`).expect(200);
    expect(body).toMatchObject({
      ...{ status: 'APPROVED', progress: null, refusal: { code: 'PUBLISHING_DISCLOSES' } },
      failure: expect.stringContaining('cannot go public beside'),
    });
    const editions = await author.get(`/reports/${refused}/editions`).expect(200);
    expect(editions.body).toMatchObject({ total: 0 });
    const open = await request(register.server).get('/api/v1/public/reports').expect(200);
    expect((open.body as { data: { title: string }[] }).data.map(({ title }) => title).toSorted()).toEqual([
      'Half',
      'Whole',
    ]);
    const { rows } = await register.database.pool.query(
      `select count(*)::int as numbers from published_numbers where report_id = $1`,
      [refused],
    );
    expect(rows).toEqual([{ numbers: 0 }]);
  });

  it('is a problem of its own where it is known before the request is answered', async () => {
    const work = register.app.get(WorkService);
    const about = { scope: `centre:${centre}` };
    const disclosing = new DomainError(
      'PUBLISHING_DISCLOSES',
      'It would give two companies away.',
      [],
      about,
    );
    const real = work.run.bind(work);
    // Only what is asked of disclosure: something else may be under way.
    const run = vi
      .spyOn(work, 'run')
      .mockImplementation((task, input, options) =>
        task.name === discloseTask.name ? Promise.reject(disclosing) : real(task, input, options),
      );
    const { body } = await author
      .post(`/reports/${refused}/publish`)
      .expect(409)
      .expect('content-type', /application\/problem\+json/);
    run.mockRestore();
    expect(body).toMatchObject({
      status: 409,
      code: 'PUBLISHING_DISCLOSES',
      detail: disclosing.message,
      about,
    });
  });

  it('names the breakdown alone where it is that, and publishes the rest without it', async () => {
    const values = { scope: `hub:${hub}`, ...secondHalf, indicators: ['participations', 'jobs'] };
    const parts = await approved({ ...values, by: ['centre', 'year'] });
    expect(await refusalOf(parts)).toMatchObject({
      code: 'PUBLISHING_DISCLOSES',
      about: { indicators: 'participations', breakdowns: 'centre' },
    });
    await author.post(`/reports/${parts}/return`, { remark: 'Not by centre.' }).expect(200);
    const draft = await author.get(`/reports/${parts}`).expect(200);
    expect(draft.body).toMatchObject({ status: 'DRAFT', failure: null, refusal: null });
    await publishApproved(author, await approved({ ...values, by: ['year'] }));
  });
});
