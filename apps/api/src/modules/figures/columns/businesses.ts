import { UNKNOWN_CELL } from '@fieldlab/domain';
import type { EngineContext, Slice } from '../engine/engine-context';
import { dayOf } from './days';
import { inTurns } from '../../../platform/work/in-turns';
import { visitFirmCells, type FirmCell, type Layout } from './firm-cells';
import { profilesOn } from './firms-at';
import { ownCells } from './own-cells';
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
  const own = await ownCells(only?.by, context, at);
  // Hundreds of cells may be of one day.
  const byDay = new Map<string, Promise<[Int32Array, Int32Array | undefined]>>();
  const onDayOf = (slice: Slice): Promise<[Int32Array, Int32Array | undefined]> => {
    const known =
      byDay.get(slice.to) ?? Promise.all([profilesOn(at, 'traits', dayOf(slice.to)), own?.numbersOn(slice)]);
    byDay.set(slice.to, known);
    return known;
  };
  const visitCell = async (cell: FirmCell): Promise<void> => {
    if (only && !own && !layout && cell.cell !== only.key) return;
    const [traitsBy, cellsBy] = await onDayOf(cell.slice);
    await inTurns(cell.firms.length, AT_ONCE, (from, to) => {
      for (const firm of cell.firms.subarray(from, to)) {
        const traits = traitsBy[firm] ?? NONE;
        if (own && (own.cells[cellsBy?.[firm] ?? NONE] ?? UNKNOWN_CELL) !== only?.key) continue;
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
