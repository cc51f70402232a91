import { describe, expect, it } from 'vitest';
import { ExactSum, quotient } from './sum';

describe(ExactSum.name, () => {
  it('stays exact to the cent beyond what a double holds', () => {
    const sum = new ExactSum();
    const most = 99_999_999_999_999;
    for (let time = 0; time < 1000; time += 1) sum.add(most);
    sum.add(1);
    expect(sum.total).toBe(1000n * BigInt(most) + 1n);
  });
});

describe(quotient.name, () => {
  it.each([
    [100n, 300n, 33n],
    [200n, 300n, 67n],
    [1n, 8n, 13n],
    [1_005n, 1_000n, 101n],
    [0n, 5n, 0n],
    [5n, 0n, undefined],
  ])('divides %i by %i', (over, under, expected) => {
    expect(quotient(over, under)).toBe(expected);
  });
});
