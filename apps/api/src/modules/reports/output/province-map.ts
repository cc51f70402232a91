import netherlands from '@svg-maps/netherlands';
import type { EditionCell } from '@fieldlab/domain';

const LIGHTEST = [222, 236, 236] as const;
const DARKEST = [11, 110, 110] as const;
const UNTOLD = '#C9D1D9';

/** The provinces, the darker the more; grey where nothing is told. Undefined where none of the cells is a province. */
export function provinceMap(cells: readonly EditionCell[]): string | undefined {
  const values = new Map(
    cells.map(({ key, value, suppressed }) => [
      key,
      suppressed || value === null ? undefined : Number(value),
    ]),
  );
  const highest = Math.max(0, ...[...values.values()].map((value) => value ?? 0));
  const keyOf = (id: string): string => `NL-${id.toUpperCase()}`;
  if (!netherlands.locations.some(({ id }) => values.has(keyOf(id)))) return undefined;
  const paths = netherlands.locations.map(({ id, path }) => {
    const key = keyOf(id);
    // What a breakdown has no cell for is nothing, which is told; what is withheld is not.
    const value = values.has(key) ? values.get(key) : 0;
    return `<path d="${path}" fill="${colourOf(value, highest)}" stroke="#FFFFFF" stroke-width="1.5"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${netherlands.viewBox}">${paths.join('')}</svg>`;
}

function colourOf(value: number | undefined, highest: number): string {
  if (value === undefined) return UNTOLD;
  const part = highest > 0 ? Math.max(0, value) / highest : 0;
  const channels = LIGHTEST.map((from, index) =>
    Math.round(from + (DARKEST[index] ?? from) * part - from * part),
  );
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
