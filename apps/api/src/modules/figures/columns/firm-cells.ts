import { PARTICIPATION_LEVELS, UNKNOWN_CELL } from '@fieldlab/domain';
import { centreCellsBy } from '../engine/centre-cells';
import { TOTAL, type EngineContext, type Slice } from '../engine/engine-context';
import {
  BEGAN,
  BEGAN_BEFORE,
  CENTRE_ENDED,
  PARTICIPATED,
  PARTICIPATING,
  REACHED,
} from '../engine/firm-flags';
import { daysOf, type SliceDays } from './days';
import { AT_ONCE, NO_LEVEL, readScope, takesPart, type Engagements, type Stretch } from './engagements';
import { inTurns, Pause } from '../../../platform/work/in-turns';
import type { ColumnsAt } from './register-columns';
import { NONE, OPEN } from './versions';

/** Set beside the flags of a firm that was met, since what it did may set none. */
const MET = 128;

/** In which cells an engagement lies, by its centre's number in the scope and its level. */
export interface Layout {
  cells: readonly string[];
  /** A firm lies in the unknown cell, the last, only where no other cell of the slice reached it. */
  isUnknownAlone?: boolean;
  cellsOf: (centre: number, level: number) => readonly number[];
}

/** The businesses of one cell in one slice, by their numbers. Good until the next cell is visited. */
export interface FirmCell {
  cell: string;
  slice: Slice;
  /** The numbers of those that were met. */
  firms: Int32Array;
  /** What a firm did. */
  flagsOf: (firm: number) => number;
  /** In how many centres it took part. */
  centresOf: (firm: number) => number;
  /** The first day on which a participation of it began; OPEN where none did. */
  firstOn: (firm: number) => number;
}

/** Where all lies together, or each engagement by what is read off it or its centre. */
export function layoutOf(context: EngineContext): Layout {
  const by = context.only?.by ?? context.by;
  if (by === 'level') {
    const cells = [...PARTICIPATION_LEVELS, UNKNOWN_CELL];
    const each = cells.map((_, level) => [level]);
    return { cells, isUnknownAlone: true, cellsOf: (_, level) => each[level] ?? [] };
  }
  const keysOf =
    by === 'province' && context.provinceOf === 'company' ? undefined : centreCellsBy(context.by);
  if (!keysOf) return { cells: [TOTAL], cellsOf: () => ALL };
  const keys = context.centres.map((centre) => [...new Set(keysOf(centre))]);
  const cells = [...new Set(keys.flat())];
  const numbers = new Map(cells.map((cell, number) => [cell, number]));
  const each = keys.map((own) => own.map((key) => numbers.get(key) ?? 0));
  return { cells, cellsOf: (centre) => each[centre] ?? [] };
}

const ALL = [0];

/** Visits every cell of every slice, with what the firms in it are; the next cell waits for what `visit` promises. */
export async function visitFirmCells(
  context: EngineContext,
  at: ColumnsAt,
  visit: (cell: FirmCell) => unknown,
  layout = layoutOf(context),
): Promise<void> {
  const engagements = await readScope(context, at);
  const byCell = stretchesByCell(engagements, layout);
  const { size } = at.copy.ids.companies;
  const marks = new Marks(size);
  const pause = new Pause();
  for (const slice of context.slices) {
    const days = daysOf(slice);
    const elsewhere = layout.isUnknownAlone ? new Uint8Array(size) : undefined;
    for (const [number, cell] of layout.cells.entries()) {
      for (const stretch of byCell[number] ?? []) {
        await inTurns(stretch.to - stretch.from, AT_ONCE, (from, to) => {
          marks.add(engagements, { ...stretch, from: stretch.from + from, to: stretch.from + to }, days);
        });
        await pause.ifDue();
      }
      const { met: firms, flagsOf, firstOn, centresOf } = marks;
      if (elsewhere) countUnknownAlone(cell, marks, elsewhere);
      if (firms.length > 0) await visit({ cell, slice, firms, flagsOf, firstOn, centresOf });
      marks.clear();
      await pause.ifDue();
    }
  }
}

/** By level, an attendance counts as "unknown" only for a firm that no participation reached. */
function countUnknownAlone(cell: string, marks: Marks, elsewhere: Uint8Array): void {
  for (const firm of marks.met) {
    if (cell !== UNKNOWN_CELL)
      elsewhere[firm] = Number(elsewhere[firm] === 1 || (marks.flagsOf(firm) & REACHED) > 0);
    else if (elsewhere[firm] === 1) marks.forget(firm);
  }
}

