import { comparableWords } from './comparable-text';
import { withoutLegalForm, type LegalFormWords } from './legal-forms';
import { canonicalWord, COMMON_WORDS, FILLERS, TELLING_WORDS } from './name-vocabulary';

/** What agreeing on a word tells: nothing, little, much, or which firm of a group it is. */
type WordRole = 'filler' | 'common' | 'own' | 'number';

export interface NameWord {
  /** As it stands in the name. */
  text: string;
  /** What it is compared by. */
  canonical: string;
  role: WordRole;
  /** Missing on the other side it speaks of another firm. */
  tells: boolean;
  /** How much agreeing on it tells, in bits, before it is known how often it occurs. */
  bits: number;
  /** Which letters it has, as bits; those beyond the alphabet, and digits, share them. */
  letters: number;
}

export interface ComparableName {
  words: readonly NameWord[];
  forms: readonly LegalFormWords[];
  /** The words in an order of their own, as one text: equal texts are equal names. */
  key: string;
  /** The first letters of its words, with and without fillers. */
  initials: readonly string[];
}

const BITS: Record<WordRole, number> = { filler: 0.2, common: 3, own: 10, number: 6 };
/** Short words of one's own agree more often by chance. */
const BITS_OF_LENGTH = [0, 2, 4, 6.5, 8.5];
const MOST_WORDS = 24;

/** Reads a company's name once, for all comparisons with others. Takes time linear in its length, up to 24 words. */
export function readCompanyName(name: string): ComparableName {
  const { words: texts, forms } = withoutLegalForm(comparableWords(name).slice(0, MOST_WORDS));
  const words = texts.map(readWord);
  const spoken = words.filter(({ role }) => role !== 'filler');
  const compared = spoken.length > 0 ? words.filter(({ text }) => text !== 'and') : words;
  return {
    words: compared,
    forms,
    key: (spoken.length > 0 ? spoken : words)
      .map(({ canonical }) => canonical)
      .sort()
      .join(' '),
    initials: [...new Set([...initialsOf(words), ...initialsOf(invertedWords(name))])],
  };
}

/** `Textiles, Penhale Ltd` is Penhale Textiles, as catalogues write it. */
function invertedWords(name: string): NameWord[] {
  const [before = '', after, ...more] = name.split(',', 3);
  if (after === undefined || more.length > 0) return [];
  const texts = [...withoutLegalForm(comparableWords(after)).words, ...comparableWords(before)];
  return texts.slice(0, MOST_WORDS).map(readWord);
}

export function readWord(text: string): NameWord {
  const known = canonicalWord(text);
  const role = roleOf(text, known);
  // In Dutch names the two are one letter.
  const canonical = known.split('ij').join('y');
  const bits = role === 'own' ? (BITS_OF_LENGTH[text.length] ?? BITS.own) : BITS[role];
  const tells = role === 'number' || TELLING_WORDS.has(known);
  return { text, canonical, role, tells, bits, letters: lettersOf(text) };
}

function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

function roleOf(text: string, canonical: string): WordRole {
  if (FILLERS.has(text)) return 'filler';
  if (/^[0-9]+$/u.test(text)) return 'number';
  return COMMON_WORDS.has(canonical) || TELLING_WORDS.has(canonical) ? 'common' : 'own';
}

function initialsOf(words: readonly NameWord[]): string[] {
  const firstsOf = (some: readonly NameWord[]): string => some.map(({ text }) => text[0] ?? '').join('');
  const [all, spoken] = [firstsOf(words), firstsOf(words.filter(({ role }) => role !== 'filler'))];
  return [...new Set([all, spoken])].filter((letters) => letters.length > 1);
}

/** Whether it stands for a firm or its trade, so that another such word in its place is another firm. */
export const standsFor = ({ role, tells }: NameWord): boolean =>
  !tells && (role === 'own' || role === 'common');
