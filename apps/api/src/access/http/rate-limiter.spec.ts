import type { Request } from 'express';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RateLimiter } from './rate-limiter';

const from = (ip: string): Request => Object.create(null, { ip: { value: ip } }) as Request;

function accepted(limiter: RateLimiter, request: Request, times: number, userId?: string): number {
  let count = 0;
  for (let turn = 0; turn < times; turn += 1) {
    try {
      limiter.count(request, userId);
      count += 1;
    } catch {
      // Refused.
    }
  }
  return count;
}

describe(RateLimiter.name, () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('brakes an address that nobody signed in from, until the next window', () => {
    const limiter = new RateLimiter();
    expect(accepted(limiter, from('192.0.2.1'), 6_000)).toBe(5_000);
    expect(accepted(limiter, from('192.0.2.2'), 10)).toBe(10);
    vi.advanceTimersByTime(10_000);
    expect(accepted(limiter, from('192.0.2.1'), 10)).toBe(10);
  });

  it('counts one IPv6 customer as one', () => {
    const limiter = new RateLimiter();
    accepted(limiter, from('2001:db8:0:1::1'), 5_000);
    expect(accepted(limiter, from('2001:db8:0:1::2'), 1)).toBe(0);
    expect(accepted(limiter, from('2001:db8:0:2::1'), 1)).toBe(1);
  });

  it('lets a signed-in person do well over a hundred requests a second', () => {
    expect(accepted(new RateLimiter(), from('192.0.2.1'), 20_000, 'anna')).toBe(20_000);
  });
});
