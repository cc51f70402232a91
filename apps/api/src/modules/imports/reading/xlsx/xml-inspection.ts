import type { Archive } from '../archive';
import { Inspection, type UnpackedBytes } from '../inspection';
import { inMegabytes, type WorkbookLimits } from '../limits';
import { WorkbookRefused } from '../workbook-refused';

const DOCUMENT_TYPE = Buffer.from('<!DOCTYPE');
const ROW = Buffer.from('<row');
const LESS_THAN = 0x3c;
/** Long enough to find what lies across two chunks. */
const OVERLAP = DOCUMENT_TYPE.length - 1;

/** Looks through the real bytes of XML parts: their size, declarations that do not belong there, endless texts. */
export class XmlInspector {
  constructor(
    private readonly archive: Archive,
    private readonly limits: WorkbookLimits,
    private readonly spent: UnpackedBytes,
  ) {}

  /** Answers about how many rows a sheet has. */
  async inspect(part: string): Promise<number> {
    let rows = 0;
    let textBytes = 0;
    let tail = Buffer.alloc(0);
    await this.run(part, (chunk) => {
      const joined = Buffer.concat([tail, chunk]);
      if (joined.includes(DOCUMENT_TYPE)) throw new WorkbookRefused('DOCUMENT_TYPE_FORBIDDEN');
      tail = joined.subarray(-OVERLAP);
      for (let at = chunk.indexOf(ROW); at !== -1; at = chunk.indexOf(ROW, at + 1)) rows += 1;
      const last = chunk.lastIndexOf(LESS_THAN);
      textBytes = last === -1 ? textBytes + chunk.length : chunk.length - last;
      if (textBytes > this.limits.textBytes) throw new WorkbookRefused('TEXT_FAR_TOO_LONG');
    });
    return rows;
  }

  /** For a part that will be held whole in memory. */
  async inspectSmall(part: string): Promise<void> {
    let bytes = 0;
    const most = this.limits.smallPartBytes;
    await this.run(part, (chunk) => {
      bytes += chunk.length;
      if (bytes > most) throw new WorkbookRefused('UNPACKED_TOO_LARGE', { most: inMegabytes(most) });
    });
  }

  private async run(part: string, look: (chunk: Buffer) => void): Promise<void> {
    const stream = await this.archive.stream(part);
    await new Inspection(this.limits, this.spent).run(stream, look, this.archive.checksumOf(part));
  }
}
