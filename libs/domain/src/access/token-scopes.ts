import type { OtherPermission, Permission } from './permissions';

/** What a token may be made for. Whatever it is made for, it does no more than its owner may. */
export const TOKEN_SCOPES = ['read', 'records:write', 'imports', 'reports:write'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/**
 * The scope that each permission takes that is not about the kinds of records; null where no token has it: what makes
 * or changes accounts, roles, settings and ways of signing in is for people, and so is what the contract gives to no
 * scope. A permission that is added is decided upon here, or does not compile.
 */
const SCOPE_OF: Record<OtherPermission, TokenScope | null> = {
  'programme:read': 'read',
  'programme:write': null,
  'registered-company:read': 'read',
  'register-proposal:read': 'read',
  'register-proposal:write': null,
  'register-check:write': null,
  'merge:read': 'read',
  'merge:write': 'records:write',
  'duplicate:read': 'read',
  'duplicate:write': 'records:write',
  'evidence:read': 'read',
  'evidence:write': 'records:write',
  'comment:read': 'read',
  'comment:write': null,
  'comment:moderate': null,
  'comment-reader:read': 'read',
  'saved-view:read': 'read',
  'saved-view:write': null,
  'saved-view:moderate': null,
  'role-start:read': 'read',
  'role-start:write': null,
  'personal-data:erase': null,
  'processing-register:read': 'read',
  'privacy-settings:write': null,
  'history:read': 'read',
  'import:read': 'read',
  'import:write': 'imports',
  'figure:read': 'read',
  'figure-member:read': 'read',
  'snapshot:read': 'read',
  'indicator:read': 'read',
  'report:read': 'read',
  'report:write': 'reports:write',
  'edition-members:read': 'read',
  'target:read': 'read',
  'target:write': null,
  'round:read': 'read',
  'round:write': null,
  'round:decide': null,
  'user:read': null,
  'user:write': null,
  'api-token:read': null,
  'access-settings:write': null,
  'audit:read': 'read',
  'own-identity:read': 'read',
  'own-account:write': null,
};

const isOther = (permission: Permission): permission is OtherPermission =>
  Object.hasOwn(SCOPE_OF, permission);

/** Records are read by one scope, and added, changed and deleted by another. */
function scopeOf(permission: Permission): TokenScope | null {
  if (isOther(permission)) return SCOPE_OF[permission];
  return permission.endsWith(':read') ? 'read' : 'records:write';
}

export function isInScope(scopes: readonly TokenScope[], permission: Permission): boolean {
  const scope = scopeOf(permission);
  return scope !== null && scopes.includes(scope);
}
