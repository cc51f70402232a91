import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { clientAddress } from './client-address';
import { refuseForNow } from './refuse-for-now';

const WINDOW_MS = 10_000;
/** People who signed in have a name and can be asked; this only stops a program that runs wild. */
const SIGNED_IN_PER_WINDOW = 50_000;
const ANONYMOUS_PER_WINDOW = 5_000;

/** Counts requests by person or by address, in this process: a brake, not an account. */
@Injectable()
export class RateLimiter {
  private counts = new Map<string, number>();
  private windowEndsAt = 0;

  /** @throws DomainError TOO_MANY_REQUESTS */
  count(request: Request, userId: string | undefined): void {
    const now = Date.now();
    if (now >= this.windowEndsAt) {
      // A new window forgets everybody at once, so that the map cannot grow for long.
      this.counts = new Map();
      this.windowEndsAt = now + WINDOW_MS;
    }
    const key = userId ?? clientAddress(request);
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    if (count > (userId === undefined ? ANONYMOUS_PER_WINDOW : SIGNED_IN_PER_WINDOW)) {
      refuseForNow(
        request,
        (this.windowEndsAt - now) / 1000,
        'That is more requests than we answer at a time.',
      );
    }
  }
}