/** The stretches of each cell, those of one centre behind each other, so that a firm's centres are counted as they come. */
function stretchesByCell({ stretches }: Engagements, { cells, cellsOf }: Layout): Stretch[][] {
  const byCell = cells.map((): Stretch[] => []);
  for (const stretch of stretches) {
    for (const cell of cellsOf(stretch.centre, stretch.level)) byCell[cell]?.push(stretch);
  }
  return byCell;
}

/** What is marked of each firm while a cell is visited. */
class Marks implements Pick<FirmCell, 'flagsOf' | 'firstOn' | 'centresOf'> {
  /** Small enough to stay in the cache of a core, since firms come in any order and most are only flagged. */
  private readonly flags: Uint8Array;
  private readonly first: Int32Array;
  private readonly centres: Uint16Array;
  private readonly lastCentre: Int32Array;
  private readonly metFirms: Int32Array;
  private count = 0;

  constructor(firms: number) {
    this.flags = new Uint8Array(firms);
    this.first = new Int32Array(firms);
    this.centres = new Uint16Array(firms);
    this.lastCentre = new Int32Array(firms);
    this.metFirms = new Int32Array(firms);
  }

  flagsOf = (firm: number): number => (this.flags[firm] ?? 0) & ~MET;
  firstOn = (firm: number): number => this.first[firm] ?? OPEN;
  centresOf = (firm: number): number => this.centres[firm] ?? 0;

  get met(): Int32Array {
    return this.metFirms.subarray(0, this.count);
  }

  clear(): void {
    for (const firm of this.met) this.forget(firm);
    this.count = 0;
  }

  forget(firm: number): void {
    this.flags[firm] = 0;
  }

  /** Marks what the engagements of (a part of) a stretch say of their firms. */
  add(engagements: Engagements, stretch: Stretch, slice: SliceDays): void {
    const { firm: firmAt, startedOn, endedOn } = engagements;
    const isAttended = stretch.level === NO_LEVEL;
    const isStrong = takesPart(stretch);
    const flagsAt = flagsIn(engagements, stretch, slice);
    for (let place = stretch.from; place < stretch.to; place += 1) {
      const start = startedOn[place] ?? 0;
      if (start > slice.to || (isAttended && start < slice.from)) continue;
      const firm = firmAt[place] ?? 0;
      if (this.flags[firm] === 0) this.meet(firm);
      const own = flagsAt(start, endedOn[place] ?? OPEN);
      this.flags[firm] = (this.flags[firm] ?? 0) | own;
      if (isStrong) this.addPart(firm, stretch.centre, start, own);
    }
  }

  /** Marks when a firm first began to take part, and in which centres it took part. */
  private addPart(firm: number, centre: number, start: number, own: number): void {
    if (start < (this.first[firm] ?? OPEN)) this.first[firm] = start;
    if ((own & PARTICIPATED) === 0 || this.lastCentre[firm] === centre) return;
    this.lastCentre[firm] = centre;
    this.centres[firm] = (this.centres[firm] ?? 0) + 1;
  }

  private meet(firm: number): void {
    this.metFirms[this.count++] = firm;
    this.flags[firm] = MET;
    this.first[firm] = OPEN;
    this.centres[firm] = 0;
    this.lastCentre[firm] = NONE;
  }
}

/** What one engagement of a stretch, by its days, says of its firm in a slice. */
function flagsIn(
  { centres }: Engagements,
  stretch: Stretch,
  slice: SliceDays,
): (startedOn: number, endedOn: number) => number {
  const { from, to } = slice;
  if (stretch.level === NO_LEVEL) return () => REACHED;
  if (!takesPart(stretch)) return (_, end) => (end > from ? REACHED : 0);
  const isThere = (centres.startedOn[stretch.centre] ?? OPEN) <= to;
  const centresEnd = centres.endedOn[stretch.centre] ?? OPEN;
  return (start, end) => {
    const began = start < from ? BEGAN_BEFORE : BEGAN;
    if (end <= from) return began;
    if (isThere && end > to) return began | REACHED | PARTICIPATED | PARTICIPATING;
    const isCentresEnd = centresEnd <= to && end === centresEnd;
    return began | REACHED | PARTICIPATED | (isCentresEnd ? CENTRE_ENDED : 0);
  };
}
