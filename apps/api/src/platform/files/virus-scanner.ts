import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { DomainError, errorSentence } from '@fieldlab/domain';
import type { ScannerOptions } from './file-options';

const SILENT_MS = 60_000;
const LONGEST_ANSWER = 4_096;
const INFECTED = /^stream: (.+) FOUND$/;

/** Asks clamd of a file, by its command INSTREAM. */
export class VirusScanner {
  constructor(private readonly options: ScannerOptions) {}

  /**
   * The name of what is wrong with the file; undefined where nothing is.
   * @throws DomainError SCANNER_UNREACHABLE where the scanner gives no clear answer
   */
  async signatureIn(path: string): Promise<string | undefined> {
    const socket = connect(this.options as { host: string; port: number });
    try {
      socket.setTimeout(SILENT_MS, () => socket.destroy(new Error('The scanner is silent.')));
      const answered = answerOf(socket);
      // It may answer before all was sent, and then reads no further.
      const sent = send(socket, path).catch((error: unknown) => Promise.reject(error as Error));
      sent.catch(() => undefined);
      const answer = await Promise.race([answered, sent.then(() => answered)]);
      const [, signature] = INFECTED.exec(answer) ?? [];
      if (signature === undefined && answer !== 'stream: OK') throw new Error(answer);
      return signature;
    } catch {
      const code = 'SCANNER_UNREACHABLE';
      throw new DomainError(code, errorSentence(code, {}, 'en'));
    } finally {
      socket.destroy();
    }
  }
}

/** Every chunk behind its length, and one of no length at the end. */
async function send(socket: Socket, path: string): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    socket.write(lengthOf(chunk.length));
    if (!socket.write(chunk)) await drained(socket);
  }
  socket.write(lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('drain', resolve).once('close', () => reject(new Error('The scanner left.')));
  });

const answerOf = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    socket.on('data', (chunk: Buffer) => {
      said += chunk.toString('latin1');
      const end = said.indexOf('\0');
      if (end !== -1) resolve(said.slice(0, end).trim());
      else if (said.length > LONGEST_ANSWER) reject(new Error('No answer of clamd is so long.'));
    });
    socket.once('error', reject).once('close', () => reject(new Error('The scanner left.')));
  });
