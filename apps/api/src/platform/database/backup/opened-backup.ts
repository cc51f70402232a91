import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Transform, type Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, openPromise, type Entry, type ZipFile } from 'yauzl';
import { BackupError, MANIFEST, manifestSchema, type Manifest } from './backup-format';
import { isSealed, SealedFile } from './sealed-file';

/** No manifest is larger. */
const LARGEST_MANIFEST = 64 * 1024 * 1024;

/** A backup whose manifest was read and found to be one. */
export class OpenedBackup {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    readonly manifest: Manifest,
  ) {}

  /**
   * Opens a sealed backup with its passphrase, or one of before, which needs none.
   * @throws BackupError for a file that is no backup, or one of a later format, and for another passphrase
   */
  static async open(path: string, passphrase?: string): Promise<OpenedBackup> {
    const zip = await openZip(path, passphrase).catch((cause: unknown) => {
      throw new BackupError(`${path} cannot be read as a backup: ${reasonOf(cause)}`);
    });
    try {
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
      return new OpenedBackup(zip, entries, await readManifest(zip, entries.get(MANIFEST)));
    } catch (error) {
      zip.close();
      throw error instanceof BackupError ? error : new BackupError(`${path} is damaged: ${reasonOf(error)}`);
    }
  }

  /** The file's contents; the stream fails at its end when they are not what was backed up. */
  async read(name: string, sha256: string): Promise<Readable> {
    const entry = this.entries.get(name);
    if (!entry) throw new BackupError(`The backup lacks ${name}.`);
    const content = await this.zip.openReadStreamPromise(entry);
    const checked = content.pipe(new Checked(name, sha256));
    content.on('error', (error) => checked.destroy(error));
    return checked;
  }

  close(): void {
    this.zip.close();
  }
}

async function openZip(path: string, passphrase: string | undefined): Promise<ZipFile> {
  const file = await open(path, 'r');
  try {
    if (!(await isSealed(file))) {
      await file.close();
      return await openPromise(path, { autoClose: false });
    }
    if (passphrase === undefined)
      throw new BackupError('It is sealed: set BACKUP_PASSPHRASE_FILE or BACKUP_PASSPHRASE.');
    const sealed = await SealedFile.open(file, passphrase);
    return await fromRandomAccessReaderPromise(sealed, sealed.size, { autoClose: false });
  } catch (error) {
    await file.close();
    throw error;
  }
}

class Checked extends Transform {
  private readonly hash = createHash('sha256');

  constructor(
    private readonly file: string,
    private readonly sha256: string,
  ) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    this.hash.update(chunk);
    done(null, chunk);
  }

  override _flush(done: (error?: Error) => void): void {
    const isWhole = this.hash.digest('hex') === this.sha256;
    done(isWhole ? undefined : new BackupError(`${this.file} is not what was backed up.`));
  }
}

async function readManifest(zip: ZipFile, entry: Entry | undefined): Promise<Manifest> {
  if (!entry || entry.uncompressedSize > LARGEST_MANIFEST) throw new BackupError('It holds no manifest.');
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  const read = manifestSchema.safeParse(JSON.parse(Buffer.concat(chunks).toString()));
  if (!read.success) throw new BackupError('Its manifest is none that this version understands.');
  return read.data;
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
