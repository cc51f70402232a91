import { DomainError } from './errors/domain-error';

/** A life as data: what can be done, in which states, and to what it leads. */
export type Lifecycle<State extends string, Action extends string> = Record<
  Action,
  { from: readonly State[]; to: State }
>;

export const actionsIn = <State extends string, Action extends string>(
  lifecycle: Lifecycle<State, Action>,
  state: State,
): Action[] =>
  (Object.keys(lifecycle) as Action[]).filter((action) => lifecycle[action].from.includes(state));

/** The state to which an action leads. @throws DomainError ILLEGAL_TRANSITION */
export function stateAfter<State extends string, Action extends string>(
  lifecycle: Lifecycle<State, Action>,
  action: Action,
  state: State,
): State {
  const { from, to } = lifecycle[action];
  if (!from.includes(state)) {
    throw new DomainError(
      'ILLEGAL_TRANSITION',
      `It is ${state}; to ${action} it, it must be ${from.join(' or ')}.`,
    );
  }
  return to;
}
