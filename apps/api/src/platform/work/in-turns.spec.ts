import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortedInTurns } from './in-turns';

const byKey = (one: { key: number }, other: { key: number }): number => one.key - other.key;

describe(sortedInTurns, () => {
  it('sorts as sorting at once does, equal ones in the order in which they came', async () => {
    const values = fc.array(fc.nat({ max: 50 }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(values, fc.nat({ max: 1500 }), async (keys, times) => {
        const all = Array.from({ length: keys.length * times }, (_, place) => ({
          key: (keys[place % keys.length] ?? 0) * (place % 7),
          place,
        }));
        expect(await sortedInTurns(all, byKey)).toEqual([...all].sort(byKey));
      }),
      { numRuns: 30 },
    );
  });

  it('lets others have their turn', async () => {
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 0);
    const all = Array.from({ length: 200_000 }, (_, place) => ({ key: (place * 7919) % 104_729 }));
    await sortedInTurns(all, byKey);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(3);
  });
});
