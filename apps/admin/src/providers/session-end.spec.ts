import { describe, expect, it } from 'vitest';
import { endOf } from './session-end';

const MINUTE = 60_000;

describe(endOf.name, () => {
  const idleMs = 8 * 60 * MINUTE;

  it('is put off by whatever is asked, less the minute that the server may not have noted', () => {
    expect(endOf({ askedAt: 0, endsAt: 100 * idleMs, idleMs })).toEqual({
      at: idleMs - MINUTE,
      lead: 5 * MINUTE,
      canStay: true,
    });
  });

  it('comes in the end, and then asking does not help', () => {
    const askedAt = 99.5 * idleMs;
    expect(endOf({ askedAt, endsAt: 100 * idleMs, idleMs })).toMatchObject({
      at: 100 * idleMs,
      canStay: false,
    });
  });

  it('leaves at least the 20 seconds that people need, however short a session is', () => {
    expect(endOf({ askedAt: 0, endsAt: MINUTE, idleMs: 40_000 }).lead).toBe(20_000);
  });
});
