import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueOf, withClient, type Catalogue } from '../support/catalogue';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database';
import { sqlOfPrismaSchema } from '../support/schema-engine';

const SCHEMA = new URL('../../prisma/schema.prisma', import.meta.url);

describe('schema.prisma', () => {
  let migrated: TestDatabase;
  let described: TestDatabase;

  beforeAll(async () => {
    [migrated, described] = [await createTestDatabase(), await createEmptyDatabase()];
    const sql = await sqlOfPrismaSchema(readFileSync(SCHEMA, 'utf8'), described.ownerUrl);
    await withClient(described.ownerUrl, async (client) => {
      // Defaults name these, and what they do is the migrations' business.
      await client.query('create function uuid_v7() returns uuid language sql return gen_random_uuid()');
      await client.query(`create function new_salt() returns bytea language sql return ''::bytea`);
      await client.query(
        `create function retained_until(text) returns date language sql return date '2026-01-01'`,
      );
      await client.query('create sequence revision_numbers');
      await client.query(sql);
    });
  });

  afterAll(async () => {
    await migrated.drop();
    await described.drop();
  });

  it('describes every table, column, key, index and enum that the migrations make, and no other', async () => {
    expect(await catalogueOf(described.ownerUrl)).toEqual(await catalogueOf(migrated.ownerUrl));
  });

  it('leaves the time of a record to the clock of the database, which several programs share', () => {
    // Prisma fills in `now()` itself, and leaves `dbgenerated("now()")` to the column's default.
    expect(readFileSync(SCHEMA, 'utf8')).not.toContain('@default(now())');
  });

  it('says of the history of a table what it says of the table', async () => {
    const columns = (lines: Catalogue): Map<string, string[]> => {
      const found = new Map<string, string[]>();
      for (const line of lines) {
        const [, table, column] = /^column (\w+)\.(\w+ .*?)(?: default .*)?$/.exec(line) ?? [];
        if (table && column) found.set(table, [...(found.get(table) ?? []), column]);
      }
      return found;
    };
    const [live, past] = [
      columns(await catalogueOf(migrated.ownerUrl)),
      columns(await catalogueOf(migrated.ownerUrl, 'history')),
    ];
    expect(past.size).toBeGreaterThan(0);
    for (const [table, its] of past) {
      const revisions = ['rev_from bigint not null', 'rev_to bigint'];
      expect({ table, columns: its }).toEqual({
        table,
        columns: [...(live.get(table.replace('_history', '')) ?? []), ...revisions].sort(),
      });
    }
  });
});
