import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { Zip, ZipDeflate } from 'fflate';
import { BackupError } from './backup-format';

/** Without the 64-bit extension a zip holds no more. */
const LARGEST = 4 * 1024 ** 3 - 1024 ** 2;

/** What was written of one file. */
export interface Written {
  bytes: number;
  sha256: string;
}

/** Writes a zip file by file, no faster than the disk takes it. */
export class ArchiveWriter {
  private readonly file: WriteStream;
  private readonly zip: Zip;
  private readonly failed: Promise<never>;
  private ready: Uint8Array[] = [];
  private total = 0;

  constructor(path: string) {
    // A backup holds everything there is: it is for its owner alone.
    this.file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
    this.failed = once(this.file, 'error').then(([error]) => Promise.reject(error as Error));
    this.failed.catch(() => undefined);
    this.zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.ready.push(chunk);
    });
  }

  async add(name: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Written> {
    const part = new ZipDeflate(name, { level: 6 });
    this.zip.add(part);
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of content) {
      hash.update(chunk);
      bytes += chunk.length;
      part.push(chunk);
      await this.flush();
    }
    part.push(new Uint8Array(), true);
    await this.flush();
    if (bytes > LARGEST) throw tooLarge();
    return { bytes, sha256: hash.digest('hex') };
  }

  async end(): Promise<void> {
    this.zip.end();
    await this.flush();
    const finished = once(this.file, 'finish');
    this.file.end();
    await Promise.race([finished, this.failed]);
  }

  async abandon(): Promise<void> {
    const closed = once(this.file, 'close').catch(() => undefined);
    this.file.destroy();
    await closed;
  }

  private async flush(): Promise<void> {
    for (const chunk of this.ready.splice(0)) {
      this.total += chunk.length;
      if (this.total > LARGEST) throw tooLarge();
      if (!this.file.write(chunk)) await Promise.race([once(this.file, 'drain'), this.failed]);
    }
  }
}

const tooLarge = (): BackupError =>
  new BackupError('The register is larger than one file of this format can be: back the database up itself.');
