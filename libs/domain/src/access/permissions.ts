export const ROLES = ['ADMIN', 'EVALUATOR', 'COORDINATOR', 'VIEWER'] as const;
export type Role = (typeof ROLES)[number];

/** What can be done, as `resource:verb`. Whether it may be done to a certain record is scope, decided in the query. */
export const PERMISSIONS = [
  'programme:read',
  'programme:write',
  'centre:read',
  'centre:write',
  'company:read',
  'company:write',
  'company:delete',
  'merge:read',
  'merge:write',
  'duplicate:read',
  'duplicate:write',
  'participation:read',
  'participation:write',
  'activity:read',
  'activity:write',
  'investment:read',
  'investment:write',
  'spin-off:read',
  'spin-off:write',
  'outcome:read',
  'outcome:write',
  'evidence:read',
  'evidence:write',
  'contact:read',
  'contact:write',
  'note:read',
  'note:write',
  'personal-data:erase',
  'history:read',
  'import:read',
  'import:write',
  'figure:read',
  'figure-member:read',
  'snapshot:read',
  'indicator:read',
  'report:read',
  'report:write',
  'edition-members:read',
  'target:read',
  'target:write',
  'round:read',
  'round:write',
  'round:decide',
  'user:read',
  'user:write',
  'api-token:read',
  'access-settings:write',
  'audit:read',
  'own-identity:read',
  'own-account:write',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const EVERYBODY = [
  'programme:read',
  'figure:read',
  'indicator:read',
  'report:read',
  'target:read',
  'own-identity:read',
  'own-account:write',
] as const;

const READS_THE_REGISTER = [
  'centre:read',
  'company:read',
  'merge:read',
  'duplicate:read',
  'participation:read',
  'activity:read',
  'investment:read',
  'spin-off:read',
  'outcome:read',
  'evidence:read',
  'history:read',
  'figure-member:read',
  'round:read',
] as const;

/** The one table of who may do what, for the API and the screens alike. */
export const PERMISSIONS_OF = {
  ADMIN: PERMISSIONS,
  EVALUATOR: [...EVERYBODY, ...READS_THE_REGISTER, 'report:write', 'edition-members:read', 'target:write'],
  COORDINATOR: [
    ...EVERYBODY,
    ...READS_THE_REGISTER,
    'company:write',
    'participation:write',
    'activity:write',
    'investment:write',
    'spin-off:write',
    'outcome:write',
    'evidence:write',
    'contact:read',
    'contact:write',
    'note:read',
    'note:write',
    'import:read',
    'import:write',
    'round:write',
  ],
  VIEWER: EVERYBODY,
} as const satisfies Record<Role, readonly Permission[]>;

const GRANTED: Record<Role, ReadonlySet<Permission>> = {
  ADMIN: new Set(PERMISSIONS_OF.ADMIN),
  EVALUATOR: new Set<Permission>(PERMISSIONS_OF.EVALUATOR),
  COORDINATOR: new Set<Permission>(PERMISSIONS_OF.COORDINATOR),
  VIEWER: new Set<Permission>(PERMISSIONS_OF.VIEWER),
};

export const isAllowed = (role: Role, permission: Permission): boolean => GRANTED[role].has(permission);
