import { COMPANY_BREAKDOWNS, SME_SIZE_CLASSES, UNKNOWN_CELL, type Breakdown } from '@fieldlab/domain';
import { PERIODS, TOTAL, type CellValues, type EngineContext, type Slice } from '../engine/engine-context';
import { PARTICIPATED, type FlagTest } from '../engine/firm-flags';
import { dayOf } from './days';
import { flagsOf, type FirmCell } from './firm-cells';
import { headsOn, readTraits, traitsOn, type FirmsAt } from './firms-at';
import { inTurns } from './in-turns';
import { traitOf } from './profile-traits';
import type { ColumnsAt } from './register-columns';
import type { ProfileTraits } from './versions-sql';
import { NONE } from './versions';

/** So many firms are looked at before others get their turn: some milliseconds. */
const FIRMS_AT_ONCE = 2 ** 16;
/** All combinations of the flags of a firm; a firm that was met and did nothing has none of them. */
const COURSES = 64;

const SMES: ReadonlySet<string> = new Set(SME_SIZE_CLASSES);

/** What is known of the businesses of one cell. */
export class FirmCount {
  /** How many have each combination of flags. */
  readonly byFlags = new Uint32Array(COURSES);
  /** In how many centres they took part, added up. */
  pairs = 0;
  /** Of those that took part, how many have a size class, and how many of those are small or medium-sized. */
  sized = 0;
  smaller = 0;

  /** Counts one of which this is known. */
  add(flags: number, centres: number, size: string | null): void {
    this.byFlags[flags] = (this.byFlags[flags] ?? 0) + 1;
    if ((flags & PARTICIPATED) === 0) return;
    this.pairs += centres;
    if (size === null) return;
    this.sized += 1;
    if (SMES.has(size)) this.smaller += 1;
  }
}

/** How a firm's own cell is read where the dimension is the firm's; undefined where it is not. */
export function ownCells(
  by: Breakdown | undefined,
  context: Pick<EngineContext, 'provinceOf' | 'sectorScheme'>,
): ((traits: ProfileTraits) => string) | undefined {
  const own = COMPANY_BREAKDOWNS.find((one) => one === by);
  if (own === undefined || (own === 'province' && context.provinceOf === 'centre')) return undefined;
  const read = traitOf(own, context.sectorScheme);
  return (traits) => read(traits) ?? UNKNOWN_CELL;
}

/** The day whose profiles tell firms' own cells: the slice's last, unless places are asked of another. */
export const cellDay = (
  by: Breakdown | undefined,
  { placesOn }: Pick<EngineContext, 'placesOn'>,
  { to }: Pick<Slice, 'to'>,
): number => dayOf(by === 'province' ? (placesOn ?? to) : to);

/** The businesses of each cell, as they are visited. */
export class FirmTally {
  readonly counts = new Map<string, FirmCount>();
  private readonly readCell;
  private slice?: {
    key: string;
    traits: Int32Array;
    places: Int32Array;
    cells: string[] | undefined;
    sizes: (string | null)[];
  };

  constructor(
    private readonly context: EngineContext,
    private readonly at: ColumnsAt,
  ) {
    this.readCell = ownCells(context.by, context);
  }

  async add(visited: FirmCell, { isBusiness }: FirmsAt): Promise<void> {
    const { cell, slice, firms, centres } = visited;
    const own = this.onSlice(slice);
    const key = isPeriodic(this.context) ? slice.key : cell;
    await inTurns(firms.length, FIRMS_AT_ONCE, (from, to) => {
      for (const firm of firms.subarray(from, to)) {
        if (isBusiness[firm] !== 1) continue;
        const traits = own.traits[firm] ?? NONE;
        const place = own.places[firm] ?? NONE;
        const count = this.countOf(own.cells ? (own.cells[place] ?? UNKNOWN_CELL) : key);
        count.add(flagsOf(visited, firm), centres[firm] ?? 0, own.sizes[traits] ?? null);
      }
    });
  }

  private countOf(key: string): FirmCount {
    const known = this.counts.get(key);
    if (known) return known;
    const count = new FirmCount();
    this.counts.set(key, count);
    return count;
  }

  /** What firms were like on a slice's last day, read once for all of its cells. */
  private onSlice(slice: Slice) {
    const { key, to } = slice;
    if (this.slice?.key !== key) {
      const [day, placed] = [dayOf(to), cellDay(this.context.by, this.context, slice)];
      const traits = traitsOn(this.at, day);
      this.slice = {
        ...{ key, traits, places: placed === day ? traits : traitsOn(this.at, placed) },
        cells: this.readCell && readTraits(this.at, this.readCell),
        sizes: readTraits(this.at, ({ sizeClass }) => sizeClass),
      };
    }
    return this.slice;
  }
}

/** How many of these firms pass a test. */
export function passing({ byFlags }: FirmCount, test: FlagTest): number {
  let sum = 0;
  for (const [flags, count] of byFlags.entries()) if (passesTest(flags, test)) sum += count;
  return sum;
}

export const passesTest = (flags: number, { mask, is }: FlagTest): boolean =>
  is === undefined ? (flags & mask) > 0 : (flags & mask) === is;

export const isPeriodic = ({ by }: Pick<EngineContext, 'by'>): boolean =>
  by !== undefined && PERIODS.includes(by);

/**
 * What the firms of each group are together, by cell and the number of the firm at the group's head. A group lies in
 * each cell in which one of its firms lies, by that firm's own profile.
 */
export class GroupTally {
  readonly groups = new Map<string, Map<number, number>>();
  private heads?: { key: string; of: Int32Array; traits: Int32Array };
  private readonly readCell;

  constructor(
    private readonly context: EngineContext,
    private readonly at: ColumnsAt,
  ) {
    this.readCell = ownCells(context.only?.by ?? context.by, context);
  }

  async add(visited: FirmCell, known: FirmsAt): Promise<void> {
    const { cell, slice, firms } = visited;
    const { of, traits } = this.headsOn(slice, known);
    const { only } = this.context;
    const cells = this.readCell && readTraits(this.at, this.readCell);
    const outer = isPeriodic(this.context) ? slice.key : cell;
    await inTurns(firms.length, FIRMS_AT_ONCE, (from, to) => {
      for (const firm of firms.subarray(from, to)) {
        if (known.isBusiness[firm] !== 1) continue;
        const own = cells ? (cells[traits[firm] ?? NONE] ?? UNKNOWN_CELL) : outer;
        if (only && own !== only.key) continue;
        const groups = this.groupsIn(only ? TOTAL : own);
        const head = of[firm] ?? firm;
        groups.set(head, (groups.get(head) ?? 0) | flagsOf(visited, firm));
      }
    });
  }

  private groupsIn(cell: string): Map<number, number> {
    const known = this.groups.get(cell);
    if (known) return known;
    const groups = new Map<number, number>();
    this.groups.set(cell, groups);
    return groups;
  }

  /** The heads of groups and what firms were like on a slice's last day, read once for all of its cells. */
  private headsOn(slice: Slice, known: FirmsAt) {
    const { key, to } = slice;
    if (this.heads?.key !== key) {
      const { only, by } = this.context;
      const traits = traitsOn(this.at, cellDay(only?.by ?? by, this.context, slice));
      this.heads = { key, of: headsOn(this.at, known, dayOf(to)), traits };
    }
    return this.heads;
  }

  /** How many groups of each cell pass a test. */
  passing(test: FlagTest): CellValues {
    return new Map(
      [...this.groups].map(([cell, groups]) => [
        cell,
        String([...groups.values()].filter((flags) => passesTest(flags, test)).length),
      ]),
    );
  }
}
