/** Where mail goes. Without a server, each message becomes a file that a person can open. */
export interface MailOptions {
  /** smtp:// or smtps://, with user and password where needed. */
  smtpUrl: string | undefined;
  from: string;
  outboxDir: string;
}

export const MAIL_OPTIONS = Symbol('MailOptions');
