import { SME_SIZE_CLASSES, UNKNOWN_CELL } from '@fieldlab/domain';
import { PERIODS, TOTAL, type CellValues, type EngineContext, type Slice } from '../engine/engine-context';
import { PARTICIPATED, type FlagTest } from '../engine/firm-flags';
import { dayOf } from './days';
import type { FirmCell } from './firm-cells';
import { companiesKnown, headsOn, profilesOn, readTraits } from './firms-at';
import { inTurns } from '../../../platform/work/in-turns';
import { ownCells } from './own-cells';
import type { ColumnsAt } from './register-columns';
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

/** Of values by the numbers of traits; undefined where there are none. A list is never asked for its place -1, which is slow. */
const valueAt = <T>(values: readonly T[] | undefined, place = NONE): T | undefined =>
  place === NONE ? undefined : values?.[place];

/** The businesses of each cell, as they are visited; with `isSized` also how many of them are small or medium-sized. */
export class FirmTally {
  readonly counts = new Map<string, FirmCount>();
  private slice?: {
    key: string;
    /** What each firm is like, where sizes are asked. */
    traits: Int32Array | undefined;
    sizes: (string | null)[];
    /** What tells the cell of each, where the dimension is the firm's. */
    places: Int32Array | undefined;
    cells: readonly string[] | undefined;
  };

  constructor(
    private readonly context: EngineContext,
    private readonly at: ColumnsAt,
    private readonly isSized = false,
  ) {}

  async add({ cell, slice, firms, flagsOf, centresOf }: FirmCell): Promise<void> {
    const { traits, sizes, places, cells } = await this.onSlice(slice);
    const whole = cells ? undefined : this.countOf(isPeriodic(this.context) ? slice.key : cell);
    const cellOf = (firm: number): string => valueAt(cells, places?.[firm]) ?? UNKNOWN_CELL;
    await inTurns(firms.length, FIRMS_AT_ONCE, (from, to) => {
      for (const firm of firms.subarray(from, to)) {
        const count = whole ?? this.countOf(cellOf(firm));
        count.add(flagsOf(firm), centresOf(firm), valueAt(sizes, traits?.[firm]) ?? null);
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
  private async onSlice(slice: Slice) {
    const { key, to } = slice;
    if (this.slice?.key !== key) {
      const own = await ownCells(this.context.by, this.context, this.at);
      this.slice = {
        key,
        traits: this.isSized ? await profilesOn(this.at, 'traits', dayOf(to)) : undefined,
        places: await own?.numbersOn(slice),
        cells: own?.cells,
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
  private heads?: { key: string; of: Int32Array; cellOf: ((firm: number) => string) | undefined };

  constructor(
    private readonly context: EngineContext,
    private readonly at: ColumnsAt,
  ) {}

  async add({ cell, slice, firms, flagsOf }: FirmCell): Promise<void> {
    const { of, cellOf } = await this.headsOn(slice);
    const { only } = this.context;
    const outer = isPeriodic(this.context) ? slice.key : cell;
    await inTurns(firms.length, FIRMS_AT_ONCE, (from, to) => {
      for (const firm of firms.subarray(from, to)) {
        const own = cellOf ? cellOf(firm) : outer;
        if (only && own !== only.key) continue;
        const groups = this.groupsIn(only ? TOTAL : own);
        const head = of[firm] ?? firm;
        groups.set(head, (groups.get(head) ?? 0) | flagsOf(firm));
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
  private async headsOn(slice: Slice) {
    const { key, to } = slice;
    if (this.heads?.key !== key) {
      const { only, by } = this.context;
      const own = await ownCells(only?.by ?? by, this.context, this.at);
      const numbers = await own?.numbersOn(slice);
      const of = await headsOn(this.at, await companiesKnown(this.at), dayOf(to));
      const cellOf = own && ((firm: number) => own.cells[numbers?.[firm] ?? NONE] ?? UNKNOWN_CELL);
      this.heads = { key, of, cellOf };
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
