import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StatementReader } from '../platform/database/database';
import { ListTotals, type Counting } from './list-totals';

const [FIRST, SECOND, THIRD] = [
  '2026-01-05T10:00:00.001Z',
  '2026-01-05T10:00:00.002Z',
  '2026-01-05T10:00:00.003Z',
];

/** A register that has come to a state by these revisions. */
const registerAt = (knownAt: string, { stands = true, revisions = ['1'] } = {}): StatementReader =>
  ({ prepared: () => Promise.resolve([{ knownAt, stands, revisions }]) }) as unknown as StatementReader;

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
      growth: (revisions) => {
        asked.push(`growth by ${revisions.join(' ')}`);
        return Promise.resolve(1);
      },
    };
  };

  it('is counted once, kept while nothing changes, and grows by what changed since', async () => {
    const totals = new ListTotals();
    const [first, again, later, last] = [
      counted(FIRST, 7),
      counted(FIRST, 7),
      counted(SECOND, 70),
      counted(THIRD, 70),
    ];
    expect(await totals.of(registerAt(FIRST), 'a list', first)).toBe(7);
    expect(await totals.of(registerAt(FIRST), 'a list', again)).toBe(7);
    expect(await totals.of(registerAt(SECOND, { revisions: ['8', '9'] }), 'a list', later)).toBe(8);
    expect(await totals.of(registerAt(THIRD), 'a list', last)).toBe(9);
    const asked = [first, again, later, last].map((each) => each.asked);
    expect(asked).toEqual([['count'], [], ['growth by 8 9'], ['growth by 1']]);
  });

  it('is counted anew where the register does not have that state in its past, or came a long way', async () => {
    const totals = new ListTotals();
    await totals.of(registerAt(SECOND), 'a list', counted(SECOND, 7));
    expect(await totals.of(registerAt(FIRST, { stands: false }), 'a list', counted(FIRST, 3))).toBe(3);
    const many = Array.from({ length: 1001 }, (_, number) => String(number));
    expect(await totals.of(registerAt(THIRD, { revisions: many }), 'a list', counted(THIRD, 5))).toBe(5);
  });

  it('is counted anew where history does not tell it, and on another day', async () => {
    const totals = new ListTotals();
    await totals.of(registerAt(FIRST), 'a list', counted(FIRST, 7));
    expect(await totals.of(registerAt(SECOND), 'a list', { ...counted(SECOND, 20), growth: undefined })).toBe(
      20,
    );
    vi.setSystemTime(new Date('2026-01-06T00:00:01Z'));
    expect(await totals.of(registerAt(SECOND), 'a list', counted(SECOND, 21))).toBe(21);
  });
});
