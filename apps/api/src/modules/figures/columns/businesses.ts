import { UNKNOWN_CELL } from '@fieldlab/domain';
import type { EngineContext } from '../engine/engine-context';
import { dayOf } from './days';
import { flagsOf, visitFirmCells } from './firm-cells';
import { ownCells } from './firm-tally';
import { readTraits, traitsOn } from './firms-at';
import type { ProfileTraits } from './register-copy';
import { NONE, OPEN } from './versions';

/** A business in the cell that is asked. */
export interface Business {
  id: string;
  /** What it did, as the flags of `firm-flags`. */
  flags: number;
  /** The first day on which a participation of it began, as the copy counts days; OPEN where none did. */
  firstOn: number;
  /** In how many centres it took part. */
  centres: number;
  /** What it was like on the slice's last day; undefined where nothing is known. */
  traits: ProfileTraits | undefined;
}

/** Visits the businesses of a whole scope, or of the one cell to which the context is narrowed. */
export async function visitBusinesses(
  context: EngineContext,
  visit: (business: Business) => void,
): Promise<void> {
  const at = await context.register.columns();
  const { only } = context;
  const cellOf = ownCells(only?.by, context);
  const cells = cellOf && readTraits(at, cellOf);
  await visitFirmCells(context, at, (cell, { isBusiness }) => {
    if (only && !cells && cell.cell !== only.key) return;
    const traitsBy = traitsOn(at, dayOf(cell.slice.to));
    for (const firm of cell.firms) {
      const traits = traitsBy[firm] ?? NONE;
      if (isBusiness[firm] !== 1 || (cells && (cells[traits] ?? UNKNOWN_CELL) !== only?.key)) continue;
      visit({
        id: at.copy.ids.companies.idOf(firm),
        flags: flagsOf(cell, firm),
        firstOn: cell.firstOn[firm] ?? OPEN,
        centres: cell.centres[firm] ?? 0,
        traits: at.copy.traits[traits],
      });
    }
  });
}
