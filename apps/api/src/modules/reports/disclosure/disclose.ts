import type { Breakdown } from '@fieldlab/domain';
import { Deadline, OutOfTime } from './deadline';
import { whatIsForbidden } from './forbidden';
import { buildProblem, type DisclosureProblem, type View } from './model/build-problem';
import type { DisclosureInput, DisclosureOutput, Forbidden } from './input';
import { protect } from './protection/protect';
import { cellName, publishedCells } from './published-cells';
import { viewsOf } from './views';

/** Some of the time is left for what comes before and after proving. */
const SOLVING = 0.9;
/** The first attempt has this part of it; where it proves nothing, the rest is for one that tells headlines alone. */
const FIRST_ATTEMPT = 0.65;
/** What one view of the public suppresses can, rarely, ask for more in the other. */
const ROUNDS = 3;

type OnProgress = (done: number, total: number) => void;

/**
 * Decides what of an edition is told, beside all that is public already: a pure function of plain data, to be run
 * beside the event loop.
 */
export async function disclose(input: DisclosureInput, onProgress?: OnProgress): Promise<DisclosureOutput> {
  const deadline = Deadline.in(SOLVING * input.timeMs);
  const first = await attempt(input, new Set(), deadline.after(FIRST_ATTEMPT), onProgress);
  if (first.unproved === 0 || first.forbidden) return first;
  const cells = namesIn(input, (by) => by !== undefined);
  if (cells.length === 0) return first;
  const headlines = await attempt(input, new Set(cells), deadline, onProgress);
  if (headlines.unproved > 0 || headlines.forbidden) return first;
  return { ...headlines, primary: first.primary, complementary: headlines.suppressed.length - first.primary };
}

const namesIn = ({ own }: DisclosureInput, isNamed: (by: Breakdown | undefined) => boolean): string[] =>
  publishedCells(own).flatMap(({ indicator, by, key }) =>
    isNamed(by) ? [cellName(indicator.code, by, key)] : [],
  );

/** @param before names of numbers that are suppressed whatever comes out */
async function attempt(
  input: DisclosureInput,
  before: ReadonlySet<string>,
  deadline: Deadline,
  onProgress?: OnProgress,
): Promise<DisclosureOutput> {
  try {
    return await suppressIn(viewsOf(input), before, deadline, onProgress);
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error;
    const all = namesIn(input, () => true);
    return { suppressed: all, primary: 0, complementary: all.length, unproved: all.length };
  }
}

async function suppressIn(
  views: readonly View[],
  before: ReadonlySet<string>,
  deadline: Deadline,
  onProgress?: OnProgress,
): Promise<DisclosureOutput> {
  const suppressed = new Set(before);
  const primary = new Set<string>();
  let unproved = 0;
  let forbidden: Forbidden | undefined;
  // How much was suppressed when a view was last seen to be safe; more of it is seen again.
  const seenAt = new Map<View, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, view] of views.entries()) {
      if (seenAt.get(view) === suppressed.size) continue;
      const found = await suppress(view, suppressed, deadline, (part) =>
        onProgress?.(Math.round((100 * (index + part)) / views.length), 100),
      );
      for (const name of found.suppressed) suppressed.add(name);
      if (round === 0) for (const name of found.primary) primary.add(name);
      unproved = Math.max(unproved, found.unproved);
      if (found.isForbidden) forbidden = await whatIsForbidden(view, deadline);
      seenAt.set(view, suppressed.size);
    }
    if (forbidden) break;
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
  deadline: Deadline,
  onProgress: (part: number) => void,
): Promise<{ suppressed: string[]; primary: string[]; unproved: number; isForbidden: boolean }> {
  const { problem, own } = buildProblem(view, before, deadline);
  const width = (cells: readonly number[]): number => problem.unionWidth(cells);
  const { complementary, unproved, exposedNow } = await protect(problem, width, {
    deadline,
    onProgress,
  });
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
