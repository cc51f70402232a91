import { foldText } from '../text/folded-text';
import type { CompanyNumberScheme, CountryProfile, LegalForm, Region } from './country-profile';

/** What follows from a country profile, the same for every country. */

export interface ReadCompanyNumber {
  number: string;
  /** Leading zeros were added, which deserves a warning. */
  padded: boolean;
}

/** The number as it is stored, or undefined where it cannot be one. */
export function readCompanyNumber(scheme: CompanyNumberScheme, text: string): ReadCompanyNumber | undefined {
  const trimmed = text.trim();
  const padded = scheme.padTo !== undefined && /^[0-9]+$/.test(trimmed) && trimmed.length < scheme.padTo;
  const number = padded ? trimmed.padStart(scheme.padTo ?? 0, '0') : trimmed;
  return scheme.pattern.test(number) ? { number, padded } : undefined;
}

/** `7821aa` → `7821 AA`; undefined where it is no postcode of the country. */
export function readPostcode(profile: CountryProfile, text: string): string | undefined {
  const normalised = profile.postcode.normalise(text);
  return profile.postcode.pattern.test(normalised) ? normalised : undefined;
}

/** A region by its code or by a name that people write for it, in any language of the profile. */
export function findRegion(profile: CountryProfile, text: string): Region | undefined {
  const code = text.trim().toUpperCase();
  const name = foldText(text);
  return profile.regions.find(
    (region) =>
      region.code === code ||
      [...Object.values(region.name), ...(region.aliases ?? [])].some((known) => foldText(known) === name),
  );
}

/** A legal form by its code, its name or a spelling. */
export function findLegalForm(profile: CountryProfile, text: string): LegalForm | undefined {
  const plain = foldText(text);
  return profile.legalForms.find((form) =>
    [form.code, form.name, ...form.spellings].some((known) => foldText(known) === plain),
  );
}

const COUNTRY_NAMES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** ISO 3166-1 alpha-2, in capitals. */
export const isCountry = (text: string): boolean =>
  /^[A-Z]{2}$/.test(text) && COUNTRY_NAMES.of(text) !== undefined;
