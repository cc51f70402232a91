import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { withClusterLock } from './cluster-lock';
import { SUPERUSER, readOrMakeCredentials, type Credentials, type Role } from './credentials';
import { PRESENCE, type Presence } from './presence';
import { ensureRoles } from './roles';
import { initialise, runningPort, start, stop } from './server-process';
import type { Settings } from './settings';
import { prepareSite, type ClusterSite } from './site';

const STARTING_MS = 120_000;
const STARTING_POLL_MS = 50;
const CANNOT_CONNECT_NOW = '57P03';

export interface ClusterOptions {
  /** Told, in one line each, what a person should know. */
  log: (line: string) => void;
  /** PostgreSQL settings on top of our own, used when this process is the one to start the server. */
  settings?: Settings;
}

/** One cluster as one process holds it. Starting and stopping are done under a lock that all processes share. */
export class ClusterHost {
  private readonly lockFile: string;
  private readonly portFile: string;
  private site: ClusterSite | undefined;
  private credentials: Credentials | undefined;
  private port: number | undefined;
  private hasFiles = false;

  constructor(
    private readonly folder: string,
    private readonly options: ClusterOptions,
  ) {
    this.lockFile = join(folder, 'lock');
    this.portFile = join(folder, 'port');
  }

  url(role: Role, database: string): string {
    const password = this.credentials?.[role] ?? '';
    return `postgres://${role}:${password}@127.0.0.1:${String(this.port)}/${encodeURIComponent(database)}`;
  }

  /** Sees to it that the server runs, and connects to it as the presence `id`. */
  async connect(id: string): Promise<pg.Client> {
    return withClusterLock(this.lockFile, async () => {
      this.site ??= await prepareSite(this.folder, this.options.log);
      this.credentials ??= await readOrMakeCredentials(join(this.folder, 'credentials.json'));
      // Files that go while we run are not gone for good: another disk lies there, and a new cluster would hide them.
      if (!this.hasFiles) await initialise(this.site, SUPERUSER, this.credentials[SUPERUSER]);
      this.hasFiles = true;
      const client = (await this.join(this.site, id)) ?? (await this.startAndConnect(this.site, id));
      await ensureRoles(client, this.credentials);
      return client;
    });
  }

  async release(presence: Presence): Promise<void> {
    await withClusterLock(this.lockFile, async () => {
      const alone = await presence.isAlone().catch(() => false);
      await presence.leave();
      if (alone && this.site) await stop(this.site);
    });
  }

  /** Connects to a server that another process started; it may be busy starting, recovering or stopping. */
  private async join(site: ClusterSite, id: string): Promise<pg.Client | undefined> {
    const deadline = Date.now() + STARTING_MS;
    for (;;) {
      this.port = await runningPort(site.pgdata);
      if (this.port === undefined) return undefined;
      const attempt = await this.tryConnect(id);
      if (attempt instanceof pg.Client) return attempt;
      if (!isPassing(attempt) || Date.now() > deadline) throw attempt;
      await sleep(STARTING_POLL_MS);
    }
  }

  private async startAndConnect(site: ClusterSite, id: string): Promise<pg.Client> {
    // The same port as last time, where it is free: addresses that were given out stay valid.
    const previous = Number(await readFile(this.portFile, 'utf8').catch(() => '0'));
    this.port = await start(site, previous, this.options.settings ?? {});
    await writeFile(this.portFile, `${this.port}\n`);
    const client = await this.tryConnect(id);
    if (client instanceof pg.Client) return client;
    throw client;
  }

  private async tryConnect(id: string): Promise<pg.Client | Error> {
    const client = new pg.Client({
      connectionString: this.url(SUPERUSER, 'postgres'),
      application_name: PRESENCE + id,
      keepAlive: true,
    });
    return client.connect().then(
      () => client,
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );
  }
}

/** A server that is not ready refuses the connection or says so; anything else it says (a wrong password) stays so. */
const isPassing = (error: Error): boolean =>
  !(error instanceof pg.DatabaseError) || error.code === CANNOT_CONNECT_NOW;
