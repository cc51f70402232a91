import { DomainError, invalidInput, type Role, fault } from '@fieldlab/domain';
import type { Actor } from '../../access/actor';

export interface RoleAndCentres {
  role: Role;
  centreIds: readonly string[];
}

/** @throws DomainError INVALID_INPUT: a COORDINATOR has centres, and nobody else does. */
export function assertCentresFit({ role, centreIds }: RoleAndCentres, unknown: ReadonlySet<string>): void {
  const faults = centreIds.flatMap((id, index) =>
    unknown.has(id) ? [fault(`centreIds.${index}`, 'NO_SUCH_CENTRE')] : [],
  );
  if (role === 'COORDINATOR' && centreIds.length === 0) {
    faults.push(fault('centreIds', 'CENTRES_NEEDED'));
  }
  if (role !== 'COORDINATOR' && centreIds.length > 0) {
    faults.push(fault('centreIds', 'CENTRES_OF_COORDINATOR'));
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
