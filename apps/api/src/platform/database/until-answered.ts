import { setTimeout as sleep } from 'node:timers/promises';
import { asDomainError } from './database-errors';

const AGAIN_MS = 1000;

/**
 * Asks the database until it answers, of what nobody waits for. Answers undefined where the program ends meanwhile.
 * @throws whatever it says otherwise
 */
export async function untilAnswered<T>(ask: () => Promise<T>, ending: AbortSignal): Promise<T | undefined> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (asDomainError(error)?.code !== 'UNAVAILABLE') throw error;
      if (ending.aborted) return undefined;
      await sleep(AGAIN_MS, undefined, { signal: ending }).catch(() => undefined);
    }
  }
}
