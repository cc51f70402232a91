import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database, type Transaction } from '@api/platform/database/database';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { Random } from '../support/random';

const PROCESS = 'select pg_backend_pid() as pid';
const CONNECTIONS = 5;

interface Told {
  pid: number;
}

/** Which process of PostgreSQL each way of asking in a transaction reaches. */
async function processesOf({ prisma, client }: Transaction): Promise<[byPrisma: number, bySql: number]> {
  const [mine] = await prisma.$queryRawUnsafe<Told[]>(PROCESS);
  const { rows } = await client.query<Told>(PROCESS);
  return [mine?.pid ?? 0, rows[0]?.pid ?? 0];
}

describe('a transaction of Prisma in which SQL computes as well', () => {
  let test: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    test = await createTestDatabase();
    database = new Database(test.appUrl, { maxConnections: CONNECTIONS });
  });
  afterEach(() => vi.restoreAllMocks());
  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  it('is one connection, also where many wait for theirs, begin as others end, and some fail', async () => {
    const random = new Random(1);
    const transactions = Array.from({ length: 80 }, async (_, number) => {
      await sleep(random.int(0, 60));
      const outcome = await database
        .prismaTransaction(async (tx) => {
          const [byPrisma, bySql] = await processesOf(tx);
          if (number % 7 === 0) throw new Error('Taken back.');
          return byPrisma === bySql;
        })
        .catch((error: unknown) => (error as Error).message);
      return outcome === (number % 7 === 0 ? 'Taken back.' : true);
    });
    expect(await Promise.all(transactions)).toEqual(transactions.map(() => true));
  });

  it('is followed through promises until it has its connection, and no longer', async () => {
    const ended = vi.spyOn(AsyncLocalStorage.prototype, 'disable');
    await database.prismaTransaction(async (tx) => {
      expect(ended).toHaveBeenCalledOnce();
      await processesOf(tx);
    });
    await expect(
      new Database('postgres://nobody:secret@127.0.0.1:1/register').prismaTransaction(processesOf),
    ).rejects.toThrow();
    expect(ended.mock.contexts.length).toBeGreaterThanOrEqual(2);
  });
});
