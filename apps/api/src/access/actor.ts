import {
  DomainError,
  isAllowed,
  isInScope,
  type Permission,
  type Role,
  type TokenScope,
} from '@fieldlab/domain';
import type { Authorship } from '../platform/database/unit-of-work';

/** Who asks: a signed-in person, or a machine with that person's token. */
export interface Actor {
  id: string;
  name: string;
  role: Role;
  /** The centres whose records a COORDINATOR may read and write; other roles are not bound to centres. */
  centreIds: readonly string[];
  requestId: string;
  /** The session they came by; without one it was a token, or a command. */
  sessionId?: string | undefined;
  /** What the token they came by was made for; undefined for who came without one. */
  scopes?: readonly TokenScope[] | undefined;
}

/** Answers whether the role, and the token that they came by, allow it. */
export const may = ({ role, scopes }: Pick<Actor, 'role' | 'scopes'>, permission: Permission): boolean =>
  isAllowed(role, permission) && (!scopes || isInScope(scopes, permission));

/** The first line of every service method. @throws DomainError FORBIDDEN */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!isAllowed(actor.role, permission)) {
    throw new DomainError('FORBIDDEN', `Your role (${actor.role.toLowerCase()}) may not do this.`);
  }
  if (actor.scopes && !isInScope(actor.scopes, permission)) {
    throw new DomainError('FORBIDDEN', `This token may not do this; it is for: ${actor.scopes.join(', ')}.`);
  }
}

/**
 * What makes or replaces a credential is for people: a token that leaked cannot make itself another.
 * @throws DomainError FORBIDDEN
 */
export function requireSession(actor: Actor): string {
  if (actor.sessionId === undefined) {
    throw new DomainError('FORBIDDEN', 'A token cannot do this; sign in with your password.');
  }
  return actor.sessionId;
}

/** The centres that bound what this actor sees; undefined is no bound. */
export const boundOf = ({
  role,
  centreIds,
}: Pick<Actor, 'role' | 'centreIds'>): readonly string[] | undefined =>
  role === 'COORDINATOR' ? centreIds : undefined;

/** How the actor's writes are signed in the history. */
export const authorshipOf = (actor: Actor, reason?: string): Authorship => ({
  actorId: actor.id,
  actorName: actor.name,
  requestId: actor.requestId,
  reason,
});
