import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '@fieldlab/domain';
import { MetricsService } from '@api/modules/metrics/metrics.service';
import { Replica, REPLICA_TIMES, type Outcome } from '@api/platform/database/replica';
import { Database } from '@api/platform/database/database';
import { asDomainError } from '@api/platform/database/database-errors';
import { openRegister } from '@api/platform/database/open-register';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FaultyWay } from '../support/faulty-way';
import { importDemonstration } from '../support/importing';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';
import { startReplicated, type Replicated } from '../support/replicated';

/** It is asked again at once when it was away, and nobody waits long for it. */
const TIMES = { ...REPLICA_TIMES, awayMs: 50 };
const said: string[] = [];

let pair: Replicated;
let register: TestRegister;
let admin: Caller;
beforeAll(async () => {
  pair = await startReplicated();
  const log = (line: string): void => void said.push(line);
  const way = { through: (url: string) => Promise.resolve(url), replicated: { ...pair, times: TIMES, log } };
  register = await startTestRegister({}, 0, undefined, way);
  admin = await register.as('ADMIN');
  await importDemonstration(register);
}, 240_000);
afterAll(() => register.close());
beforeEach(() => pair.level());

const counts = (): Record<Outcome, number> => ({
  ...(register.replica?.counts ?? expect.fail('No replica')),
});
/** Who answered what `work` asked, each as often as it did. */
async function answeredBy(work: () => Promise<unknown>): Promise<Partial<Record<Outcome, number>>> {
  const before = counts();
  await work();
  const after = Object.entries(counts()) as [Outcome, number][];
  return Object.fromEntries(after.map(([who, count]) => [who, count - before[who]]).filter(([, one]) => one));
}
const textOf = async (path: string): Promise<string> => (await admin.get(path).expect(200)).text;
const totalOf = async (path: string): Promise<number> =>
  ((await admin.get(path).expect(200)).body as { total: number }).total;

const FIGURES = '/figures?asOf=2024-01-01&by=province';
const READ = [
  FIGURES,
  '/figures/companies_participated/members?asOf=2024-01-01&perPage=100&records=true',
  '/figures/series?indicator=companies_participated&asOf=2024-01-01',
  '/companies?perPage=50&q=a',
  '/participations?perPage=50&sort=-startedOn',
];
const FILES = ['/companies.csv', '/participations.csv'];

async function readByPrimary<T>(work: () => Promise<T>): Promise<T> {
  register.database.readFrom({ read: () => Promise.resolve(undefined) });
  try {
    return await work();
  } finally {
    register.database.readFrom(register.replica ?? expect.fail('No replica'));
  }
}

