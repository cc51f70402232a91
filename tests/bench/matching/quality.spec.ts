import { expect, it } from 'vitest';
import { qualityOf } from './quality';

it('counts pairs, and rows once they are joined', () => {
  // Rows 0, 1 and 2 are one company, 3 and 4 another; 0 and 1 were found, and 2 and 3 wrongly.
  const quality = qualityOf(5, [[0, 1], [1, 2], [3, 4]], [[0, 1], [2, 3]]); // prettier-ignore
  expect(quality.precision).toBe(1 / 2);
  expect(quality.recall).toBe(1 / 4);
  expect(quality.f1).toBe(1 / 3);
  const [precision, recall] = [(1 + 1 + 1 / 2 + 1 / 2 + 1) / 5, (2 / 3 + 2 / 3 + 1 / 3 + 1 / 2 + 1 / 2) / 5];
  expect(quality.bCubed).toBeCloseTo((2 * precision * recall) / (precision + recall), 12);
});

it('finds nothing wrong where all was found, and all where nothing was', () => {
  expect(qualityOf(3, [[0, 1]], [[0, 1]])).toEqual({ precision: 1, recall: 1, f1: 1, bCubed: 1 });
  expect(qualityOf(2, [[0, 1]], [])).toMatchObject({ precision: 1, recall: 0, f1: 0 });
});
