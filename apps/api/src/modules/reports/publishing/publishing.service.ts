import { setTimeout as sleep } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { DomainError } from '@fieldlab/domain';
import type { Actor } from '../../../access/actor';
import type { SqlClient } from '../../../platform/database/database';
import { UnitOfWork, type Authorship } from '../../../platform/database/unit-of-work';
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
const HEARTBEAT_MS = 2000;
/** Nobody was seen at it for so long: who was has died. */
const DEAD_AFTER_SECONDS = 15;
const BETWEEN_SWEEPS_MS = 5000;
const MOST_ATTEMPTS = 3;

/** Publishes reports as jobs: any process takes one up, and one whose process died is taken up again. */
@Injectable()
export class PublishingService implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(PublishingService.name);
  private sweeping: NodeJS.Timeout | undefined;

  constructor(
    @Inject(JobsService) private readonly jobs: JobsService,
    @Inject(PublishingRepository) private readonly publishings: PublishingRepository,
    @Inject(EditionPublisher) private readonly publisher: EditionPublisher,
    @Inject(PublicFiles) private readonly publicFiles: PublicFiles,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(QUEUE, (job) => this.work(job));
  }

  /** Begins to work off jobs, and to look for those that nobody is at any more; the server does, commands do not. */
  async start(): Promise<void> {
    await this.sweep();
    this.sweeping = setInterval(() => void this.sweep(), BETWEEN_SWEEPS_MS);
    this.sweeping.unref();
    await this.jobs.start();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.sweeping);
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

  /** Takes up again what nobody is at, or gives it up after some attempts. */
  async sweep(): Promise<void> {
    try {
      const taken = await this.unitOfWork.runSql(PROGRAM, async (client) => {
        const abandoned = await this.publishings.abandoned(client, DEAD_AFTER_SECONDS);
        for (const publishing of abandoned) await this.resume(client, publishing);
        return abandoned.length;
      });
      if (taken > 0) await this.jobs.wake(QUEUE);
    } catch (error) {
      this.logger.error(`Looking for abandoned publishings: ${String(error)}`); // the next look tries again
    }
  }

  private async resume(client: SqlClient, publishing: Publishing): Promise<void> {
    if (publishing.attempts >= MOST_ATTEMPTS) {
      const failure = `The program ended ${MOST_ATTEMPTS} times while it published.`;
      await this.giveUp(client, publishing, { failure });
      return;
    }
    await this.publishings.takeUp(
      client,
      publishing,
      await this.jobs.send(client, QUEUE, publishing.reportId),
    );
  }

  private async work({ id, subject, signal }: Job): Promise<void> {
    const publishing = await this.publishings.find(subject, id);
    if (!publishing) return;
    let done = 0;
    const tell = (): void => void this.publishings.tell(publishing, done).catch(() => undefined);
    const heartbeat = setInterval(tell, HEARTBEAT_MS);
    try {
      await this.publisher.publish(publishing, {
        signal,
        onProgress: (percent) => {
          done = percent;
          tell();
        },
      });
      // The next publishing does not wait for it; who asks for a file meanwhile waits for the same making.
      void this.publicFiles.keep(publishing.reportId);
    } catch (error) {
      await this.fail(publishing, error, signal);
    } finally {
      clearInterval(heartbeat);
    }
  }

  private async fail(publishing: Publishing, error: unknown, { aborted }: AbortSignal): Promise<void> {
    if (aborted) {
      await this.publishings.letGo(publishing);
      return;
    }
    const failure = failureOf(error);
    if (!failure) this.logger.error(`Publishing ${publishing.reportId}: ${String(error)}`);
    await this.unitOfWork.runSql(authorOf(publishing), async (client) => {
      if (await this.publishings.hold(client, publishing))
        await this.giveUp(client, publishing, failure ?? { failure: 'Something went wrong on our side.' });
    });
  }

  private async giveUp(client: SqlClient, publishing: Publishing, failure: PublishingFailure): Promise<void> {
    await this.publishings.end(client, publishing, 'failed');
    await this.publishings.keepFailure(client, publishing, failure);
  }
}

/** What was foreseen; a refusal is for whoever may choose otherwise, not for what may go better the next time. */
function failureOf(error: unknown): PublishingFailure | undefined {
  if (!(error instanceof DomainError)) return undefined;
  const { code, message, about = {}, status } = error;
  return { failure: message, ...(status === CONFLICT ? { refusal: { code, about } } : {}) };
}

const PROGRAM: Authorship = { actorId: null, actorName: 'fieldlab' };
