import { Inject, Injectable } from '@nestjs/common';
import type { SqlClient } from '../database/database';
import { JobsService, type Queue } from '../jobs/jobs.service';
import { Secrets } from '../secrets/secrets';
import { Delivery, type MailMessage } from './delivery';
import { MailsRepository } from './mails.repository';

export const MAIL_QUEUE: Queue = 'send-mail';
/** A mail server that is away for a weekend is back by then. */
const MOST_HOURS = 72;

/**
 * Posts mail: it is kept with what causes it, sealed, and sent behind the request's back by whichever process comes
 * first. Who asked need not wait, and cannot tell from the time whether mail went.
 */
@Injectable()
export class Mailer {
  constructor(
    @Inject(MailsRepository) private readonly mails: MailsRepository,
    @Inject(JobsService) private readonly jobs: JobsService,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(Delivery) private readonly delivery: Delivery,
  ) {}

  /**
   * Within the transaction of what causes it: it goes if that is committed, and never otherwise. `wake` after it.
   * Answers the id by which it is known that a mail was given up.
   */
  async post(client: SqlClient, message: MailMessage): Promise<string> {
    const id = await this.mails.add(client, {
      sealed: this.secrets.seal(JSON.stringify(message), 'mail'),
      addressDigest: this.digestOf(message.to.address),
      hours: Math.min(message.hours ?? MOST_HOURS, MOST_HOURS),
    });
    await this.jobs.send(client, MAIL_QUEUE, id);
    return id;
  }

  /** Has what was posted sent at once, rather than when it is looked for. */
  wake(): void {
    void this.jobs.wake(MAIL_QUEUE).catch(() => undefined);
  }

  /** Removes what waits for somebody who asked to be forgotten, within the transaction that forgets them. */
  async forget(client: SqlClient, address: string): Promise<void> {
    await this.mails.forget(client, this.digestOf(address));
  }

  /** Removes the files that hold what was written to them, after that. */
  async forgetFiles(address: string): Promise<void> {
    await this.delivery.outbox.forgetAddress(address);
  }

  private digestOf(address: string): Buffer {
    return this.secrets.digest(address.toLowerCase(), 'mail-address');
  }
}
