import { createServer, type AddressInfo } from 'node:net';
import { Database } from '@api/platform/database/database';
import { asDomainError } from '@api/platform/database/database-errors';
import { DatabaseWatch } from '@api/platform/database/database-watch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { FaultyWay } from '../support/faulty-way';

/** So short that nobody waits here; what is asked takes longer by far. */
const TIMES = { everyMs: 20, answerMs: 500 };
const PATIENCE = { timeout: 10_000 };
const LONG = 'select pg_sleep(8)';

let register: TestDatabase;
let way: FaultyWay;
let database: Database;
let watch: DatabaseWatch;
const said: string[] = [];
beforeAll(async () => {
  register = await createTestDatabase();
  way = await FaultyWay.to(Number(new URL(register.appUrl).port));
  const url = way.of(register.appUrl);
  database = new Database(url);
  watch = new DatabaseWatch(url, database.pool, (line) => said.push(line), TIMES);
  watch.start();
});
afterAll(async () => {
  await watch.stop();
  await database.close();
  await way.close();
  await register.drop();
});

const answerTo = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => asDomainError(error)?.code ?? String(error),
  );

describe(DatabaseWatch.name, () => {
  it.each(['to-client', 'to-server'] as const)(
    'tells whoever waits and whoever comes while nothing goes %s, and lets them in again by itself',
    async (dropped) => {
      await database.pool.query('select 1');
      const waiting = [
        answerTo(database.pool.query(LONG)),
        answerTo(database.prisma.$queryRawUnsafe(LONG)),
        answerTo(database.snapshot((client) => client.query(LONG))),
      ];
      await expect.poll(() => database.pool.totalCount - database.pool.idleCount).toBe(waiting.length);
      way.become({ dropped });
      expect(await Promise.all(waiting)).toEqual(waiting.map(() => 'UNAVAILABLE'));
      expect(database.pool.isCutOff).toBe(true);
      expect(
        await Promise.all([
          answerTo(database.pool.query('select 1')),
          answerTo(database.prisma.centre.count()),
          answerTo(database.prismaTransaction((tx) => tx.prisma.centre.count())),
        ]),
      ).toEqual(['UNAVAILABLE', 'UNAVAILABLE', 'UNAVAILABLE']);
      way.become('none');
      await expect.poll(() => database.pool.isCutOff).toBe(false);
      expect(await database.prisma.centre.count()).toBe(0);
    },
  );

  it('asks again at once while nobody answers, so that everybody is let in as soon as somebody does', async () => {
    const own = await FaultyWay.to(Number(new URL(register.appUrl).port));
    const url = own.of(register.appUrl);
    const cutOff = new Database(url);
    const rare = new DatabaseWatch(url, cutOff.pool, () => undefined, { everyMs: 600_000, answerMs: 200 });
    own.become({ dropped: 'both' });
    rare.start();
    await expect.poll(() => cutOff.pool.isCutOff, PATIENCE).toBe(true);
    own.become('none');
    await expect.poll(() => cutOff.pool.isCutOff, PATIENCE).toBe(false);
    await rare.stop();
    await cutOff.close();
    await own.close();
  });

  it('is not needed where a proxy closes what it can lead to nobody', async () => {
    const server = createServer((socket) => socket.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = new URL(register.appUrl);
    url.port = String((server.address() as AddressInfo).port);
    const nobody = new Database(url.href);
    const answers = [
      answerTo(nobody.pool.query('select 1')),
      answerTo(nobody.prisma.centre.count()),
      answerTo(nobody.prismaTransaction((tx) => tx.prisma.centre.count())),
    ];
    expect(await Promise.all(answers)).toEqual(answers.map(() => 'UNAVAILABLE'));
    await nobody.close();
    server.close();
  });

  it('bears a way that is slow', async () => {
    way.become({ delayMs: 50 });
    expect(await answerTo(database.pool.query('select pg_sleep(1.5)'))).toBe('done');
    way.become('none');
    expect(said).toHaveLength(4);
  });
});

describe('a connection that ends without a word, as of a server that is killed', () => {
  it('is a refusal for now, whoever spoke over it', async () => {
    const own = await FaultyWay.to(Number(new URL(register.appUrl).port));
    const lost = new Database(own.of(register.appUrl));
    const first = 'select 1';
    const asked = () => [
      answerTo(lost.pool.query(LONG)),
      answerTo(lost.prisma.$queryRawUnsafe(LONG)),
      answerTo(lost.prismaTransaction((tx) => tx.prisma.$queryRawUnsafe(LONG))),
      answerTo(lost.prismaTransaction((tx) => tx.client.query(LONG))),
      answerTo(lost.snapshot((client) => client.query(LONG))),
      // Who goes on over a connection that has ended meanwhile.
      answerTo(lost.transaction((client) => client.query(LONG).catch(() => client.query(first)))),
    ];
    const waiting = asked();
    await expect.poll(() => lost.pool.totalCount - lost.pool.idleCount).toBe(waiting.length);
    await own.close();
    expect(await Promise.all(waiting)).toEqual(waiting.map(() => 'UNAVAILABLE'));
    expect(await Promise.all(asked())).toEqual(waiting.map(() => 'UNAVAILABLE'));
    await lost.close();
  });
});
