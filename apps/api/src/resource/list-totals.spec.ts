import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StatementReader } from '../platform/database/database';
import { ListTotals, type Counting } from './list-totals';

const [FIRST, SECOND, THIRD] = [
  '2026-01-05T10:00:00.001Z',
  '2026-01-05T10:00:00.002Z',
  '2026-01-05T10:00:00.003Z',
];
const neverAsked = {} as StatementReader;

describe('the total of a list', () => {
  beforeEach(() => vi.useFakeTimers({ now: new Date('2026-01-05T12:00:00Z') }));
  afterEach(() => vi.useRealTimers());

  const counted = (state: string, total: number): Counting & { asked: string[] } => {
    const asked: string[] = [];
    return {
      asked,
      readAt: state,
      count: () => {
        asked.push('count');
        return Promise.resolve({ state, total });
      },
      growth: (since) => {
        asked.push(`growth since ${since}`);
        return Promise.resolve({ state, total: 1 });
      },
    };
  };
  const total = (totals: ListTotals, counting: Counting): Promise<number> =>
    totals.of(neverAsked, 'a list', counting);

  it('is counted once, kept while nothing changes, and grows by what changed since', async () => {
    const totals = new ListTotals();
    const [first, again, later, last] = [
      counted(FIRST, 7),
      counted(FIRST, 7),
      counted(SECOND, 70),
      counted(THIRD, 70),
    ];
    expect(await total(totals, first)).toBe(7);
    expect(await total(totals, again)).toBe(7);
    expect(await total(totals, later)).toBe(8);
    expect(await total(totals, last)).toBe(9);
    const asked = [first, again, later, last].map((each) => each.asked);
    expect(asked).toEqual([['count'], [], [`growth since ${FIRST}`], [`growth since ${SECOND}`]]);
  });

  it('is counted anew where the register never had that state, as after a restore, or on a replica that is behind', async () => {
    const totals = new ListTotals();
    await total(totals, counted(SECOND, 7));
    const restored = { ...counted(FIRST, 3), growth: () => Promise.resolve(undefined) };
    expect(await total(totals, restored)).toBe(3);
  });

  it('is counted anew where history does not tell it, and on another day', async () => {
    const totals = new ListTotals();
    await total(totals, counted(FIRST, 7));
    expect(await total(totals, { ...counted(SECOND, 20), growth: undefined })).toBe(20);
    vi.setSystemTime(new Date('2026-01-06T00:00:01Z'));
    expect(await total(totals, counted(SECOND, 21))).toBe(21);
  });
});
