import { addDays } from '../calendar';
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
 * @throws DomainError STEP_TO_SAME_LEVEL, STEP_NOT_AFTER_START, STEP_NOT_BEFORE_END
 */
export function assertStep(current: Period, step: { level: ParticipationLevel; on: string }): void {
  const { level, startedOn, endedOn } = current;
  if (step.level === level) {
    throw new DomainError('STEP_TO_SAME_LEVEL', 'The participation is at that level already.', [], { level });
  }
  if (step.on <= startedOn) {
    const detail = `The step (${step.on}) must lie after the start (${startedOn}).`;
    throw new DomainError('STEP_NOT_AFTER_START', detail, [], { level, startedOn });
  }
  if (endedOn !== null && step.on >= endedOn) {
    const detail = `The step (${step.on}) must lie before the end (${endedOn}).`;
    throw new DomainError('STEP_NOT_BEFORE_END', detail, [], { lastDay: addDays(endedOn, -1) });
  }
}
