import { Database, type SqlClient } from '@api/platform/database/database';
import { INTERNAL_CONSTRAINTS, ruleOfConstraint } from '@api/platform/database/constraint-rules';
import { asDomainError } from '@api/platform/database/database-errors';
import { UnitOfWork } from '@api/platform/database/unit-of-work';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database';

const BY = { actorId: null, actorName: 'test' };
let test: TestDatabase;
let database: Database;
let unitOfWork: UnitOfWork;

beforeAll(async () => {
  test = await createTestDatabase();
  database = new Database(test.appUrl);
  unitOfWork = new UnitOfWork(database);
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

const write = <T>(work: (client: SqlClient) => Promise<T>): Promise<T> => unitOfWork.runSql(BY, work);
const run = (text: string, values: unknown[] = []) => write((client) => client.query(text, values));

async function insert(table: string, values: Record<string, unknown>): Promise<string> {
  const names = Object.keys(values);
  const { rows } = await write((client) =>
    client.query<{ id: string }>(
      `insert into ${table} (${names.join()}) values (${names.map((_, i) => `$${i + 1}`).join()}) returning id`,
      Object.values(values),
    ),
  );
  return rows[0]?.id ?? '';
}

let sequence = 0;
const next = () => (sequence += 1);
const aCentre = (values = {}) => {
  const code = `FL-${next()}`;
  return insert('centres', {
    code,
    kind: 'FIELDLAB',
    name: code,
    started_on: '2018-01-01',
    ended_on: '2022-01-01',
    ...values,
  });
};
const aCompany = () => {
  const name = `Company ${next()}`;
  return insert('companies', { name, match_name: name });
};
const participation = (
  company_id: string,
  centre_id: string,
  started_on: string,
  ended_on: string | null = null,
) => insert('participations', { company_id, centre_id, level: 'PARTICIPANT', started_on, ended_on });

/** The error code with which each of several parallel attempts failed, or "done". */
async function outcomes(attempts: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(attempts);
  return settled
    .map((one) =>
      one.status === 'fulfilled' ? 'done' : (asDomainError(one.reason)?.code ?? String(one.reason)),
    )
    .sort();
}
const refusal = async (attempt: Promise<unknown>) => (await outcomes([attempt]))[0];

describe('The rules of the register, in the database', () => {
  it('lets one of twenty parallel overlapping participations in', async () => {
    const [company, centre] = [await aCompany(), await aCentre()];
    const codes = await outcomes(
      Array.from({ length: 20 }, () => participation(company, centre, '2019-01-01')),
    );
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(codes.filter((code) => code === 'PARTICIPATION_OVERLAP')).toHaveLength(19);
  });

  it('lets a step close one period and open the next on the same day', async () => {
    const [company, centre] = [await aCompany(), await aCentre()];
    await participation(company, centre, '2019-01-01', '2020-01-01');
    await expect(participation(company, centre, '2020-01-01')).resolves.toBeTruthy();
  });

  it.each([
    ['before its centre', '2017-12-31'],
    ['on the day its centre has ended', '2022-01-01'],
  ])('refuses a participation that starts %s', async (_, start) => {
    const [company, centre] = [await aCompany(), await aCentre()];
    expect(await refusal(participation(company, centre, start))).toBe('PARTICIPATION_OUTSIDE_CENTRE');
  });

  it('refuses a participation in a centre without a start', async () => {
    const [company, centre] = [await aCompany(), await aCentre({ started_on: null, ended_on: null })];
    expect(await refusal(participation(company, centre, '2019-01-01'))).toBe('PARTICIPATION_OUTSIDE_CENTRE');
  });

  it('refuses to move a centre away from its participations, but lets it end before theirs', async () => {
    const [company, centre] = [await aCompany(), await aCentre()];
    await participation(company, centre, '2019-06-01');
    const move = (column: string, day: string | null) =>
      run(`update centres set ${column} = $2 where id = $1`, [centre, day]);
    expect(await refusal(move('started_on', '2019-06-02'))).toBe('CENTRE_PERIOD_LEAVES_PARTICIPATIONS');
    expect(await refusal(move('ended_on', '2019-06-01'))).toBe('CENTRE_PERIOD_LEAVES_PARTICIPATIONS');
    expect(await refusal(move('ended_on', '2019-06-02'))).toBe('done');
  });

  it('never leaves a participation outside its centre when both change at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [company, centre] = [await aCompany(), await aCentre()];
      const codes = await outcomes([
        participation(company, centre, '2018-06-01'),
        run(`update centres set started_on = '2019-01-01' where id = $1`, [centre]),
      ]);
      expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    }
  });

  it('never leaves a live record that points at a deleted one when both happen at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [company, centre] = [await aCompany(), await aCentre()];
      const codes = await outcomes([
        participation(company, centre, '2019-01-01'),
        run('update companies set deleted_at = now() where id = $1', [company]),
      ]);
      expect(
        codes.filter((code) => code === 'done'),
        codes.join(),
      ).toHaveLength(1);
    }
  });

  it('refuses to delete what live records point at, and counts them', async () => {
    const [company, centre] = [await aCompany(), await aCentre()];
    await participation(company, centre, '2019-01-01');
    await insert('spin_offs', {
      name: 'S',
      founded_on: '2020-01-01',
      centre_ids: [centre],
      claim_level: 'CONFIRMED',
    });
    const attempt = run('update centres set deleted_at = now() where id = $1', [centre]);
    const error = asDomainError(await attempt.catch((reason: unknown) => reason));
    expect(error?.code).toBe('HAS_DEPENDANTS');
    expect(error?.message).toContain('1 participations');
    expect(error?.message).toContain('1 spin-offs');
  });

  it('frees the number of a deleted company, and takes it back only while it is free', async () => {
    const [one, other] = [await aCompany(), await aCompany()];
    const number = { scheme: 'KVK', number: '12345678' };
    await insert('company_numbers', { company_id: one, ...number });
    expect(await refusal(insert('company_numbers', { company_id: other, ...number }))).toBe(
      'DUPLICATE_NUMBER',
    );
    await run('update companies set deleted_at = now() where id = $1', [one]);
    await insert('company_numbers', { company_id: other, ...number });
    expect(await refusal(run('update companies set deleted_at = null where id = $1', [one]))).toBe(
      'DUPLICATE_NUMBER',
    );
  });

  it('keeps the participations of merged companies apart', async () => {
    const [survivor, away, centre] = [await aCompany(), await aCompany(), await aCentre()];
    await participation(survivor, centre, '2019-01-01', '2020-01-01');
    await run('update companies set merged_into_id = $2 where id = $1', [away, survivor]);
    expect(await refusal(participation(away, centre, '2019-06-01'))).toBe('PARTICIPATION_OVERLAP');
    expect(await refusal(participation(away, centre, '2020-01-01'))).toBe('done');
  });

  it('never merges in a ring, not even from two sides at once', async () => {
    const [one, other] = [await aCompany(), await aCompany()];
    const merge = (away: string, survivor: string) =>
      run('update companies set merged_into_id = $2 where id = $1', [away, survivor]);
    const codes = await outcomes([merge(one, other), merge(other, one)]);
    expect(codes).toEqual(['MERGE_CYCLE', 'done']);
  });

  it('puts fieldlabs under hubs only', async () => {
    const fieldlab = await aCentre();
    expect(await refusal(aCentre({ hub_id: fieldlab }))).toBe('HUB_IS_NOT_A_HUB');
    const hub = await aCentre({ kind: 'HUB' });
    await aCentre({ hub_id: hub });
    expect(await refusal(run(`update centres set kind = 'FIELDLAB' where id = $1`, [hub]))).toBe(
      'HUB_IS_NOT_A_HUB',
    );
  });

  it('tells a spin-off without live centres, or with one twice, from a good one', async () => {
    const centre = await aCentre();
    const spinOff = (centre_ids: string[]) =>
      insert('spin_offs', { name: 'S', founded_on: '2020-01-01', centre_ids, claim_level: 'CONFIRMED' });
    expect(await refusal(spinOff([centre, centre]))).toBe('REFERENCE_DELETED');
    expect(await refusal(spinOff(['00000000-0000-7000-8000-000000000000']))).toBe('REFERENCE_DELETED');
    expect(await refusal(spinOff([centre]))).toBe('done');
  });
});

it('every rule of the database has its sentence, or cannot be broken from outside', async () => {
  const { rows } = await database.pool.query<{ name: string }>(
    `select conname as name from pg_constraint c join pg_class t on t.oid = c.conrelid
      where c.connamespace = current_schema()::regnamespace and contype in ('c', 'x', 'u') and not is_of_jobs(t.relname)
      union
     select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
      where t.relnamespace = current_schema()::regnamespace and x.indisunique and not x.indisprimary
        and not is_of_jobs(t.relname) and t.relname !~ '_history$'
      order by 1`,
  );
  const unsaid = rows.filter(({ name }) => !INTERNAL_CONSTRAINTS.has(name) && !ruleOfConstraint(name));
  expect(unsaid).toEqual([]);
});
