import { spelledTown } from '../countries/places';
import type { CountryProfile, Places } from '../countries/country-profile';
import { UNKNOWN_CELL } from '../figures';
import type { Language } from '../vocabulary/languages';

/** Where a company or a centre is, as its record says. */
export interface Location {
  /** ISO 3166-2. */
  province: string | null;
  municipality: string | null;
}

const PARTED = '/';

/**
 * The cell of a municipality: its province and its name, such as `NL-LI/Bergen`, since two have one name. A name counts
 * as one however it is written, where the country's list of towns knows it; null where none was recorded.
 */
export function municipalityCell({ province, municipality }: Location, places: Places): string | null {
  if (municipality === null) return null;
  return `${province ?? UNKNOWN_CELL}${PARTED}${spelledTown(places, municipality, province)}`;
}

/** The province in which a municipality's cell lies; undefined of what has no municipality, which may lie in any. */
export const provinceOfCell = (key: string): string | undefined =>
  key.includes(PARTED) ? key.slice(0, key.indexOf(PARTED)) : undefined;

/** `Bergen (Limburg)`. */
export function municipalityLabel(key: string, language: Language, { regions }: CountryProfile): string {
  const province = provinceOfCell(key);
  if (province === undefined) return key;
  const name = key.slice(province.length + PARTED.length);
  const region = regions.find(({ code }) => code === province)?.name[language] ?? province;
  return province === UNKNOWN_CELL ? name : `${name} (${region})`;
}
