import { inject } from 'vitest';
import { openEmbeddedCluster, type EmbeddedCluster } from '@api/platform/database/embedded-postgres';
import { searchPathOf } from '@api/platform/database/schema';
import pg from 'pg';

export interface TestDatabase {
  ownerUrl: string;
  appUrl: string;
  /** Also ends whoever is still connected. */
  drop(): Promise<void>;
}

let opened: Promise<EmbeddedCluster> | undefined;

/** Lets go of the run's cluster, once a file of tests has dropped what it made. */
export async function releaseTestCluster(): Promise<void> {
  await (await opened)?.release();
  opened = undefined;
}

/** The run's cluster, opened once for each test file. */
function testCluster(): Promise<EmbeddedCluster> {
  opened ??= openEmbeddedCluster({ dataDir: inject('cluster').dataDir, log: console.log });
  return opened;
}

/** A migrated, empty register of one's own, in about the time of a file copy. */
export const createTestDatabase = (): Promise<TestDatabase> => copyOf(inject('cluster').template);

/** A database with nothing in it at all. */
export const createEmptyDatabase = (): Promise<TestDatabase> => copyOf(undefined);

async function copyOf(template: string | undefined): Promise<TestDatabase> {
  const { schema } = inject('cluster');
  const cluster = await testCluster();
  const name = cluster.throwawayName();
  await cluster.createDatabase(name, template === undefined ? {} : { template });
  if (schema !== undefined) await lookIn(cluster.ownerUrl(name), name, schema);
  return {
    ownerUrl: inSchema(cluster.ownerUrl(name), schema),
    appUrl: inSchema(cluster.appUrl(name), schema),
    drop: () => cluster.dropDatabase(name),
  };
}

/** The address of a register in another schema of the same database. */
export function inSchema(url: string, schema: string | undefined): string {
  const address = new URL(url);
  if (schema !== undefined) address.searchParams.set('schema', schema);
  return address.href;
}

/** Statements of the tests themselves are about the register too, over connections that know of no schema. */
async function lookIn(ownerUrl: string, database: string, schema: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`create schema if not exists ${schema}`);
    await owner.query(
      `alter database ${pg.escapeIdentifier(database)} set search_path = ${searchPathOf(schema).join(', ')}`,
    );
  } finally {
    await owner.end();
  }
}
