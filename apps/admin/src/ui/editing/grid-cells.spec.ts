import { describe, expect, it } from 'vitest';
import { placeAfter } from './grid-cells';

describe(placeAfter.name, () => {
  const last = { row: 3, column: 5 };
  it.each([
    ['ArrowDown', { row: 1, column: 2 }],
    ['ArrowLeft', { row: 0, column: 1 }],
    ['ArrowUp', { row: 0, column: 2 }],
    ['End', { row: 0, column: 5 }],
    ['Control+End', { row: 3, column: 5 }],
  ])('%s stays within the grid', (key, place) => {
    expect(placeAfter(key, { row: 0, column: 2 }, last)).toEqual(place);
  });

  it('leads nowhere by other keys', () => {
    expect(placeAfter('a', { row: 0, column: 0 }, last)).toBeUndefined();
    expect(placeAfter('Tab', { row: 0, column: 0 }, last)).toBeUndefined();
  });
});
