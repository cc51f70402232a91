import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../../access/actor';
import type { SqlClient } from '../../../platform/database/database';
import { UnitOfWork, type Authorship } from '../../../platform/database/unit-of-work';
import { Housekeeping } from '../../../platform/housekeeping/housekeeping.service';
import { JobsService, type GivenUp, type Job, type Queue } from '../../../platform/jobs/jobs.service';
import { EditionPublisher } from '../edition-publisher';
import { PublicFiles } from '../public-files.service';
import { authorOf, PublishingRepository, type PublishingFailure } from './publishing.repository';

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
  constructor(
    @Inject(JobsService) private readonly jobs: JobsService,
    @Inject(PublishingRepository) private readonly publishings: PublishingRepository,
    @Inject(EditionPublisher) private readonly publisher: EditionPublisher,
    @Inject(PublicFiles) private readonly publicFiles: PublicFiles,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Housekeeping) private readonly housekeeping: Housekeeping,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(QUEUE, (job) => this.work(job), {
      mostAttempts: MOST_ATTEMPTS,
      giveUp: (job, why) => this.giveUp(job, why),
    });
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

  private async work({ id, subject, signal }: Job): Promise<void> {
    const publishing = await this.publishings.find(subject, id);
    if (!publishing) return;
    const onProgress = (percent: number): void =>
      void this.publishings.tell(publishing, percent).catch(() => undefined);
    await this.publisher.publish(publishing, { signal, onProgress });
    // The next publishing does not wait for it; who asks for a file meanwhile waits for the same making.
    void this.publicFiles.keep(publishing.reportId);
  }

  private async giveUp({ id, subject }: Job, why: GivenUp): Promise<void> {
    const publishing = await this.publishings.find(subject, id);
    if (!publishing) return;
    await this.unitOfWork.runSql(authorOf(publishing), async (client) => {
      if (!(await this.publishings.hold(client, publishing))) return;
      await this.publishings.end(client, publishing, 'failed');
      await this.publishings.keepFailure(client, publishing, failureOf(why));
    });
  }
}

/** A refusal is for whoever may choose otherwise, not for what may go better the next time. */
const failureOf = ({ failure, refusal }: GivenUp): PublishingFailure => ({
  failure,
  ...(refusal?.status === CONFLICT && { refusal: { code: refusal.code, about: refusal.about ?? {} } }),
});

const PROGRAM: Authorship = { actorId: null, actorName: 'fieldlab' };
