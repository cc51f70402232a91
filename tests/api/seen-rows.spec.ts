import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProgrammeClock } from '@api/modules/rounds/programme-clock.repository';
import { Database } from '@api/platform/database/database';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { columnsOf, noteRows, writeSeenRows } from '../support/seen-rows';

let test: TestDatabase;
let database: Database;
let folder: string;
beforeAll(async () => {
  noteRows();
  test = await createTestDatabase();
  database = new Database(test.appUrl);
  folder = await mkdtemp(join(tmpdir(), 'seen-rows-'));
});
afterAll(async () => {
  await database.close();
  await test.drop();
  await rm(folder, { recursive: true });
});

const EACH_TYPE = `select true as a, 1::int2 as b, 1::int4 as c, 1::int8 as d, 1.5::numeric as e, 1.5::float8 as f,
  'x'::text as g, 'x'::name as h, gen_random_uuid() as i, date '2020-01-31' as j, now() as k, '\\x00'::bytea as l,
  array['x'] as m, array[1] as n, array[1::int8] as o, array[now()] as p, array[date '2020-01-31'] as q,
  array[gen_random_uuid()] as r, array[true] as s, array['\\x00'::bytea] as t, 'ADMIN'::user_role as u,
  array['ADMIN'::user_role] as v, 'x'::varchar as w, array[1.5::numeric] as x, now()::timestamp as y`;
const kindOf = (value: unknown): string =>
  Array.isArray(value)
    ? `${kindOf(value[0])}[]`
    : (value as object).constructor.name.replace(/^(String|Number|Boolean)$/, (name) => name.toLowerCase());

describe('what a statement answers', () => {
  it.each([
    ['as the register reads it', () => database.pool],
    ['as pg reads it', () => new pg.Pool({ connectionString: test.appUrl, max: 1 })],
  ])('is known without a value, %s', async (_, poolOf) => {
    const pool = poolOf();
    const result = await pool.query<Record<string, unknown>>(EACH_TYPE);
    if (pool !== database.pool) await pool.end();
    const { _types: types } = result as unknown as { _types: Parameters<typeof columnsOf>[0]['types'] };
    const row = result.rows[0] ?? {};
    expect(columnsOf({ fields: result.fields, types }).map(({ name, kind }) => [name, kind])).toEqual(
      Object.entries(row).map(([name, value]) => [name, kindOf(value)]),
    );
  });

  it('is noted with the line of the program that asked for it', async () => {
    await new ProgrammeClock().today(database.pool);
    writeSeenRows(folder);
    const [file = ''] = await readdir(folder);
    const seen = JSON.parse(await readFile(join(folder, file), 'utf8')) as {
      from: string[];
      fields: unknown;
    }[];
    const asking = 'apps/api/src/modules/rounds/programme-clock.repository.ts';
    const lines = (await readFile(asking, 'utf8')).split('\n');
    const line = lines.findIndex((text) => text.includes('rowsOf<')) + 1;
    const noted = seen.find(({ from }) => from[1] === `${asking}:${line}`);
    expect(noted?.from[0]).toMatch(/^apps\/api\/src\/platform\/database\/sql\.ts:\d+$/);
    expect(noted?.fields).toEqual([{ name: 'today', type: 'date', kind: 'string' }]);
  });
});
