import { KnowledgeRepository } from '@api/modules/figures/engine/knowledge.repository';
import { RegisterSharesService, type Grain } from '@api/modules/figures/register-shares.service';
import { EditionsRepository } from '@api/modules/reports/editions.repository';
import { discloseTask } from '@api/modules/reports/publishing/disclose-task';
import { Housekeeping } from '@api/platform/housekeeping/housekeeping.service';
import { WorkService } from '@api/platform/work/work.service';
import { BREAKDOWNS, DomainError } from '@fieldlab/domain';
import pg from 'pg';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { importDemonstration } from '../support/importing';
import { publishApproved } from '../support/publishing';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let author: Caller;
let approver: Caller;
beforeAll(async () => {
  register = await startTestRegister();
  await importDemonstration(register);
  [author, approver] = [await register.as('EVALUATOR'), await register.as('EVALUATOR')];
});
afterAll(() => register.close());
afterEach(() => vi.restoreAllMocks());

async function approved(values: object = {}): Promise<string> {
  const report = { title: 'R', asOf: '2021-05-01', indicators: ['companies_participated'], ...values };
  const { body } = await author.post('/reports', { by: ['province'], ...report }).expect(201);
  const { id } = body as { id: string };
  await author.post(`/reports/${id}/submit`).expect(200);
  await approver.post(`/reports/${id}/approve`).expect(200);
  return id;
}

const stateOf = async (id: string) => (await author.get(`/reports/${id}`).expect(200)).body;

const ended = (id: string) =>
  vi.waitFor(
    async () => {
      const report = await stateOf(id);
      expect(report.status).not.toBe('PUBLISHING');
      return report;
    },
    { timeout: 60_000, interval: 200 },
  );

describe('what companies add to figures', () => {
  const grain: Grain = { isByCentre: true, breakdowns: BREAKDOWNS };
  const slices = [{ key: '2020', from: '2020-01-01', to: '2020-12-31' }];
  const now = () => new Date().toISOString();

  it('is read once of each state of the register, and is one text where nothing changed', async () => {
    const shares = register.app.get(RegisterSharesService);
    const admin = await register.as('ADMIN');
    const before = now();
    const { body: company } = await admin.post('/companies', { name: 'A new one B.V.' }).expect(201);
    const afterCompany = now();
    const { body: centres } = await admin.get('/centres').expect(200);
    const [centre] = (centres.data as { id: string; kind: string }[]).filter(
      ({ kind }) => kind === 'FIELDLAB',
    );
    const participation = { companyId: company.id as string, centreId: centre?.id, level: 'PARTICIPANT' };
    await admin.post('/participations', { ...participation, startedOn: '2020-05-05' }).expect(201);
    const afterParticipation = now();

    const instants = [before, afterCompany, afterParticipation];
    const { registers, texts } = await shares.measure(instants, { slices, grain });
    const digests = registers.map(({ families }) => families.map((family) => family.slices['2020']));
    expect(digests[1]).toEqual(digests[0]);
    expect(digests[2]?.[0]).not.toBe(digests[0]?.[0]);
    expect(digests[2]?.slice(1)).toEqual(digests[0]?.slice(1));
    expect(new Set(Object.keys(texts))).toEqual(new Set(digests.flat().filter((one) => one !== undefined)));

    const reading = vi.spyOn(register.app.get(KnowledgeRepository), 'readAt');
    expect(await shares.measure(instants, { slices, grain })).toEqual({ registers, texts });
    expect(reading).not.toHaveBeenCalled();
  });
});

