import { describe, expect, it } from 'vitest';
import { endsOf } from './ends-of';

describe(endsOf.name, () => {
  it.each([
    ['what leads nowhere to itself', [-1, -1], [0, 1]],
    ['a chain to its end, in either order', [1, 2, -1, 1], [2, 2, 2, 2]],
    ['each in a circle, and what leads into it, to itself', [1, 0, 0, 2, -1], [0, 1, 2, 3, 4]],
    ['a chain behind a chain that was followed before', [-1, 0, 1, 2, 3], [0, 0, 0, 0, 0]],
    ['itself to itself', [0], [0]],
  ])('leads %s', (_, next, ends) => {
    expect([...endsOf(Int32Array.from(next))]).toEqual(ends);
  });
});
