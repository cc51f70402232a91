import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import PgBoss from 'pg-boss';
import { Database, type SqlClient } from '../database/database';
import { asDomainError } from '../database/database-errors';

/** The queues there are; the owner makes each in a migration, for a role of requests may make no tables. */
export const QUEUES = ['publish-report', 'scan-duplicates', 'send-notifications', 'check-companies'] as const;
export type Queue = (typeof QUEUES)[number];

export interface Job {
  id: string;
  /** What the job is about. */
  subject: string;
  /** Says that the program ends: the job lets go, and the next process takes it up. */
  signal: AbortSignal;
}
type Handler = (job: Job) => Promise<void>;

/** Another process may have sent something. */
const POLL_SECONDS = 2;
const STOP_MS = 5000;
/** The database was away. */
const AGAIN_MS = 1000;

/**
 * Jobs in the database (pg-boss), worked off by every process that serves: one of a queue at a time in each. Commands
 * send none and work none off.
 */
@Injectable()
export class JobsService implements BeforeApplicationShutdown {
  private readonly logger = new Logger(JobsService.name);
  private readonly handlers = new Map<Queue, Handler>();
  private readonly workers = new Map<Queue, string>();
  private readonly ending = new AbortController();
  private started: Promise<PgBoss> | undefined;

  constructor(@Inject(Database) private readonly database: Database) {}

  /** Says what is done with the jobs of a queue; before `start`. It throws nothing: a job says itself how it ended. */
  handle(queue: Queue, handler: Handler): void {
    this.handlers.set(queue, handler);
  }

  /** Begins to work off what is there, and what comes. */
  start(): Promise<PgBoss> {
    this.started ??= this.begin();
    return this.started;
  }

  /** Adds a job within the caller's transaction; `wake` after it has ended. */
  async send(client: SqlClient, queue: Queue, subject: string): Promise<string> {
    const boss = await this.start();
    const db = { executeSql: (text: string, values: unknown[]) => client.query(text, values) };
    const id = await boss.send(queue, { subject }, { db });
    if (id === null) throw new Error(`The queue ${queue} takes no job.`);
    return id;
  }

  /**
   * Adds a job for later to a queue in which one job of a name waits at most: where one waits already, it is that one.
   * Somebody may wait for it: where the database is away, that is said, and not waited for.
   */
  async plan(queue: Queue, seconds: number, name?: string): Promise<void> {
    const boss = await this.start();
    const db = { executeSql: (text: string, values: unknown[]) => this.database.pool.query(text, values) };
    const when = { startAfter: seconds, ...(name && { singletonKey: name }) };
    await boss.send(queue, { subject: queue }, { ...when, db });
  }

  /** There is something to do in a queue. */
  async wake(queue: Queue): Promise<void> {
    const boss = await this.start();
    const worker = this.workers.get(queue);
    if (worker !== undefined) boss.notifyWorker(worker);
  }

  /** Before connections are ended, over which it says how each job ended. */
  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    const boss = await this.started?.catch(() => undefined);
    await boss?.stop({ graceful: true, wait: true, timeout: STOP_MS });
  }

  /**
   * Asks the database until it answers, of what nobody waits for. pg-boss awaits nothing where it says how a job ended: that the database was away at
   * that moment would be a rejection that nobody handles, which ends the process, and the job would stay under way. One that
   * ends has nobody to tell: the next process finds the job expired.
   */
  private async ask(text: string, values: unknown[] | undefined): Promise<{ rows: unknown[] } | undefined> {
    for (;;) {
      try {
        return await this.database.pool.query(text, values);
      } catch (error) {
        const known = asDomainError(error);
        if (known?.code !== 'UNAVAILABLE') throw error;
        if (this.ending.signal.aborted) return undefined;
        await sleep(AGAIN_MS, undefined, { signal: this.ending.signal }).catch(() => undefined);
      }
    }
  }

  private async begin(): Promise<PgBoss> {
    const db = {
      executeSql: (text: string, values: unknown[] | undefined) => this.ask(text, values),
    } as PgBoss.Db;
    const boss = new PgBoss({ db, migrate: false, schedule: false });
    boss.on('error', (error) => this.logger.error(`The queue of jobs: ${error.message}`));
    await boss.start();
    for (const [queue, handler] of this.handlers) {
      const work = async ([job]: PgBoss.Job<{ subject: string }>[]): Promise<void> => {
        if (job) await handler({ id: job.id, subject: job.data.subject, signal: this.ending.signal });
      };
      const options = { pollingIntervalSeconds: POLL_SECONDS, batchSize: 1 };
      this.workers.set(queue, await boss.work<{ subject: string }>(queue, options, work));
    }
    return boss;
  }
}
