import { createDecipheriv, hkdfSync } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Decrypter } from 'age-encryption';
import { RandomAccessReader } from 'yauzl';
import { BackupError } from './backup-format';
import { PassphraseIdentity } from './passphrase-key';

const FIRST_LINE = 'age-encryption.org/v1\n';
/** A header with a passphrase has three lines; it says how it is sealed, and carries the key, sealed itself. */
const LARGEST_HEADER = 4096;
const NONCE = 16;
const TAG = 16;
const CHUNK = 64 * 1024;
const SEALED_CHUNK = CHUNK + TAG;

/** Whether a file is sealed with age: its first line says so. */
export async function isSealed(file: FileHandle): Promise<boolean> {
  return (await read(file, 0, FIRST_LINE.length)).toString('latin1') === FIRST_LINE;
}

/**
 * Reads any part of a sealed file, a chunk at a time: neither the disk nor the memory ever holds the whole in the clear.
 * What was changed, cut off or moved within the file is refused.
 */
export class SealedFile extends RandomAccessReader {
  /** Of what was sealed, in bytes. */
  readonly size: number;

  private constructor(
    private readonly file: FileHandle,
    private readonly key: Buffer,
    /** Where the first chunk begins. */
    private readonly start: number,
    private readonly sealedSize: number,
  ) {
    super();
    this.size = sealedSize - this.chunks * TAG;
  }

  /** @throws BackupError when the passphrase is another one, or the file does not end as it was written */
  static async open(file: FileHandle, passphrase: string): Promise<SealedFile> {
    const header = headerIn(await read(file, 0, LARGEST_HEADER));
    const start = header.length + NONCE;
    const nonce = await read(file, header.length, NONCE);
    const fileKey = await fileKeyOf(header, passphrase);
    const key = Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
    const sealed = new SealedFile(file, key, start, (await file.stat()).size - start);
    await sealed.chunk(sealed.chunks - 1); // the last one alone says that nothing follows it
    return sealed;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.range(start, end), { objectMode: false });
  }

  /** Node's own streams would end it; it is closed by `close` alone. */
  override close(callback: (error: Error | null) => void): void {
    this.file.close().then(
      () => callback(null),
      (error: unknown) => callback(error as Error),
    );
  }

  private get chunks(): number {
    return Math.max(1, Math.ceil(this.sealedSize / SEALED_CHUNK));
  }

  private async *range(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end;) {
      const index = Math.floor(at / CHUNK);
      const from = at - index * CHUNK;
      const piece = (await this.chunk(index)).subarray(from, end - index * CHUNK);
      if (piece.length === 0) return;
      yield piece;
      at += piece.length;
    }
  }

  private async chunk(index: number): Promise<Buffer> {
    const from = index * SEALED_CHUNK;
    const length = Math.min(SEALED_CHUNK, this.sealedSize - from);
    const sealed = await read(this.file, this.start + from, length);
    const nonce = Buffer.alloc(12);
    nonce.writeUIntBE(index, 5, 6);
    nonce[11] = index === this.chunks - 1 ? 1 : 0;
    try {
      const decipher = createDecipheriv('chacha20-poly1305', this.key, nonce, { authTagLength: TAG });
      decipher.setAuthTag(sealed.subarray(-TAG));
      return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()]);
    } catch {
      throw new BackupError('It was changed or cut off since it was sealed.');
    }
  }
}

/** From its first line to the end of the line with the code that seals the header. */
function headerIn(beginning: Buffer): Buffer {
  const last = beginning.indexOf('\n--- ');
  const end = last === -1 ? -1 : beginning.indexOf('\n', last + 1);
  if (end === -1) throw new BackupError('It has no header of age.');
  return beginning.subarray(0, end + 1);
}

async function fileKeyOf(header: Buffer, passphrase: string): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(new PassphraseIdentity(passphrase));
  try {
    return await decrypter.decryptHeader(header);
  } catch {
    throw new BackupError('The passphrase is not the one that it was sealed with.');
  }
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
