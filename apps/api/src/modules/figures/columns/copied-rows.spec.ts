import { describe, expect, it } from 'vitest';
import { CopiedRows } from './copied-rows';

const HEADER = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const TRAILER = Buffer.from([0xff, 0xff]);

function rowOf(...fields: (string | null)[]): Buffer {
  const count = Buffer.alloc(2);
  count.writeInt16BE(fields.length);
  const parts = fields.flatMap((field) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(field === null ? -1 : field.length);
    return field === null ? [length] : [length, Buffer.from(field)];
  });
  return Buffer.concat([count, ...parts]);
}

describe(CopiedRows.name, () => {
  it.each([1, 2, 7, 1000])('reads every row once, in pieces of %i bytes', (size) => {
    const bytes = Buffer.concat([HEADER, rowOf('one', null), rowOf('', 'two'), TRAILER]);
    const rows = new CopiedRows(2);
    const read: (string | null)[][] = [];
    for (let at = 0; at < bytes.length; at += size) {
      rows.take(bytes.subarray(at, at + size), ({ bytes: own, starts, lengths }) => {
        read.push(
          [0, 1].map((field) => {
            const start = starts[field] ?? -1;
            return start < 0 ? null : own.toString('utf8', start, start + (lengths[field] ?? 0));
          }),
        );
      });
    }
    expect(read).toEqual([
      ['one', null],
      ['', 'two'],
    ]);
  });
});
