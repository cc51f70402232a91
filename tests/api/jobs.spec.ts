import { once } from 'node:events';
import { DomainError } from '@fieldlab/domain';
import { Database } from '@api/platform/database/database';
import { DatabaseWatch } from '@api/platform/database/database-watch';
import { JobsService, type GivenUp, type Job, type KindOfJob } from '@api/platform/jobs/jobs.service';
import { Logger } from '@nestjs/common';
import { UnitOfWork } from '@api/platform/database/unit-of-work';
import { describe, expect, it, vi } from 'vitest';
import { createTestDatabase } from '../support/database';
import { FaultyWay } from '../support/faulty-way';
import { startTestRegister } from '../support/register';

it('waits for the job that is under way when the program ends, before its connections end', async () => {
  const register = await startTestRegister();
  const jobs = register.app.get(JobsService);
  const began = vi.fn<(job: Job) => void>();
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  jobs.handle('scan-duplicates', async (job) => {
    began(job);
    await ended;
  });
  const by = { actorId: null, actorName: 'test' };
  const { pool } = register.database;
  const id = await register.app
    .get(UnitOfWork)
    .runSql(by, (client) => jobs.send(client, 'scan-duplicates', 'all'));
  await jobs.wake('scan-duplicates');
  await vi.waitFor(() => expect(began).toHaveBeenCalled(), { timeout: 10_000 });
  const closing = register.app.close();
  await vi.waitFor(() => expect(began.mock.lastCall?.[0].signal.aborted).toBe(true));
  const { rows } = await pool.query(`select state from job where id = $1`, [id]);
  expect(rows).toEqual([{ state: 'active' }]);
  // Whoever is at it says so: were the process to die, half a minute later another would take it up.
  await expect
    .poll(async () => {
      const lease = `select extract(epoch from started_on + expire_in - now())::int as seconds from job where id = $1`;
      return (await pool.query<{ seconds: number }>(lease, [id])).rows[0]?.seconds;
    })
    .toBeLessThanOrEqual(30);
  end();
  // Whoever asks the database after its connections have ended rejects, which nobody handles: that fails the run.
  await closing;
  await register.close();
});

it('has a job for half a minute that was taken, and of which nobody heard', async () => {
  const register = await createTestDatabase();
  const database = new Database(register.appUrl);
  const jobs = new JobsService(database);
  const attempts: number[] = [];
  jobs.handle('import-workbook', ({ attempt }) => Promise.resolve(void attempts.push(attempt)));
  const sender = new JobsService(database);
  const id = await database.transaction((client) => sender.send(client, 'import-workbook', 'one'));
  await sender.beforeApplicationShutdown();
  // As pg-boss takes it; the connection breaks under the answer, and whoever asked never hears of it.
  await database.pool.query(`update job set state = 'active', started_on = now() where id = $1`, [id]);
  const lease = `select extract(epoch from started_on + expire_in - now()) as seconds from job where id = $1`;
  const [row] = (await database.pool.query<{ seconds: string }>(lease, [id])).rows;
  expect(Number(row?.seconds)).toBeLessThanOrEqual(30);
  // That half a minute later.
  await database.pool.query(`update job set expire_in = expire_in - interval '31 seconds' where id = $1`, [
    id,
  ]);
  await jobs.start();
  await expect.poll(() => attempts, { timeout: 20_000 }).toEqual([2]);
  await jobs.beforeApplicationShutdown();
  await database.close();
  await register.drop();
});

it('takes up again what was let go of, and keeps nothing of why', async () => {
  const register = await startTestRegister();
  const jobs = register.app.get(JobsService);
  const told = vi.spyOn(Logger.prototype, 'error').mockReturnValue();
  const attempts: number[] = [];
  jobs.handle('scan-duplicates', ({ attempt }) => {
    attempts.push(attempt);
    return attempt === 1 ? Promise.reject(new Error('anna@mail.example')) : Promise.resolve();
  });
  const { pool } = register.database;
  const id = await register.database.transaction((client) => jobs.send(client, 'scan-duplicates', 'all'));
  await jobs.wake('scan-duplicates');
  const job = async () =>
    (await pool.query<{ state: string }>('select state from job where id = $1', [id])).rows[0];
  await expect.poll(async () => (await job())?.state, { timeout: 10_000 }).toBe('completed');
  expect(attempts).toEqual([1, 2]);
  expect(JSON.stringify((await pool.query('select * from job')).rows)).not.toContain('anna');
  expect(told.mock.calls.flat().join()).toContain('A job of scan-duplicates');
  told.mockRestore();
  await register.close();
});

