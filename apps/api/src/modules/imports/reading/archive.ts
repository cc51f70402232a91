import type { Readable } from 'node:stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { inMegabytes, type WorkbookLimits } from './limits';
import { unreadable, WorkbookRefused } from './workbook-refused';

/** The files in a zip. Only its directory is held in memory; contents are streamed. */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws WorkbookRefused where it is damaged, encrypted, unsafe, or says itself that it is too large. */
  static async open(path: string, limits: WorkbookLimits): Promise<Archive> {
    let zip: ZipFile;
    try {
      zip = await openPromise(path, { autoClose: false });
    } catch (cause) {
      throw unreadable(cause);
    }
    try {
      return new Archive(zip, await directoryOf(zip, limits));
    } catch (cause) {
      zip.close();
      throw cause instanceof WorkbookRefused ? cause : refusalOf(cause);
    }
  }

  get names(): string[] {
    return [...this.entries.values()].map((entry) => entry.fileName);
  }

  /** Names are compared without regard to case, as in Office's own packages. */
  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** What the zip says the file's contents are, to be held against what is really there. */
  checksumOf(name: string): number | undefined {
    return this.entries.get(name.toLowerCase())?.crc32;
  }

  async stream(name: string): Promise<Readable> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw unreadable(`${name} is missing`);
    try {
      return await this.zip.openReadStreamPromise(entry);
    } catch (cause) {
      throw unreadable(cause);
    }
  }

  close(): Promise<void> {
    this.zip.close();
    return Promise.resolve();
  }
}

async function directoryOf(zip: ZipFile, limits: WorkbookLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let declared = 0;
  if (zip.entryCount > limits.files) throw new WorkbookRefused('TOO_MANY_FILES', { most: limits.files });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    if (entry.isEncrypted()) throw new WorkbookRefused('ENCRYPTED');
    const name = entry.fileName.toLowerCase();
    if (entries.has(name)) throw unreadable(`two files are called ${name}`);
    entries.set(name, entry);
    declared += entry.uncompressedSize;
    if (entries.size > limits.files) throw new WorkbookRefused('TOO_MANY_FILES', { most: limits.files });
    if (declared > limits.unpackedBytes) {
      throw new WorkbookRefused('UNPACKED_TOO_LARGE', { most: inMegabytes(limits.unpackedBytes) });
    }
  }
  return entries;
}

/** The zip library refuses names that lead out of the folder or to the root by a message of its own. */
function refusalOf(cause: unknown): WorkbookRefused {
  return cause instanceof Error && /relative path|absolute path|characters in fileName/.test(cause.message)
    ? new WorkbookRefused('UNSAFE_FILE_NAME')
    : unreadable(cause);
}
