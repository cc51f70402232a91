import { relationsAcross } from './across';
import { cellName, cellsIn, joined, type Cell, type Table } from './cells';
import { knotsOf, leastOf, openRelations, reachOf, type Knot, type OpenRelation } from './attack';
import type { Relation } from './facts';
import { relationsWithin, type CentreCells } from './relations';

/** What a public number must keep to itself (DOMAIN section 7). */
export interface DisclosureRules {
  /** Fewer firms than this behind a number, and it is suppressed. */
  threshold: number;
  /** One firm may not be more than this part of a sum. */
  dominance: number;
  /** A suppressed sum of money can lie anywhere in an interval of at least this part of it. */
  moneyInterval: number;
}
export const DISCLOSURE_RULES: DisclosureRules = { threshold: 5, dominance: 0.8, moneyInterval: 0.1 };

/** Whether a number may not be told for what stands behind it. */
export function isSmall({ behind, value }: Cell, { threshold, dominance }: DisclosureRules): boolean {
  if (!behind || value === 0) return false;
  return (behind.firms > 0 && behind.firms < threshold) || behind.largest > dominance;
}

/** Ratios tell of the numbers that they are made of. */
const MADE_OF: Record<string, readonly string[]> = {
  sme_share: ['companies_participated'],
  leverage: ['investment_private', 'investment_public'],
};

/**
 * Suppresses, beside what is small, as many other numbers as it takes for none of it to be got back: each keeps at
 * least two values that agree with everything published, and a sum of money an interval. Marks the cells.
 *
 * @param beside the public documents of the same state of the register, their numbers one with those of `own`.
 */
export function suppress(
  own: Table,
  beside: readonly Table[],
  centres: CentreCells,
  rules: DisclosureRules = DISCLOSURE_RULES,
): void {
  const tables = joined([own, ...beside]);
  const cells = cellsIn(tables);
  const relations = [
    ...tables.flatMap((table) => relationsWithin(table, centres)),
    ...relationsAcross(tables, centres),
  ];
  for (const cell of cells) if (isSmall(cell, rules)) cell.suppressed = true;
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  for (;;) {
    const open = openRelations(cells, relations);
    const chosen = knotsOf(cells, open)
      .map((knot) => nextVictim(knot, { byId, relations, rules }))
      .filter((cell) => cell !== undefined);
    if (chosen.length === 0) break;
    for (const cell of chosen) cell.suppressed = true;
  }
  suppressRatios(own);
}

interface Search {
  byId: ReadonlyMap<string, Cell>;
  relations: readonly Relation[];
  rules: DisclosureRules;
}

/** The number to suppress next, because something of the knot can be got back; none when all of it is safe. */
function nextVictim(knot: Knot, search: Search): Cell | undefined {
  for (const relation of knot.relations) {
    if (relation.kind === 'equal' && isThin(relation, search)) {
      const victim = victimBeside(
        relation.terms.map(({ id }) => id),
        search,
      );
      if (victim) return victim;
    }
  }
  for (const cell of knot.cells) {
    if (cell.known || isWide(cell, knot, search.rules)) continue;
    const victim = victimBeside([cell.id], search);
    if (victim) return victim;
  }
  return undefined;
}

/** Whether the suppressed numbers of a sum together are as small as one that must be suppressed. */
function isThin({ terms }: OpenRelation, { byId, rules }: Search): boolean {
  const parts = terms.map(({ id }) => byId.get(id)).filter((cell) => cell !== undefined);
  const isTold = parts.some(({ behind }) => behind === undefined);
  const firms = parts.reduce((sum, { behind }) => sum + (behind?.firms ?? 0), 0);
  return !isTold && firms < rules.threshold;
}

/** Whether enough values agree with what is published. */
function isWide(cell: Cell, knot: Knot, { moneyInterval }: DisclosureRules): boolean {
  const { least, most } = reachOf(cell, knot);
  const needed = cell.unit === 'EUR' ? moneyInterval * cell.value : WIDTH * leastOf(cell);
  return most - least >= needed;
}

/** Two whole numbers further, so that two of them agree also when the ends themselves do not. */
const WIDTH = 2;

/** The smallest published number in a relation with one of these; a figure's total only when no cell is left. */
function victimBeside(ids: readonly string[], { byId, relations }: Search): Cell | undefined {
  const beside = relations
    .filter(({ terms }) => terms.some(({ id }) => ids.includes(id)))
    .flatMap(({ terms }) => terms.map(({ id }) => byId.get(id)));
  const candidates = beside.filter(
    (cell): cell is Cell => cell !== undefined && !cell.suppressed && !cell.known && cell.value > 0,
  );
  return candidates.sort((a, b) => rank(a) - rank(b) || a.value - b.value)[0];
}

const rank = ({ isHeadline }: Cell): number => (isHeadline ? 1 : 0);

function suppressRatios({ numbers }: Table): void {
  const isSuppressed = (name: string): boolean => numbers.get(name)?.cell.suppressed === true;
  // Beside the number of firms by size, the share of the small ones is one of them.
  const hidesSizes = [...numbers].some(([name, { cell }]) => name.startsWith(SIZES) && cell.suppressed);
  for (const { indicator, by, key, cell } of numbers.values()) {
    const parts = (MADE_OF[indicator] ?? []).map((code) => cellName(code, by, key));
    const isOfSizes = indicator === 'sme_share' && by === undefined && hidesSizes;
    if (cell.isRatio && (isOfSizes || parts.some(isSuppressed))) cell.suppressed = true;
  }
}

const SIZES = 'companies_participated|sizeClass|';
