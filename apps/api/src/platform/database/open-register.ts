import { randomBytes } from 'node:crypto';
import { readOrMakeSessionSecret } from '../config/session-secret';
import { ConfigurationError } from '../config/env.schema';
import { Database, type DatabaseOptions, type Pooler } from './database';
import { digestKeyOf } from './digest-key';
import { openEmbeddedCluster, type EmbeddedCluster } from './embedded-postgres';
import { grantToApplication } from './grants';
import { migrate } from './migrate';
import { NOBODY } from './migration-text';
import { isOfPooler } from './pooler-refusal';
import { Replica } from './replica';

const REGISTER = 'fieldlab';

/** PostgreSQL gives a hundred by default, of which backups, commands and people want some. */
const SHARED_CONNECTIONS = 90;
const MOST_CONNECTIONS = 10;
/** One beside them asks whether the database answers. */
const connectionsOf = (processes: number): number =>
  Math.min(MOST_CONNECTIONS, Math.floor(SHARED_CONNECTIONS / processes) - 1);

export interface RegisterOptions {
  /** Undefined: an embedded PostgreSQL in dataDir. */
  url: string | undefined;
  /** The role that may change tables; by default the one of `url`. */
  ownerUrl: string | undefined;
  /** A replica of `url`, for what only reads. */
  replicaUrl?: string | undefined;
  /** What `url` goes through. */
  pooler?: Pooler;
  dataDir: string;
  /** The secret of the installation; undefined: the one that is kept in dataDir. */
  sessionSecret: string | undefined;
  /** How many processes of this program share the connections that a database gives; by default one. */
  processes?: number;
  /** Told, in one line each, what a person should know. */
  log: (line: string) => void;
}

/** Where the register is: its database is there, whatever is in it. */
export interface RegisterSite {
  /** Of the role that owns the tables: for migrations, backups and restores. */
  ownerUrl: string;
  /** Of the role of requests. */
  appUrl: string;
  isEmbedded: boolean;
  close: () => Promise<void>;
}

export interface OpenRegister extends RegisterSite {
  database: Database;
  replica?: Replica | undefined;
}

/** Finds the register, and does nothing to it. */
export async function locateRegister(
  options: Pick<RegisterOptions, 'url' | 'ownerUrl' | 'dataDir' | 'log'>,
): Promise<RegisterSite> {
  const { url, ownerUrl } = options;
  if (url !== undefined) {
    return { ownerUrl: ownerUrl ?? url, appUrl: url, isEmbedded: false, close: () => Promise.resolve() };
  }
  const cluster = await openEmbeddedCluster(options);
  await cluster.createDatabase(REGISTER);
  return embedded(cluster, REGISTER);
}

/** Opens the register, brought up to date. @throws MigrationError when that cannot be done. */
export async function openRegister(options: RegisterOptions): Promise<OpenRegister> {
  if (options.url !== undefined && options.ownerUrl === undefined) {
    options.log(
      'DATABASE_OWNER_URL is not set: the program owns its tables, so append-only is not enforced against its own role.',
    );
  }
  const secret = options.sessionSecret ?? (await readOrMakeSessionSecret(options.dataDir));
  const site = await locateRegister(options);
  const settings: DatabaseOptions = {
    ...{ digestKey: digestKeyOf(secret), pooler: options.pooler },
    maxConnections: connectionsOf(options.processes ?? 1),
  };
  const register = await open(site, settings);
  if (!site.isEmbedded) await assertSettingsHold(register);
  return options.replicaUrl === undefined
    ? register
    : besideReplica(register, new Replica(options.replicaUrl, register.database, settings, options.log));
}

/** Opens an empty register that is gone when it is closed, whatever database the environment names. */
export async function openThrowawayRegister(
  options: Pick<RegisterOptions, 'dataDir' | 'log'>,
): Promise<OpenRegister> {
  const cluster = await openEmbeddedCluster(options);
  const name = cluster.throwawayName();
  await cluster.createDatabase(name);
  return open(
    embedded(cluster, name, () => cluster.dropDatabase(name)),
    { digestKey: randomBytes(32) },
  );
}

function embedded(
  cluster: EmbeddedCluster,
  name: string,
  afterwards: () => Promise<void> = () => Promise.resolve(),
): RegisterSite {
  return {
    ownerUrl: cluster.ownerUrl(name),
    appUrl: cluster.appUrl(name),
    isEmbedded: true,
    close: async () => {
      await afterwards();
      await cluster.release();
    },
  };
}

async function open(site: RegisterSite, options: DatabaseOptions): Promise<OpenRegister> {
  await bringUpToDate(site);
  const database = new Database(site.appUrl, options);
  return {
    ...site,
    database,
    close: async () => {
      await database.close();
      await site.close();
    },
  };
}

function besideReplica(register: OpenRegister, replica: Replica): OpenRegister {
  register.database.readFrom(replica);
  return {
    ...register,
    replica,
    close: async () => {
      await replica.close();
      await register.close();
    },
  };
}

/** Migrates as the owner; a role of its own for requests is given what requests may do, and no more. */
async function bringUpToDate({ ownerUrl, appUrl }: RegisterSite): Promise<void> {
  const role = roleOfRequests({ ownerUrl, appUrl });
  if (role === undefined) await migrate(ownerUrl, { role: NOBODY });
  else await migrate(ownerUrl, { role, afterwards: (client) => grantToApplication(client, role) });
}

/** Undefined where the owner of the tables is that too. */
export function roleOfRequests({
  ownerUrl,
  appUrl,
}: Pick<RegisterSite, 'ownerUrl' | 'appUrl'>): string | undefined {
  const [owner, role] = [new URL(ownerUrl).username, new URL(appUrl).username];
  return owner === role ? undefined : decodeURIComponent(role);
}

/** A pooler of which we were not told refuses our settings, or forgets them: personal values would go undigested. */
async function assertSettingsHold({ database, close }: OpenRegister): Promise<void> {
  const holds = await database.pool
    .query<{ zone: string; key: string | null }>(
      `select current_setting('timezone') as zone, nullif(current_setting('fieldlab.digest_key', true), '') as key`,
    )
    .then(
      ({ rows: [row] }) => row?.zone === 'UTC' && row.key !== null,
      (error: unknown) => {
        if (isOfPooler(error)) return false;
        throw error;
      },
    );
  if (holds) return;
  await close();
  const message = 'DATABASE_URL goes through a pooler of connections: set DATABASE_POOLER=transaction.';
  throw new ConfigurationError([{ variable: 'DATABASE_POOLER', message }]);
}
