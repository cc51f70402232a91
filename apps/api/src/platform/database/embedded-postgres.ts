import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ClusterHost, type ClusterOptions } from './embedded/cluster-host';
import { APP, OWNER } from './embedded/credentials';
import { Presence } from './embedded/presence';
import { dropOrphans, throwawayName } from './embedded/throwaway';

const DUPLICATE_DATABASE = '42P04';
const LINGERING_MS = 1000;
const LINGERING_POLL_MS = 10;

export interface EmbeddedClusterOptions extends ClusterOptions {
  /** DATA_DIR: everything of the cluster is in its folder `postgres`, or is named there. */
  dataDir: string;
}

export interface EmbeddedCluster {
  /** For migrations and restores: may change tables. */
  ownerUrl(database: string): string;
  /** For requests: reads and writes records. */
  appUrl(database: string): string;
  /** Makes the database, owned by the owner, unless it exists; answers whether it made it. */
  createDatabase(name: string, options?: { template?: string }): Promise<boolean>;
  /** Drops it, whoever is connected; nothing happens when it does not exist. */
  dropDatabase(name: string): Promise<void>;
  /** A name for a database that is dropped by the next process to open the cluster, should we die before we do. */
  throwawayName(): string;
  /** Lets go of the cluster; the last process to do so stops the server. Close your own connections first. */
  release(): Promise<void>;
}

/**
 * Opens the PostgreSQL that lives in DATA_DIR: makes it, starts it, or joins it where another process has it running
 * (or left it running when it was killed).
 */
export async function openEmbeddedCluster(options: EmbeddedClusterOptions): Promise<EmbeddedCluster> {
  const folder = join(options.dataDir, 'postgres');
  await mkdir(options.dataDir, { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const host = new ClusterHost(await realpath(folder), options);
  const presence = new Presence((id) => host.connect(id), options.log);
  await presence.enter();
  await dropOrphans(presence.connection);
  return {
    ownerUrl: (database) => host.url(OWNER, database),
    appUrl: (database) => host.url(APP, database),
    createDatabase: (name, { template } = {}) => createDatabase(presence.connection, name, template),
    dropDatabase: (name) => dropDatabase(presence.connection, name),
    throwawayName: () => throwawayName(presence.id),
    release: () => host.release(presence),
  };
}

async function createDatabase(client: pg.Client, name: string, template = 'template0'): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount !== 0) return false;
  const [quoted, source] = [pg.escapeIdentifier(name), pg.escapeIdentifier(template)];
  try {
    await client.query(`create database ${quoted} template ${source} owner ${OWNER}`);
    return true;
  } catch (error) {
    // Another process made it while we looked.
    if (error instanceof pg.DatabaseError && error.code === DUPLICATE_DATABASE) return false;
    throw error;
  }
}

/** Connections closed a moment ago get their moment: one that is cut off would hear an error that nobody expects. */
async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  const deadline = Date.now() + LINGERING_MS;
  while (Date.now() < deadline) {
    const { rowCount } = await client.query('select from pg_stat_activity where datname = $1', [name]);
    if (rowCount === 0) break;
    await sleep(LINGERING_POLL_MS);
  }
  await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
}
