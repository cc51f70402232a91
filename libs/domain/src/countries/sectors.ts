import { foldText } from '../text/folded-text';
import type { Language } from '../vocabulary/languages';
import type { CountryProfile, SectorScheme, SectorSection } from './country-profile';

/** What follows from the sector codes of a country profile, the same for every country. */

type Schemes = Pick<CountryProfile, 'sectorSchemes'>;

/** A version of the sector code by how a question names it, such as `2008`. */
export const sectorSchemeNamed = ({ sectorSchemes }: Schemes, version: string): SectorScheme | undefined =>
  sectorSchemes.find((scheme) => scheme.version === version);

/** A version by its code, its name or its year, as people write it: `SBI2008`, `sbi 2008`, `2008`. */
export function findSectorScheme({ sectorSchemes }: Schemes, text: string): SectorScheme | undefined {
  const plain = (one: string): string => foldText(one).replace(/ /g, '');
  return sectorSchemes.find(({ code, name, version }) =>
    [code, name, version].some((known) => plain(known) === plain(text)),
  );
}

/** The version of a code of which nobody said it: the oldest, which people meant while there was no other. */
export function schemeOfUnversioned({ sectorSchemes: [oldest] }: Schemes): SectorScheme {
  if (!oldest) throw new Error('The country has no sector code');
  return oldest;
}

/** The divisions of a section, as the first two digits of its codes: `05` to `09`. */
export function divisionsOf({ divisions: [first, last] }: SectorSection): string[] {
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, index) => String(Number(first) + index).padStart(2, '0'));
}

/** The section in which a code of this version lies; undefined where it is no code of it. */
export function sectionOf({ sections }: SectorScheme, code: string): SectorSection | undefined {
  const division = code.slice(0, 2);
  return sections.find((section) => divisionsOf(section).includes(division));
}

/** `C – Industrie`; undefined where the version has no such section. */
export function sectionLabel(
  { sections }: SectorScheme,
  code: string,
  language: Language,
): string | undefined {
  const section = sections.find((one) => one.code === code);
  return section && `${section.code} – ${section.name[language]}`;
}
