import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fingerprintIn, pathOf, type FileStore, type LocalFile } from './file-store';

/** Files in a folder of this machine, which nothing serves as it is. */
export class DiskFileStore implements FileStore {
  constructor(private readonly folder: string) {}

  async put({ path, sha256 }: LocalFile): Promise<void> {
    const target = this.pathOf(sha256);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    // What is kept already is the same file; as new, it is not taken for one that nobody wants.
    await rename(path, target).catch(async (error: unknown) => {
      if (!isOtherDisk(error)) throw error;
      await copyFile(path, `${target}.partial`);
      await rename(`${target}.partial`, target);
    });
    await persist(target);
  }

  async has(sha256: string): Promise<boolean> {
    const found = await stat(this.pathOf(sha256)).catch(() => undefined);
    return found?.isFile() ?? false;
  }

  async open(sha256: string): Promise<Readable | undefined> {
    return (await this.has(sha256)) ? createReadStream(this.pathOf(sha256)) : undefined;
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  async *list(until: Date): AsyncIterable<string[]> {
    for (const shelf of await foldersIn(this.folder)) {
      const found: string[] = [];
      for (const folder of await foldersIn(join(this.folder, shelf)))
        for (const name of await readdir(join(this.folder, shelf, folder))) {
          const fingerprint = fingerprintIn(name);
          const { mtime } = await stat(join(this.folder, shelf, folder, name));
          if (fingerprint !== undefined && mtime < until) found.push(fingerprint);
        }
      if (found.length > 0) yield found;
    }
  }

  private pathOf(sha256: string): string {
    return join(this.folder, pathOf(sha256));
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** A row may point at it from now on: it survives a loss of power. */
async function persist(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.utimes(new Date(), new Date());
    await file.sync();
  } finally {
    await file.close();
  }
}

const isOtherDisk = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EXDEV';
