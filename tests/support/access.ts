import type { AccessOptions } from '@api/access/access-options';

/** How a test's own installation differs from one on a developer's machine. */
export const testAccess = (changes: Partial<AccessOptions> = {}): AccessOptions => ({
  publicUrl: 'http://localhost:3000',
  trustProxy: false,
  sessionSecret: 'a secret that only the tests know of',
  oidc: undefined,
  ...changes,
});
