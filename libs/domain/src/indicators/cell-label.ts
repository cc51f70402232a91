import { municipalityLabel } from '../breakdowns/municipality-cell';
import type { CountryProfile } from '../countries/country-profile';
import { UNKNOWN_CELL, type Breakdown } from '../figures';
import type { Language } from '../vocabulary/languages';
import { WORDS } from '../vocabulary/words';

type Label = (key: string, language: Language, country: CountryProfile) => string | undefined;

/** Names that stand in the register, or depend on more than the key. */
const ofTheRegister: Label = () => undefined;
const asItIs: Label = (key) => key;

const LABELS: Record<Breakdown, Label> = {
  centre: ofTheRegister,
  hub: ofTheRegister,
  kind: wordOf('centreKind'),
  year: asItIs,
  quarter: quarterLabel,
  technology: asItIs,
  province: (key, language, { regions }) => regions.find(({ code }) => code === key)?.name[language] ?? key,
  municipality: municipalityLabel,
  sizeClass: wordOf('sizeClass'),
  level: wordOf('level'),
  source: wordOf('source'),
  form: wordOf('form'),
  funder: asItIs,
  claimLevel: wordOf('claimLevel'),
  // A letter means another section in another version of the sector code.
  sector: ofTheRegister,
};

/**
 * What stands beside a cell's value, as far as it follows from the key alone; undefined for a centre or hub,
 * whose name the register knows, and for a sector, whose name its version knows.
 */
export function cellLabel(
  by: Breakdown,
  key: string,
  language: Language,
  country: CountryProfile,
): string | undefined {
  if (key === UNKNOWN_CELL) return capitalised(WORDS[language].unknown);
  return LABELS[by](key, language, country);
}

function wordOf(list: 'centreKind' | 'sizeClass' | 'level' | 'source' | 'form' | 'claimLevel'): Label {
  return (key, language) => {
    const words: Readonly<Record<string, string>> = WORDS[language][list];
    return capitalised(words[key] ?? key);
  };
}

/** `2021-Q1` → `1e kwartaal 2021`. */
function quarterLabel(key: string, language: Language): string {
  const [year = key, quarter = ''] = key.split('-Q');
  return language === 'nl' ? `${quarter}e kwartaal ${year}` : `Q${quarter} ${year}`;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
