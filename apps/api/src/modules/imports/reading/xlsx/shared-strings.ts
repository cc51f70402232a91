import { LONGEST_CELL } from '@fieldlab/domain';
import type { Archive } from '../archive';
import { SPREADSHEET } from './namespaces';
import type { XmlHandler } from './placed-elements';
import { readXml } from './xml';

const CHUNK = 4 * 1024 * 1024;
const LENGTH_BYTES = 4;

/**
 * Many texts in few bytes: as UTF-8 in large buffers outside the JavaScript heap, since a workbook may hold millions
 * of them and each would cost several times its length as a string.
 */
export class TextStore {
  private readonly chunks: Buffer[] = [];
  private chunk = Buffer.alloc(0);
  private used = 0;
  private starts = new Float64Array(1024);
  private count = 0;

  add(text: string): void {
    const bytes = Buffer.byteLength(text);
    if (this.used + LENGTH_BYTES + bytes > this.chunk.length) {
      this.chunk = Buffer.allocUnsafe(CHUNK);
      this.chunks.push(this.chunk);
      this.used = 0;
    }
    if (this.count === this.starts.length) {
      const grown = new Float64Array(this.count * 2);
      grown.set(this.starts);
      this.starts = grown;
    }
    this.starts[this.count] = (this.chunks.length - 1) * CHUNK + this.used;
    this.count += 1;
    this.chunk.writeUInt32LE(bytes, this.used);
    this.chunk.write(text, this.used + LENGTH_BYTES);
    this.used += LENGTH_BYTES + bytes;
  }

  /** Undefined where there is none of that number. */
  get(index: number): string | undefined {
    const start = index < this.count ? this.starts[index] : undefined;
    const chunk = start === undefined ? undefined : this.chunks[Math.floor(start / CHUNK)];
    if (start === undefined || chunk === undefined) return undefined;
    const at = start % CHUNK;
    return chunk.toString('utf8', at + LENGTH_BYTES, at + LENGTH_BYTES + chunk.readUInt32LE(at));
  }
}

/**
 * Text in a cell or in the shared list, whose element is at `path`: runs of formatted text joined, without how it is
 * pronounced.
 */
export class RichText {
  private text = '';
  private readonly paths: ReadonlySet<string>;

  constructor(path: string) {
    this.paths = new Set([`${path}/t`, `${path}/r/t`]);
  }

  /** Keeps one character more than a cell can hold, so that it is seen to be too long. */
  add(text: string, path: string): void {
    if (this.paths.has(path) && this.text.length <= LONGEST_CELL)
      this.text += text.slice(0, LONGEST_CELL + 1);
  }

  take(): string {
    const { text } = this;
    this.text = '';
    return text.slice(0, LONGEST_CELL + 1);
  }
}

export async function readSharedStrings(archive: Archive, part: string | undefined): Promise<TextStore> {
  const texts = new TextStore();
  if (part === undefined || !archive.has(part)) return texts;
  const current = new RichText('sst/si');
  const handler: XmlHandler = {
    close: (path) => {
      if (path === 'sst/si') texts.add(current.take());
    },
    text: (text, path) => current.add(text, path),
  };
  await readXml(await archive.stream(part), SPREADSHEET, handler);
  return texts;
}
