import type { Language, Localised } from '../vocabulary/languages';
import type { MatchReason } from './company-comparison';
import type { Evidence } from './name-comparison';

/** What each piece of evidence says to people; `{words}` are the words that it is about. */
const TEXTS: Record<MatchReason, Localised> = {
  SAME_NAME: { nl: 'Zelfde naam', en: 'Same name' },
  SAME_WORDS: { nl: 'Zelfde woorden: {words}', en: 'Same words: {words}' },
  SIMILAR_WORDS: { nl: 'Bijna dezelfde spelling: {words}', en: 'Nearly the same spelling: {words}' },
  ABBREVIATED_WORDS: { nl: 'Afgekort: {words}', en: 'Abbreviated: {words}' },
  ACRONYM: { nl: '{words} zijn de beginletters', en: '{words} are the initials' },
  JOINED_WORDS: { nl: 'Aaneengeschreven: {words}', en: 'Written as one word: {words}' },
  TELLING_WORD_ONE_SIDE: {
    nl: 'Alleen bij één van de twee: {words}',
    en: 'Only one of the two says: {words}',
  },
  OTHER_WORDS: { nl: 'Andere woorden: {words}', en: 'Other words: {words}' },
  OTHER_LEGAL_FORM: { nl: 'Andere rechtsvorm', en: 'Another legal form' },
  SAME_NUMBER: { nl: 'Zelfde nummer', en: 'Same number' },
  OTHER_NUMBER: { nl: 'Ander nummer', en: 'Another number' },
  SAME_POSTCODE: { nl: 'Zelfde postcode', en: 'Same postcode' },
  OTHER_POSTCODE: { nl: 'Andere postcode', en: 'Another postcode' },
  SAME_TOWN: { nl: 'Zelfde plaats', en: 'Same town' },
  OTHER_TOWN: { nl: 'Andere plaats', en: 'Another town' },
  SAME_STREET: { nl: 'Zelfde adres', en: 'Same address' },
  OTHER_STREET: { nl: 'Ander adres', en: 'Another address' },
  SAME_WEBSITE: { nl: 'Zelfde website', en: 'Same website' },
  OTHER_WEBSITE: { nl: 'Andere website', en: 'Another website' },
  SAME_PHONE: { nl: 'Zelfde telefoonnummer', en: 'Same telephone number' },
  OTHER_COUNTRY: { nl: 'Ander land', en: 'Another country' },
  COMMON_NAME: {
    nl: 'De naam staat bij {words} adressen in de lijst',
    en: 'The name stands at {words} addresses in the list',
  },
  BETTER_MATCH: {
    nl: 'Eén van de twee is eerder een ander bedrijf in de lijst',
    en: 'One of the two is more likely another company in the list',
  },
  EARLIER_DECISIONS: { nl: 'Eerdere besluiten over paren', en: 'Earlier decisions on pairs' },
};

/** A reason as a sentence of the reader's language. */
const matchReasonText = ({ code, words }: Evidence<MatchReason>, language: Language): string =>
  TEXTS[code][language].split('{words}').join(words);

/** A reason as it is told: in words of the reader's language, and its weight in bits to the hundredth. */
export const toldReason = (
  reason: Evidence<MatchReason>,
  language: Language,
): { code: MatchReason; text: string; weight: number } => ({
  code: reason.code,
  text: matchReasonText(reason, language),
  weight: hundredthsOfBits(reason.weight),
});

export const hundredthsOfBits = (bits: number): number => Math.round(bits * 100) / 100;
