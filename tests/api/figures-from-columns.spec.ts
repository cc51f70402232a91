import { RegisterColumns } from '@api/modules/figures/columns/register-columns';
import { KnowledgeRepository } from '@api/modules/figures/engine/knowledge.repository';
import type { RegisterAt } from '@api/modules/figures/engine/register-at';
import type { FiguresService } from '@api/modules/figures/figures.service';
import { Database, type SqlClient } from '@api/platform/database/database';
import { rowsOf, sql } from '@api/platform/database/sql';
import { UnitOfWork } from '@api/platform/database/unit-of-work';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { figuresOn } from '../support/figures';

const BY = { actorId: null, actorName: 'test' };
const AS_OF = '2021-01-01';
let test: TestDatabase | undefined;
let database: Database;
let figures: FiguresService;

beforeEach(async () => {
  await close();
  test = await createTestDatabase();
  database = new Database(test.appUrl);
  figures = figuresOn(database);
  await write((client) => client.query(SCOPE));
});
afterAll(close);

async function close(): Promise<void> {
  if (!test) return;
  await database.close();
  await test.drop();
  test = undefined;
}

const SCOPE = `
  insert into programmes (name, started_on) values ('Test', '2015-01-01');
  insert into centres (code, kind, name, started_on) values ('FL-1', 'FIELDLAB', 'One', '2015-01-01')`;

const write = <T>(work: (client: SqlClient) => Promise<T>): Promise<T> =>
  new UnitOfWork(database).runSql(BY, work);

/** A business that takes part from a day on. */
const addCompany = async (client: SqlClient, name: string): Promise<string> => {
  const [company] = await rowsOf<{ id: string }>(
    client,
    sql`insert into companies (name, match_name, organisation_type) values (${name}, lower(${name}), 'BUSINESS') returning id`,
  );
  await client.query(
    `insert into participations (company_id, centre_id, level, started_on)
     select $1, id, 'PARTICIPANT', '2020-01-01' from centres`,
    [company?.id],
  );
  return company?.id ?? '';
};

const participated = async (knownAt?: string): Promise<unknown> => {
  const answer = await figures.compute(
    { asOf: AS_OF, knownAt, indicators: ['companies_participated'] },
    'en',
  );
  return answer.figures[0]?.value;
};

/** What the history itself says, read by PostgreSQL. */
async function participatedBySql(client: SqlClient, register: RegisterAt): Promise<number> {
  const [row] = await rowsOf<{ count: string }>(
    client,
    sql`select count(distinct c.id) as count from ${register.table('participations')} p
          join ${register.table('companies')} c on c.id = p.company_id and c.organisation_type = 'BUSINESS'
         where p.level >= 'PARTICIPANT' and p.started_on <= ${AS_OF}::date`,
  );
  return Number(row?.count);
}

/** Begins a transaction that writes at once and commits when it is told to. */
async function begun(work: (client: SqlClient) => Promise<unknown>): Promise<() => Promise<void>> {
  let commit = (): void => undefined;
  const told = new Promise<void>((resolve) => (commit = resolve));
  let written = (): void => undefined;
  const hasWritten = new Promise<void>((resolve) => (written = resolve));
  const done = write(async (client) => {
    await work(client);
    written();
    await told;
  });
  await Promise.race([hasWritten, done]);
  return () => {
    commit();
    return done;
  };
}

describe('Figures from the copy in columns', () => {
  it('are what the history says at every instant, whatever order transactions begin and commit in', async () => {
    const companies = await write(async (client) => [
      await addCompany(client, 'A'),
      await addCompany(client, 'B'),
      await addCompany(client, 'C'),
    ]);
    const instants: string[] = [];
    const changes = [
      (client: SqlClient) => addCompany(client, 'D'),
      (client: SqlClient) =>
        client.query(`update participations set level = 'REACHED' where company_id = $1`, [companies[0]]),
      (client: SqlClient) =>
        client.query(`update participations set deleted_at = now() where company_id = $1`, [companies[1]]),
      (client: SqlClient) =>
        client.query(`update companies set organisation_type = 'KNOWLEDGE' where id = $1`, [companies[2]]),
    ];
    const held = [];
    for (const change of changes) held.push(await begun(change));
    // The last to begin commits first: each that follows is late.
    for (const commit of held.reverse()) {
      await commit();
      const { knownAt } = await figures.compute({ asOf: AS_OF }, 'en');
      instants.push(knownAt);
    }
    await write((client) =>
      client.query(`update participations set deleted_at = null where company_id = $1`, [companies[1]]),
    );
    const knowledge = new KnowledgeRepository(database);
    const values: unknown[] = [];
    for (const knownAt of [...instants, undefined]) {
      const value = await participated(knownAt);
      expect(value).toBe(await knowledge.readAt(knownAt, participatedBySql));
      values.push(value);
    }
    expect(values).toEqual([2, 1, 0, 1, 2]);
  });

  it('stay as they were to who opened the register before others went on', async () => {
    await write((client) => addCompany(client, 'A'));
    const knowledge = new KnowledgeRepository(database);
    const placeOf = async (register: RegisterAt): Promise<number> => (await register.columns()).place;
    await knowledge.readAt(undefined, async (_, register) => {
      const before = await knowledge.readAt(undefined, async (__, other) => placeOf(other));
      await write((client) => addCompany(client, 'B'));
      const after = await knowledge.readAt(undefined, async (__, other) => placeOf(other));
      expect(after).toBe(before + 1);
      expect(await placeOf(register)).toBe(before);
    });
  });

  it('count what a transaction has written for itself alone, and forget it with the transaction', async () => {
    await write((client) => addCompany(client, 'A'));
    const query = { asOf: AS_OF, indicators: ['companies_participated'] };
    const undone = write(async (client) => {
      await addCompany(client, 'B');
      await client.query(`update participations set note = 'changed'`);
      const within = await figures.computeWithin(client, query, 'en');
      expect(within.figures[0]?.value).toBe(2);
      expect(await participated()).toBe(1);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await participated()).toBe(1);
    await write((client) => addCompany(client, 'C'));
    expect(await participated()).toBe(2);
  });

  it('are read anew where another history stands in its place, and after a reading that broke off', async () => {
    await write((client) => addCompany(client, 'A'));
    const columns = new RegisterColumns();
    const companies = (from: Database): Promise<number> =>
      from.snapshot(async (client) => {
        const at = (await columns.seenBy(client))('2199-12-31T00:00:00.000Z');
        return at.copy.versions.companies.at(at.place).length;
      });
    expect(await companies(database)).toBe(1);
    const other = await createTestDatabase();
    const replaced = new Database(other.appUrl);
    await replaced.pool.query(`insert into companies (name, match_name) values ('X', 'x'), ('Y', 'y')`);
    expect(await companies(replaced)).toBe(2);
    expect(await companies(database)).toBe(1);
    await write((client) => addCompany(client, 'B'));
    const broken = database.snapshot(async (client) => {
      const end = client.query('select pg_terminate_backend(pg_backend_pid())').catch(() => undefined);
      await Promise.all([end, columns.seenBy(client)]);
    });
    await expect(broken).rejects.toThrow();
    expect(await companies(database)).toBe(2);
    await replaced.close();
    await other.drop();
  });
});