describe('a register with a replica', () => {
  it.each(READ)('reads %s from it, with the same bytes', async (path) => {
    let read = '';
    const reading = () => answeredBy(async () => (read = await textOf(path)));
    // On a busy machine it may not have replayed everything yet: then the primary answers, which is asked below.
    await expect.poll(reading, { timeout: 20_000 }).toEqual({ replica: 1 });
    expect(await readByPrimary(() => textOf(path))).toBe(read);
  });

  it.each(FILES)('exports %s from it, and notes that in the trail of the primary', async (path) => {
    const exports = () => totalOf('/audit-events?action=EXPORT&perPage=1');
    const before = await exports();
    const { replica } = counts();
    const read = await textOf(path);
    await expect.poll(() => counts().replica).toBeGreaterThan(replica); // when all was sent
    expect(await exports()).toBe(before + (path === '/companies.csv' ? 1 : 0));
    expect(await readByPrimary(() => textOf(path))).toBe(read);
  });

  it('never misses what its caller wrote, in whichever table', async () => {
    const before = await totalOf('/companies?perPage=1');
    await pair.pause();
    const { body } = await admin.post('/companies', { name: 'Zojuist geschreven' }).expect(201);
    const { id } = body as { id: string };
    const lists = await answeredBy(async () => {
      expect(await totalOf('/companies?perPage=1')).toBe(before + 1);
      expect(await totalOf('/companies?perPage=1&q=zojuist')).toBe(1);
    });
    expect(lists).toEqual({ behind: 2 });
    const { body: now } = await admin.get('/figures?indicator=companies_participated').expect(200);
    await pair.resume();
    await pair.level();
    const { body: later } = await admin.get('/figures?indicator=companies_participated').expect(200);
    expect(later).toEqual(now); // with the instant of that write

    const { body: centres } = await admin.get('/centres?perPage=1');
    const centreId = (centres as { data: { id: string }[] }).data[0]?.id;
    // Notes are no counted records: the knowledge clock does not tell of them.
    const notes = () => totalOf(`/notes?companyId=${id}`);
    expect(await answeredBy(notes)).toEqual({ replica: 1 });
    await pair.pause();
    await admin.post('/notes', { companyId: id, centreId, text: 'Nagebeld' }).expect(201);
    expect(await answeredBy(async () => expect(await notes()).toBe(1))).toEqual({ behind: 1 });
    await pair.resume();
    await pair.level();
    expect(await answeredBy(async () => expect(await notes()).toBe(1))).toEqual({ replica: 1 });
  });

  it('ends a session at once, whatever the replica shows', async () => {
    const other = await register.as('EVALUATOR');
    await pair.level();
    await pair.pause();
    await register.database.pool.query('delete from sessions where user_id = $1', [other.id]);
    await other.get('/companies?perPage=1').expect(401);
    await pair.resume();
  });

  it('does not tell what the primary does not know yet, and may never know', async () => {
    const wait = (names: string) =>
      pair.atPrimary(`alter system set synchronous_standby_names = '${names}'`, 'select pg_reload_conf()');
    const [path, mostly] = ['/companies?perPage=1&q=onbevestigd', { timeout: 10_000, interval: 20 }];
    await wait('nobody');
    // Written and sent, but not acknowledged before somebody has it who is not there.
    const writing = admin.post('/companies', { name: 'Onbevestigd' }).then(({ status }) => status);
    const shown = `select count(*)::int as count from companies where name = 'Onbevestigd'`;
    const atReplica = async () =>
      (await register.replica?.database.pool.query<{ count: number }>(shown))?.rows[0]?.count;
    await expect.poll(atReplica, mostly).toBe(1);
    expect(await answeredBy(async () => expect(await totalOf(path)).toBe(0))).toEqual({ behind: 1 });
    await wait('');
    expect(await writing).toBe(201);
    expect(await totalOf(path)).toBe(1);
  });

  const HERE = 'select pg_is_in_recovery() as "isReplica"';
  const SLOW = 'select case when pg_is_in_recovery() then pg_sleep(20) end';
  /** Whether each attempt was at the replica; `meanwhile` happens while the first of them goes on. */
  async function readWhile(meanwhile: () => Promise<void>, options = {}): Promise<boolean[]> {
    const attempts: boolean[] = [];
    await register.database.reading(async (client) => {
      const { rows } = await client.query<{ isReplica: boolean }>(
        `${HERE} from notes right join (select) one on true limit 1`,
      );
      attempts.push(rows[0]?.isReplica ?? false);
      if (attempts.length === 1) await meanwhile();
      await client.query(SLOW);
    }, options);
    return attempts;
  }

  it('reads again at the primary what stands in the way of what is replayed', async () => {
    const meanwhile = () => pair.atPrimary('begin; lock table notes in access exclusive mode; commit');
    const read = await answeredBy(async () => expect(await readWhile(meanwhile)).toEqual([true, false]));
    expect(read).toEqual({ failed: 1 });
    expect(await answeredBy(() => textOf(FIGURES))).toEqual({ replica: 1 });
  });

  it('is answered by the primary while the replica is gone, and by the replica once it is back', async () => {
    const read = await answeredBy(async () =>
      expect(await readWhile(() => pair.kill())).toEqual([true, false]),
    );
    expect(read).toEqual({ failed: 1 });
    const gone = await answeredBy(async () => {
      for (const path of READ) await textOf(path);
    });
    expect(gone).toEqual({ away: READ.length });
    await pair.revive();
    await sleep(TIMES.awayMs);
    expect(await answeredBy(() => textOf(FIGURES))).toEqual({ replica: 1 });
    expect(said).toEqual([
      expect.stringContaining('The replica cannot be read'),
      'The replica is read again.',
    ]);
  });

  it('ends with a failure what hands on what it reads, rather than begin it again', async () => {
    await expect(readWhile(() => pair.kill(), { once: true })).rejects.toThrow();
    await pair.revive();
    await sleep(TIMES.awayMs);
  });

  it('waits little for one that answers nobody', async () => {
    const way = await FaultyWay.to(Number(new URL(pair.replicaUrl).port));
    const times = { ...TIMES, connectMs: 300, standsMs: 300 };
    const replica = new Replica(way.of(pair.replicaUrl), register.database, {}, () => undefined, times);
    const read = () => replica.read(() => Promise.resolve('read'), {});
    expect(await read()).toEqual({ value: 'read' });
    way.become({ dropped: 'to-client' }); // over a connection that there is, and over a new one
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await read()).toBeUndefined();
      await sleep(TIMES.awayMs);
    }
    expect(replica.counts).toEqual({ replica: 1, behind: 0, away: 2, failed: 0 });
    await replica.close();
    await way.close();
  });

  it('refuses for now what is asked of a primary that follows another by now', async () => {
    const demoted = new Database(pair.replicaUrl);
    const replica = new Replica(pair.replicaUrl, demoted, {}, () => undefined);
    const refusals = await Promise.all(
      [
        demoted.transaction((client) => client.query('update sessions set last_seen_at = now()')),
        demoted.transaction((client) => client.query('delete from request_counts')), // of which no log tells
        replica.read(() => Promise.resolve('read'), {}),
      ].map((asked) => asked.catch((error: unknown) => error)),
    );
    await replica.close();
    await demoted.close();
    expect(
      refusals.map((error) => (error instanceof DomainError ? error : asDomainError(error))?.code),
    ).toEqual(Array(3).fill('UNAVAILABLE'));
  });

  it('counts who answered, for the metrics', async () => {
    register.app.get(MetricsService).tellReads(counts());
    const { text } = await request(register.url).get('/metrics').expect(200);
    expect(text).toMatch(/database_reads_total\{server="replica",because="level"\} [1-9]/);
    expect(text).toMatch(/database_reads_total\{server="primary",because="behind"\} [1-9]/);
  });

  it('is opened by its address, and left alone once it is a server of its own', async () => {
    const { ownerUrl, appUrl: url, replicaUrl } = pair;
    const lines: string[] = [];
    const opened = await openRegister({
      ...{
        url,
        ownerUrl,
        replicaUrl,
        dataDir: '/nowhere',
        sessionSecret: 'a secret of the tests, long enough',
      },
      log: (line) => lines.push(line),
    });
    const isReplica = () =>
      opened.database.reading(
        async (client) => (await client.query<{ isReplica: boolean }>(HERE)).rows[0]?.isReplica,
      );
    expect(await isReplica()).toBe(true);
    await pair.promote();
    expect(await isReplica()).toBe(false);
    expect(lines).toEqual(['The replica cannot be read, so the primary answers: it is no replica.']);
    await opened.close();
  });
});
