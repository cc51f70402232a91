import { DomainError, invalidInput, type Role } from '@fieldlab/domain';
import type { Actor } from '../../access/actor';

export interface RoleAndCentres {
  role: Role;
  centreIds: readonly string[];
}

/** @throws DomainError INVALID_INPUT: a COORDINATOR has centres, and nobody else does. */
export function assertCentresFit({ role, centreIds }: RoleAndCentres, unknown: ReadonlySet<string>): void {
  const faults = centreIds.flatMap((id, index) =>
    unknown.has(id) ? [{ path: `centreIds.${index}`, message: 'There is no such centre.' }] : [],
  );
  if (role === 'COORDINATOR' && centreIds.length === 0) {
    faults.push({ path: 'centreIds', message: 'Name at least one centre for a coordinator.' });
  }
  if (role !== 'COORDINATOR' && centreIds.length > 0) {
    faults.push({ path: 'centreIds', message: 'Only a coordinator is bound to centres.' });
  }
  if (faults.length > 0) throw invalidInput(faults);
}

/** @throws DomainError FORBIDDEN */
export function assertNotOwnRole(actor: Actor, userId: string, from: Role, to: Role): void {
  if (actor.id === userId && from !== to) {
    throw new DomainError('FORBIDDEN', 'Nobody changes their own role; ask another administrator.');
  }
}

export const lastAdministrator = (): DomainError =>
  new DomainError(
    'LAST_ADMINISTRATOR',
    'This is the last administrator who can sign in; make another one first.',
  );
