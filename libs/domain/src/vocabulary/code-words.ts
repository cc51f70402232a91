import { NETHERLANDS } from '../countries/nl';
import { findIndicator } from '../indicators/catalogue';
import type { Language } from './languages';
import { WORDS, type Words } from './words';

type WordList = Exclude<keyof Words, 'unknown'>;
const isWordList = (name: string): name is WordList => name !== 'unknown' && Object.hasOwn(WORDS.nl, name);
type Wording = (code: string, language: Language) => string | undefined;

/** Fields that do not bear the name of the closed list their values come from. */
const LISTS: Record<string, WordList> = {
  by: 'breakdown',
  'rounds.status': 'submissionStatus',
  'centres.kind': 'centreKind',
  'centres.type': 'centreType',
  'activities.kind': 'activityKind',
  'outcomes.kind': 'outcomeKind',
  'notes.state': 'noteState',
  'contacts.purpose': 'contactPurpose',
  secondFactorRequiredFor: 'role',
};

const indicator: Wording = (code, language) => findIndicator(code)?.title[language];

/** Codes that are no closed list of the vocabulary. */
const WORDINGS: Record<string, Wording> = {
  indicator,
  indicators: indicator,
  legalForm: (code) => legalFormName(code) ?? undefined,
  province: (code, language) => NETHERLANDS.regions.find((region) => region.code === code)?.name[language],
  country: (code, language) => countryNames(language).of(code),
  scheme: (code) => (code === 'KVK' ? 'KvK' : code),
};

const countries = new Map<Language, Intl.DisplayNames>();
function countryNames(language: Language): Intl.DisplayNames {
  const names = countries.get(language) ?? new Intl.DisplayNames(language, { type: 'region' });
  countries.set(language, names);
  return names;
}

/** A field's code as the word for it; undefined where it is no code that the domain knows. */
export function codeWord(
  language: Language,
  { resource, field, code }: { resource: string; field: string; code: string },
): string | undefined {
  const wording = WORDINGS[field];
  if (wording) return wording(code, language);
  const list = LISTS[`${resource}.${field}`] ?? LISTS[field] ?? field;
  return isWordList(list) ? (WORDS[language][list] as Record<string, string>)[code] : undefined;
}

/** A legal form as people write it; one that the country does not know stays as it is. */
export const legalFormName = (code: string | null): string | null =>
  NETHERLANDS.legalForms.find((form) => form.code === code)?.name ?? code;
