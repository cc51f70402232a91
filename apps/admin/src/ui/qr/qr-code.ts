import { alignmentPositions, codewordsOf } from './codewords';
import { penaltyOf } from './penalty';

/** Dark squares, by row. */
export type Modules = boolean[][];
type Mask = (row: number, column: number) => boolean;

const MASKS: readonly Mask[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];
/** Correction level L, as the format says it. */
const LEVEL = 1;

/**
 * A text as a QR code (ISO/IEC 18004), for a screen: in bytes, with the least correction. Two hundred lines of our
 * own, because a page that shows the secret of a second factor should run as little code of others as it can.
 */
export function qrCode(text: string): Modules {
  const { version, bytes } = codewordsOf(text);
  const canvas = new Canvas(version);
  canvas.drawData(bytes);
  const drawn = MASKS.map((mask, index) => canvas.masked(mask, index));
  return drawn.reduce((best, one) => (penaltyOf(one) < penaltyOf(best) ? one : best));
}

class Canvas {
  private readonly size: number;
  private readonly modules: Modules;
  /** Patterns that say where and what the code is; the data goes around them. */
  private readonly isFixed: boolean[][];

  constructor(private readonly version: number) {
    this.size = version * 4 + 17;
    this.modules = this.square();
    this.isFixed = this.square();
    this.drawTiming();
    for (const [row, column] of [
      [3, 3],
      [3, this.size - 4],
      [this.size - 4, 3],
    ] as const)
      this.drawFinder(row, column);
    this.drawAlignments();
    this.drawVersion();
    this.drawFormat(this.modules, 0);
  }

  /** From the right, two columns at a time, up and down, around what is fixed. */
  drawData(bytes: readonly number[]): void {
    let bit = 0;
    for (let right = this.size - 1; right >= 1; right -= 2) {
      const column = right <= 6 ? right - 1 : right;
      const isUpward = ((column + 1) & 2) === 0;
      for (let step = 0; step < this.size; step += 1) {
        const row = isUpward ? this.size - 1 - step : step;
        for (const at of [column, column - 1]) {
          if (this.isFixed[row]?.[at] !== false) continue;
          this.put(this.modules, row, at, (((bytes[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1) === 1);
          bit += 1;
        }
      }
    }
  }

  masked(mask: Mask, index: number): Modules {
    const masked = this.modules.map((cells, row) =>
      cells.map((isDark, column) => isDark !== (this.isFixed[row]?.[column] === false && mask(row, column))),
    );
    this.drawFormat(masked, index);
    return masked;
  }

  private square(): boolean[][] {
    return Array.from({ length: this.size }, () => new Array<boolean>(this.size).fill(false));
  }

  private put(modules: Modules, row: number, column: number, isDark: boolean): void {
    const cells = modules[row];
    if (cells && column >= 0 && column < this.size) cells[column] = isDark;
  }

  private fix(row: number, column: number, isDark: boolean): void {
    this.put(this.modules, row, column, isDark);
    this.put(this.isFixed, row, column, true);
  }

  private drawTiming(): void {
    for (let at = 0; at < this.size; at += 1) {
      this.fix(6, at, at % 2 === 0);
      this.fix(at, 6, at % 2 === 0);
    }
  }

  private drawFinder(row: number, column: number): void {
    for (let down = -4; down <= 4; down += 1) {
      for (let right = -4; right <= 4; right += 1) {
        const ring = Math.max(Math.abs(down), Math.abs(right));
        this.fix(row + down, column + right, ring !== 2 && ring !== 4);
      }
    }
  }

  private drawAlignments(): void {
    const positions = alignmentPositions(this.version);
    const last = positions.length - 1;
    positions.forEach((row, rowIndex) =>
      positions.forEach((column, index) => {
        // Where the three finders are.
        if ((rowIndex === 0 && (index === 0 || index === last)) || (rowIndex === last && index === 0)) return;
        for (let down = -2; down <= 2; down += 1)
          for (let right = -2; right <= 2; right += 1)
            this.fix(row + down, column + right, Math.max(Math.abs(down), Math.abs(right)) !== 1);
      }),
    );
  }

  private drawVersion(): void {
    if (this.version < 7) return;
    const bits = withRemainder(this.version, 12, 0x1f25);
    for (let index = 0; index < 18; index += 1) {
      const isDark = ((bits >>> index) & 1) === 1;
      const [far, near] = [this.size - 11 + (index % 3), Math.floor(index / 3)];
      this.fix(near, far, isDark);
      this.fix(far, near, isDark);
    }
  }

  /** Level and mask, twice, for a reader that finds one of them torn. */
  private drawFormat(modules: Modules, mask: number): void {
    const bits = withRemainder((LEVEL << 3) | mask, 10, 0x537) ^ 0x5412;
    const draw = (row: number, column: number, index: number): void => {
      this.put(modules, row, column, ((bits >>> index) & 1) === 1);
      this.put(this.isFixed, row, column, true);
    };
    for (let index = 0; index < 15; index += 1) {
      draw(index < 6 ? index : index < 8 ? index + 1 : this.size - 15 + index, 8, index);
      draw(8, index < 8 ? this.size - 1 - index : index === 8 ? 7 : 14 - index, index);
    }
    this.put(modules, this.size - 8, 8, true);
    this.put(this.isFixed, this.size - 8, 8, true);
  }
}

/** A value followed by the remainder of its division, by which a reader mends it. */
function withRemainder(value: number, length: number, divisor: number): number {
  let rest = value;
  for (let round = 0; round < length; round += 1) rest = (rest << 1) ^ ((rest >>> (length - 1)) * divisor);
  return (value << length) | rest;
}
