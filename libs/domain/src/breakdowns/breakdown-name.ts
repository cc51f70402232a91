import { NETHERLANDS } from '../countries/nl';
import { sectorSchemeNamed } from '../countries/sectors';
import type { Breakdown } from '../figures';
import type { Language } from '../vocabulary/languages';
import { WORDS } from '../vocabulary/words';

/** A breakdown as people call it, in the middle of a sentence; by sector with the version of its code: `sector (SBI 2008)`. */
export function breakdownName(by: Breakdown, language: Language, sectorVersion?: string): string {
  const scheme =
    by === 'sector' && sectorVersion !== undefined
      ? sectorSchemeNamed(NETHERLANDS, sectorVersion)
      : undefined;
  return scheme ? `sector (${scheme.name})` : WORDS[language].breakdown[by];
}
