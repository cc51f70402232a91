import pg from 'pg';
import { LOCKS } from '@api/platform/database/locks';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';
import { uploaded } from '../support/uploads';
import { xlsx } from '../support/workbook';

const PATIENCE = { timeout: 20_000, interval: 20 };
/** Under which imports wait for each other, before they write. */
const TURN = LOCKS.import;

let register: TestRegister;
let admin: Caller;
let other: pg.Client;
beforeAll(async () => {
  let appUrl = '';
  const through = (url: string): Promise<string> => Promise.resolve((appUrl = url));
  register = await startTestRegister({}, 0, undefined, { through });
  admin = await register.as('ADMIN');
  other = new pg.Client({ connectionString: appUrl }); // of the same role, who may end its connections
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await register.close();
});

/** Ends the connection of the import that waits for its turn, so many times one after the other. */
async function cutOff(times: number): Promise<void> {
  const ended: number[] = [];
  while (ended.length < times)
    await vi.waitFor(async () => {
      const { rows } = await other.query<{ pid: number }>(
        `select pid from pg_locks l join pg_database d on d.oid = l.database
          where datname = current_database() and locktype = 'advisory' and not granted and pid <> all($1)`,
        [ended],
      );
      expect(rows).toHaveLength(1);
      const [{ pid }] = rows as [{ pid: number }];
      await other.query('select pg_terminate_backend($1)', [pid]);
      ended.push(pid);
    }, PATIENCE);
}

describe('an import whose connection to the database ends', () => {
  const workbook = (name: string) =>
    xlsx({
      companies: [
        ['ref', 'name'],
        [name, name],
      ],
    });
  const imported = async (name: string, times: number) => {
    await other.query('select pg_advisory_lock(lock_key($1))', [TURN]);
    const importing = uploaded(admin, workbook(name));
    await cutOff(times);
    await other.query('select pg_advisory_unlock(lock_key($1))', [TURN]);
    return importing;
  };

  it('is begun anew, and writes everything once', async () => {
    expect(await imported('Once', 2)).toMatchObject({ status: 'DONE', failure: null });
    const { body } = await admin.get('/companies?name=Once').expect(200);
    expect(body).toMatchObject({ total: 1 });
  });

  it('is given up with a clear sentence where that goes on, and leaves the next alone', async () => {
    expect(await imported('Never', 3)).toMatchObject({
      status: 'FAILED',
      failure: 'The database cannot be reached now.',
    });
    expect(await uploaded(admin, workbook('Next'))).toMatchObject({ status: 'DONE' });
  });
});
