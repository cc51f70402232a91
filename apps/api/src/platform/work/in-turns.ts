/** Who waits for a turn, in the order in which they came. */
const waiting: (() => void)[] = [];

/**
 * Lets others have their turn. Whatever computes in turns shares one: between two rounds of the event loop a single one of
 * them goes on, so that a request waits for no more than that, however much is computed at once.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(goOn);
  });
}

function goOn(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(goOn);
}

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

/** Work lasts so many milliseconds before others get their turn. */
const PATIENCE_MS = 10;

/** Lets others have their turn when work has lasted for some milliseconds. */
export class Pause {
  private since = Date.now();

  async ifDue(): Promise<void> {
    if (Date.now() - this.since < PATIENCE_MS) return;
    await breathe();
    this.since = Date.now();
  }
}

/** So many are compared before others get their turn: some milliseconds. */
const COMPARED_AT_ONCE = 2 ** 13;

/** The same values in their order, sorted in turns; equal ones stay in the order in which they came. */
export async function sortedInTurns<T>(
  values: readonly T[],
  compare: (one: T, other: T) => number,
): Promise<T[]> {
  let from: T[] = [];
  await inTurns(values.length, COMPARED_AT_ONCE, (start, end) => {
    for (const value of values.slice(start, end).sort(compare)) from.push(value);
  });
  for (let run = COMPARED_AT_ONCE; run < values.length; run *= 2) from = await merged(from, run, compare);
  return from;
}

/** Puts each two runs of this length, which are sorted, together in one. */
async function merged<T>(
  from: readonly T[],
  run: number,
  compare: (one: T, other: T) => number,
): Promise<T[]> {
  const to: T[] = [];
  let [left, right, end] = [0, 0, 0];
  let middle = 0;
  await inTurns(from.length, COMPARED_AT_ONCE, (start, stop) => {
    for (let place = start; place < stop; place += 1) {
      if (place === end) {
        left = place;
        middle = right = Math.min(place + run, from.length);
        end = Math.min(place + 2 * run, from.length);
      }
      const isLeft = left < middle && (right >= end || compare(from[left] as T, from[right] as T) <= 0);
      to.push(from[isLeft ? left++ : right++] as T);
    }
  });
  return to;
}
