import { inject } from 'vitest';
import { openEmbeddedCluster, type EmbeddedCluster } from '@api/platform/database/embedded-postgres';

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
  const cluster = await testCluster();
  const name = cluster.throwawayName();
  await cluster.createDatabase(name, template === undefined ? {} : { template });
  return {
    ownerUrl: cluster.ownerUrl(name),
    appUrl: cluster.appUrl(name),
    drop: () => cluster.dropDatabase(name),
  };
}
