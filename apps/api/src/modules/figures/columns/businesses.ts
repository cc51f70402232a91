import { UNKNOWN_CELL } from '@fieldlab/domain';
import type { EngineContext } from '../engine/engine-context';
import { dayOf } from './days';
import { inTurns } from '../../../platform/work/in-turns';
import { visitFirmCells, type FirmCell, type Layout } from './firm-cells';
import { cellDay, ownCells } from './firm-tally';
import { readTraits, traitsOn } from './firms-at';
import type { ProfileTraits } from './versions-sql';
import { NONE } from './versions';

/** So many businesses are put in words before others get their turn: some milliseconds. */
const AT_ONCE = 2 ** 13;

/** A business in the cell that is asked. */
export interface Business {
  /** The company's number in the copy. */
  company: number;
  /** The cell of the layout. */
  cell: string;
  /** What it did, as the flags of `firm-flags`. */
  flags: number;
  /** The first day on which a participation of it began, as the copy counts days; OPEN where none did. */
  firstOn: number;
  /** In how many centres it took part. */
  centres: number;
  /** What it was like on the slice's last day; undefined where nothing is known. */
  traits: ProfileTraits | undefined;
}

/**
 * Visits the businesses of a whole scope, or of the one cell to which the context is narrowed.
 * @param layout cells of the caller's own, of which every one is visited
 */
export async function visitBusinesses(
  context: EngineContext,
  visit: (business: Business) => void,
  layout?: Layout,
): Promise<void> {
  const at = await context.register.columns();
  const { only } = context;
  const cellOf = ownCells(only?.by, context);
  const cells = cellOf && readTraits(at, cellOf);
  // Hundreds of cells may be of one day.
  const byDay = new Map<number, Promise<Int32Array>>();
  const onDay = (day: number): Promise<Int32Array> => {
    const known = byDay.get(day) ?? traitsOn(at, day);
    byDay.set(day, known);
    return known;
  };
  const visitCell = async (cell: FirmCell): Promise<void> => {
    if (only && !cells && !layout && cell.cell !== only.key) return;
    const traitsBy = await onDay(dayOf(cell.slice.to));
    const placesBy = await onDay(cellDay(only?.by, context, cell.slice));
    await inTurns(cell.firms.length, AT_ONCE, (from, to) => {
      for (const firm of cell.firms.subarray(from, to)) {
        const traits = traitsBy[firm] ?? NONE;
        const place = placesBy[firm] ?? NONE;
        if (cells && (cells[place] ?? UNKNOWN_CELL) !== only?.key) continue;
        visit({
          company: firm,
          cell: cell.cell,
          flags: cell.flagsOf(firm),
          firstOn: cell.firstOn(firm),
          centres: cell.centresOf(firm),
          traits: at.copy.traits.company_profiles.values[traits],
        });
      }
    });
  };
  await visitFirmCells(context, at, { visit: visitCell, layout, hasCentres: true, hasFirstDays: true });
}
