import type { CountryProfile } from './country-profile';
import { foldText } from '../text/folded-text';

/** A point that is followed by a space parts the letters of an abbreviation: `B. V.` is read as `BV`. */
function words(text: string): string {
  return foldText(text).replace(/(?<=(?:^| )\p{L}) (?=\p{L}(?: |$))/gu, '');
}

/** Legal forms as words, the longest first (`gmbh co kg` before `gmbh`), by their first word. */
type LegalForms = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Made once for a country: an import asks for every company of a workbook. */
const known = new WeakMap<CountryProfile, LegalForms>();

function legalFormsOf(profile: CountryProfile): LegalForms {
  const made = known.get(profile);
  if (made) return made;
  const forms = profile.legalForms
    .flatMap((form) => form.spellings.map((spelling) => words(spelling).split(' ')))
    .sort((a, b) => b.length - a.length);
  const byFirst = new Map<string, string[][]>();
  for (const form of forms) {
    const [first = ''] = form;
    byFirst.set(first, [...(byFirst.get(first) ?? []), form]);
  }
  known.set(profile, byFirst);
  return byFirst;
}

/**
 * What is compared when duplicates are sought: `Café-Zuid B.V.` and `CAFE ZUID BV` both give `cafe zuid`.
 * A name that consists of a legal form only stays as it is, lest all such names be one.
 */
export function normaliseCompanyName(profile: CountryProfile, name: string): string {
  const plain = words(name);
  const parts = plain.split(' ');
  const forms = legalFormsOf(profile);
  const kept: string[] = [];
  for (let at = 0; at < parts.length;) {
    const form = forms
      .get(parts[at] ?? '')
      ?.find((one) => one.every((word, index) => word === parts[at + index]));
    if (!form) kept.push(parts[at] ?? '');
    at += form?.length ?? 1;
  }
  return kept.join(' ') || plain;
}
