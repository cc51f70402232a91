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
  /** Refuses that many messages from now on, as a server that restarts does; with another code, for good. */
  refuseNext(count: number, responseCode?: number): void;
  /** Answers nobody who brings a message, until what it returns is called. */
  hold(): () => void;
  /** How many messages are held. */
  readonly held: number;
  close(): Promise<void>;
}

const PATIENCE_MS = 10_000;

/** A real SMTP server that keeps what it is given. @param port any free one, unless it was away and is back */
export async function startMailServer(port = 0): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const waiting = new Set<() => void>();
  let refusals = { count: 0, responseCode: 450 };
  let gate: Promise<void> | undefined;
  let held = 0;
  const take = (message: ReceivedMail): void => {
    received.push(message);
    for (const wake of waiting) wake();
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refusals.count > 0) {
          refusals.count -= 1;
          const { responseCode } = refusals;
          done(Object.assign(new Error('Not now, not for this address'), { responseCode }));
          return;
        }
        const message = read(Buffer.concat(chunks).toString('utf8'), session.envelope.rcptTo);
        held += 1;
        void (gate ?? Promise.resolve()).then(() => {
          held -= 1;
          take(message);
          done();
        });
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: listens } = server.server.address() as AddressInfo;

  const firstFor = (to: string): ReceivedMail | undefined => {
    const index = received.findIndex((mail) => mail.to.includes(to));
    return index < 0 ? undefined : received.splice(index, 1)[0];
  };
  return {
    url: `smtp://127.0.0.1:${listens}`,
    next: (to) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`No mail came for ${to}.`));
        }, PATIENCE_MS);
        const look = (): void => {
          const mail = firstFor(to);
          if (!mail) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(mail);
        };
        waiting.add(look);
        look();
      }),
    waitingFor: (to) => received.filter((mail) => mail.to.includes(to)).length,
    refuseNext: (count, responseCode = 450) => (refusals = { count, responseCode }),
    hold: () => {
      let release: () => void = () => undefined;
      gate = new Promise((resolve) => (release = resolve));
      return () => {
        gate = undefined;
        release();
      };
    },
    get held() {
      return held;
    },
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
