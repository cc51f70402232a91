import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'express';
import type { LocalFile } from './file-store';

type Answer = (error: unknown, file?: LocalFile) => void;
interface Stored {
  path?: string;
}

/**
 * Writes what is uploaded to a folder as it comes, never whole in memory, and digests it on the way: a storage engine
 * of multer. What nobody kept is gone when the request is answered.
 */
export class IncomingFiles {
  constructor(private readonly folder: string) {}

  _handleFile(request: Request, { stream }: { stream: Readable }, answer: Answer): void {
    const path = join(this.folder, randomUUID());
    request.res?.once('close', () => void rm(path, { force: true }));
    this.receive(stream, path).then(
      (file) => answer(null, file),
      (error: unknown) => answer(error),
    );
  }

  _removeFile(_request: Request, { path }: Stored, done: (error: null) => void): void {
    const removed = path === undefined ? Promise.resolve() : rm(path, { force: true });
    void removed.finally(() => done(null));
  }

  private async receive(stream: Readable, path: string): Promise<LocalFile> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const hash = createHash('sha256');
    let bytes = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    await pipeline(stream, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return { path, bytes, sha256: hash.digest('hex') };
  }
}
