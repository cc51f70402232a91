import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { SUPERUSER, type Credentials } from '@api/platform/database/embedded/credentials';
import { start, stop } from '@api/platform/database/embedded/server-process';
import { prepareSite, type ClusterSite } from '@api/platform/database/embedded/site';
import { openEmbeddedCluster } from '@api/platform/database/embedded-postgres';
import { grantToApplication } from '@api/platform/database/grants';
import { migrate } from '@api/platform/database/migrate';
import type { TestDatabase } from './database';
import { childrenOf } from './processes-of';

const run = promisify(execFile);
const REGISTER = 'register';
const LOOK_MS = 20;
/** Small, and not to survive a power cut; but whatever is acknowledged has been sent to its own disk. */
const SETTINGS = {
  ...{ wal_level: 'replica', max_wal_senders: 4, wal_keep_size: '256MB', hot_standby: 'on' },
  ...{ fsync: 'off', full_page_writes: 'on', max_connections: 60, shared_buffers: '64MB' },
  // Nothing is flushed but by who commits: up to the end of a record, which is as far as a replica can replay.
  wal_writer_delay: '10s',
  // Long enough for a test to stop replaying under a reader, short enough to wait for.
  max_standby_streaming_delay: '1s',
};

/** A register of two servers of the embedded PostgreSQL: the second streams what the first writes. */
export interface Replicated extends TestDatabase {
  /** For requests, at the replica. */
  replicaUrl: string;
  /** Has the superuser say something to the primary. */
  atPrimary(...statements: string[]): Promise<void>;
  /** From here on it receives what is written and shows nothing of it. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Waits until it shows all that was written. */
  level(): Promise<void>;
  /** Ends it as a power cut would, and begins it again at the same address. */
  kill(): Promise<void>;
  revive(): Promise<void>;
  /** Makes of it a server of its own. */
  promote(): Promise<void>;
}

export async function startReplicated(): Promise<Replicated> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'fieldlab-replicated-')));
  await chmod(folder, 0o711); // where root runs the tests, PostgreSQL runs as another user
  const [dataDir, beside] = [join(folder, 'primary'), join(folder, 'replica')];
  await mkdir(dataDir, { mode: 0o711 });
  await mkdir(beside, { mode: 0o711 });
  const cluster = await openEmbeddedCluster({ dataDir, settings: SETTINGS, log: () => undefined });
  await cluster.createDatabase(REGISTER);
  const [ownerUrl, appUrl] = [cluster.ownerUrl(REGISTER), cluster.appUrl(REGISTER)];
  await migrate(ownerUrl, {
    afterwards: (client) => grantToApplication(client, new URL(appUrl).username),
  });
  const superUrl = await superuserAt(dataDir, ownerUrl);
  const replica = new Standby(await prepareSite(beside, () => undefined), superUrl);
  await replica.copy(await pgdataOf(superUrl));
  await replica.begin();
  return {
    ...{ ownerUrl, appUrl, replicaUrl: replica.at(appUrl) },
    atPrimary: async (...statements) => {
      for (const statement of statements) await asked(superUrl, statement);
    },
    pause: () => replica.tell('select pg_wal_replay_pause()'),
    resume: () => replica.tell('select pg_wal_replay_resume()'),
    level: () => replica.level(),
    kill: () => replica.kill(),
    revive: () => replica.begin(),
    promote: () => replica.tell('select pg_promote()'),
    drop: async () => {
      await replica.end();
      await cluster.release();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function superuserAt(dataDir: string, url: string): Promise<string> {
  const file = join(dataDir, 'postgres', 'credentials.json');
  const { [SUPERUSER]: password } = JSON.parse(await readFile(file, 'utf8')) as Credentials;
  const address = new URL(url);
  return Object.assign(address, { username: SUPERUSER, password }).href;
}

async function asked<Row extends pg.QueryResultRow>(
  url: string,
  statement: string,
): Promise<Row | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows[0];
  } finally {
    await client.end();
  }
}

const pgdataOf = async (superUrl: string): Promise<string> =>
  (await asked<{ folder: string }>(superUrl, `select current_setting('data_directory') as folder`))?.folder ??
  '';

/** Not one that only waits for its parent to notice its end. */
async function isRunning(pid: number): Promise<boolean> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return text !== '' && !text.slice(text.lastIndexOf(')')).startsWith(') Z');
}

/** The second server, which begins as a copy of the first one's files: npm has no pg_basebackup. */
class Standby {
  private port: number | undefined;

  constructor(
    private readonly site: ClusterSite,
    private readonly primaryUrl: string,
  ) {}

  async copy(files: string): Promise<void> {
    const { pgdata, user } = this.site;
    const client = new pg.Client({ connectionString: this.primaryUrl });
    await client.connect();
    try {
      await client.query(`select pg_backup_start('replica', true)`);
      await run('cp', ['-a', files, pgdata]);
      const { rows } = await client.query<{ label: string }>(
        'select labelfile as label from pg_backup_stop(false)',
      );
      await rm(join(pgdata, 'postmaster.pid'), { force: true });
      const label = join(pgdata, 'backup_label');
      await writeFile(label, rows[0]?.label ?? '');
      const signal = join(pgdata, 'standby.signal');
      await writeFile(signal, '');
      if (user) for (const file of [label, signal]) await chown(file, user.uid, user.gid);
    } finally {
      await client.end();
    }
  }

  async begin(): Promise<void> {
    const { hostname, port, username, password } = new URL(this.primaryUrl);
    const primary = `host=${hostname} port=${port} user=${username} password=${password}`;
    this.port = await start(this.site, this.port, { ...SETTINGS, primary_conninfo: primary });
    await this.level();
  }

  /** The same address at this server. */
  at(url: string): string {
    return Object.assign(new URL(url), { port: String(this.port) }).href;
  }

  async tell(statement: string): Promise<void> {
    await asked(this.at(this.primaryUrl), statement);
  }

  async level(): Promise<void> {
    const written = await asked<{ at: string }>(
      this.primaryUrl,
      'select pg_current_wal_flush_lsn()::text as at',
    );
    const statement = `select pg_last_wal_replay_lsn() >= '${written?.at ?? ''}'::pg_lsn as reached`;
    const reached = async () =>
      (await asked<{ reached: boolean }>(this.at(this.primaryUrl), statement))?.reached;
    for (let look = 0; (await reached()) !== true; look += 1) {
      if (look > 500) throw new Error('The replica does not replay.');
      await sleep(LOOK_MS);
    }
  }

  /** All of it: what its children hold would keep it from beginning again at once. */
  async kill(): Promise<void> {
    const file = join(this.site.pgdata, 'postmaster.pid');
    const server = Number((await readFile(file, 'utf8')).split('\n')[0]);
    const pids = [server, ...(await childrenOf(server))];
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    for (const pid of pids) while (await isRunning(pid)) await sleep(LOOK_MS);
    // Its number is taken until somebody notices its end, which PostgreSQL takes for a server that runs.
    await rm(file);
  }

  async end(): Promise<void> {
    await stop(this.site).catch(() => undefined); // it may have been killed
  }
}
