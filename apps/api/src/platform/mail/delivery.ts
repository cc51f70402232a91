import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import nodemailer, { type Transporter } from 'nodemailer';
import { RETENTION_TERMS, type RetentionTerms } from '../housekeeping/retention-terms';
import { MAIL_OPTIONS, type MailOptions } from './mail-options';
import { Outbox } from './outbox';

/** From this reply on a mail server says that it will say so again (RFC 5321). */
const PERMANENT = 500;
const TIMEOUT_MS = 20_000;
/** Of one message, however slowly its server answers. */
export const LONGEST_DELIVERY_MS = 90_000;

export interface MailMessage {
  to: { name: string; address: string };
  subject: string;
  text: string;
  /** How long what it holds, such as a link, is of use; some days, unless it says so. */
  hours?: number | undefined;
}

export interface Failure {
  /** Names nobody. */
  reason: string;
  /** It would be refused again. */
  isFinal: boolean;
}

/** Hands messages to the mail server, or writes them to the outbox where there is none. */
@Injectable()
export class Delivery implements OnApplicationShutdown {
  readonly outbox: Outbox;
  private readonly transport: Transporter;

  constructor(
    @Inject(MAIL_OPTIONS) private readonly options: MailOptions,
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

  /**
   * Answers the file that it was written to, where there is no mail server. What is sent twice has the same id both
   * times, by which many mail servers know it again.
   * @throws whatever the mail server says; see `failureOf`
   */
  async send(
    { hours, ...message }: MailMessage,
    { id, date }: { id: string; date: Date },
  ): Promise<string | undefined> {
    const { from, smtpUrl } = this.options;
    const messageId = `<${id}@${/@([\w.-]+)/.exec(from)?.[1] ?? 'localhost'}>`;
    const sent: unknown = await withinTime(this.transport.sendMail({ ...message, from, messageId, date }));
    return smtpUrl === undefined ? this.outbox.write(contentOf(sent), hours) : undefined;
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}

/** What was refused for its recipient or its content; not for who sends, which may be put right meanwhile. */
const OF_THE_MESSAGE = new Set(['RCPT TO', 'DATA', 'API']);

/** Why a message was not sent. What a mail server says may hold an address, so that only codes are told. */
export function failureOf(error: unknown): Failure {
  const { code, command, responseCode } = error as Partial<Record<string, unknown>>;
  const reason = [code, command, responseCode].filter((one) => ['string', 'number'].includes(typeof one));
  const isRefused = code === 'EENVELOPE' || code === 'EMESSAGE';
  const isForNow = typeof responseCode === 'number' && responseCode < PERMANENT;
  return {
    reason: reason.join(' ') || 'unknown',
    isFinal: isRefused && OF_THE_MESSAGE.has(String(command)) && !isForNow,
  };
}

async function withinTime<T>(sending: Promise<T>): Promise<T> {
  const ending = new AbortController();
  const tooLong = sleep(LONGEST_DELIVERY_MS, undefined, { signal: ending.signal }).then(() => {
    throw Object.assign(new Error('It took too long.'), { code: 'ETIMEDOUT' });
  });
  try {
    return await Promise.race([sending, tooLong]);
  } finally {
    ending.abort();
    tooLong.catch(() => undefined);
  }
}

function contentOf(info: unknown): Buffer {
  if (typeof info === 'object' && info !== null && 'message' in info && Buffer.isBuffer(info.message)) {
    return info.message;
  }
  throw new Error('The message was not composed.');
}
