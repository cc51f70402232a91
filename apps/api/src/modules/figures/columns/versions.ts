import { inTurns } from '../../../platform/work/in-turns';

/** Until further notice: the end of a version that is current, and of what has no end. */
export const OPEN = 2 ** 31 - 1;
/** The beginning of a version that only one transaction sees. */
const UNSEEN = OPEN;
export const NONE = -1;

/** What one transaction changed and nobody else sees: versions of its own, and those that it ended. */
export interface Draft {
  added: number[];
  ended: Set<number>;
}

/**
 * All versions of one kind of record, a column a field. Each is current from one revision's place in the order in which
 * they became known up to another's. Who reads as known at a place sees no version that is added, and no end that is set,
 * at a later one: so reading goes on while the copy is caught up.
 */
export class Versions<Field extends string> {
  length = 0;
  readonly fields: Record<Field, Int32Array>;
  /** What each adds, in whole hundredths; of a kind that adds nothing there are none. */
  amounts: Float64Array;
  private from = new Int32Array(64);
  private to = new Int32Array(64);
  /** By record, of its version that was current at the last revision one more, so that 0 is none. */
  private last = new Int32Array(64);
  private readonly freed: number[] = [];

  constructor(
    private readonly names: readonly Field[],
    hasAmounts = false,
  ) {
    this.amounts = new Float64Array(hasAmounts ? 64 : 0);
    this.fields = Object.fromEntries(names.map((name) => [name, new Int32Array(64)])) as Record<
      Field,
      Int32Array
    >;
  }

  /** Makes room for more versions, in turns, so that adding them holds nobody up. Nobody adds any meanwhile. */
  async makeRoom(more: number): Promise<void> {
    const needed = this.length + more;
    if (needed <= this.from.length) return;
    const size = Math.max(needed, this.from.length * 2);
    for (const name of this.names) this.fields[name] = await grownInTurns(this.fields[name], size);
    if (this.amounts.length > 0) this.amounts = await grownInTurns(this.amounts, size);
    this.last = await grownInTurns(this.last, size);
    this.to = await grownInTurns(this.to, size);
    this.from = await grownInTurns(this.from, size);
  }

  /** Adds a version; its fields are set by the caller, at the place that is answered. */
  add(from: number, to: number): number {
    const row = this.freed.pop() ?? this.length;
    if (row === this.length) this.length += 1;
    if (this.length > this.from.length) this.grow();
    this.from[row] = from;
    this.to[row] = to;
    return row;
  }

  /** Adds a version that is seen only by who has the draft. */
  draft(draft: Draft): number {
    const row = this.add(UNSEEN, OPEN);
    draft.added.push(row);
    return row;
  }

  /** Forgets what a draft added. */
  drop(draft: Draft): void {
    this.freed.push(...draft.added);
    draft.added = [];
    draft.ended.clear();
  }

  isCurrent(record: number, row: number): void {
    if (record >= this.last.length) this.last = grown(this.last, record + 1);
    this.last[record] = row + 1;
  }

  /** Answers the version of a record that is current; -1 where there is none. */
  lastOf(record: number): number {
    return (this.last[record] ?? 0) + NONE;
  }

  /** Answers whether a version was current at a place. */
  holds(row: number, place: number): boolean {
    return (this.from[row] ?? OPEN) <= place && (this.to[row] ?? 0) > place;
  }

  end(row: number, to: number): void {
    this.to[row] = to;
  }

  /** Answers the versions that were current at a place, with what a draft makes of them. */
  at(place: number, draft?: Draft): Int32Array {
    const rows = new Int32Array(this.length + (draft?.added.length ?? 0));
    return withDraft(rows, this.collect(rows, 0, [0, this.length], place), draft);
  }

  /** The same in turns, of kinds of which there may be millions. */
  async inTurnsAt(place: number, draft?: Draft): Promise<Int32Array> {
    const rows = new Int32Array(this.length + (draft?.added.length ?? 0));
    let count = 0;
    await inTurns(this.length, AT_ONCE, (from, to) => {
      count = this.collect(rows, count, [from, to], place);
    });
    return withDraft(rows, count, draft);
  }

  /** Puts those of a stretch that were current behind the first `count` rows; answers how many there are then. */
  private collect(rows: Int32Array, count: number, [start, end]: [number, number], place: number): number {
    const { from, to } = this;
    let next = count;
    for (let row = start; row < end; row += 1) {
      if ((from[row] ?? OPEN) <= place && (to[row] ?? 0) > place) rows[next++] = row;
    }
    return next;
  }

  private grow(): void {
    const size = this.from.length * 2;
    this.from = grown(this.from, size);
    this.to = grown(this.to, size);
    if (this.amounts.length > 0) this.amounts = grown(this.amounts, size);
    for (const name of this.names) this.fields[name] = grown(this.fields[name], size);
  }
}

/** The first `count` rows with what a draft makes of them. */
function withDraft(rows: Int32Array, count: number, draft: Draft | undefined): Int32Array {
  if (!draft) return rows.subarray(0, count);
  const seen = rows.subarray(0, count).filter((row) => !draft.ended.has(row));
  rows.set(seen);
  rows.set(draft.added, seen.length);
  return rows.subarray(0, seen.length + draft.added.length);
}

/** So many values are looked at or copied before others get their turn: some milliseconds. */
const AT_ONCE = 2 ** 20;

async function grownInTurns<Column extends Int32Array | Float64Array>(
  column: Column,
  size: number,
): Promise<Column> {
  const wider = new (column.constructor as new (length: number) => Column)(Math.max(size, column.length));
  await inTurns(column.length, AT_ONCE, (from, to) => {
    wider.set(column.subarray(from, to), from);
  });
  return wider;
}

/** The same column with room for at least `size`. */
export function grown<Column extends Int32Array | Float64Array>(
  column: Column,
  size: number,
  filling = 0,
): Column {
  const Wider = column.constructor as new (length: number) => Column;
  const wider = new Wider(Math.max(size, column.length * 2));
  if (filling !== 0) wider.fill(filling, column.length);
  wider.set(column);
  return wider;
}
