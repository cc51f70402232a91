import type { NameWord } from './company-name';

/** How alike two words are (0 to 1), and by what. */
export interface WordLikeness {
  readonly likeness: number;
  readonly by: 'same' | 'language' | 'abbreviation' | 'spelling';
}

const SHORTEST_ABBREVIATION = 2;
const SHORTEST_MISSPELT = 4;

/** Compares two words that are written the same, or are the same word of two languages; undefined when they are not. */
export function sameWords(left: NameWord, right: NameWord): WordLikeness | undefined {
  if (left.text === right.text) return SAME;
  return left.canonical === right.canonical ? OF_LANGUAGES : undefined;
}

const SAME: WordLikeness = { likeness: 1, by: 'same' };
const OF_LANGUAGES: WordLikeness = { likeness: 0.95, by: 'language' };

/** Compares two words; undefined when they are different words. Time is bounded by the product of their lengths, ≤ 40 letters each. */
export function compareWords(left: NameWord, right: NameWord): WordLikeness | undefined {
  const same = sameWords(left, right);
  if (same || left.role === 'number' || right.role === 'number') return same;
  return spelling(left, right) ?? abbreviation(left, right) ?? plural(left, right);
}

/** A form of the other word: endings of plurals and of adjectives. */
function plural({ text: left }: NameWord, { text: right }: NameWord): WordLikeness | undefined {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  const isLonger = short.length >= 3 && long.length <= short.length + 2 && long.startsWith(short);
  return isLonger && ENDINGS.has(long.slice(short.length)) ? { likeness: 0.9, by: 'spelling' } : undefined;
}

const ENDINGS = new Set(['s', 'es', 'en', 'e', 'n', 'er']);

/** `log` for `logistics`, `pkg` for `packaging`: the word's beginning, or its consonants in their order. */
function abbreviation(one: NameWord, other: NameWord): WordLikeness | undefined {
  const [shorter, longer] = one.text.length < other.text.length ? [one, other] : [other, one];
  if ((shorter.letters & ~longer.letters) !== 0) return undefined;
  const [short, long] = [shorter.text, longer.text];
  if (short.length < SHORTEST_ABBREVIATION || long.length < short.length + 2) return undefined;
  if (long.startsWith(short)) return { likeness: short.length >= 4 ? 0.85 : 0.7, by: 'abbreviation' };
  const isContraction =
    short.length >= 3 &&
    long.startsWith(short.charAt(0)) &&
    !/[aeiou]/u.test(short.slice(1)) &&
    isWithin(short, long);
  return isContraction ? { likeness: 0.7, by: 'abbreviation' } : undefined;
}

function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

const MOST_LETTERS = 40;

/** A letter typed wrongly, left out, doubled or exchanged with its neighbour: one in five, and never the whole of a short word. */
function spelling(one: NameWord, other: NameWord): WordLikeness | undefined {
  const [left, right] = [one.text, other.text];
  const longest = Math.max(left.length, right.length);
  const shortest = Math.min(left.length, right.length);
  if (shortest < SHORTEST_MISSPELT || longest > MOST_LETTERS) return undefined;
  const allowed = longest >= 10 ? 2 : 1;
  if (longest - shortest > allowed || lettersApart(one.letters, other.letters) > 2 * allowed)
    return undefined;
  if (/[0-9]/u.test(left) || /[0-9]/u.test(right)) return undefined;
  const distance = editDistance(left, right, allowed);
  if (distance > allowed) return undefined;
  // People rarely mistake the first letter of a name: another one is most often another name.
  const first = right.startsWith(left.charAt(0)) ? 0 : 0.15;
  return { likeness: 1 - distance * (longest >= 8 ? 0.08 : 0.17) - first, by: 'spelling' };
}

interface Rows {
  before: Uint8Array;
  above: Uint8Array;
  current: Uint8Array;
}

const aRow = (): Uint8Array => new Uint8Array(MOST_LETTERS + 1);
/** The rows of the table that is filled, used again: words are compared by the million. */
const ROWS: Rows = { before: aRow(), above: aRow(), current: aRow() };

/** Optimal string alignment (Damerau and Levenshtein) of two words of at most 40 letters, given up beyond `most`. */
function editDistance(left: string, right: string, most: number): number {
  let { before, above, current } = ROWS;
  for (let column = 0; column <= right.length; column += 1) above[column] = column;
  for (let row = 1; row <= left.length; row += 1) {
    if (fillRow(left, row, right, { before, above, current }) > most) return most + 1;
    [before, above, current] = [above, current, before];
  }
  return above[right.length] ?? 0;
}

/** What it takes to come from the first letters of one word to any first letters of the other. Returns the least. */
function fillRow(left: string, row: number, right: string, { before, above, current }: Rows): number {
  const letter = left.charCodeAt(row - 1);
  const former = row > 1 ? left.charCodeAt(row - 2) : -1;
  current[0] = row;
  let least = row;
  for (let column = 1; column <= right.length; column += 1) {
    const other = right.charCodeAt(column - 1);
    let cost = Math.min(
      (above[column] ?? 0) + 1,
      (current[column - 1] ?? 0) + 1,
      (above[column - 1] ?? 0) + (letter === other ? 0 : 1),
    );
    if (column > 1 && former === other && letter === right.charCodeAt(column - 2))
      cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
    current[column] = cost;
    least = Math.min(least, cost);
  }
  return least;
}

/** How many letters stand in one of two words alone: each mistake puts in, leaves out or exchanges one. */
function lettersApart(left: number, right: number): number {
  let count = 0;
  for (let apart = left ^ right; apart !== 0; apart &= apart - 1) count += 1;
  return count;
}
