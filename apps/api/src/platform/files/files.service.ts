import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { fault, FILE_KINDS, fileKindLabels, invalidInput } from '@fieldlab/domain';
import { Inject, Injectable } from '@nestjs/common';
import { kindOfFile, tidyFileName } from './file-content';
import { FILE_OPTIONS, type FileOptions } from './file-options';
import { FILE_STORE, type FileStore, type LocalFile } from './file-store';
import { VirusScanner } from './virus-scanner';

/** A file as it came in, by the name that its sender gave it. */
export interface IncomingFile extends LocalFile {
  name: string;
}

/** A file that is kept. */
export interface KeptFile {
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

const DAY_MS = 86_400_000;

/** Keeps files whose content is what may be kept, and gives them back. */
@Injectable()
export class Files {
  constructor(
    @Inject(FILE_OPTIONS) private readonly options: FileOptions,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  /**
   * Looks at what a file is by its content, has it scanned, and keeps it.
   * @throws DomainError INVALID_INPUT for what is not kept, SCANNER_UNREACHABLE, FILE_STORE_UNREACHABLE
   */
  async keep(file: IncomingFile): Promise<KeptFile> {
    const { kinds, scanner } = this.options;
    if (file.bytes === 0) throw invalidInput([fault('file', 'FILE_EMPTY')]);
    const kind = await kindOfFile(file.path, file.name, kinds);
    if (!kind)
      throw invalidInput([fault('file', 'FILE_TYPE_NOT_KEPT', { fileKinds: fileKindLabels(kinds) })]);
    const signature = scanner && (await new VirusScanner(scanner).signatureIn(file.path));
    if (signature !== undefined) throw invalidInput([fault('file', 'FILE_INFECTED', { signature })]);
    await this.store.put(file);
    await rm(file.path, { force: true });
    return {
      fileName: tidyFileName(file.name, kind),
      mediaType: FILE_KINDS[kind].mediaType,
      bytes: file.bytes,
      sha256: file.sha256,
    };
  }

  has(sha256: string): Promise<boolean> {
    return this.store.has(sha256);
  }

  open(sha256: string): Promise<Readable | undefined> {
    return this.store.open(sha256);
  }

  /** Files that were kept before today, a batch at a time: newer ones may be about to be used. */
  keptBeforeToday(): AsyncIterable<string[]> {
    return this.store.list(new Date(Date.now() - DAY_MS));
  }

  remove(sha256: string): Promise<void> {
    return this.store.remove(sha256);
  }
}