it('counts no attempt of a process that ended in order, for many may be restarted one after the other', async () => {
  const register = await createTestDatabase();
  const attempts: number[] = [];
  let id = '';
  for (let process = 1; process <= 3; process += 1) {
    const database = new Database(register.appUrl);
    const jobs = new JobsService(database);
    const began = new Promise<void>((resolve) => {
      jobs.handle('scan-duplicates', async ({ attempt, signal }) => {
        attempts.push(attempt);
        resolve();
        await once(signal, 'abort');
        throw new Error('Let go.');
      });
    });
    if (id === '') id = await database.transaction((client) => jobs.send(client, 'scan-duplicates', 'all'));
    await jobs.start();
    await began;
    await jobs.beforeApplicationShutdown();
    await database.close();
  }
  expect(attempts).toEqual([1, 1, 1]);
  await register.drop();
});

it('says how a job ended once the database answers again, which was away at that moment', async () => {
  const register = await createTestDatabase();
  const way = await FaultyWay.to(Number(new URL(register.appUrl).port));
  const url = way.of(register.appUrl);
  const database = new Database(url);
  const watch = new DatabaseWatch(url, database.pool, () => undefined, { everyMs: 20, answerMs: 500 });
  watch.start();
  const jobs = new JobsService(database);
  const waits = () => expect.poll(() => database.pool.isCutOff, { timeout: 10_000 });
  const ended = new Promise<void>((resolve) => {
    jobs.handle('scan-duplicates', async () => {
      way.become({ dropped: 'to-server' });
      await waits().toBe(true);
      setTimeout(resolve);
    });
  });
  const id = await database.transaction((client) => jobs.send(client, 'scan-duplicates', 'all'));
  await ended;
  // Who asks for a job is told, and does not wait until the database is back.
  await expect(jobs.plan('check-companies', 0)).rejects.toThrow('The database answers nobody.');
  way.become('none');
  await waits().toBe(false);
  const state = async () => (await database.pool.query('select state from job where id = $1', [id])).rows;
  await expect.poll(state, { timeout: 10_000 }).toEqual([{ state: 'completed' }]);
  await jobs.beforeApplicationShutdown();
  await watch.stop();
  await database.close();
  await way.close();
  await register.drop();
});

describe('a job that fails', () => {
  const LOST = Object.assign(new Error('gone'), { code: 'ECONNRESET' });

  async function workedOff(fails: (attempt: number) => Error | undefined, kind: KindOfJob) {
    const register = await createTestDatabase();
    const database = new Database(register.appUrl);
    const jobs = new JobsService(database);
    const told = vi.spyOn(Logger.prototype, 'error').mockReturnValue();
    const [attempts, givenUp]: [number[], [attempt: number, failure: string][]] = [[], []];
    const work = ({ attempt }: Job): Promise<void> => {
      attempts.push(attempt);
      const failure = fails(attempt);
      return failure ? Promise.reject(failure) : Promise.resolve();
    };
    const giveUp = ({ attempt }: Job, { failure }: GivenUp): Promise<void> => {
      givenUp.push([attempt, failure]);
      return Promise.resolve();
    };
    jobs.handle('scan-duplicates', work, { ...kind, giveUp });
    const id = await database.transaction((client) => jobs.send(client, 'scan-duplicates', 'all'));
    await jobs.start();
    const state = async () =>
      (await database.pool.query('select state from job where id = $1', [id])).rows as unknown;
    await expect.poll(state, { timeout: 30_000 }).toEqual([{ state: 'completed' }]);
    await jobs.beforeApplicationShutdown();
    await database.close();
    await register.drop();
    told.mockRestore();
    return { attempts, givenUp };
  }

  it.each([
    ['a refusal', new DomainError('INVALID_INPUT', 'Two of them are one.'), 'Two of them are one.'],
    ['what nobody foresaw', new Error('anna@mail.example'), 'Something went wrong on our side.'],
  ])('is given up at once: %s', async (_, error, failure) => {
    expect(await workedOff(() => error, {})).toEqual({ attempts: [1], givenUp: [[1, failure]] });
  });

  it('is begun anew whose database went away, so often as its kind says', async () => {
    const once = await workedOff((attempt) => (attempt === 1 ? LOST : undefined), {});
    expect(once).toEqual({ attempts: [1, 2], givenUp: [] });
    expect(await workedOff(() => LOST, { mostCutOff: 2 })).toEqual({
      ...{ attempts: [1, 2], givenUp: [[2, 'The database cannot be reached now.']] },
    });
    expect(await workedOff(() => LOST, { mostAttempts: 2 })).toEqual({
      ...{ attempts: [1, 2], givenUp: [[3, 'It was begun 2 times, and never ended.']] },
    });
  });
});
