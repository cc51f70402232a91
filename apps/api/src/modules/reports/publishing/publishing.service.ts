import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '@fieldlab/domain';
import type { Actor } from '../../../access/actor';
import type { SqlClient } from '../../../platform/database/database';
import { asDomainError } from '../../../platform/database/database-errors';
import { UnitOfWork, type Authorship } from '../../../platform/database/unit-of-work';
import { Housekeeping } from '../../../platform/housekeeping/housekeeping.service';
import { JobsService, type Job, type Queue } from '../../../platform/jobs/jobs.service';
import { EditionPublisher } from '../edition-publisher';
import { PublicFiles } from '../public-files.service';
import {
  authorOf,
  PublishingRepository,
  type Publishing,
  type PublishingFailure,
} from './publishing.repository';

/** The status of what somebody may choose otherwise. */
const CONFLICT = 409;
const QUEUE: Queue = 'publish-report';
/** So long a request waits for what it began; a small report is published by then. */
const PATIENCE_MS = 8000;
const BETWEEN_LOOKS_MS = 50;
/** One that never ended is not begun again. */
const MOST_ATTEMPTS = 3;

/** Publishes reports as jobs: any process takes one up. */
@Injectable()
export class PublishingService implements OnModuleInit {
  private readonly logger = new Logger(PublishingService.name);

  constructor(
    @Inject(JobsService) private readonly jobs: JobsService,
    @Inject(PublishingRepository) private readonly publishings: PublishingRepository,
    @Inject(EditionPublisher) private readonly publisher: EditionPublisher,
    @Inject(PublicFiles) private readonly publicFiles: PublicFiles,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Housekeeping) private readonly housekeeping: Housekeeping,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(QUEUE, (job) => this.work(job));
    this.housekeeping.add('publishings without a job', () => this.giveJobs());
  }

  /** Queues it within the transaction that makes the report PUBLISHING. */
  async request(client: SqlClient, actor: Actor, reportId: string): Promise<void> {
    const jobId = await this.jobs.send(client, QUEUE, reportId);
    await this.publishings.begin(client, reportId, jobId, actor);
  }

  /** Waits a moment for a publishing to end, well or not. */
  async settled(reportId: string): Promise<void> {
    await this.jobs.wake(QUEUE);
    const deadline = Date.now() + PATIENCE_MS;
    while ((await this.publishings.statusOf(reportId)) === 'PUBLISHING' && Date.now() < deadline) {
      await sleep(BETWEEN_LOOKS_MS);
    }
  }

  /** A backup carries reports that were being published, and no jobs. */
  private async giveJobs(): Promise<void> {
    await this.unitOfWork.runSql(PROGRAM, async (client) => {
      for (const publishing of await this.publishings.withoutJob(client, QUEUE))
        await this.publishings.takeUp(
          client,
          publishing,
          await this.jobs.send(client, QUEUE, publishing.reportId),
        );
    });
    await this.jobs.wake(QUEUE);
  }

  /** @throws what the next attempt may not meet: the program ended, or the database was away */
  private async work({ id, subject, attempt, signal }: Job): Promise<void> {
    const publishing = await this.publishings.find(subject, id);
    if (!publishing) return;
    if (attempt > MOST_ATTEMPTS) {
      await this.giveUp(publishing, { failure: `It was begun ${MOST_ATTEMPTS} times, and never ended.` });
      return;
    }
    try {
      const onProgress = (percent: number): void =>
        void this.publishings.tell(publishing, percent).catch(() => undefined);
      await this.publisher.publish(publishing, { signal, onProgress });
      // The next publishing does not wait for it; who asks for a file meanwhile waits for the same making.
      void this.publicFiles.keep(publishing.reportId);
    } catch (error) {
      if (signal.aborted || asDomainError(error)?.code === 'UNAVAILABLE') throw error;
      await this.giveUp(publishing, this.told(publishing, error));
    }
  }

  private async giveUp(publishing: Publishing, failure: PublishingFailure): Promise<void> {
    await this.unitOfWork.runSql(authorOf(publishing), async (client) => {
      if (!(await this.publishings.hold(client, publishing))) return;
      await this.publishings.end(client, publishing, 'failed');
      await this.publishings.keepFailure(client, publishing, failure);
    });
  }

  private told({ reportId }: Publishing, error: unknown): PublishingFailure {
    const failure = failureOf(error);
    if (!failure) this.logger.error(`Publishing ${reportId}: ${String(error)}`);
    return failure ?? { failure: 'Something went wrong on our side.' };
  }
}

/** What was foreseen; a refusal is for whoever may choose otherwise, not for what may go better the next time. */
function failureOf(error: unknown): PublishingFailure | undefined {
  if (!(error instanceof DomainError)) return undefined;
  const { code, message, about = {}, status } = error;
  return { failure: message, ...(status === CONFLICT ? { refusal: { code, about } } : {}) };
}

const PROGRAM: Authorship = { actorId: null, actorName: 'fieldlab' };
