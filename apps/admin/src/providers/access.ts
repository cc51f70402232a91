import { isAllowed, permissionsFor, REGISTER_RESOURCES, type Permission, type Role } from '@fieldlab/domain';

interface Needs {
  read: Permission;
  /** Nobody writes where there is none. */
  write?: Permission;
  delete?: Permission;
}

/** What a page asks for; the names are those of the resources and of our own pages. */
const NEEDS: Record<string, Needs> = {
  ...Object.fromEntries(REGISTER_RESOURCES.map((resource) => [resource, permissionsFor(resource)])),
  duplicates: { read: 'duplicate:read', write: 'duplicate:write' },
  'register-proposals': { read: 'register-proposal:read', write: 'register-proposal:write' },
  'register-checks': { read: 'register-proposal:read', write: 'register-check:write' },
  merges: { read: 'merge:read', write: 'merge:write' },
  users: { read: 'user:read', write: 'user:write' },
  imports: { read: 'import:read', write: 'import:write' },
  evidence: { read: 'evidence:read', write: 'evidence:write' },
  comments: { read: 'comment:read', write: 'comment:write', delete: 'comment:moderate' },
  'saved-views': { read: 'saved-view:read', write: 'saved-view:write', delete: 'saved-view:moderate' },
  'role-starts': { read: 'role-start:read', write: 'role-start:write' },
  rounds: { read: 'round:read', write: 'round:decide' },
  'figure-members': { read: 'figure-member:read', write: 'figure-member:read' },
  figures: { read: 'figure:read', write: 'figure:read' },
  comparisons: { read: 'report:read', write: 'report:write' },
  reports: { read: 'report:read', write: 'report:write' },
  'edition-members': { read: 'edition-members:read' },
  targets: { read: 'target:read', write: 'target:write' },
  'api-tokens': { read: 'api-token:read' },
  'audit-events': { read: 'audit:read' },
  privacy: { read: 'processing-register:read' },
  'personal-data': { read: 'personal-data:erase' },
  'privacy-settings': { read: 'processing-register:read', write: 'privacy-settings:write' },
};

const READING = new Set(['list', 'show', 'read', 'export']);

/** Whether a role may do something in a part of the admin; whether to a certain record, the server knows. */
export function mayDo(role: Role, resource: string, action: string): boolean {
  const needs = NEEDS[resource];
  if (!needs) return false;
  if (READING.has(action)) return isAllowed(role, needs.read);
  const permission = action === 'delete' ? (needs.delete ?? needs.write) : needs.write;
  return permission !== undefined && isAllowed(role, permission);
}
