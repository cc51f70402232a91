import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { chunksOf } from './byte-chunks';
import { inMegabytes, type WorkbookLimits } from './limits';
import { unreadable, WorkbookRefused } from './workbook-refused';

/**
 * A first pass over the bytes of one part, before anything is made of them. What it finds out cannot be known from
 * a zip's directory, which a hostile file fills in as it likes.
 */
export class Inspection {
  private checksum = 0;

  constructor(
    private readonly limits: WorkbookLimits,
    private readonly spent: UnpackedBytes,
  ) {}

  /** Reads the part to its end. `look` sees every chunk. */
  async run(stream: Readable, look: (chunk: Buffer) => void, expected?: number): Promise<void> {
    for await (const chunk of chunksOf(stream)) {
      this.spent.add(chunk.length, this.limits);
      this.checksum = crc32(chunk, this.checksum);
      look(chunk);
    }
    if (expected !== undefined && expected !== this.checksum) throw unreadable('wrong checksum');
  }
}

/** How much was really unpacked so far, over all parts. */
export class UnpackedBytes {
  private bytes = 0;

  add(bytes: number, limits: WorkbookLimits): void {
    this.bytes += bytes;
    if (this.bytes > limits.unpackedBytes) {
      throw new WorkbookRefused('UNPACKED_TOO_LARGE', { most: inMegabytes(limits.unpackedBytes) });
    }
  }
}
