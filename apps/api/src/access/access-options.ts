import type { Role } from '@fieldlab/domain';
import { USUAL_SESSION, type SessionTerm } from '../platform/housekeeping/retention-terms';
import type { RequestLimits } from './limits/request-limits';

/** An OpenID provider that people may sign in at, beside or instead of a password. */
export interface OidcOptions {
  issuer: string;
  clientId: string;
  clientSecret: string;
  scope: string;
  /** The claim that names a person's groups, such as `roles`; without it nobody gets an account by signing in. */
  roleClaim?: string | undefined;
  /** Which role each value of that claim gives. */
  roleMap?: Readonly<Record<string, Role>> | undefined;
}

export interface AccessOptions {
  /** Links and redirects begin with it. No slash at the end. */
  publicUrl: string;
  /** As Express takes it. */
  trustProxy: false | number | string;
  /** Every key is derived from it; another secret makes second factors unreadable. */
  sessionSecret: string;
  oidc: OidcOptions | undefined;
  /** Without them, those of docs/decisions/0005-sessions.md. */
  sessionBounds?: SessionBounds | undefined;
  /** In the place of those of limits/request-limits.ts, for a test that does not ask six thousand times. */
  requestLimits?: Partial<RequestLimits> | undefined;
}

/** How long a browser stays signed in. */
export interface SessionBounds {
  /** Without being used. */
  idleSeconds: number;
  /** However much it is used. */
  lifetimeSeconds: number;
}
const HOUR_S = 3600;
export const sessionBoundsFrom = ({ idleHours, days }: SessionTerm): SessionBounds => ({
  idleSeconds: idleHours * HOUR_S,
  lifetimeSeconds: days * 24 * HOUR_S,
});
export const sessionBoundsOf = ({ sessionBounds }: AccessOptions): SessionBounds =>
  sessionBounds ?? sessionBoundsFrom(USUAL_SESSION);

export const ACCESS_OPTIONS = Symbol('AccessOptions');

/** Whether people reach us over TLS, as far as the configuration knows. */
export const isHttps = ({ publicUrl }: Pick<AccessOptions, 'publicUrl'>): boolean =>
  publicUrl.startsWith('https:');
