import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { untilAnswered } from '../database/until-answered';
import { Housekeeping } from '../housekeeping/housekeeping.service';
import { JobsService, type Job } from '../jobs/jobs.service';
import { Secrets } from '../secrets/secrets';
import { Delivery, failureOf, LONGEST_DELIVERY_MS, type Failure, type MailMessage } from './delivery';
import { MAIL_OPTIONS, type MailOptions } from './mail-options';
import { MAIL_QUEUE } from './mailer';
import { MailsRepository, type WaitingMail } from './mails.repository';

/** Between attempts; the last one again and again. */
const PAUSES_SECONDS = [1, 10, 60, 300, 900];
/** So long a mail is one process's: longer than a delivery takes. */
const CLAIM_SECONDS = LONGEST_DELIVERY_MS / 1000 + 30;
/** So long administrators are told that one was given up, at most. */
const GIVEN_UP_DAYS = 30;
/** Mail servers take few connections from one address. */
const AT_ONCE = 5;

/** Sends what was posted, once, and gives up what is of no use any more. */
@Injectable()
export class MailSender implements OnModuleInit {
  /** They go on counting. */
  readonly counts = { sent: 0, failed: 0, given_up: 0 };
  private readonly logger = new Logger(MailSender.name);

  constructor(
    @Inject(MailsRepository) private readonly mails: MailsRepository,
    @Inject(JobsService) private readonly jobs: JobsService,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(Delivery) private readonly delivery: Delivery,
    @Inject(Housekeeping) private readonly housekeeping: Housekeeping,
    @Inject(MAIL_OPTIONS) private readonly options: MailOptions,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(MAIL_QUEUE, (job) => this.work(job), { atOnce: AT_ONCE });
    this.housekeeping.add('mails in the outbox', () => this.delivery.outbox.forgetOld());
    this.housekeeping.add('mails that nobody sent in time', async () => {
      for (const id of await this.mails.giveUpOverdue()) this.tellGivenUp(id, 'nobody sent it in time');
      await this.mails.forgetGivenUp(GIVEN_UP_DAYS);
    });
  }

  private async work({ subject: id, signal }: Job): Promise<void> {
    const mail = await this.mails.claim(id, CLAIM_SECONDS);
    if (!mail) {
      // Another process is at it; if that was killed, it is sent once nobody can be.
      await this.again(id, CLAIM_SECONDS);
      return;
    }
    if (mail.isOver) {
      await this.giveUp(mail, { reason: 'it is of no use any more' });
      return;
    }
    const failure = await this.send(mail, signal);
    if (failure?.isFinal) await this.giveUp(mail, failure);
    else if (failure) await this.tryLater(mail, failure);
  }

  private async send(mail: WaitingMail, signal: AbortSignal): Promise<Failure | undefined> {
    const message = this.opened(mail);
    if (!message) return { reason: 'it was sealed under another SESSION_SECRET', isFinal: false };
    let file: string | undefined;
    try {
      file = await this.delivery.send(message, { id: mail.id, date: mail.createdAt });
    } catch (error) {
      return failureOf(error);
    }
    this.counts.sent += 1;
    const wasThere = await untilAnswered(() => this.mails.remove(mail.id), signal);
    // Whom it was for was forgotten meanwhile.
    if (wasThere === false && file !== undefined) await this.delivery.outbox.remove(file);
    return undefined;
  }

  private opened({ sealed }: WaitingMail): MailMessage | undefined {
    try {
      return JSON.parse(this.secrets.open(sealed, 'mail')) as MailMessage;
    } catch {
      return undefined;
    }
  }

  private async tryLater({ id, attempts }: WaitingMail, { reason }: Failure): Promise<void> {
    this.counts.failed += 1;
    const pauses = this.options.pausesSeconds ?? PAUSES_SECONDS;
    if (attempts === pauses.length)
      this.logger.warn(`Mail ${id} could not be sent ${attempts} times, and is tried again: ${reason}`);
    await this.again(id, pauses[attempts - 1] ?? pauses.at(-1) ?? 0, true);
  }

  private async again(id: string, seconds: number, letsGo = false): Promise<void> {
    await this.mails.whileThere(id, async (client) => {
      if (letsGo) await this.mails.letGo(client, id);
      await this.jobs.send(client, MAIL_QUEUE, id, seconds);
    });
  }

  private async giveUp({ id, attempts }: WaitingMail, { reason }: Pick<Failure, 'reason'>): Promise<void> {
    if (await this.mails.giveUp(id)) this.tellGivenUp(id, `${reason} (attempt ${attempts})`);
  }

  /** Whom it was for is not said. */
  private tellGivenUp(id: string, reason: string): void {
    this.counts.given_up += 1;
    this.logger.error(`Mail ${id} was given up: ${reason}`);
  }
}
