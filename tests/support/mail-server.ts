import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string[];
  subject: string;
  text: string;
  /** The link in it. */
  link: string;
}

export interface MailServer {
  url: string;
  /** The next message for somebody: one that came already, or the first to come. */
  next(to: string): Promise<ReceivedMail>;
  /** How many came for somebody and were not asked for yet. */
  waitingFor(to: string): number;
  /** Refuses that many messages from now on, as a server that restarts does. */
  refuseNext(count: number): void;
  close(): Promise<void>;
}

const PATIENCE_MS = 10_000;

/** A real SMTP server that keeps what it is given. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const waiting = new Set<() => void>();
  let refusals = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refusals > 0) {
          refusals -= 1;
          done(new Error('Try again later'));
          return;
        }
        received.push(read(Buffer.concat(chunks).toString('utf8'), session.envelope.rcptTo));
        for (const wake of waiting) wake();
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;

  const take = (to: string): ReceivedMail | undefined => {
    const index = received.findIndex((mail) => mail.to.includes(to));
    return index < 0 ? undefined : received.splice(index, 1)[0];
  };
  return {
    url: `smtp://127.0.0.1:${port}`,
    next: (to) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`No mail came for ${to}.`));
        }, PATIENCE_MS);
        const look = (): void => {
          const mail = take(to);
          if (!mail) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(mail);
        };
        waiting.add(look);
        look();
      }),
    waitingFor: (to) => received.filter((mail) => mail.to.includes(to)).length,
    refuseNext: (count) => (refusals = count),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Enough of MIME for what we send: one part of text, quoted-printable or plain. */
export function read(source: string, recipients: { address: string }[] = []): ReceivedMail {
  const [head = '', ...rest] = source.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const encoding = /^Content-Transfer-Encoding: (\S+)/im.exec(head)?.[1] ?? '7bit';
  const text = encoding === 'quoted-printable' ? unquoted(body) : decoded(body, encoding);
  return {
    to: recipients.map(({ address }) => address),
    subject: /^Subject: (.*)$/im.exec(head)?.[1]?.trim() ?? '',
    text,
    link: /https?:\/\/\S+/.exec(text)?.[0] ?? '',
  };
}

const decoded = (body: string, encoding: string): string =>
  encoding === 'base64' ? Buffer.from(body, 'base64').toString('utf8') : body;

function unquoted(body: string): string {
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
