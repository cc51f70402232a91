import { DomainError } from '@fieldlab/domain';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import PgBoss from 'pg-boss';
import { Database, type SqlClient } from '../database/database';
import { asDomainError } from '../database/database-errors';
import { untilAnswered } from '../database/until-answered';
import { leaseJobs, uncountAttempt } from './job-rows.repository';

/** The queues there are; the owner makes each in a migration, for a role of requests may make no tables. */
export type Queue =
  | 'publish-report'
  | 'scan-duplicates'
  | 'send-notifications'
  | 'check-companies'
  | 'send-mail'
  | 'import-workbook';

export interface Job {
  id: string;
  /** What the job is about. */
  subject: string;
  /** 1 at first; more where whoever had it died with it, or threw. */
  attempt: number;
  /** Says that the program ends: the job lets go, and the next process takes it up. */
  signal: AbortSignal;
}
type Work = (job: Job) => Promise<void>;

/** Why a job is not begun anew. */
export interface GivenUp {
  /** A sentence for whoever waits for it; what nobody foresaw is in the log alone. */
  failure: string;
  /** What was foreseen. */
  refusal?: DomainError | undefined;
}

export interface KindOfJob {
  /** So many are worked off at once in each process. */
  atOnce?: number;
  /** One that was begun so often, and never ended, is given up. */
  mostAttempts?: number;
  /** One whose database went away under it is begun so often; by default as often as any. */
  mostCutOff?: number;
  /** What becomes of one that failed for good. Without it, whatever fails is begun anew as often as the queue says. */
  giveUp?: (job: Job, why: GivenUp) => Promise<void>;
}
type Taken = PgBoss.JobWithMetadata<{ subject: string }>;

/** Another process may have sent something. */
const POLL_SECONDS = 2;
const STOP_MS = 5000;
/** A process says so often that it is at its jobs. */
const BEAT_MS = 5000;
/** Who looks whether one has gone silent; of several processes, one at a time. */
const MAINTENANCE_SECONDS = 10;

/**
 * Jobs in the database (pg-boss), worked off by every process that serves: of a queue one at a time in each, or as many
 * as it says. A job whose process was killed is another's after half a minute. Commands send none and work none off.
 */
@Injectable()
export class JobsService implements BeforeApplicationShutdown {
  private readonly logger = new Logger(JobsService.name);
  private readonly kinds = new Map<Queue, KindOfJob & { work: Work }>();
  private readonly workers = new Map<Queue, string>();
  private readonly ending = new AbortController();
  /** What pg-boss asks of the database and may not wait for itself. */
  private readonly asked = new Set<Promise<unknown>>();
  private started: Promise<PgBoss> | undefined;

  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * Says what is done with the jobs of a queue; before `start`. `work` ends when the job is done. What it throws has it
   * begun anew where another attempt may not meet it, since the program ends or the database went away, and given up else.
   */
  handle(queue: Queue, work: Work, kind: KindOfJob = {}): void {
    this.kinds.set(queue, { ...kind, work });
  }

  /** Begins to work off what is there, and what comes. */
  start(): Promise<PgBoss> {
    this.started ??= this.begin();
    return this.started;
  }

  /** Adds a job within the caller's transaction; `wake` after it has ended. */
  async send(client: SqlClient, queue: Queue, subject: string, afterSeconds = 0): Promise<string> {
    const boss = await this.start();
    const db = { executeSql: (text: string, values: unknown[]) => client.query(text, values) };
    const id = await boss.send(queue, { subject }, { startAfter: afterSeconds, db });
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
    while (this.asked.size > 0) await Promise.all(this.asked);
  }

