import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breathe, inTurns, sortedInTurns } from './in-turns';

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

describe(breathe, () => {
  it('lets one of many that compute go on between two rounds of the event loop', async () => {
    const rounds: number[] = [];
    let round = 0;
    let isOver = false;
    const count = (): void => {
      round += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    const computing = Array.from({ length: 5 }, () =>
      inTurns(4, 1, () => {
        rounds.push(round);
      }),
    );
    await Promise.all(computing);
    isOver = true;
    // All begin at once; of what follows, no two parts fall in one round.
    const later = rounds.slice(5);
    expect(rounds.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(new Set(later).size).toBe(later.length);
  });
});
