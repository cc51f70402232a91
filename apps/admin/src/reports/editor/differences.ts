/** More differences than this between two texts are told as one. */
const MOST_STEPS = 300;

/** A run of words that one text has in place of those of another. */
export interface Difference {
  /** Of the former text, from the first word to behind the last. */
  former: [from: number, to: number];
  now: [from: number, to: number];
}

/** Where two lists of words differ (Myers, 1986), in their order; what they share is as long as it can be. */
export function differencesOf(former: readonly string[], now: readonly string[]): Difference[] {
  let start = 0;
  while (start < former.length && start < now.length && former[start] === now[start]) start += 1;
  let [formerEnd, nowEnd] = [former.length, now.length];
  while (formerEnd > start && nowEnd > start && former[formerEnd - 1] === now[nowEnd - 1]) {
    formerEnd -= 1;
    nowEnd -= 1;
  }
  if (formerEnd === start && nowEnd === start) return [];
  const steps = stepsBetween(former.slice(start, formerEnd), now.slice(start, nowEnd));
  return steps ? runsOf(steps, start) : [{ former: [start, formerEnd], now: [start, nowEnd] }];
}

/** A word that only one of both has; `former` and `now` are where each stands then. */
interface Step {
  isRemoved: boolean;
  former: number;
  now: number;
}

/** The fewest words to take out and put in; undefined when they are too many to be told apart. */
function stepsBetween(former: readonly string[], now: readonly string[]): Step[] | undefined {
  const trail: Int32Array[] = [];
  const reached = new Int32Array(2 * MOST_STEPS + 3);
  for (let taken = 0; taken <= MOST_STEPS; taken += 1) {
    trail.push(reached.slice());
    for (let diagonal = -taken; diagonal <= taken; diagonal += 2) {
      let x = firstOn(reached, diagonal, taken);
      while (x < former.length && x - diagonal < now.length && former[x] === now[x - diagonal]) x += 1;
      reached[at(diagonal)] = x;
      if (x >= former.length && x - diagonal >= now.length)
        return walkedBack(trail, former.length, now.length);
    }
  }
  return undefined;
}

const at = (diagonal: number): number => diagonal + MOST_STEPS + 1;
const valueAt = (reached: Int32Array, diagonal: number): number => reached[at(diagonal)] ?? 0;

const isFromAbove = (reached: Int32Array, diagonal: number, taken: number): boolean =>
  diagonal === -taken ||
  (diagonal !== taken && valueAt(reached, diagonal - 1) < valueAt(reached, diagonal + 1));

const firstOn = (reached: Int32Array, diagonal: number, taken: number): number =>
  isFromAbove(reached, diagonal, taken) ? valueAt(reached, diagonal + 1) : valueAt(reached, diagonal - 1) + 1;

function walkedBack(trail: readonly Int32Array[], formerLength: number, nowLength: number): Step[] {
  const steps: Step[] = [];
  let [x, y] = [formerLength, nowLength];
  for (let taken = trail.length - 1; taken > 0; taken -= 1) {
    const reached = trail[taken] ?? new Int32Array();
    const diagonal = x - y;
    const isAdded = isFromAbove(reached, diagonal, taken);
    const before = isAdded ? diagonal + 1 : diagonal - 1;
    x = valueAt(reached, before);
    y = x - before;
    steps.push({ isRemoved: !isAdded, former: x, now: y });
  }
  return steps.reverse();
}

/** Steps that touch each other are one difference. */
function runsOf(steps: readonly Step[], start: number): Difference[] {
  const runs: Difference[] = [];
  for (const { isRemoved, former, now } of steps) {
    const last = runs.at(-1);
    const touches = last?.former[1] === start + former && last.now[1] === start + now;
    const run: Difference =
      last && touches ? last : { former: [start + former, start + former], now: [start + now, start + now] };
    if (run !== last) runs.push(run);
    if (isRemoved) run.former[1] += 1;
    else run.now[1] += 1;
  }
  return runs;
}
