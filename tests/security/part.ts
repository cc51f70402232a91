import type { Program } from '../support/own-program';

/** What the parts attack, and by which chance. */
export interface Target {
  program: Program;
  /** Everything that the program has printed since it was started. */
  printed: () => string;
  seed: number;
  /** So many requests at most for each part that sends many. */
  requests: number;
  /** A folder for what other programs write; it goes at the end. */
  folder: string;
}

export interface Findings {
  /** What was done, in one sentence. */
  done: string;
  /** What is wrong: one sentence each. None is good. */
  faults: string[];
}

/** One kind of attack. @returns what it did; undefined, with the reason printed, where it cannot be done here */
export type Part = (target: Target) => Promise<Findings>;

/** This machine lacks what a part needs. */
export class NotHere extends Error {
  override readonly name = 'NotHere';
}

/** As many answers at once as a small machine gives. */
const AT_ONCE = 10;

/** Runs a check on each of the items, a few at once, in their order. */
export async function inBatches<T>(
  items: readonly T[],
  check: (item: T) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE)
    found.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(check))).flat());
  return found;
}
