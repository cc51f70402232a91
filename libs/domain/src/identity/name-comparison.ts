import { standsFor, type ComparableName, type NameWord } from './company-name';
import { align, type Alignment } from './name-alignment';
import type { WordLikeness } from './word-similarity';

export type NameReason =
  | 'SAME_NAME'
  | 'SAME_WORDS'
  | 'SIMILAR_WORDS'
  | 'ABBREVIATED_WORDS'
  | 'ACRONYM'
  | 'JOINED_WORDS'
  | 'TELLING_WORD_ONE_SIDE'
  | 'OTHER_WORDS'
  | 'OTHER_LEGAL_FORM';

/** One piece of evidence: what was seen, of which words, and how much it weighs in bits (negative: against). */
export interface Evidence<Code extends string = string> {
  code: Code;
  /** The words that it is about, as they stand in the names. */
  words: string;
  weight: number;
}

/** How much a word tells in the set that is compared, in bits; the word's own estimate where nothing is known. */
export type WordBits = (word: NameWord) => number;

export const WHOLE_NAME = 4;
const AGAINST_TELLING = -6;
const AGAINST_NUMBER = -7;
const AGAINST_COMMON = -1.8;
const AGAINST_COMMON_BOTH = -5;
const AGAINST_OWN = -5;
const AGAINST_OWN_BOTH = -8;

/** What two names say of whether they are one company's. Symmetric but for the order of words in its reasons. */
export function compareNames(
  left: ComparableName,
  right: ComparableName,
  bitsOf: WordBits = ({ bits }) => bits,
): Evidence<NameReason>[] {
  // A name of signs alone says nothing.
  if (left.key === '' || right.key === '') return [];
  if (left.key === right.key) {
    return [sameName(left, right, bitsOf), ...legalForms(left, right)];
  }
  const acronym = acronymOf(left, right);
  if (acronym !== undefined) return [acronym, ...legalForms(left, right)];
  const aligned = align(left.words, right.words);
  return [...agreements(aligned, bitsOf), ...leftOvers(aligned), ...legalForms(left, right)];
}

function sameName(left: ComparableName, right: ComparableName, bitsOf: WordBits): Evidence<NameReason> {
  const bitsIn = ({ words }: ComparableName): number => words.reduce((sum, word) => sum + bitsOf(word), 0);
  // One of them may have an article more. Also a name of common words alone is somebody's name.
  const weight = Math.max(Math.min(bitsIn(left), bitsIn(right)), 6) + WHOLE_NAME;
  return { code: 'SAME_NAME', words: textOf(left.words), weight };
}

/** How much of what a word tells is told by one that is so much like it. */
export const shareOf = ({ likeness }: WordLikeness): number => Math.max(0, (likeness - 0.5) / 0.5);
const OF_JOINED = 0.9;

function agreements({ pairs, joined, left, right }: Alignment, bitsOf: WordBits): Evidence<NameReason>[] {
  const code = (by: WordLikeness['by']): NameReason =>
    by === 'abbreviation' ? 'ABBREVIATED_WORDS' : by === 'spelling' ? 'SIMILAR_WORDS' : 'SAME_WORDS';
  const weights = new Map<NameReason, { words: string[]; weight: number }>();
  const add = (reason: NameReason, word: string, weight: number): void => {
    const known = weights.get(reason) ?? { words: [], weight: 0 };
    weights.set(reason, { words: [...known.words, word], weight: known.weight + weight });
  };
  for (const { left: one, right: other, likeness } of pairs) {
    const bits = Math.min(bitsOf(one), bitsOf(other));
    add(code(likeness.by), one.text, bits * shareOf(likeness));
  }
  for (const { whole, parts } of joined) {
    const bits = parts.reduce((sum, part) => sum + bitsOf(part), 0);
    add('JOINED_WORDS', whole.text, bits * OF_JOINED);
  }
  const isWhole =
    [...left, ...right].every(({ role }) => role === 'filler') &&
    pairs.every(({ likeness: { by } }) => by === 'same' || by === 'language');
  const found = [...weights].map(([reason, { words, weight }]) => ({
    code: reason,
    words: words.join(' '),
    weight,
  }));
  const [first] = found;
  if (first && isWhole) first.weight += WHOLE_NAME;
  return found;
}

/** Words that only one of the names has; where each has some, they are two different words in the same place. */
function leftOvers({ left, right }: Alignment): Evidence<NameReason>[] {
  const isBoth = [left, right].every((words) => words.some(standsFor));
  const telling = [...left, ...right].filter(({ tells }) => tells);
  const others = [...left, ...right].filter(({ tells, role }) => !tells && role !== 'filler');
  const against = (code: NameReason, words: readonly NameWord[]) =>
    words.length === 0
      ? []
      : [
          {
            code,
            words: textOf(words),
            weight: words.reduce((sum, word) => sum + leftOver(word, isBoth), 0),
          },
        ];
  return [...against('TELLING_WORD_ONE_SIDE', telling), ...against('OTHER_WORDS', others)];
}

/** What a word says that only one of the names has. @param isBoth whether each of them has such a word that stands for it */
export function leftOver({ role, tells, bits }: NameWord, isBoth: boolean): number {
  if (role === 'filler') return 0;
  if (tells) return role === 'number' ? AGAINST_NUMBER : AGAINST_TELLING;
  if (role === 'common') return isBoth ? AGAINST_COMMON_BOTH : AGAINST_COMMON;
  return (isBoth ? AGAINST_OWN_BOTH : AGAINST_OWN) * Math.min(1, bits / 8);
}

/** `abn` for `Algemene Bank Nederland`: one name is the first letters of the other's words. */
export function acronymOf(left: ComparableName, right: ComparableName): Evidence<NameReason> | undefined {
  if (left.words.length > 1 && right.words.length > 1) return undefined;
  for (const [short, long] of [
    [left, right],
    [right, left],
  ] as const) {
    const [word, ...more] = short.words;
    if (!word || more.length > 0 || word.text.length < 2 || long.words.length < 2) continue;
    if (!long.initials.includes(word.text)) continue;
    // Two letters are the initials of very many names; five are of hardly any other.
    return { code: 'ACRONYM', words: word.text, weight: [0, 0, -3, 3, 7, 11][word.text.length] ?? 12 };
  }
  return undefined;
}

function legalForms(left: ComparableName, right: ComparableName): Evidence<NameReason>[] {
  const [one, other] = [left.forms[0], right.forms[0]];
  if (!one || !other || one === other) return [];
  const apart =
    one.countries.length > 0 &&
    other.countries.length > 0 &&
    !one.countries.some((country) => other.countries.includes(country));
  const weight = apart ? -1 : one.kind === other.kind ? 0 : -0.5;
  return weight === 0 ? [] : [{ code: 'OTHER_LEGAL_FORM', words: '', weight }];
}

const textOf = (words: readonly NameWord[]): string => words.map(({ text }) => text).join(' ');
