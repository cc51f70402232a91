import { Database } from '@api/platform/database/database';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database';

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await createTestDatabase();
  database = new Database(test.appUrl);
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

describe(Database.name, () => {
  it('fails the work whose connection dies, and goes on with the next', async () => {
    const work = database.transaction(async (client) => {
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      const other = new pg.Client({ connectionString: test.appUrl });
      await other.connect();
      await other.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await other.end();
      await client.query('select 1');
    });
    await expect(work).rejects.toThrow();
    await expect(database.transaction((client) => client.query('select 1'))).resolves.toBeTruthy();
  });

  it('leaves nothing of work that fails', async () => {
    const work = database.transaction(async (client) => {
      await client.query(`insert into programmes (name, started_on) values ('Gone', '2015-01-01')`);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    const { rowCount } = await database.pool.query('select from programmes');
    expect(rowCount).toBe(0);
  });
});
