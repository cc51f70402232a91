import { describe, expect, it } from 'vitest';
import { firstOf, RowSet } from './row-set';

describe(RowSet.name, () => {
  it('holds each row once, in order', () => {
    const rows = new RowSet([1_000_000, 2, 31, 32, 2, 63]);
    expect([...rows]).toEqual([2, 31, 32, 63, 1_000_000]);
    expect(rows.size).toBe(5);
    expect([rows.has(32), rows.has(33), rows.has(9_000_000)]).toEqual([true, false, false]);
  });

  it('gives the first of many', () => {
    const [first] = [...firstOf(new Map([['companies', new RowSet([5, 3, 9])]]), 2).values()];
    expect([...(first ?? [])]).toEqual([3, 5]);
  });
});
