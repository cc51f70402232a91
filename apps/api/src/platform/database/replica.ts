import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '@fieldlab/domain';
import { Database, type DatabaseOptions, type Reading, type ReadReplica, type SqlClient } from './database';
import type { StatementReader } from './database';
import { socketOf } from './register-pool';

/**
 * How long it is left alone after it could not be read, how long it may take to be reached and to say where it is, and
 * the pauses after which it is asked again when it is behind: a request that writes, as an export notes itself, comes
 * to read some milliseconds before the replica has replayed that.
 */
export const REPLICA_TIMES = { awayMs: 5_000, connectMs: 1_000, standsMs: 1_000, pausesMs: [2, 5, 10, 20] };

const TOOK_TOO_LONG = '57014';

/** Why the primary answered: the replica had not replayed enough, could not be reached, or failed under the work. */
export type Outcome = 'replica' | 'behind' | 'away' | 'failed';

/** What had been written when it was asked: the place in the log, and the knowledge clock in milliseconds. */
interface Written {
  place: string;
  clock: number;
}

/** Not of the replica's making: it is only not as far as what was written, or on another way. */
class Behind extends Error {}

// Whatever was acknowledged, or was seen by anybody, has been flushed; without waiting for that, it has been inserted.
const WRITTEN = `
  select case when pg_is_in_recovery() then null
              when current_setting('synchronous_commit') = 'off' then pg_current_wal_insert_lsn()
              else pg_current_wal_flush_lsn() end::text as place,
         (extract(epoch from known_at) * 1000)::float8 as clock
    from knowledge_clock`;
const STANDS = `
  select pg_is_in_recovery() as "isReplica", coalesce(pg_last_wal_replay_lsn() >= $1::pg_lsn, false) as "hasReached"`;
const CLOCK = `select (extract(epoch from known_at) * 1000)::float8 as clock from knowledge_clock`;
const IS_KNOWN = `select exists (select from revisions where known_at = to_timestamp($1::float8 / 1000)) as "isKnown"`;

/**
 * A streaming replica of the register, read instead of the primary. Each reading first asks the primary how far its log
 * has been written, and is given to the replica only where that has replayed so much: so nobody misses what they, or
 * anybody else, wrote before, whatever table it is in. A replica shows a change before the primary does when that still
 * waits for others to have it; such a change may yet be lost, so what it knows more is asked of the primary too.
 * See docs/decisions/0017-reading-from-a-replica.md.
 */
export class Replica implements ReadReplica {
  readonly database: Database;
  readonly counts: Record<Outcome, number> = { replica: 0, behind: 0, away: 0, failed: 0 };
  private awayUntil = 0;
  private isToldAway = false;
  /** Whether it had replayed enough when it was last asked: one that hangs back is not waited for. */
  private keepsUp = true;

  constructor(
    url: string,
    private readonly primary: Database,
    options: DatabaseOptions,
    private readonly log: (line: string) => void,
    private readonly times = REPLICA_TIMES,
  ) {
    this.database = new Database(url, { ...options, connectMs: times.connectMs });
  }

  async read<T>(
    work: (client: SqlClient, reader: StatementReader) => Promise<T>,
    { kind, once = false }: Reading,
  ): Promise<{ value: T } | undefined> {
    const { outcome, value } = await this.tried(work, { kind, once });
    this.counts[outcome] += 1;
    return value;
  }

  async close(): Promise<void> {
    await this.database.close();
  }

  private get isAway(): boolean {
    return Date.now() < this.awayUntil || this.database.pool.isCutOff;
  }

  private async tried<T>(
    work: (client: SqlClient, reader: StatementReader) => Promise<T>,
    { kind, once = false }: Reading,
  ): Promise<{ outcome: Outcome; value?: { value: T } }> {
    if (this.isAway) return { outcome: 'away' };
    const written = await this.written();
    const client = await this.reached(written);
    if (typeof client === 'string') return { outcome: client };
    const run = { isBegun: false };
    const reading = async (): Promise<T> => {
      await this.assertAcknowledged(client, written);
      run.isBegun = true;
      return work(client, this.database.at(client));
    };
    try {
      const value = await this.database.snapshotOn(client, reading, kind);
      this.tellBack();
      return { outcome: 'replica', value: { value } };
    } catch (error) {
      if (error instanceof Behind) return { outcome: 'behind' };
      if (socketOf(client).destroyed) this.leaveAlone(error);
      if ((once && run.isBegun) || isOfTheWork(error)) throw error;
      return { outcome: 'failed' };
    }
  }

  private async written(): Promise<Written> {
    const statement = { text: WRITTEN, values: [] };
    const [written] = await this.primary.prepared<{ place: string | null; clock: number }>(statement);
    if (!written) throw new Error('The register has no clock');
    const { place, clock } = written;
    // It follows another, and nobody tells what was written there since.
    if (place === null)
      throw new DomainError('UNAVAILABLE', 'The database is no primary now; try again in a while.');
    return { place, clock };
  }

  /** A connection to the replica, which has replayed so much; or why there is none. */
  private async reached({ place }: Written): Promise<SqlClient | 'behind' | 'away'> {
    let client: SqlClient | undefined;
    try {
      client = await this.database.pool.connect();
      this.keepsUp = await this.hasReached(client, place);
      if (this.keepsUp) return client;
      client.release();
      return 'behind';
    } catch (error) {
      client?.release(true);
      this.leaveAlone(error);
      return 'away';
    }
  }

  /** @throws Error where it is no replica, or does not say */
  private async hasReached(client: SqlClient, place: string): Promise<boolean> {
    const asked = { text: STANDS, values: [place], query_timeout: this.times.standsMs };
    for (const pause of [...(this.keepsUp ? this.times.pausesMs : []), undefined]) {
      const { rows } = await client.query<{ isReplica: boolean; hasReached: boolean }>(asked);
      if (rows[0]?.isReplica !== true) throw new Error('it is no replica');
      if (rows[0].hasReached) return true;
      if (pause !== undefined) await sleep(pause);
    }
    return false;
  }

  /**
   * What the snapshot knows, the primary knows. The place in the log is asked before the snapshot is taken, so that it
   * may hold more by now; or the replica has followed another primary, which is gone.
   * @throws Behind
   */
  private async assertAcknowledged(client: SqlClient, { clock }: Written): Promise<void> {
    const { rows } = await client.query<{ clock: number }>(CLOCK);
    const known = rows[0]?.clock ?? 0;
    if (known === clock) return;
    const asked = { text: IS_KNOWN, values: [known] };
    const [found] = known < clock ? [] : await this.primary.prepared<{ isKnown: boolean }>(asked);
    if (found?.isKnown !== true) throw new Behind();
  }

  private leaveAlone(error: unknown): void {
    this.awayUntil = Date.now() + this.times.awayMs;
    if (this.isToldAway) return;
    this.isToldAway = true;
    this.log(`The replica cannot be read, so the primary answers: ${reasonOf(error)}.`);
  }

  private tellBack(): void {
    if (!this.isToldAway) return;
    this.isToldAway = false;
    this.log('The replica is read again.');
  }
}

/** The primary would say the same, or would take as long. */
const isOfTheWork = (error: unknown): boolean =>
  error instanceof DomainError || (error instanceof Error && 'code' in error && error.code === TOOK_TOO_LONG);

/** An address that refuses at each of its numbers has no message. */
function reasonOf(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return message === undefined || message === '' ? (code ?? String(error)) : message;
}
