import { createHash } from 'node:crypto';
import { Zip, ZipDeflate } from 'fflate';
import type { BackupFile } from './backup-file';
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
  private readonly zip: Zip;
  private ready: Uint8Array[] = [];
  private total = 0;

  constructor(private readonly file: BackupFile) {
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
    await this.file.end();
  }

  private async flush(): Promise<void> {
    for (const chunk of this.ready.splice(0)) {
      this.total += chunk.length;
      if (this.total > LARGEST) throw tooLarge();
      await this.file.write(chunk);
    }
  }
}

const tooLarge = (): BackupError =>
  new BackupError('The register is larger than one file of this format can be: back the database up itself.');
