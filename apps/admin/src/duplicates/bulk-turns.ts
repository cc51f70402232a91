import { DECISIONS, readDuplicate, type Duplicate } from '../providers/duplicates';
import type { Turn } from '../ui/bulk/in-turn';
import { firstChoices, mergeOf } from './choices';
import { bringBack, leaveOut } from './left-out';

const nothing = (): Promise<void> => Promise.resolve();

/** Merges a pair as it is now: another of the chosen pairs may have made its companies one already. */
export const mergeTurn: Turn<Duplicate> = async ({ id }) => {
  const pair = await readDuplicate(id);
  if (pair.status === 'SAME') return nothing;
  const merge = await DECISIONS.merge(mergeOf(pair, firstChoices(pair)));
  return () => DECISIONS.takeBack(merge);
};

export const differentTurn: Turn<Duplicate> = async (pair) => {
  const decided = await DECISIONS.decide(pair, 'DIFFERENT');
  return () => DECISIONS.decide(decided, 'OPEN');
};

/**
 * Leaves out of each pair the company that the import made; the same one may stand in several of them.
 * @param companyOf undefined of a pair of which the import made neither
 */
export function leaveOutTurn(
  importId: string,
  companyOf: ReadonlyMap<string, string>,
  neither: () => Error,
): Turn<Duplicate> {
  const gone = new Set<string>();
  return async ({ id }) => {
    const companyId = companyOf.get(id);
    if (companyId === undefined) throw neither();
    if (gone.has(companyId)) return nothing;
    await leaveOut(importId, companyId);
    gone.add(companyId);
    return () => bringBack(importId, companyId);
  };
}
