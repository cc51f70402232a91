import { FiguresService } from '@api/modules/figures/figures.service';
import { Database, type SqlClient } from '@api/platform/database/database';
import { UnitOfWork } from '@api/platform/database/unit-of-work';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresOn } from '../support/figures';
import { createTestDatabase, type TestDatabase } from '../support/database';

const BY = { actorId: null, actorName: 'test' };
let test: TestDatabase;
let database: Database;
let unitOfWork: UnitOfWork;
let figures: FiguresService;

beforeAll(async () => {
  test = await createTestDatabase();
  database = new Database(test.appUrl);
  unitOfWork = new UnitOfWork(database);
  figures = figuresOn(database);
  await write((client) =>
    client.query(`insert into programmes (name, started_on) values ('Test', '2015-01-01')`),
  );
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

const write = <T>(work: (client: SqlClient) => Promise<T>): Promise<T> => unitOfWork.runSql(BY, work);

let centres = 0;
const addFieldlab = (client: SqlClient) =>
  client.query<{ id: string }>(
    `insert into centres (code, kind, name, started_on) values ($1, 'FIELDLAB', $1, '2020-01-01') returning id`,
    [`FL-${(centres += 1)}`],
  );

async function fieldlabs(knownAt?: string): Promise<{ value: unknown; knownAt: string }> {
  const answer = await figures.compute(
    { asOf: '2021-01-01', knownAt, indicators: ['fieldlabs_active'] },
    'en',
  );
  return { value: answer.figures[0]?.value, knownAt: answer.knownAt };
}

/** A transaction that has written and not committed, and the way to commit it. */
async function heldOpen(
  work: (client: SqlClient) => Promise<unknown>,
): Promise<{ commit: () => Promise<void> }> {
  let finish = (): void => undefined;
  const waiting = new Promise<void>((resolve) => (finish = resolve));
  let written = (): void => undefined;
  const hasWritten = new Promise<void>((resolve) => (written = resolve));
  const done = write(async (client) => {
    await work(client);
    written();
    await waiting;
  });
  await hasWritten;
  return {
    commit: () => {
      finish();
      return done;
    },
  };
}

describe('The second clock', () => {
  it('keeps a past answer when a transaction that began before it commits after it', async () => {
    const before = await fieldlabs();
    const held = await heldOpen(addFieldlab);
    await write(addFieldlab); // a later revision that is known first
    const between = await fieldlabs();
    expect(between.value).toBe(Number(before.value) + 1);

    await held.commit();

    expect((await fieldlabs(between.knownAt)).value).toBe(between.value);
    expect((await fieldlabs(before.knownAt)).value).toBe(before.value);
    const after = await fieldlabs();
    expect(after.value).toBe(Number(before.value) + 2);
    expect(after.knownAt > between.knownAt).toBe(true);
  });

  it('never gives out an instant that a transaction under way can still get', async () => {
    // Settled but not yet visible: the lock is held from here to the commit.
    const held = await heldOpen(async (client) => {
      await addFieldlab(client);
      await client.query('set constraints all immediate');
    });
    const asked = fieldlabs();
    const early = await Promise.race([
      asked.then(() => 'answered'),
      new Promise((r) => setTimeout(r, 150, 'waits')),
    ]);
    expect(early).toBe('waits');
    await held.commit();
    const answer = await asked;
    expect((await fieldlabs(answer.knownAt)).value).toBe(answer.value);
  });

  it('answers an omitted and a future instant as the last visible change, and says so', async () => {
    await write(addFieldlab);
    const { rows } = await database.pool.query<{ known_at: Date }>(
      'select max(known_at) as known_at from revisions',
    );
    const last = rows[0]?.known_at.toISOString();
    expect((await fieldlabs()).knownAt).toBe(last);
    expect((await fieldlabs('2199-01-01T00:00:00Z')).knownAt).toBe(last);
  });

  it('echoes a past instant and knows nothing before the first change', async () => {
    const answer = await fieldlabs('2001-01-01T00:00:00.000Z');
    expect(answer).toEqual({ value: 0, knownAt: '2001-01-01T00:00:00.000Z' });
  });

  it('gives parallel writers strictly increasing whole milliseconds', async () => {
    await Promise.all(Array.from({ length: 30 }, () => write(addFieldlab)));
    const { rows } = await database.pool.query<{ instants: string; revisions: string; whole: boolean }>(
      `select count(distinct known_at) as instants, count(*) as revisions,
              bool_and(known_at = date_trunc('milliseconds', known_at)) as whole from revisions`,
    );
    expect(rows[0]?.instants).toBe(rows[0]?.revisions);
    expect(rows[0]?.whole).toBe(true);
  });

  it('makes no revision of a transaction that writes nothing', async () => {
    const before = await fieldlabs();
    await write((client) => client.query('select 1'));
    expect((await fieldlabs()).knownAt).toBe(before.knownAt);
  });

  it('keeps a version for every insert, update and deletion, and none of those nobody saw', async () => {
    const id = await write(async (client) => (await addFieldlab(client)).rows[0]?.id);
    await write((client) => client.query(`update centres set name = 'Renamed' where id = $1`, [id]));
    await write(async (client) => {
      await client.query(`update centres set name = 'Twice' where id = $1`, [id]);
      await client.query(`update centres set name = 'In one transaction' where id = $1`, [id]);
    });
    await write((client) => client.query('update centres set deleted_at = now() where id = $1', [id]));
    const { rows } = await database.pool.query<{ name: string; open: boolean; deleted: boolean }>(
      `select name, rev_to is null as open, deleted_at is not null as deleted
         from centres_history where id = $1 order by rev_from`,
      [id],
    );
    expect(rows.map(({ name }) => name)).toEqual([
      rows[0]?.name,
      'Renamed',
      'In one transaction',
      'In one transaction',
    ]);
    expect(rows.map(({ open }) => open)).toEqual([false, false, false, true]);
    expect(rows.at(-1)?.deleted).toBe(true);
  });

  it('lets the role of requests neither rewrite history nor delete a record', async () => {
    const attempts = [
      'delete from centres',
      `update centres_history set name = 'x'`,
      'delete from centres_history',
      'update revisions set known_at = now()',
      `update knowledge_clock set high = 0`,
    ];
    for (const attempt of attempts) {
      await expect(database.pool.query(attempt), attempt).rejects.toMatchObject({ code: '42501' });
    }
  });
});
