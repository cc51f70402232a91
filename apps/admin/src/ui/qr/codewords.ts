import { correctionOf } from './error-correction';

/** At correction level L, for versions 1 to 20: bytes of correction in each block, and how many blocks. */
const CORRECTION = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28];
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8];
const BYTE_MODE = 4;
const PADDING = [0xec, 0x11];

export interface Codewords {
  version: number;
  bytes: number[];
}

/** A text as the bytes of the smallest code that holds it. @throws RangeError beyond 858 bytes. */
export function codewordsOf(text: string): Codewords {
  const data = [...new TextEncoder().encode(text)];
  const version =
    BLOCKS.findIndex((_, index) => data.length + headBytes(index + 1) <= capacityOf(index + 1)) + 1;
  if (version === 0) throw new RangeError(`A text of ${data.length} bytes does not fit.`);
  return { version, bytes: interleaved(padded(data, version), version) };
}

/** Mode and length: 12 bits, from version 10 on 20; the data begins in the middle of a byte. */
const headBytes = (version: number): number => (version < 10 ? 2 : 3);

export function alignmentPositions(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const rest = Array.from({ length: count - 1 }, (_, index) => version * 4 + 10 - index * step);
  return [6, ...rest.reverse()];
}

/** Bytes in a code of that version, correction included: what the fixed patterns leave free. */
function totalOf(version: number): number {
  const aligned = version === 1 ? 0 : Math.floor(version / 7) + 2;
  const patterns = version === 1 ? 0 : (25 * aligned - 10) * aligned - 55;
  const modules = (16 * version + 128) * version + 64 - patterns - (version >= 7 ? 36 : 0);
  return Math.floor(modules / 8);
}

const capacityOf = (version: number): number =>
  totalOf(version) - (CORRECTION[version - 1] ?? 0) * (BLOCKS[version - 1] ?? 0);

function padded(data: readonly number[], version: number): number[] {
  const length = data.length.toString(2).padStart(version < 10 ? 8 : 16, '0');
  const bits = [BYTE_MODE.toString(2).padStart(4, '0'), length, ...data.map(byteBits), '0000'].join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const missing = capacityOf(version) - bytes.length;
  return [...bytes, ...Array.from({ length: missing }, (_, index) => PADDING[index % 2] ?? 0)];
}

const byteBits = (byte: number): string => byte.toString(2).padStart(8, '0');

/** Blocks take turns byte by byte, so that a stain hurts all a little; the last ones are one byte longer. */
function interleaved(data: readonly number[], version: number): number[] {
  const count = BLOCKS[version - 1] ?? 1;
  const short = Math.floor(data.length / count);
  const longOnes = data.length % count;
  let start = 0;
  const blocks = Array.from({ length: count }, (_, index) => {
    const block = data.slice(start, start + short + (index >= count - longOnes ? 1 : 0));
    start += block.length;
    return block;
  });
  const corrections = blocks.map((block) => correctionOf(block, CORRECTION[version - 1] ?? 0));
  return [...inTurn(blocks), ...inTurn(corrections)];
}

const inTurn = (blocks: readonly number[][]): number[] =>
  Array.from({ length: Math.max(...blocks.map(({ length }) => length)) }, (_, index) =>
    blocks.flatMap((block) => block[index] ?? []),
  ).flat();
