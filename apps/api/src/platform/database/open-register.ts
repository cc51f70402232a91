import pg from 'pg';
import { Database } from './database';
import { openEmbeddedCluster, type EmbeddedCluster } from './embedded-postgres';
import { migrate } from './migrate';

const REGISTER = 'fieldlab';

export interface RegisterOptions {
  /** Undefined: an embedded PostgreSQL in dataDir. */
  url: string | undefined;
  /** The role that may change tables; by default the one of `url`. */
  ownerUrl: string | undefined;
  dataDir: string;
  /** Told, in one line each, what a person should know. */
  log: (line: string) => void;
}

export interface OpenRegister {
  database: Database;
  isEmbedded: boolean;
  close: () => Promise<void>;
}

/** Opens the register, brought up to date. @throws MigrationError when that cannot be done. */
export async function openRegister(options: RegisterOptions): Promise<OpenRegister> {
  if (options.url !== undefined) return openServer(options.url, options);
  const cluster = await openEmbeddedCluster(options);
  await cluster.createDatabase(REGISTER);
  return openEmbedded(cluster, REGISTER);
}

/** Opens an empty register that is gone when it is closed, whatever database the environment names. */
export async function openThrowawayRegister(
  options: Pick<RegisterOptions, 'dataDir' | 'log'>,
): Promise<OpenRegister> {
  const cluster = await openEmbeddedCluster(options);
  const name = cluster.throwawayName();
  await cluster.createDatabase(name);
  return openEmbedded(cluster, name, () => cluster.dropDatabase(name));
}

async function openEmbedded(
  cluster: EmbeddedCluster,
  name: string,
  afterwards: () => Promise<void> = () => Promise.resolve(),
): Promise<OpenRegister> {
  await bringUpToDate(cluster.ownerUrl(name), cluster.appUrl(name));
  const database = new Database(cluster.appUrl(name));
  return {
    database,
    isEmbedded: true,
    close: async () => {
      await database.close();
      await afterwards();
      await cluster.release();
    },
  };
}

async function openServer(url: string, options: RegisterOptions): Promise<OpenRegister> {
  await bringUpToDate(options.ownerUrl ?? url, url);
  if (options.ownerUrl === undefined) {
    options.log(
      'DATABASE_OWNER_URL is not set: the program owns its tables, so append-only is not enforced against its own role.',
    );
  }
  const database = new Database(url);
  return { database, isEmbedded: false, close: () => database.close() };
}

/** Migrates as the owner; a role of its own for requests is given what requests may do, and no more. */
async function bringUpToDate(ownerUrl: string, appUrl: string): Promise<void> {
  await migrate(ownerUrl);
  const [owner, role] = [new URL(ownerUrl).username, new URL(appUrl).username];
  if (owner === role) return;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select grant_to_application($1)', [decodeURIComponent(role)]);
  } finally {
    await client.end();
  }
}
