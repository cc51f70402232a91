import { DomainError } from '@fieldlab/domain';
import type { Request } from 'express';

/** Says when to try again, and refuses. @throws DomainError TOO_MANY_REQUESTS */
export function refuseForNow(request: Request, seconds: number, what: string): never {
  const wait = Math.max(1, Math.ceil(seconds));
  request.res?.setHeader('Retry-After', String(wait));
  const when = wait < 120 ? `${wait} seconds` : `${Math.ceil(wait / 60)} minutes`;
  throw new DomainError('TOO_MANY_REQUESTS', `${what} Try again in ${when}.`);
}
