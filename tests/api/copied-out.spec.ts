import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { copiedOut } from '@api/platform/database/copied-out';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createEmptyDatabase();
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const ROWS = 300_000;
const MANY = `copy (select n from generate_series(1, ${ROWS}) n) to stdout`;
const answer = async (): Promise<unknown> => (await client.query('select 1 as one')).rows;

describe(copiedOut, () => {
  it('hands on all that is sent', async () => {
    let lines = 0;
    for await (const piece of copiedOut(client, MANY)) lines += piece.toString().split('\n').length - 1;
    expect(lines).toBe(ROWS);
    expect(await answer()).toEqual([{ one: 1 }]);
  });

  it('leaves a connection that answers to who stops, or fails, in the middle', async () => {
    const failing = async (): Promise<void> => {
      for await (const piece of copiedOut(client, MANY)) throw new Error(`At ${piece.length > 0}`);
    };
    await expect(failing()).rejects.toThrow('At true');
    expect(await answer()).toEqual([{ one: 1 }]);
    for await (const _ of copiedOut(client, MANY)) break;
    expect(await answer()).toEqual([{ one: 1 }]);
  });

  it('does so where what it is written to fails, as a full disk does', async () => {
    let written = 0;
    const full = new Writable({
      write: (_, __, done) => {
        written += 1;
        done(written > 3 ? new Error('No space left') : null);
      },
    });
    await expect(pipeline(copiedOut(client, MANY), full)).rejects.toThrow('No space left');
    expect(await answer()).toEqual([{ one: 1 }]);
  });

  it('fails as the statement fails', async () => {
    const failing = async (): Promise<void> => {
      const statement = `copy (select 1 / (n - 100000) from generate_series(1, ${ROWS}) n) to stdout`;
      for await (const piece of copiedOut(client, statement)) expect(piece.length).toBeGreaterThan(0);
    };
    await expect(failing()).rejects.toThrow('division by zero');
    expect(await answer()).toEqual([{ one: 1 }]);
  });
});
