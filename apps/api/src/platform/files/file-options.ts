import type { FileKind } from '@fieldlab/domain';

/** A bucket at a store that speaks S3. */
export interface ObjectStoreOptions {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Where clamd listens. */
export type ScannerOptions = { host: string; port: number } | { socket: string };

/** Which files are kept, and where. */
export interface FileOptions {
  /** Where files lie by their fingerprints when there is no object store. */
  folder: string;
  /** Where a file lies until it is known to be one that is kept; on the same disk. */
  incoming: string;
  objectStore: ObjectStoreOptions | undefined;
  /** Undefined: files are kept unscanned. */
  scanner: ScannerOptions | undefined;
  mostBytes: number;
  kinds: readonly FileKind[];
}

export const FILE_OPTIONS = Symbol('FileOptions');
