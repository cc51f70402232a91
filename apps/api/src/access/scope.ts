import { DomainError } from '@fieldlab/domain';
import { boundOf, type Actor } from './actor';

const CENTRE_SCOPE = /^centre:.+$/s;

/**
 * The records behind a figure are for who may read them all: a coordinator, in a centre of their own.
 * A hub's coordinator does not hold its fieldlabs, so neither a hub nor the programme is anybody's own.
 * Whose centre a code names is known only in the register as it was asked: see `assertOwnCentres`.
 * @throws DomainError FORBIDDEN
 */
export function assertCentreScope(actor: Actor, scope: string | undefined): void {
  if (boundOf(actor) && !CENTRE_SCOPE.test(scope ?? '')) throw notOwnScope();
}

/**
 * Holds the centres that a scope means against those that bound the reader. By id: a code may have been another
 * centre's at the instant that is asked about, or be another's since.
 * @param bound the reader's centres; undefined is no bound.
 * @throws DomainError FORBIDDEN
 */
export function assertOwnCentres(
  bound: readonly string[] | undefined,
  centres: readonly { id: string }[],
): void {
  if (bound && !centres.every(({ id }) => bound.includes(id))) throw notOwnScope();
}

export const notOwnScope = (): DomainError =>
  new DomainError('FORBIDDEN', 'You see the records behind a figure in the scope of your own centre.');
