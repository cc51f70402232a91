import { NONE } from './versions';

const UNKNOWN = -2;
const ON_THE_WAY = -3;

/**
 * Follows what each leads to until the end: by number, the last of its chain, or itself where it leads nowhere or into a
 * circle. Every step is taken once.
 */
export function endsOf(next: Int32Array): Int32Array {
  const ends = new Int32Array(next.length).fill(UNKNOWN);
  for (let start = 0; start < next.length; start += 1) {
    if (ends[start] !== UNKNOWN) continue;
    if ((next[start] ?? NONE) === NONE) {
      ends[start] = start;
      continue;
    }
    const way: number[] = [];
    let at = start;
    while (ends[at] === UNKNOWN && (next[at] ?? NONE) !== NONE) {
      ends[at] = ON_THE_WAY;
      way.push(at);
      at = next[at] ?? NONE;
    }
    const isCircle = ends[at] === ON_THE_WAY || leadsIntoCircle(at, ends, next);
    const end = ends[at] === UNKNOWN ? at : (ends[at] ?? at);
    if (ends[at] === UNKNOWN) ends[at] = at;
    for (const one of way) ends[one] = isCircle ? one : end;
  }
  return ends;
}

/** Of what was followed before: it is its own end though it leads on. */
const leadsIntoCircle = (at: number, ends: Int32Array, next: Int32Array): boolean =>
  ends[at] === at && (next[at] ?? NONE) !== NONE;
