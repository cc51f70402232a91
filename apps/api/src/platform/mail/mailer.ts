import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import nodemailer, { type Transporter } from 'nodemailer';
import { Housekeeping } from '../housekeeping/housekeeping.service';
import { RETENTION_TERMS, type RetentionTerms } from '../housekeeping/retention-terms';
import { MAIL_OPTIONS, type MailOptions } from './mail-options';
import { Outbox } from './outbox';

export interface MailMessage {
  to: { name: string; address: string };
  subject: string;
  text: string;
  /** How long what it holds, such as a link, is of use; as long as mails are kept, unless it says so. */
  hours?: number | undefined;
}

/** The pauses between attempts: a mail server that restarts is back by then. */
const PAUSES_MS = [1_000, 10_000, 60_000];
const TIMEOUT_MS = 20_000;

/** Sends mail behind the request's back: who asked need not wait, and cannot tell from the time whether mail went. */
@Injectable()
export class Mailer implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Mailer.name);
  private readonly transport: Transporter;
  private readonly underWay = new Set<Promise<void>>();
  private readonly stopping = new AbortController();
  private readonly outbox: Outbox;

  constructor(
    @Inject(MAIL_OPTIONS) private readonly options: MailOptions,
    @Inject(Housekeeping) private readonly housekeeping: Housekeeping,
    @Inject(RETENTION_TERMS) terms: RetentionTerms,
  ) {
    this.outbox = new Outbox(options.outboxDir, terms.mails);
    this.transport =
      options.smtpUrl === undefined
        ? nodemailer.createTransport({ streamTransport: true, buffer: true })
        : nodemailer.createTransport({
            url: options.smtpUrl,
            connectionTimeout: TIMEOUT_MS,
            greetingTimeout: TIMEOUT_MS,
            socketTimeout: TIMEOUT_MS,
          });
  }

  onModuleInit(): void {
    this.housekeeping.add('mails in the outbox', () => this.outbox.forgetOld());
  }

  /** Call it after the commit. A message that cannot be sent is logged, without whom it was for. */
  post(message: MailMessage): void {
    const sending = this.sendPatiently(message).catch((error: unknown) => {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      this.logger.error(`A message was not sent after ${PAUSES_MS.length + 1} attempts: ${reason}`);
    });
    this.underWay.add(sending);
    void sending.finally(() => this.underWay.delete(sending));
  }

  /** Removes what is kept of messages to somebody who asked to be forgotten. */
  async forget(address: string): Promise<void> {
    await this.settled();
    await this.outbox.forgetAddress(address);
  }

  /** Resolves when everything posted so far was sent or given up. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }

  /** What is being sent is sent; what waits for another attempt is given up. */
  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.settled();
    this.transport.close();
  }

  private async sendPatiently(message: MailMessage): Promise<void> {
    for (const pause of PAUSES_MS) {
      try {
        await this.send(message);
        return;
      } catch {
        await sleep(pause, undefined, { signal: this.stopping.signal });
      }
    }
    await this.send(message);
  }

  private async send({ hours, ...message }: MailMessage): Promise<void> {
    const info: unknown = await this.transport.sendMail({ ...message, from: this.options.from });
    if (this.options.smtpUrl !== undefined) return;
    await this.outbox.write(contentOf(info), hours);
  }
}

function contentOf(info: unknown): Buffer {
  if (typeof info === 'object' && info !== null && 'message' in info && Buffer.isBuffer(info.message)) {
    return info.message;
  }
  throw new Error('The message was not composed.');
}
