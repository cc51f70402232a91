import type { Language } from '../vocabulary/languages';
import { countedOf, isCounted } from '../vocabulary/record-names';
import type { ErrorCode } from './error-codes';
import { ERROR_SENTENCES } from './sentence-catalogue';
import { namedWord } from './named-words';

/** What an error is about, as the API answers it: dates, codes and counts as text, by their names. */
export type ErrorAbout = Readonly<Record<string, string>>;

/** What happened, by what, and what one can do, for people: with what is known of it, else in general. */
export function errorSentence(code: ErrorCode, about: ErrorAbout, language: Language): string {
  const sentence: { nl: string; en: string; known?: { nl: string; en: string } } = ERROR_SENTENCES[code];
  const words = wordsOf(about, language);
  const known = sentence.known?.[language];
  const isKnown = known !== undefined && namesIn(known).every((name) => words.has(name));
  return isKnown ? filledIn(known, words) : sentence[language];
}

/** The names between braces. */
const namesIn = (template: string): string[] =>
  template
    .split('{')
    .slice(1)
    .map((part) => part.slice(0, part.indexOf('}')));

function filledIn(template: string, words: ReadonlyMap<string, string>): string {
  return namesIn(template).reduce(
    (text, name) => text.replace(`{${name}}`, () => words.get(name) ?? ''),
    template,
  );
}

function wordsOf(about: ErrorAbout, language: Language): Map<string, string> {
  const words = new Map(
    Object.entries(about).map(([name, value]) => [name, namedWord(name, value, language)]),
  );
  const counts = Object.entries(about)
    .filter(([resource, count]) => isCounted(resource) && Number(count) > 0)
    .map(([resource, count]) => countedOf(language, resource, Number(count)));
  if (counts.length > 0) words.set('dependants', counts.join(', '));
  return words;
}
