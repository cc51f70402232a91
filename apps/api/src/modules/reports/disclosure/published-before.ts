import type { FirmShares } from '../../figures/frozen-figures.service';
import { cellsIn, type Cell, type Table, type Told } from './cells';
import { FIRMS } from './facts';
import { isPeriod, PROGRAMME } from './numbers';
import type { DisclosureRules } from './suppress';

/** What each firm adds to the numbers of a document, by the name they have there. */
export type Shares = ReadonlyMap<string, FirmShares>;

/** A public document, with what firms added to it where that is known. */
export interface Published {
  table: Table;
  shares?: Shares | undefined;
}

const HUNDREDTHS = 100;
/** Less than this is nothing: half a cent. */
const NOTHING = 0.005;

/**
 * Takes into account what everybody has already, whichever report told it and of whichever scope. In the same state of
 * the register a number is the same wherever it stands: one that was suppressed stays so, and one that was told cannot
 * hide another any more. In another state, or on another day, a number that differs from what was told by fewer firms
 * than the threshold would tell of those few. A figure of the whole programme is told with every correction: see
 * docs/decisions/0016. Answers the documents of the same state, their numbers one with those of `own`.
 */
export function rememberPublished(
  own: Published,
  published: readonly Published[],
  rules: DisclosureRules,
): Table[] {
  const cells = new Map(cellsIn([own.table]).map((cell) => [cell.id, cell]));
  const beside: Table[] = [];
  for (const earlier of published) {
    if (earlier.table.knownAt === own.table.knownAt) beside.push(unitedWith(cells, earlier.table, own.table));
    else staySuppressed(cells, earlier.table);
    tellNoFew(own, earlier, rules);
  }
  return beside;
}

/** The same numbers are the same cells. */
function unitedWith(cells: Map<string, Cell>, earlier: Table, own: Table): Table {
  const isOwn = new Set(cellsIn([own]));
  const numbers = new Map<string, Told>();
  for (const [name, told] of earlier.numbers) {
    const before = told.cell;
    const cell = cells.get(before.id) ?? before;
    cells.set(cell.id, cell);
    if (!before.suppressed) {
      cell.known = true;
      if (!isOwn.has(cell)) Object.assign(cell, { value: before.value, suppressed: false });
    } else if (isOwn.has(cell)) cell.suppressed = true;
    numbers.set(name, { ...told, cell });
  }
  return { ...earlier, numbers };
}

function staySuppressed(cells: ReadonlyMap<string, Cell>, earlier: Table): void {
  for (const { id, suppressed } of cellsIn([earlier])) {
    const cell = cells.get(id);
    if (cell && suppressed) cell.suppressed = true;
  }
}

function tellNoFew(own: Published, earlier: Published, rules: DisclosureRules): void {
  const before = new Map([...earlier.table.numbers].map(([name, told]) => [momentOf(told), { name, told }]));
  const isSameState = earlier.table.knownAt === own.table.knownAt;
  for (const [name, told] of own.table.numbers) {
    const { cell } = told;
    const other = before.get(momentOf(told));
    if (!other || other.told.cell.suppressed || cell.suppressed || isOfProgramme(told)) continue;
    if (isSameState && other.told.cell.id === cell.id) continue;
    const shares = own.shares && earlier.shares && !COUNTS_FIRMS.has(told.indicator);
    const changes = shares
      ? changesOf(own.shares?.get(name), earlier.shares?.get(other.name))
      : fewestChanges(cell, other.told.cell);
    if (isFew(changes, rules)) cell.suppressed = true;
  }
}

/** Numbers of one place are compared when both begin on the same day; a period only with itself. */
function momentOf({ by, cell }: Told): string {
  return isPeriod(by) ? cell.id : `${cell.place} from ${cell.window.from ?? ''}`;
}

const isOfProgramme = ({ by, cell }: Told): boolean =>
  by === undefined && cell.scope === PROGRAMME && cell.by === undefined;

/** By how much each firm differs. */
function changesOf(now: FirmShares = NOTHING_ADDED, then: FirmShares = NOTHING_ADDED): number[] {
  return [...new Set([...now.keys(), ...then.keys()])]
    .map((firm) => Math.abs((now.get(firm) ?? 0) - (then.get(firm) ?? 0)))
    .filter((change) => change > NOTHING);
}

const NOTHING_ADDED: FirmShares = new Map<string, number>();

/** The fewest firms there can be: one for each that is counted more or less. */
function fewestChanges(cell: Cell, before: Cell): number[] {
  if (cell.behind === undefined || cell.unit !== 'count') return [];
  return Array.from({ length: Math.abs(before.value - cell.value) / HUNDREDTHS }, () => 1);
}

const COUNTS_FIRMS: ReadonlySet<string> = new Set([...FIRMS, 'participations']);

function isFew(changes: readonly number[], { threshold, dominance }: DisclosureRules): boolean {
  const all = changes.reduce((sum, change) => sum + change, 0);
  return changes.length > 0 && (changes.length < threshold || Math.max(...changes) > dominance * all);
}
