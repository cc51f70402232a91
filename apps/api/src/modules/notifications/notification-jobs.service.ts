import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Housekeeping } from '../../platform/housekeeping/housekeeping.service';
import { JobsService, type Queue } from '../../platform/jobs/jobs.service';
import { NotificationMails } from './notification-mails.service';
import { TargetLights } from './target-lights.service';

const QUEUE: Queue = 'send-notifications';
/** What goes "at once" waits no longer. */
const BETWEEN_SECONDS = 60;

/** A job that looks who is to be mailed, and asks for its successor when it ends. */
@Injectable()
export class NotificationJobs implements OnModuleInit {
  private readonly logger = new Logger(NotificationJobs.name);

  constructor(
    @Inject(JobsService) private readonly jobs: JobsService,
    @Inject(Housekeeping) private readonly housekeeping: Housekeeping,
    @Inject(NotificationMails) private readonly mails: NotificationMails,
    @Inject(TargetLights) private readonly targets: TargetLights,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(QUEUE, () => this.work());
    // The first of them, and the next one where its asking failed.
    this.housekeeping.add('notifications by mail', () => this.jobs.plan(QUEUE, 0));
  }

  private async work(): Promise<void> {
    await this.tried('how targets stand', () => this.targets.look());
    await this.tried('mail', () => this.mails.sendDue());
    await this.tried('the next look', () => this.jobs.plan(QUEUE, BETWEEN_SECONDS));
  }

  /** What fails is tried again by the next job, and does not keep the rest from being done. */
  private async tried(what: string, step: () => Promise<void>): Promise<void> {
    await step().catch((error: unknown) => this.logger.error(`Notifications, ${what}: ${String(error)}`));
  }
}
