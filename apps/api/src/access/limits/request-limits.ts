import { SetMetadata } from '@nestjs/common';

/** So many requests within a window; what comes after them waits for the next. */
export interface RequestLimit {
  most: number;
  seconds: number;
}

/**
 * How often anybody may ask, by kind of request. All processes count these together in the database, but for `signedIn`:
 * no ordinary request of somebody signed in pays for being counted.
 */
export const REQUEST_LIMITS = {
  /** Without signing in: by route and address. */
  anonymous: { most: 6000, seconds: 60 },
  /** The same where an answer is computed, and not only read. */
  anonymousCostly: { most: 600, seconds: 60 },
  /** Ways to become somebody: by route and address. Accounts have their own lockout (SignInLimits). */
  signIn: { most: 300, seconds: 60 },
  /** Tokens that do not work: by address. One that works is not held up by them. */
  failedToken: { most: 100, seconds: 900 },
  /** Exports, files and computations: by route and person. */
  costly: { most: 1000, seconds: 10 },
  /** Stops a program that runs wild: by person, in each process. */
  signedIn: { most: 50_000, seconds: 10 },
} satisfies Record<string, RequestLimit>;

export type LimitName = keyof typeof REQUEST_LIMITS;
export type RequestLimits = Record<LimitName, RequestLimit>;

export const COUNTED_HERE: ReadonlySet<string> = new Set<LimitName>(['signedIn']);

export const ROUTE_COST = 'fieldlab:route-cost';
type RouteCost = 'costly' | 'signIn';

/** A route that computes or sends much. */
export const Costly = () => SetMetadata(ROUTE_COST, 'costly' satisfies RouteCost);

/** A route by which one becomes somebody: it takes a password, a code or a link. */
export const SigningIn = () => SetMetadata(ROUTE_COST, 'signIn' satisfies RouteCost);