  /**
   * pg-boss awaits nothing where it says how a job ended: that the database was away at that moment would be a rejection
   * that nobody handles, which ends the process, and the job would stay under way. One that ends has nobody to tell: the
   * next process finds the job expired.
   */
  private ask(text: string, values: unknown[] | undefined): Promise<{ rows: unknown[] } | undefined> {
    const answer = untilAnswered(() => this.database.pool.query(text, values), this.ending.signal).catch(
      (error: unknown) => {
        if (!this.ending.signal.aborted) throw error;
        return undefined;
      },
    );
    const settled: Promise<boolean> = answer.then(
      () => this.asked.delete(settled),
      () => this.asked.delete(settled),
    );
    this.asked.add(settled);
    return answer;
  }

  private async begin(): Promise<PgBoss> {
    const db = {
      executeSql: (text: string, values: unknown[] | undefined) => this.ask(text, values),
    } as PgBoss.Db;
    const boss = new PgBoss({
      ...{ db, schema: this.database.schema, migrate: false, schedule: false },
      maintenanceIntervalSeconds: MAINTENANCE_SECONDS,
    });
    boss.on('error', (error) => this.logger.error(`The queue of jobs: ${error.message}`));
    await boss.start();
    for (const [queue, { atOnce = 1 }] of this.kinds) {
      const work = (jobs: Taken[]): Promise<void> => this.work(queue, jobs);
      const options = { pollingIntervalSeconds: POLL_SECONDS, batchSize: atOnce };
      const worker = await boss.work<{ subject: string }>(queue, { ...options, includeMetadata: true }, work);
      this.workers.set(queue, worker);
    }
    // What processes of before left is looked for at once.
    boss.maintain().catch((error: unknown) => this.logger.error(`The queue of jobs: ${String(error)}`));
    return boss;
  }

  /** Nothing of what went wrong is kept with the job: an error may hold any text. */
  private async work(queue: Queue, jobs: readonly Taken[]): Promise<void> {
    const ids = jobs.map(({ id }) => id);
    const lease = (): void => void leaseJobs(this.database.pool, queue, ids).catch(() => undefined);
    const beat = setInterval(lease, BEAT_MS);
    try {
      const areDone = await Promise.all(jobs.map((job) => this.run(queue, job)));
      if (!areDone.includes(false)) return;
      // Of many processes that are restarted one after the other, each may have had it for a moment.
      if (this.ending.signal.aborted)
        await uncountAttempt(this.database.pool, queue, ids).catch(() => undefined);
      throw new Error('It is to be taken up again.');
    } finally {
      clearInterval(beat);
      void this.wake(queue); // There may be more: it is looked for at once.
    }
  }

  /** Answers whether it was done. */
  private async run(queue: Queue, { id, data: { subject }, retryCount }: Taken): Promise<boolean> {
    const { signal } = this.ending;
    if (signal.aborted) return false;
    const job = { id, subject, attempt: retryCount + 1, signal };
    const { mostAttempts = Infinity, giveUp } = this.kinds.get(queue) ?? {};
    try {
      if (job.attempt > mostAttempts)
        await giveUp?.(job, { failure: `It was begun ${mostAttempts} times, and never ended.` });
      else await this.worked(queue, job);
      return true;
    } catch (error) {
      if (!this.ending.signal.aborted) this.logger.error(`A job of ${queue}: ${String(error)}`);
      return false;
    }
  }

  /** @throws what has it begun anew */
  private async worked(queue: Queue, job: Job): Promise<void> {
    try {
      await this.kinds.get(queue)?.work(job);
    } catch (error) {
      await this.failed(queue, job, error);
    }
  }

  /** @throws what has it begun anew */
  private async failed(queue: Queue, job: Job, error: unknown): Promise<void> {
    const { giveUp, mostCutOff = Infinity } = this.kinds.get(queue) ?? {};
    const refusal = error instanceof DomainError ? error : asDomainError(error);
    const isCutOff = refusal?.code === 'UNAVAILABLE' && job.attempt < mostCutOff;
    if (!giveUp || job.signal.aborted || isCutOff) throw error;
    if (!(error instanceof DomainError))
      this.logger.error(`A job of ${queue}, ${job.subject}: ${String(error)}`);
    await giveUp(job, { failure: refusal?.message ?? 'Something went wrong on our side.', refusal });
  }
}
