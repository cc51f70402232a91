import type { RoundParticipation, SubmitInput } from '../providers/rounds';

/** Of each company that was unticked its last day, empty while nobody filled it in. */
export type Stopped = Readonly<Record<string, string>>;

export function toggled(stopped: Stopped, id: string): Stopped {
  const { [id]: former, ...others } = stopped;
  return former === undefined ? { ...stopped, [id]: '' } : others;
}

/** The companies of whom somebody must say something. */
export const askedOf = (participations: readonly RoundParticipation[]): RoundParticipation[] =>
  participations.filter(({ isAsked }) => isAsked);

/** What was filled in of companies of whom something is still asked. */
export function stillAsked(stopped: Stopped, participations: readonly RoundParticipation[]): Stopped {
  const ids = new Set(askedOf(participations).map(({ id }) => id));
  return Object.fromEntries(Object.entries(stopped).filter(([id]) => ids.has(id)));
}

/** The first that was unticked without a last day. */
export const firstWithoutDay = (stopped: Stopped): string | undefined =>
  Object.keys(stopped).find((id) => stopped[id] === '');

/** What is sent: one word when nothing changed, else who was confirmed and who stopped when. */
export function submissionOf(participations: readonly RoundParticipation[], stopped: Stopped): SubmitInput {
  const ended = Object.entries(stopped).map(([participationId, lastDay]) => ({ participationId, lastDay }));
  if (ended.length === 0) return { nothingChanged: true };
  const confirmed = askedOf(participations)
    .filter(({ id }) => !(id in stopped))
    .map(({ id }) => id);
  return { confirmed, ended };
}
