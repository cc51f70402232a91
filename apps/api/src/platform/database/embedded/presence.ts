import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Begins the application name of every process's presence in the cluster. */
export const PRESENCE = 'fieldlab presence ';

/** After so many attempts a person is told, and it is tried more seldom: a full disk may be given room at any time. */
const TOLD_AFTER = 5;
const BETWEEN_RETURNS_MS = 500;
const LATER_RETURNS_MS = 2_000;
const LINGERING_MS = 1000;
const LINGERING_POLL_MS = 25;

export type Reconnect = (id: string) => Promise<pg.Client>;

/**
 * One idle connection for as long as a process uses the cluster. It tells the others that we are here, also while our
 * pool is empty, and it ends with us, however we end. When the server falls away it is started again.
 */
export class Presence {
  readonly id = randomBytes(4).toString('hex');
  private client: pg.Client | undefined;
  private leaving = false;

  constructor(
    private readonly reconnect: Reconnect,
    private readonly log: (line: string) => void,
  ) {}

  async enter(): Promise<void> {
    const client = await this.reconnect(this.id);
    if (this.leaving) return client.end();
    this.client = client;
    // An error is followed by the end, and the end is what we act on.
    client.on('error', () => undefined);
    client.once('end', () => void this.comeBack());
  }

  /** @throws Error once we have left. */
  get connection(): pg.Client {
    if (!this.client || this.leaving) throw new Error('The embedded database is closed.');
    return this.client;
  }

  /** Whether nobody else is connected; false when that cannot be told. */
  async isAlone(): Promise<boolean> {
    const deadline = Date.now() + LINGERING_MS;
    for (;;) {
      const others = await countOthers(this.connection);
      if (others.connections === 0) return true;
      // A connection closed a moment ago may still be shown; another process of ours is no such thing.
      if (others.processes > 0 || Date.now() > deadline) return false;
      await sleep(LINGERING_POLL_MS);
    }
  }

  async leave(): Promise<void> {
    this.leaving = true;
    await this.client?.end().catch(() => undefined);
    this.client = undefined;
  }

  private async comeBack(): Promise<void> {
    for (let attempt = 1; !this.leaving; attempt += 1) {
      try {
        await this.enter();
        if (attempt > TOLD_AFTER) this.log('The embedded PostgreSQL is back.');
        return;
      } catch (error) {
        if (attempt === TOLD_AFTER)
          this.log(`The embedded PostgreSQL is gone, and is started until it comes back: ${String(error)}`);
        await sleep(attempt < TOLD_AFTER ? BETWEEN_RETURNS_MS : LATER_RETURNS_MS, undefined, { ref: false });
      }
    }
  }
}

/** How many others are connected: other processes of ours, and anyone else (a person with psql, say). */
async function countOthers(client: pg.Client): Promise<{ processes: number; connections: number }> {
  const { rows } = await client.query<{ processes: number; connections: number }>(
    `select count(*) filter (where application_name like $1)::int as processes, count(*)::int as connections
       from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    [`${PRESENCE}%`],
  );
  return rows[0] ?? { processes: 0, connections: 0 };
}
