import { describe, expect, it } from 'vitest';
import { assertSignedInSince, personOf } from './provider-person';

const claims = { iss: 'https://id.example', sub: '17', email: 'anna@metaal.example', name: 'Anna' };
const options = { roleClaim: 'groups', roleMap: { evaluators: 'EVALUATOR', admins: 'ADMIN' } } as const;

describe(personOf.name, () => {
  it('takes an e-mail address only when the provider verified it', () => {
    expect(personOf(claims, options).verifiedEmail).toBeUndefined();
    expect(personOf({ ...claims, email_verified: 'true' }, options).verifiedEmail).toBeUndefined();
    expect(personOf({ ...claims, email_verified: true }, options).verifiedEmail).toBe('anna@metaal.example');
  });

  it('finds the role by the claim, the strongest of several', () => {
    expect(personOf(claims, options).role).toBeUndefined();
    expect(personOf({ ...claims, groups: 'evaluators' }, options).role).toBe('EVALUATOR');
    expect(personOf({ ...claims, groups: ['evaluators', 'admins', 'other'] }, options).role).toBe('ADMIN');
    expect(personOf({ ...claims, groups: ['constructor', 7] }, options).role).toBeUndefined();
    const keycloak = { ...options, roleClaim: 'realm_access.roles' };
    expect(personOf({ ...claims, realm_access: { roles: ['admins'] } }, keycloak).role).toBe('ADMIN');
  });

  it('believes in a second factor only when the provider names one', () => {
    const shown = (amr: unknown) => personOf({ ...claims, amr }, options).showedSecondFactor;
    expect([undefined, ['pwd'], 'mfa', ['pwd', 'otp'], ['mfa']].map(shown)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});

describe(assertSignedInSince.name, () => {
  it('takes a sign-in after it was asked for, and none from before or that nobody dates', () => {
    expect(() => assertSignedInSince(1000, 1003)).not.toThrow();
    expect(() => assertSignedInSince(1000, 990)).not.toThrow(); // a clock that is a little behind
    for (const authTime of [900, undefined, '1003', null]) {
      expect(() => assertSignedInSince(1000, authTime)).toThrow('sign in again');
    }
  });
});
