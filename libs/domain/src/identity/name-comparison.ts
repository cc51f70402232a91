import type { ComparableName, NameWord } from './company-name';
import { compareWords, sameWords, type WordLikeness } from './word-similarity';

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

interface Pair {
  left: NameWord;
  right: NameWord;
  likeness: WordLikeness;
}

interface Alignment {
  pairs: Pair[];
  joined: NameWord[];
  left: NameWord[];
  right: NameWord[];
}

/** What two names say of whether they are one company's. Symmetric but for the order of words in its reasons. */
export function compareNames(
  left: ComparableName,
  right: ComparableName,
  bitsOf: WordBits = ({ bits }) => bits,
): Evidence<NameReason>[] {
  // A name of signs alone says nothing.
  if (left.key === '' || right.key === '') return [];
  if (left.key === right.key) {
    return [sameName(left, bitsOf), ...legalForms(left, right)];
  }
  const acronym = acronymOf(left, right);
  if (acronym !== undefined) return [acronym, ...legalForms(left, right)];
  const aligned = align(left.words, right.words);
  return [...agreements(aligned, bitsOf), ...leftOvers(aligned), ...legalForms(left, right)];
}

function sameName(name: ComparableName, bitsOf: WordBits): Evidence<NameReason> {
  const bits = name.words.reduce((sum, word) => sum + bitsOf(word), 0);
  // Also a name of common words alone is somebody's name.
  return { code: 'SAME_NAME', words: textOf(name.words), weight: Math.max(bits, 6) + WHOLE_NAME };
}

/**
 * Pairs the words of two names whatever their order: first the same ones, then those that one of the names writes as
 * one, then the most alike of what is left.
 */
function align(left: readonly NameWord[], right: readonly NameWord[]): Alignment {
  const same = pairWords(left, right, sameWords);
  const one = joinedWords(same.left, same.right);
  const other = joinedWords(one.parts, one.wholes);
  const alike = pairWords(other.wholes, other.parts, compareWords);
  return {
    pairs: [...same.pairs, ...alike.pairs],
    joined: [...one.joined, ...other.joined],
    left: alike.left,
    right: alike.right,
  };
}

type Pairing = Omit<Alignment, 'joined'>;

/** The most alike words first, each at most once; of equals those that stand at about the same place. */
function pairWords(
  left: readonly NameWord[],
  right: readonly NameWord[],
  likenessOf: (one: NameWord, other: NameWord) => WordLikeness | undefined,
): Pairing {
  const candidates: { pair: Pair; row: number; column: number }[] = [];
  for (const [row, one] of left.entries())
    for (const [column, other] of right.entries()) {
      const likeness = likenessOf(one, other);
      if (likeness) candidates.push({ pair: { left: one, right: other, likeness }, row, column });
    }
  if (candidates.length === 0) return { pairs: [], left: [...left], right: [...right] };
  candidates.sort(
    (a, b) =>
      b.pair.likeness.likeness - a.pair.likeness.likeness ||
      Math.abs(a.row - a.column) - Math.abs(b.row - b.column) ||
      a.row + a.column - b.row - b.column,
  );
  const [rows, columns] = [new Set<number>(), new Set<number>()];
  const pairs: Pair[] = [];
  for (const { pair, row, column } of candidates) {
    if (rows.has(row) || columns.has(column)) continue;
    rows.add(row);
    columns.add(column);
    pairs.push(pair);
  }
  return { pairs, left: without(left, rows), right: without(right, columns) };
}

const without = (words: readonly NameWord[], taken: ReadonlySet<number>): NameWord[] =>
  words.filter((_, index) => !taken.has(index));

/** `starlight` is `star light`: a word that is two or three words of the other name, written together. */
function joinedWords(wholes: readonly NameWord[], parts: readonly NameWord[]) {
  const left = { wholes: [...wholes], parts: [...parts], joined: [] as NameWord[] };
  for (const whole of wholes) {
    for (let length = Math.min(3, left.parts.length); length > 1; length -= 1) {
      const at = left.parts.findIndex(
        (_, index) =>
          left.parts
            .slice(index, index + length)
            .map(({ text }) => text)
            .join('') === whole.text,
      );
      if (at < 0) continue;
      left.parts.splice(at, length);
      left.wholes = left.wholes.filter((word) => word !== whole);
      left.joined.push(whole);
      break;
    }
  }
  return left;
}

/** How much of what a word tells is told by one that is so much like it. */
export const shareOf = ({ likeness }: WordLikeness): number => Math.max(0, (likeness - 0.5) / 0.5);
export const OF_JOINED = 0.9;

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
  for (const word of joined) add('JOINED_WORDS', word.text, bitsOf(word) * OF_JOINED);
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

/** Whether it stands for a firm or its trade, so that another such word in its place is another firm. */
export const standsFor = ({ role, tells }: NameWord): boolean =>
  !tells && (role === 'own' || role === 'common');

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
