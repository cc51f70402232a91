import type { EditionDocument } from '@fieldlab/domain';
import { cellsOfDocument, type Cell } from './cells';
import type { DisclosureRules } from './suppress';

const NOBODY: ReadonlyMap<string, never> = new Map<string, never>();
const HUNDREDTHS = 100;

/**
 * Takes into account what everybody has already. A number that was suppressed stays so. In the same state of the
 * register one that was told cannot hide another any more, and what other reports told or suppressed of it hangs
 * together with this one: those numbers are answered. In another state, one that differs from what was told by fewer
 * firms than the threshold would tell of those few. A figure of the whole scope is told with every correction: see
 * docs/decisions/0016.
 */
export function rememberPublished(
  cells: readonly Cell[],
  document: EditionDocument,
  published: readonly EditionDocument[],
  rules: DisclosureRules,
): Cell[] {
  const own = new Map(cells.map((cell) => [cell.id, cell]));
  const elsewhere = new Map<string, Cell>();
  for (const earlier of published) {
    if (earlier.scope !== document.scope || earlier.from !== document.from) continue;
    const isSameDay = earlier.asOf === document.asOf;
    const isSameState = isSameDay && earlier.knownAt === document.knownAt;
    for (const before of toldCells(earlier)) {
      const cell = own.get(before.id);
      if (cell) compare(cell, before, { isSameDay, isSameState, rules });
      else if (isSameState && !elsewhere.get(before.id)?.known) {
        elsewhere.set(before.id, { ...before, known: !before.suppressed });
      }
    }
  }
  return [...elsewhere.values()];
}

function compare(
  cell: Cell,
  before: Cell,
  { isSameDay, isSameState, rules }: { isSameDay: boolean; isSameState: boolean; rules: DisclosureRules },
): void {
  if (before.suppressed) {
    if (isSameDay) cell.suppressed = true;
  } else if (isSameState) {
    cell.known = true;
  } else if (countsFirms(cell) && cell.by !== undefined && before.value !== cell.value) {
    const firms = Math.abs(before.value - cell.value) / HUNDREDTHS;
    if (firms < rules.threshold) cell.suppressed = true;
  }
}

const countsFirms = ({ behind, unit }: Cell): boolean => behind !== undefined && unit === 'count';

function toldCells(document: EditionDocument): Cell[] {
  const suppressed = new Set<string>();
  for (const { indicator, suppressed: isSuppressed, breakdown, breakdowns } of document.figures) {
    if (isSuppressed) suppressed.add(indicator);
    const [only] = document.by;
    const ways = Object.entries({ ...breakdowns, ...(breakdown && only ? { [only]: breakdown } : {}) });
    for (const [by, along] of ways) {
      for (const cell of along) if (cell.suppressed) suppressed.add(`${indicator}|${by}|${cell.key}`);
    }
  }
  return cellsOfDocument(document, NOBODY).map((cell) => ({ ...cell, suppressed: suppressed.has(cell.id) }));
}
