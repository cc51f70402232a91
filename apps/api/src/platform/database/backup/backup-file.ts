import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { PassThrough, Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Encrypter } from 'age-encryption';
import { PassphraseRecipient } from './passphrase-key';

/** A new file, into which a backup is written; with a passphrase it is sealed with it on the way, as `age -p` does. */
export class BackupFile {
  private readonly clear = new PassThrough();
  private readonly written: Promise<void>;

  constructor(path: string, passphrase: string | undefined) {
    this.written = writeTo(path, this.clear, passphrase);
    this.written.catch((error: unknown) => this.clear.destroy(error as Error));
    this.clear.on('error', () => undefined); // told by whoever writes, ends or abandons
  }

  /** Waits while the disk is slower than we are. @throws the disk's own failure */
  async write(chunk: Uint8Array): Promise<void> {
    if (!this.clear.write(chunk)) await Promise.race([once(this.clear, 'drain'), this.written]);
  }

  /** All of it is on the disk afterwards, also if the power goes. */
  async end(): Promise<void> {
    this.clear.end();
    await this.written;
  }

  async abandon(): Promise<void> {
    this.clear.destroy(new Error('The backup was given up.'));
    await this.written.catch(() => undefined);
  }
}

async function writeTo(path: string, clear: Readable, passphrase: string | undefined): Promise<void> {
  const content = passphrase === undefined ? clear : await sealed(clear, passphrase);
  // Opened last, for a failure of what nobody listens to yet would end the process. A backup holds everything there is:
  // it is for its owner alone.
  const file: Writable = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(content, file);
}

async function sealed(clear: Readable, passphrase: string): Promise<Readable> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(new PassphraseRecipient(passphrase));
  const stream = await encrypter.encrypt(Readable.toWeb(clear) as globalThis.ReadableStream<Uint8Array>);
  return Readable.fromWeb(stream as ReadableStream);
}
