/** Where mail goes. Without a server, each message becomes a file that a person can open. */
export interface MailOptions {
  /** smtp:// or smtps://, with user and password where needed. */
  smtpUrl: string | undefined;
  from: string;
  outboxDir: string;
  /** In the place of those of mail-sender.service.ts, for a test that does not wait as long. */
  pausesSeconds?: readonly number[] | undefined;
}

export const MAIL_OPTIONS = Symbol('MailOptions');
