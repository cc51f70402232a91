import type { CountryProfile } from './country-profile';
import { plainText } from './rules';

/** A point that is followed by a space parts the letters of an abbreviation: `B. V.` is read as `BV`. */
function words(text: string): string {
  return plainText(text).replace(/(?<=(?:^| )\p{L}) (?=\p{L}(?: |$))/gu, '');
}

/** One search for every legal form of a country, made once: an import asks for every company of a workbook. */
const searches = new WeakMap<CountryProfile, RegExp>();

function legalFormSearch(profile: CountryProfile): RegExp {
  const known = searches.get(profile);
  if (known) return known;
  const forms = profile.legalForms
    .flatMap((form) => form.spellings.map(words))
    .sort((a, b) => b.length - a.length); // `gmbh co kg` before `gmbh`
  const search = new RegExp(`(?<= )(?:${forms.join('|')}) `, 'g');
  searches.set(profile, search);
  return search;
}

/**
 * What is compared when duplicates are sought: `Café-Zuid B.V.` and `CAFE ZUID BV` both give `cafe zuid`.
 * A name that consists of a legal form only stays as it is, lest all such names be one.
 */
export function normaliseCompanyName(profile: CountryProfile, name: string): string {
  const plain = words(name);
  return ` ${plain} `.replace(legalFormSearch(profile), '').trim() || plain;
}
