import { expect, it } from 'vitest';
import { LOCKS } from './locks';

it('has a number of its own for everything that waits', () => {
  const numbers = Object.values(LOCKS);
  expect(new Set(numbers).size).toBe(numbers.length);
});
