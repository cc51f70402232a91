import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedCluster, type EmbeddedCluster } from '@api/platform/database/embedded-postgres';
import { migrate } from '@api/platform/database/migrate';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

const TEMPLATE = 'template_register';

/** What the test files need to make databases of their own. */
export interface TestCluster {
  dataDir: string;
  template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** One PostgreSQL for the whole run, with a migrated database to copy. Vitest calls the answer at the end, failed or not. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'fieldlab-tests-'));
  // Where root runs the tests, PostgreSQL runs as another user, who must be able to come in.
  await chmod(dataDir, 0o711);
  // The data need not survive a power cut.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 100 };
  const cluster = await openEmbeddedCluster({ dataDir, settings, log: console.log });
  const close = async (): Promise<void> => {
    await cluster.release();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await cluster.createDatabase(TEMPLATE);
    await migrate(cluster.ownerUrl(TEMPLATE));
    await grantToApplication(cluster);
  } catch (error) {
    await close();
    throw error;
  }
  project.provide('cluster', { dataDir, template: TEMPLATE });
  return close;
}

async function grantToApplication(cluster: EmbeddedCluster): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.ownerUrl(TEMPLATE) });
  await client.connect();
  try {
    await client.query('select grant_to_application($1)', [new URL(cluster.appUrl(TEMPLATE)).username]);
  } finally {
    await client.end();
  }
}
