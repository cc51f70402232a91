import type { EditionDocument } from '@fieldlab/domain';
import { OutOfTime, type Deadline } from './deadline';
import type { Forbidden } from './input';
import { buildProblem, type View } from './model/build-problem';
import { protect } from './protection/protect';

/**
 * What of a document cannot be published beside what, whatever is suppressed: as few of its figures and breakdowns, and
 * as few public editions, as give something away together. Where the time is up it names more than it would have to.
 */
export async function whatIsForbidden(view: View, deadline: Deadline): Promise<Forbidden> {
  const isForbidden = (own: EditionDocument, published: readonly EditionDocument[]) =>
    discloses({ ...view, own, published }, deadline);
  let { own, published } = view;
  for (const figure of own.figures) {
    const fewer = { ...own, figures: own.figures.filter((one) => one !== figure) };
    if (await isForbidden(fewer, published)) own = fewer;
  }
  for (const document of published) {
    const fewer = published.filter((one) => one !== document);
    if (await isForbidden(own, fewer)) published = fewer;
  }
  for (const by of own.by) {
    const fewer = withoutBreakdown(own, by);
    if (await isForbidden(fewer, published)) own = fewer;
  }
  return { indicators: own.figures.map(({ indicator }) => indicator), by: own.by, beside: [...published] };
}

/** Answers false as well where there is no time to find out. */
async function discloses(view: View, deadline: Deadline): Promise<boolean> {
  if (view.own.figures.length === 0) return false;
  try {
    return await isGivenAway(view, deadline);
  } catch (error) {
    if (error instanceof OutOfTime) return false;
    throw error;
  }
}

async function isGivenAway(view: View, deadline: Deadline): Promise<boolean> {
  const { problem } = buildProblem(view, new Set(), deadline);
  const width = (cells: readonly number[]): number => problem.unionWidth(cells);
  const { exposedNow } = await protect(problem, width, { deadline });
  return exposedNow.length > 0;
}

/** The document as it would be if it were not broken down in one of its ways; a single way stands in a form of its own. */
function withoutBreakdown(document: EditionDocument, left: EditionDocument['by'][number]): EditionDocument {
  const by = document.by.filter((one) => one !== left);
  const [only] = document.by;
  const figures = document.figures.map(({ breakdown, ...figure }) => {
    const ways = breakdown && only ? { [only]: breakdown } : { ...figure.breakdowns };
    const kept = Object.fromEntries(Object.entries(ways).filter(([way]) => by.some((one) => one === way)));
    const [single] = by;
    if (by.length !== 1 || !single) return { ...figure, breakdowns: kept };
    const { breakdowns: _, ...plain } = figure;
    return { ...plain, ...(kept[single] ? { breakdown: kept[single] } : {}) };
  });
  return { ...document, by, figures };
}
