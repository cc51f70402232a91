import { ROLES, type Role } from '@fieldlab/domain';
import type { OidcOptions } from '../access-options';

export type Claims = Record<string, unknown>;

/** What a provider says of a person, in our words. */
export interface ProviderPerson {
  issuer: string;
  subject: string;
  name: string | undefined;
  /** Undefined unless the provider says that it verified it. */
  verifiedEmail: string | undefined;
  /** By the configured claim; undefined when it gives none. */
  role: Role | undefined;
  showedSecondFactor: boolean;
}

/** Ways of signing in (RFC 8176) that go beyond something known. */
const SECOND_FACTORS: readonly unknown[] = ['mfa', 'otp', 'hwk', 'swk', 'sc'];

export function personOf(
  claims: Claims,
  options: Pick<OidcOptions, 'roleClaim' | 'roleMap'>,
): ProviderPerson {
  const { iss, sub, name, email, email_verified: verified, amr } = claims;
  if (typeof iss !== 'string' || typeof sub !== 'string')
    throw new Error('Claims without issuer or subject.');
  const verifiedEmail = verified === true ? text(email) : undefined;
  return {
    issuer: iss,
    subject: sub,
    name: text(name),
    verifiedEmail,
    role: roleOf(claims, options),
    showedSecondFactor: Array.isArray(amr) && amr.some((method) => SECOND_FACTORS.includes(method)),
  };
}

const CLOCKS_DIFFER_S = 30;

/**
 * A provider that was asked to have the person sign in anew says when they did; clocks differ a little.
 * @param since in seconds since 1970, by our clock.
 * @throws Error when they did not, or the provider does not say so.
 */
export function assertSignedInSince(since: number, authTime: unknown): void {
  if (typeof authTime === 'number' && authTime >= since - CLOCKS_DIFFER_S) return;
  throw new Error('The provider did not ask the person to sign in again.');
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** Of several roles the first in our own order. */
function roleOf(claims: Claims, { roleClaim, roleMap }: Pick<OidcOptions, 'roleClaim' | 'roleMap'>) {
  if (roleClaim === undefined) return undefined;
  const claim = claims[roleClaim] ?? nested(claims, roleClaim);
  const groups: unknown[] = Array.isArray(claim) ? claim : [claim];
  const given = new Map(Object.entries(roleMap ?? {}));
  const roles = groups.map((group) => (typeof group === 'string' ? given.get(group) : undefined));
  return ROLES.find((role) => roles.includes(role));
}

/** `realm_access.roles`, as Keycloak has it. */
const nested = (claims: Claims, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? (value as Claims)[key] : undefined),
      claims,
    );
