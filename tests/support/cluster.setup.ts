import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEmbeddedCluster } from '@api/platform/database/embedded-postgres';
import { grantToApplication } from '@api/platform/database/grants';
import { migrate } from '@api/platform/database/migrate';
import { connectionTo } from '@api/platform/database/schema';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

const TEMPLATE = 'template_register';
const PREFIX = 'fieldlab-tests-';
const ATTEMPTS = 10;
const BETWEEN_ATTEMPTS_MS = 500;

/** What the test files need to make databases of their own. */
export interface TestCluster {
  dataDir: string;
  template: string;
  /** Undefined: registers are where they are by default. */
  schema: string | undefined;
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** One PostgreSQL for the whole run, with a migrated database to copy. Vitest calls the answer at the end, failed or not. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearAbandoned();
  const dataDir = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // Where root runs the tests, PostgreSQL runs as another user, who must be able to come in.
  await chmod(dataDir, 0o711);
  // The data need not survive a power cut.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 100 };
  const cluster = await openEmbeddedCluster({ dataDir, settings, log: console.log });
  const schema = process.env.TEST_SCHEMA;
  const close = async (): Promise<void> => {
    await cluster.release();
    await remove(dataDir);
  };
  try {
    await cluster.createDatabase(TEMPLATE);
    const ownerUrl = cluster.ownerUrl(TEMPLATE) + (schema === undefined ? '' : `?schema=${schema}`);
    await migrate(ownerUrl);
    await grantRights(ownerUrl, new URL(cluster.appUrl(TEMPLATE)).username);
  } catch (error) {
    await close();
    throw error;
  }
  project.provide('cluster', { dataDir, template: TEMPLATE, schema });
  return close;
}

async function grantRights(ownerUrl: string, role: string): Promise<void> {
  const client = new pg.Client(connectionTo(ownerUrl, 'tests'));
  await client.connect();
  try {
    await grantToApplication(client, role);
  } finally {
    await client.end();
  }
}

/** A run that was killed leaves its PostgreSQL behind: the next run stops it and removes its folder. */
async function clearAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1] ?? 0);
    if (pid === 0 || isRunning(pid)) continue;
    // It may be another user's, or another run may be at it too.
    await remove(join(tmpdir(), name)).catch(() => undefined);
  }
}

/** Stops the cluster and removes it. Processes of the run that are just ending get a moment to let go of it. */
async function remove(dataDir: string): Promise<void> {
  const pidFile = join(dataDir, 'postgres', 'pgdata', 'postmaster.pid');
  for (let attempt = 1; existsSync(pidFile) && attempt <= ATTEMPTS; attempt += 1) {
    if (attempt > 1) await sleep(BETWEEN_ATTEMPTS_MS);
    await (await openEmbeddedCluster({ dataDir, log: () => undefined })).release();
  }
  if (!existsSync(pidFile)) await rm(dataDir, { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
