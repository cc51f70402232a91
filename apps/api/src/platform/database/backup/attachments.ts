import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, normalize, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fingerprintIn, pathOf, type FileStore } from '../../files/file-store';
import { BackupError } from './backup-format';

/** A file beside the register, as a backup carries it. */
export interface Attachment {
  /** `ab/cd/abcd…`, the same wherever the file is kept. */
  path: string;
  open: () => Promise<Readable>;
}

/** Where the files of records are, for a backup and for what is restored of one. */
export interface Attachments {
  all(): AsyncIterable<Attachment>;
  /** @throws BackupError for a path that leads elsewhere; the content's own failure, and nothing is kept then. */
  put(path: string, content: Readable): Promise<void>;
}

/** Files in a folder of this machine; it need not be there. */
export class AttachmentsFolder implements Attachments {
  constructor(private readonly folder: string) {}

  async *all(): AsyncIterable<Attachment> {
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter((found) => found.isFile() && !found.name.endsWith('.partial'))) {
      const full = join(entry.parentPath, entry.name);
      const path = relative(this.folder, full).split(sep).join('/');
      yield { path, open: () => Promise.resolve(createReadStream(full)) };
    }
  }

  async put(path: string, content: Readable): Promise<void> {
    const target = normalize(join(this.folder, path));
    if (!target.startsWith(normalize(this.folder) + sep))
      throw new BackupError(`${path} leads out of its folder.`);
    await mkdir(dirname(target), { recursive: true });
    const partial = `${target}.partial`;
    try {
      await pipeline(content, createWriteStream(partial));
      await rename(partial, target);
    } finally {
      await rm(partial, { force: true });
    }
  }
}

/** Files in an object store; each goes by way of this machine's disk. */
export class AttachmentsStore implements Attachments {
  constructor(
    private readonly store: FileStore,
    private readonly incoming: string,
  ) {}

  async *all(): AsyncIterable<Attachment> {
    for await (const kept of this.store.list(new Date()))
      for (const sha256 of kept) yield { path: pathOf(sha256), open: () => this.opened(sha256) };
  }

  async put(path: string, content: Readable): Promise<void> {
    const sha256 = fingerprintIn(path);
    if (sha256 === undefined) throw new BackupError(`${path} is not named by its content.`);
    await mkdir(this.incoming, { recursive: true });
    const local = join(this.incoming, randomUUID());
    try {
      await pipeline(content, createWriteStream(local));
      await this.store.put({ path: local, sha256, bytes: (await stat(local)).size });
    } finally {
      await rm(local, { force: true });
    }
  }

  private async opened(sha256: string): Promise<Readable> {
    const content = await this.store.open(sha256);
    if (!content) throw new BackupError(`${sha256} went from the store meanwhile.`);
    return content;
  }
}
