import { whatIsForbidden } from './forbidden';
import { buildProblem, type DisclosureProblem, type View } from './model/build-problem';
import type { DisclosureInput, DisclosureOutput, Forbidden } from './input';
import { protect } from './protection/protect';
import { viewsOf } from './views';

/** Some of the time is left for what comes before and after proving. */
const SOLVING = 0.9;
/** What one view of the public suppresses can, rarely, ask for more in the other. */
const ROUNDS = 3;

/**
 * Decides what of an edition is told, beside all that is public already: a pure function of plain data, to be run
 * beside the event loop.
 */
export async function disclose(
  input: DisclosureInput,
  onProgress?: (done: number, total: number) => void,
): Promise<DisclosureOutput> {
  const deadline = Date.now() + SOLVING * input.timeMs;
  const views = viewsOf(input);
  const suppressed = new Set<string>();
  const primary = new Set<string>();
  let unproved = 0;
  let forbidden: Forbidden | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = suppressed.size;
    for (const [index, view] of views.entries()) {
      const found = await suppress(view, suppressed, deadline, (part) =>
        onProgress?.(Math.round((100 * (index + part)) / views.length), 100),
      );
      for (const name of found.suppressed) suppressed.add(name);
      if (round === 0) for (const name of found.primary) primary.add(name);
      unproved = Math.max(unproved, found.unproved);
      if (found.isForbidden) forbidden = await whatIsForbidden(view, deadline);
    }
    if (forbidden || views.length === 1 || suppressed.size === before) break;
  }
  return {
    suppressed: [...suppressed],
    primary: primary.size,
    complementary: suppressed.size - primary.size,
    unproved,
    ...(forbidden ? { forbidden } : {}),
  };
}

async function suppress(
  view: View,
  before: ReadonlySet<string>,
  deadline: number,
  onProgress: (part: number) => void,
): Promise<{ suppressed: string[]; primary: string[]; unproved: number; isForbidden: boolean }> {
  const { problem, own } = buildProblem(view, before);
  const width = (cells: readonly number[]): number => problem.unionWidth(cells);
  const { complementary, unproved, exposedNow } = await protect(problem, width, { deadline, onProgress });
  const chosen = new Set(complementary);
  const names = [...own];
  const primary = names.filter(
    ([name, cells]) => before.has(name) || cells.some((cell) => mustBe(problem, cell)),
  );
  const all = names.filter(([, cells]) => cells.some((cell) => mustBe(problem, cell) || chosen.has(cell)));
  const named = (some: typeof names): string[] => some.map(([name]) => name);
  return {
    ...{ suppressed: named(all), primary: named(primary) },
    ...{ unproved: unproved.length, isForbidden: exposedNow.length > 0 },
  };
}

/** Suppressed for what stands behind it, or because it was suppressed before. */
function mustBe(problem: DisclosureProblem['problem'], cell: number): boolean {
  const { status, indicator, amounts } = problem.cells[cell] ?? {};
  return status === 'suppressed' || (indicator && amounts ? problem.isSensitive(indicator, amounts) : false);
}
