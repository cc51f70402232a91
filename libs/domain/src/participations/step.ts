import { DomainError } from '../errors/domain-error';
import type { ParticipationLevel } from '../vocabulary/enumerations';

interface Period {
  level: ParticipationLevel;
  startedOn: string;
  /** The first day on which it no longer holds. */
  endedOn: string | null;
}

/**
 * Another level from a day on: after the period's start, before its end, and really another level.
 * @throws DomainError CONFLICT
 */
export function assertStep(current: Period, step: { level: ParticipationLevel; on: string }): void {
  if (step.level === current.level) {
    throw new DomainError('CONFLICT', 'The participation is at that level already.');
  }
  if (step.on <= current.startedOn) {
    throw new DomainError(
      'CONFLICT',
      `The step (${step.on}) must lie after the start (${current.startedOn}).`,
    );
  }
  if (current.endedOn !== null && step.on >= current.endedOn) {
    throw new DomainError('CONFLICT', `The step (${step.on}) must lie before the end (${current.endedOn}).`);
  }
}
