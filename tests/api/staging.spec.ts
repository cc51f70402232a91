import { SHEETS, type Sheet } from '@fieldlab/domain';
import { Database, type SqlClient } from '@api/platform/database/database';
import { createStage, StageWriter } from '@api/modules/imports/staging/staging.repository';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { FaultyWay } from '../support/faulty-way';

const [COMPANIES] = SHEETS.filter(({ name }) => name === 'companies') as [Sheet];
const ROW = ['ref'];

let register: TestDatabase;
beforeAll(async () => {
  register = await createTestDatabase();
});
afterAll(() => register.drop());

describe(StageWriter.name, () => {
  let way: FaultyWay;
  let database: Database;
  let client: SqlClient;
  let pid: number;
  beforeEach(async () => {
    way = await FaultyWay.to(Number(new URL(register.appUrl).port));
    database = new Database(way.of(register.appUrl));
    client = await database.pool.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    pid = rows[0]?.pid ?? 0;
    await client.query('begin');
    await createStage(client, COMPANIES);
    return async () => {
      client.release(true);
      await database.close();
      await way.close();
    };
  });

  /** Ends its connection, and waits until that is known here. */
  async function ends() {
    const ended = new Promise((resolve) => client.once('end', resolve));
    const other = new pg.Client({ connectionString: register.appUrl });
    await other.connect();
    await other.query('select pg_terminate_backend($1)', [pid]);
    await other.end();
    await ended;
  }

  it.each([
    [
      'before it begins',
      async () => {
        await ends();
        return new StageWriter(client, COMPANIES);
      },
    ],
    [
      'before PostgreSQL asks for rows',
      async () => {
        way.become({ dropped: 'to-server' });
        const writer = new StageWriter(client, COMPANIES);
        await ends();
        return writer;
      },
    ],
    [
      'among the rows',
      async () => {
        const writer = new StageWriter(client, COMPANIES);
        await new Promise((resolve) => client.connection.once('copyInResponse', resolve));
        await ends();
        return writer;
      },
    ],
  ])('gives up where its connection ends %s', async (_, begun) => {
    const writer = await begun();
    await expect(writer.write(1, ROW).then(() => writer.end())).rejects.toThrow();
    await writer.abandon();
  });

  it('leaves the connection to the rollback where PostgreSQL refuses a row', async () => {
    const writer = new StageWriter(client, COMPANIES);
    await expect(writer.write(1, ROW).then(() => writer.end())).rejects.toThrow('missing data for column');
    await writer.abandon();
    await client.query('rollback');
  });

  it('leaves the connection to the rollback where reading fails', async () => {
    const writer = new StageWriter(client, COMPANIES);
    await writer.write(1, ROW);
    await writer.abandon();
    await client.query('rollback');
  });
});
