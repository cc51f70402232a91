import type { Readable } from 'node:stream';

/** A file on this machine, whose bytes were counted and digested as they came. */
export interface LocalFile {
  path: string;
  bytes: number;
  /** Lower-case hex. */
  sha256: string;
}

/** Where files are kept, each once, under the SHA-256 of its content. */
export interface FileStore {
  /** Afterwards the file may be gone from where it was. @throws DomainError FILE_STORE_UNREACHABLE */
  put(file: LocalFile): Promise<void>;
  has(sha256: string): Promise<boolean>;
  /** Undefined where no such file is kept. @throws DomainError FILE_STORE_UNREACHABLE */
  open(sha256: string): Promise<Readable | undefined>;
  remove(sha256: string): Promise<void>;
  /** The fingerprints of files that were put before `until`, a batch at a time. */
  list(until: Date): AsyncIterable<string[]>;
}

export const FILE_STORE = Symbol('FileStore');

/** Two levels of folders, so that none holds more than a file system likes: `ab/cd/abcd…`. */
export const pathOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;

/** The fingerprint that a path ends in; undefined of a file that is not one of ours. */
export const fingerprintIn = (path: string): string | undefined => /(?:^|\/)([0-9a-f]{64})$/.exec(path)?.[1];