describe('publishing', () => {
  it('answers 202 while it computes, with how far it is, and everybody else meanwhile', async () => {
    const id = await approved();
    const work = register.app.get(WorkService);
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const run = work.run.bind(work);
    vi.spyOn(work, 'run').mockImplementation(async (task, input, options) => {
      await gate;
      return run(task, input, options);
    });
    const { body } = await author.post(`/reports/${id}/publish`).expect(202);
    expect(body).toMatchObject({ status: 'PUBLISHING', progress: { total: 100 }, failure: null });
    for (const action of ['publish', 'return', 'submit'])
      await author
        .post(`/reports/${id}/${action}`, action === 'return' ? { remark: 'x' } : undefined)
        .expect(409);
    await request(register.server).get('/health/live').expect(200);
    open();
    expect(await ended(id)).toMatchObject({ status: 'PUBLISHED', progress: null, failure: null });
  });

  it('says how far disclosure control is', async () => {
    const id = await approved();
    const work = register.app.get(WorkService);
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const run = work.run.bind(work);
    vi.spyOn(work, 'run').mockImplementation(async (task, input, options) => {
      if (task.name === discloseTask.name) {
        options?.onProgress?.(1, 2);
        await gate;
      }
      return run(task, input, options);
    });
    const published = author.post(`/reports/${id}/publish`).then(({ status }) => status);
    await vi.waitFor(async () => expect((await stateOf(id)).progress).toEqual({ done: 63, total: 100 }), {
      ...{ timeout: 30_000, interval: 50 },
    });
    open();
    expect([200, 202]).toContain(await published);
    expect(await ended(id)).toMatchObject({ status: 'PUBLISHED' });
  });

  it('ends as approved with what went wrong, and can be tried again', async () => {
    const id = await approved();
    const work = register.app.get(WorkService);
    const run = work.run.bind(work);
    const late = vi.spyOn(work, 'run').mockImplementation((task, input, options) => {
      if (task.name !== discloseTask.name) return run(task, input, options);
      return Promise.reject(new DomainError('WORK_TIMED_OUT', 'It took too long.'));
    });
    const { body } = await author.post(`/reports/${id}/publish`).expect(202);
    expect(body).toMatchObject({ status: 'APPROVED', failure: 'It took too long.', progress: null });
    late.mockRestore();
    await publishApproved(author, id);
    expect(await stateOf(id)).toMatchObject({ status: 'PUBLISHED', failure: null });
  });

  it('computes again when another edition became public since', async () => {
    const [first, second] = [await approved(), await approved({ by: ['year'] })];
    const editions = register.app.get(EditionsRepository);
    const work = register.app.get(WorkService);
    const run = work.run.bind(work);
    let published: Promise<unknown> | undefined;
    const computed = vi.spyOn(work, 'run').mockImplementation(async (task, input, options) => {
      const sealed = await run(task, input, options);
      // While the first is computed, the second becomes public by another process.
      published ??= forge(second);
      await published;
      return sealed;
    });
    const compared = vi.spyOn(editions, 'arePublic');
    // The request may be answered before: it computes twice.
    await author
      .post(`/reports/${first}/publish`)
      .expect(({ status }) => expect([200, 202]).toContain(status));
    await vi.waitFor(async () => expect((await stateOf(first)).status).toBe('PUBLISHED'), {
      ...{ timeout: 60_000, interval: 100 },
    });
    expect(await Promise.all(compared.mock.results.map(({ value }) => value))).toEqual([false, true]);
    // Files of what is public are made in tasks as well.
    expect(computed.mock.calls.filter(([task]) => task.name === discloseTask.name)).toHaveLength(2);
  });

  it('is not given up while it waits for its turn, however long', async () => {
    const [first, second] = [await approved(), await approved()];
    const work = register.app.get(WorkService);
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const run = work.run.bind(work);
    const computing = vi.spyOn(work, 'run').mockImplementation(async (task, input, options) => {
      await gate;
      return run(task, input, options);
    });
    await left(first, { state: 'created', retries: 0 });
    await vi.waitFor(() => expect(computing).toHaveBeenCalled(), { timeout: 10_000 });
    await left(second, { state: 'created', retries: 0 });
    for (let count = 0; count < 4; count += 1) await register.app.get(Housekeeping).run();
    expect(await stateOf(second)).toMatchObject({ status: 'PUBLISHING' });
    open();
    expect(await ended(first)).toMatchObject({ status: 'PUBLISHED' });
    expect(await ended(second)).toMatchObject({ status: 'PUBLISHED' });
  });

  it('is taken up by another process where the one that was at it was killed', async () => {
    const id = await approved();
    await left(id, { state: 'active', retries: 0 });
    expect(await ended(id)).toMatchObject({ status: 'PUBLISHED' });
  });

  it('goes on where no job was ever made, as after a restore', async () => {
    const id = await approved();
    await left(id);
    await register.app.get(Housekeeping).run();
    expect(await ended(id)).toMatchObject({ status: 'PUBLISHED' });
  });

  it('is given up once it was begun three times', async () => {
    const id = await approved();
    await left(id, { state: 'retry', retries: 2 });
    expect(await ended(id)).toMatchObject({
      ...{ status: 'APPROVED', failure: 'It was begun 3 times, and never ended.' },
    });
  });
});

/** As it was an hour ago, and what became of its job since. */
async function left(id: string, job?: { state: string; retries: number }): Promise<void> {
  const { pool } = register.database;
  await pool.query(`update reports set status = 'PUBLISHING' where id = $1`, [id]);
  await pool.query(
    `insert into report_publishings (report_id, job_id, actor_name) values ($1, gen_random_uuid(), 'somebody')`,
    [id],
  );
  if (!job) return;
  await pool.query(
    `insert into job (id, name, data, state, retry_limit, retry_count, started_on)
     select p.job_id, q.name, jsonb_build_object('subject', p.report_id), $2::job_state, q.retry_limit, $3,
            now() - interval '1 hour'
       from report_publishings p, queue q where p.report_id = $1 and q.name = 'publish-report'`,
    [id, job.state, job.retries],
  );
}

const SEAL = 'a'.repeat(64);
/** An edition of another report, as small as one can be. */
async function forge(id: string): Promise<void> {
  const document = JSON.stringify({
    ...{ report: { id, title: 'Other' }, edition: 1, language: 'nl', scope: 'programme', from: null },
    ...{ asOf: '2021-05-01', publishedAt: '2021-05-03T10:00:00.000Z' },
    ...{ knownAt: '2021-05-02T10:00:00.000Z', indicators: [], by: [], figures: [] },
  });
  // As the owner: the role of requests may not.
  const owner = new pg.Client({ connectionString: register.ownerUrl });
  await owner.connect();
  try {
    await owner.query(`insert into report_editions values ($1, 1, now(), null, 'somebody', $2, $3, $2, $3)`, [
      id,
      document,
      SEAL,
    ]);
  } finally {
    await owner.end();
  }
}
