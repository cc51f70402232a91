/** One figure beside its reference, measured in turn in the same run, so that the machine's mood counts for both. */
export interface Comparison {
  what: string;
  run: () => Promise<unknown>;
  reference: string;
  referenceRun: () => Promise<unknown>;
  /** The ratio that we aim at: at most, or for rates at least. */
  aim: string;
  rounds?: number;
}

export interface Measured {
  what: string;
  milliseconds: number;
  reference: string;
  referenceMilliseconds: number;
  ratio: number;
  aim: string;
}

const WARM_UPS = 1;

export async function compare(comparison: Comparison): Promise<Measured> {
  const { what, reference, aim, rounds = 5 } = comparison;
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds + WARM_UPS; round += 1) {
    const mine = await timed(comparison.run);
    const other = await timed(comparison.referenceRun);
    if (round < WARM_UPS) continue;
    ours.push(mine);
    theirs.push(other);
  }
  const [milliseconds, referenceMilliseconds] = [median(ours), median(theirs)];
  return {
    what,
    milliseconds,
    reference,
    referenceMilliseconds,
    ratio: milliseconds / referenceMilliseconds,
    aim,
  };
}

export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export const line = (one: Measured): string =>
  [
    one.what,
    `  ${one.milliseconds.toFixed(0)} ms; ${one.reference}: ${one.referenceMilliseconds.toFixed(0)} ms`,
    `  ratio ${one.ratio.toFixed(2)} (aim: ${one.aim})`,
  ].join('\n');
