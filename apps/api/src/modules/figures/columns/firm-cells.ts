import { isByPlace, PARTICIPATION_LEVELS, UNKNOWN_CELL } from '@fieldlab/domain';
import { centreCellsBy } from '../engine/centre-cells';
import { TOTAL, type EngineContext, type Slice } from '../engine/engine-context';
import { REACHED } from '../engine/firm-flags';
import { AT_ONCE, type Engagements, type Stretch } from './engagements';
import { readScope } from './scope-readings';
import { bytesOf, FirmMarks, type MoreOfFirms } from './firm-marks';
import { Pause } from '../../../platform/work/in-turns';
import type { ColumnsAt } from './register-columns';
import { groupsOf } from './slice-group';

/** In bytes, what is marked at once of firms in slices: more takes long to get ready. */
const MARKED_AT_ONCE = 2 ** 24;

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
  /** In how many centres it took part; 0 where nobody asked. */
  centresOf: (firm: number) => number;
  /** The first day on which a participation of it began; OPEN where none did, and where nobody asked. */
  firstOn: (firm: number) => number;
}

export interface Visiting extends Partial<MoreOfFirms> {
  layout?: Layout | undefined;
  /** Every cell of a slice is visited before any of the next, for who keeps something of one slice alone. */
  isBySlice?: true;
  visit: (cell: FirmCell) => unknown;
}

/** Where all lies together, or each engagement by what is read off it or its centre. */
function layoutOf(context: EngineContext): Layout {
  const by = context.only?.by ?? context.by;
  if (by === 'level') {
    const cells = [...PARTICIPATION_LEVELS, UNKNOWN_CELL];
    const each = cells.map((_, level) => [level]);
    return { cells, isUnknownAlone: true, cellsOf: (_, level) => each[level] ?? [] };
  }
  const keysOf = isByPlace(by) && context.placedBy === 'company' ? undefined : centreCellsBy(context.by);
  if (!keysOf) return { cells: [TOTAL], cellsOf: () => ALL };
  const keys = context.centres.map((centre) => [...new Set(keysOf(centre))]);
  const cells = [...new Set(keys.flat())];
  const numbers = new Map(cells.map((cell, number) => [cell, number]));
  const each = keys.map((own) => own.map((key) => numbers.get(key) ?? 0));
  return { cells, cellsOf: (centre) => each[centre] ?? [] };
}

const ALL = [0];

/**
 * Visits every cell of every slice, with what the firms in it are, the slices of a cell in their order; the next waits for
 * what `visit` promises.
 */
export async function visitFirmCells(
  context: EngineContext,
  at: ColumnsAt,
  { visit, layout = layoutOf(context), isBySlice, ...more }: Visiting,
): Promise<void> {
  const engagements = await readScope(context, at);
  const byCell = stretchesByCell(engagements, layout);
  const { size } = at.copy.ids.companies;
  const pause = new Pause();
  const most = isBySlice ? 1 : Math.max(1, Math.floor(MARKED_AT_ONCE / (size * bytesOf(more))));
  for (const group of groupsOf(context.slices, most)) {
    const marks = new FirmMarks(size, group, more);
    const elsewhere = layout.isUnknownAlone ? group.slices.map(() => new Uint8Array(size)) : undefined;
    for (const [number, cell] of layout.cells.entries()) {
      for (const part of inParts(byCell[number] ?? [], Math.ceil(AT_ONCE / group.length))) {
        marks.add(engagements, part);
        await pause.ifDue();
      }
      const { flagsOf, firstOn, centresOf } = marks;
      for (const [place, slice] of group.slices.entries()) {
        const firms = marks.read(place);
        if (elsewhere?.[place]) countUnknownAlone(cell, marks, firms, elsewhere[place]);
        if (firms.length > 0) await visit({ cell, slice, firms, flagsOf, firstOn, centresOf });
        await pause.ifDue();
      }
      if (number + 1 < layout.cells.length) marks.clear();
    }
  }
}

/** Stretches, or parts of them, with at most so many engagements together. */
function* inParts(stretches: readonly Stretch[], most: number): Generator<Stretch[]> {
  let part: Stretch[] = [];
  let room = most;
  for (const stretch of stretches) {
    for (let { from } = stretch; from < stretch.to;) {
      const to = Math.min(stretch.to, from + room);
      part.push({ ...stretch, from, to });
      room -= to - from;
      from = to;
      if (room > 0) continue;
      yield part;
      [part, room] = [[], most];
    }
  }
  if (part.length > 0) yield part;
}

/** By level, an attendance counts as "unknown" only for a firm that no participation reached. */
function countUnknownAlone(cell: string, marks: FirmMarks, firms: Int32Array, elsewhere: Uint8Array): void {
  for (const firm of firms) {
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
