import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { IdNumbers } from './id-numbers';

const bytesOf = (seed: number): Buffer => createHash('sha256').update(String(seed)).digest().subarray(0, 16);
const textOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

describe(IdNumbers.name, () => {
  it('numbers ids in the order in which it meets them, and knows them again after it grew', () => {
    const ids = new IdNumbers();
    const all = Array.from({ length: 20_000 }, (_, seed) => bytesOf(seed));
    expect(all.map((bytes) => ids.numberOf(bytes, 0))).toEqual(all.map((_, number) => number));
    expect(all.map((bytes) => ids.numberOf(bytes, 0))).toEqual(all.map((_, number) => number));
    expect(ids.size).toBe(20_000);
    for (const number of [0, 1023, 1024, 19_999]) {
      const text = textOf(bytesOf(number));
      expect(ids.idOf(number)).toBe(text);
      expect(ids.find(text)).toBe(number);
    }
  });

  it('keeps its numbers while room is made, also those that are given meanwhile', async () => {
    const ids = new IdNumbers();
    const all = Array.from({ length: 70_000 }, (_, seed) => bytesOf(seed));
    for (const bytes of all.slice(0, -1)) ids.numberOf(bytes, 0);
    const isMade = ids.makeRoom(1_000_000);
    for (const bytes of all.slice(-1)) ids.numberOf(bytes, 0);
    await isMade;
    expect(all.map((bytes) => ids.numberOf(bytes, 0))).toEqual(all.map((_, number) => number));
  });

  it('does not know an id that it never met, nor what is no id', () => {
    const ids = new IdNumbers();
    ids.numberOf(bytesOf(1), 0);
    expect([textOf(bytesOf(2)), '', 'x'].map((id) => ids.find(id))).toEqual([-1, -1, -1]);
  });

  it('orders ids as their texts are ordered', () => {
    const ids = new IdNumbers();
    const numbers = Array.from({ length: 200 }, (_, seed) => ids.numberOf(bytesOf(seed), 0));
    const ordered = numbers
      .toSorted((one, other) => ids.compare(one, other))
      .map((number) => ids.idOf(number));
    expect(ordered).toEqual([...ordered].sort());
  });
});
