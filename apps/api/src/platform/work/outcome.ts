import { DomainError, type ErrorCode, type InputFault } from '@fieldlab/domain';

/** How a task ended, as plain data: an error's class does not survive the way between threads. */
export type Outcome = { value: unknown } | { refusal: Refusal } | { failure: string };

interface Refusal {
  code: ErrorCode;
  detail: string;
  faults: readonly InputFault[];
  about: Readonly<Record<string, string>> | undefined;
}

export async function outcomeOf(run: () => unknown): Promise<Outcome> {
  try {
    return { value: await run() };
  } catch (error) {
    if (error instanceof DomainError) {
      const { code, message, faults, about } = error;
      return { refusal: { code, detail: message, faults, about } };
    }
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** What the task answered. @throws DomainError as the task did; Error for what nobody foresaw. */
export function valueOf(outcome: Outcome): unknown {
  if ('refusal' in outcome) {
    const { code, detail, faults, about } = outcome.refusal;
    throw new DomainError(code, detail, faults, about);
  }
  if ('failure' in outcome) throw new Error(`In a task: ${outcome.failure}`);
  return outcome.value;
}

export const timedOut = (timeMs: number): DomainError =>
  new DomainError('WORK_TIMED_OUT', `The work was ended: it took longer than ${timeMs / 1000} seconds.`);

export const outOfMemory = (memoryMb: number): DomainError =>
  new DomainError('WORK_OUT_OF_MEMORY', `The work was ended: it needed more than ${memoryMb} MiB of memory.`);

export const cancelled = (): DomainError => new DomainError('WORK_CANCELLED', 'The work was cancelled.');
