import { municipalityCell, NETHERLANDS, type Location } from '@fieldlab/domain';
import { inTurns } from '../../../platform/work/in-turns';

/** So many names are compared with the list of towns before others get their turn: some milliseconds. */
const AT_ONCE = 2 ** 11;

/** The cell of each; null where no municipality was recorded. Of companies there may be as many as people typed names. */
export async function municipalityCells(locations: readonly Location[]): Promise<(string | null)[]> {
  const places = await NETHERLANDS.places();
  const cells: (string | null)[] = [];
  await inTurns(locations.length, AT_ONCE, (from, to) => {
    for (const location of locations.slice(from, to)) cells.push(municipalityCell(location, places));
  });
  return cells;
}
