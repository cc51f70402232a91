import type { CountryProfile } from '../countries/country-profile';
import { UNKNOWN_CELL, type Breakdown } from '../figures';
import type { Language } from '../vocabulary/languages';
import { WORDS, type Words } from '../vocabulary/words';

/** The breakdowns whose cells are values of a closed list, and where their words stand. */
const CLOSED_LISTS = {
  kind: 'centreKind',
  sizeClass: 'sizeClass',
  level: 'level',
  source: 'source',
  form: 'form',
  claimLevel: 'claimLevel',
} as const satisfies Partial<Record<Breakdown, keyof Words>>;

/**
 * What stands beside a cell's value, as far as it follows from the key alone. A centre's or hub's name stands in
 * the register: for those, and for the free texts of technology and funder, the answer is undefined or the key.
 */
export function cellLabel(
  by: Breakdown,
  key: string,
  language: Language,
  country: CountryProfile,
): string | undefined {
  if (key === UNKNOWN_CELL) return capitalised(WORDS[language].unknown);
  switch (by) {
    case 'centre':
    case 'hub':
      return undefined;
    case 'year':
    case 'technology':
    case 'funder':
      return key;
    case 'quarter':
      return quarterLabel(key, language);
    case 'province':
      return country.regions.find((region) => region.code === key)?.name[language] ?? key;
    default:
      return closedListLabel(by, key, language);
  }
}

function closedListLabel(by: keyof typeof CLOSED_LISTS, key: string, language: Language): string {
  const words: Readonly<Record<string, string>> = WORDS[language][CLOSED_LISTS[by]];
  return capitalised(words[key] ?? key);
}

/** `2021-Q1` → `1e kwartaal 2021`. */
function quarterLabel(key: string, language: Language): string {
  const [year = key, quarter = ''] = key.split('-Q');
  return language === 'nl' ? `${quarter}e kwartaal ${year}` : `Q${quarter} ${year}`;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
