import type { Audience } from '../register/kind';
import { kindOf, REGISTER, type RegisterResource } from '../register/register';

export const ROLES = ['ADMIN', 'EVALUATOR', 'COORDINATOR', 'VIEWER'] as const;
export type Role = (typeof ROLES)[number];

type AccessTo<R extends RegisterResource> = (typeof REGISTER)[R]['access'];
/** What can be done with the kinds of records: `outcome:read`. Who may is said with the kind. */
export type RecordPermission = {
  [R in RegisterResource]: `${AccessTo<R>['as']}:${Extract<keyof AccessTo<R>, 'read' | 'write' | 'delete'>}`;
}[RegisterResource];

/** What else can be done. */
const OTHER_PERMISSIONS = [
  'programme:read',
  'programme:write',
  'registered-company:read',
  'register-proposal:read',
  'register-proposal:write',
  'register-check:write',
  'merge:read',
  'merge:write',
  'duplicate:read',
  'duplicate:write',
  'evidence:read',
  'evidence:write',
  'comment:read',
  'comment:write',
  'comment:moderate',
  'comment-reader:read',
  'saved-view:read',
  'saved-view:write',
  'saved-view:moderate',
  'role-start:read',
  'role-start:write',
  'personal-data:erase',
  'processing-register:read',
  'privacy-settings:write',
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
export type OtherPermission = (typeof OTHER_PERMISSIONS)[number];

/** What can be done, as `resource:verb`. Whether it may be done to a certain record is scope, decided in the query. */
export type Permission = RecordPermission | OtherPermission;

/** Of what is open to whom each role is part. */
const AUDIENCES_OF: Record<Role, readonly Audience[]> = {
  ADMIN: ['readers', 'coordinators', 'administrators'],
  EVALUATOR: ['readers'],
  COORDINATOR: ['readers', 'coordinators'],
  VIEWER: [],
};

const EVERYBODY = [
  'programme:read',
  'figure:read',
  'indicator:read',
  'report:read',
  'target:read',
  'comment:read',
  'saved-view:read',
  'saved-view:write',
  'own-identity:read',
  'own-account:write',
] as const;

const READS_THE_REGISTER = [
  'register-proposal:read',
  'merge:read',
  'duplicate:read',
  'evidence:read',
  'history:read',
  'figure-member:read',
  'round:read',
  'comment-reader:read',
  'processing-register:read',
] as const;

/** What each role may do beside what its audiences may with the kinds of records. */
const OTHERS_OF: Record<Role, readonly OtherPermission[]> = {
  ADMIN: OTHER_PERMISSIONS,
  EVALUATOR: [
    ...EVERYBODY,
    ...READS_THE_REGISTER,
    'report:write',
    'edition-members:read',
    'target:write',
    'comment:write',
  ],
  COORDINATOR: [
    ...EVERYBODY,
    ...READS_THE_REGISTER,
    'registered-company:read',
    'register-proposal:write',
    'evidence:write',
    'comment:write',
    'import:read',
    'import:write',
    'round:write',
  ],
  VIEWER: EVERYBODY,
};

/** What can be done with the records of a kind, each with whom it is open to. */
const openTo = Object.values(REGISTER).flatMap(({ access: { as, ...verbs } }) =>
  Object.entries(verbs).map(([verb, audience]) => ({
    permission: `${as}:${verb}` as RecordPermission,
    audience,
  })),
);

const permissionsOf = (role: Role): ReadonlySet<Permission> =>
  new Set([
    ...OTHERS_OF[role],
    ...openTo.flatMap(({ permission, audience }) =>
      AUDIENCES_OF[role].includes(audience) ? [permission] : [],
    ),
  ]);

/** The one table of who may do what, for the API and the screens alike. */
const GRANTED: Record<Role, ReadonlySet<Permission>> = {
  ADMIN: permissionsOf('ADMIN'),
  EVALUATOR: permissionsOf('EVALUATOR'),
  COORDINATOR: permissionsOf('COORDINATOR'),
  VIEWER: permissionsOf('VIEWER'),
};

/** All that can be done. */
export const PERMISSIONS: readonly Permission[] = [...GRANTED.ADMIN];

export const isAllowed = (role: Role, permission: Permission): boolean => GRANTED[role].has(permission);

/** What a kind of record is read, written and deleted by. */
export function permissionsFor(
  resource: RegisterResource,
): Record<'read' | 'write' | 'delete', RecordPermission> {
  const { access } = kindOf(resource);
  const by = (verb: string) => `${access.as}:${verb}` as RecordPermission;
  return { read: by('read'), write: by('write'), delete: by(access.delete ? 'delete' : 'write') };
}
