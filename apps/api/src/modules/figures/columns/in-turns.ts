import { setImmediate as breathe } from 'node:timers/promises';

/** Does work on `length` places, so many at once, and lets others have their turn between them. */
export async function inTurns(
  length: number,
  atOnce: number,
  work: (from: number, to: number) => void,
): Promise<void> {
  for (let from = 0; from < length; from += atOnce) {
    if (from > 0) await breathe();
    work(from, Math.min(from + atOnce, length));
  }
}
