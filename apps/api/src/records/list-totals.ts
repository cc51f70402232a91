import { LRUCache } from 'lru-cache';
import type { Prisma } from '../platform/database/database';

/** A total as it was counted, and the state of the register of which it is the total. */
interface Total {
  state: string;
  total: number;
}

const MOST_KEPT = 2_000;

/** The totals of lists of counted records, so that a list that did not change is not counted again for every page. */
export class ListTotals {
  private readonly kept = new LRUCache<string, Total>({ max: MOST_KEPT });

  /** `list` is what the list was asked with, as text; `count` counts it. */
  async of(prisma: Prisma, list: string, count: () => Promise<number>): Promise<number> {
    const state = await stateOf(prisma);
    const known = this.kept.get(list);
    if (known?.state === state) return known.total;
    const total = await count();
    this.kept.set(list, { state, total });
    return total;
  }
}

/**
 * Everything that is counted moves the knowledge clock when it changes, in the same transaction; and what holds today
 * moves with the date. While both stand still, a list that was counted once has the total it had.
 */
async function stateOf(prisma: Prisma): Promise<string> {
  const { knownAt } = await prisma.knowledgeClock.findFirstOrThrow({ select: { knownAt: true } });
  return `${knownAt.toISOString()} ${new Date().toISOString().slice(0, 10)}`;
}
