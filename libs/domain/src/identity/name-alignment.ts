import { readWord, standsFor, type NameWord } from './company-name';
import { compareWords, sameWords, type WordLikeness } from './word-similarity';

interface Pair {
  left: NameWord;
  right: NameWord;
  likeness: WordLikeness;
}

export interface Alignment {
  pairs: Pair[];
  joined: Joined[];
  left: NameWord[];
  right: NameWord[];
}

/**
 * Pairs the words of two names whatever their order: first the same ones, then those that one of the names writes as
 * one, then the most alike of what is left.
 */
export function align(left: readonly NameWord[], right: readonly NameWord[]): Alignment {
  const same = pairWords(left, right, sameWords);
  const one = joinedWords(same.left, same.right);
  const other = joinedWords(one.parts, one.wholes);
  const alike = takenApart(pairWords(other.wholes, other.parts, compareWords));
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

/** A word that is two or three words of the other name, written together. */
interface Joined {
  whole: NameWord;
  parts: NameWord[];
}

/** `starlight` is `star light`, and `light star` too: who writes words together may also have turned them round. */
function joinedWords(wholes: readonly NameWord[], parts: readonly NameWord[]) {
  const left = { wholes: [...wholes], parts: [...parts], joined: [] as Joined[] };
  for (const whole of wholes) {
    const found = partsOf(whole, left.parts);
    if (!found) continue;
    left.parts = left.parts.filter((part) => !found.includes(part));
    left.wholes = left.wholes.filter((word) => word !== whole);
    left.joined.push({ whole, parts: found });
  }
  return left;
}

function partsOf({ text: whole }: NameWord, words: readonly NameWord[]): NameWord[] | undefined {
  for (let length = Math.min(3, words.length); length > 1; length -= 1)
    for (let at = 0; at + length <= words.length; at += 1) {
      const parts = words.slice(at, at + length);
      const texts = parts.map(({ text }) => text);
      if (texts.join('') === whole || texts.reverse().join('') === whole) return parts;
    }
  return undefined;
}

/** Fewer letters are the beginning and the end of very many words. */
const SHORTEST_PART = 4;

/**
 * `Ramshaweorchards` beside `Ramshaw Orchards`: where one name has a word more, and a word of it begins or ends one of the
 * other name, that is two words which were written together. What is left of it is compared with what is left of the other,
 * so that it is another spelling of it, or another firm of the same family.
 */
function takenApart(found: Pairing): Pairing {
  const other = turned(found);
  const [[straight], [across]] = [wholesOf(found), wholesOf(other)];
  if (straight && (!across || byPart(straight, across) <= 0)) return apart(found, straight);
  return across ? turned(apart(other, across)) : found;
}

/** A word of the left in which one of the right may stand, with what else it has. */
interface Whole {
  whole: NameWord;
  part: NameWord;
  rest: NameWord;
}

/** The likeliest first, whatever the order of the words, and whichever name is the left one. */
const byPart = (one: Whole, other: Whole): number =>
  other.part.text.length - one.part.text.length ||
  (textOf(one) < textOf(other) ? -1 : textOf(one) > textOf(other) ? 1 : 0);

const textOf = ({ part, whole }: Whole): string => `${part.text} ${whole.text}`;

function wholesOf({ pairs, left, right }: Pairing): Whole[] {
  const abbreviated = pairs.filter(({ likeness: { by } }) => by === 'abbreviation');
  const candidates = [
    ...abbreviated.map((pair) => ({ whole: pair.left, part: pair.right })),
    ...left.flatMap((whole) => right.map((part) => ({ whole, part }))),
  ];
  return candidates
    .flatMap(({ whole, part }) => {
      const hasMore = right.some((word) => word !== part && standsFor(word));
      const rest = hasMore ? restOf(whole, part) : undefined;
      return rest ? [{ whole, part, rest }] : [];
    })
    .sort(byPart);
}

/** What a word has before or after another one, read as a word. */
function restOf({ text: whole }: NameWord, { text: part }: NameWord): NameWord | undefined {
  if (part.length < SHORTEST_PART || whole.length < part.length + SHORTEST_PART) return undefined;
  if (whole.startsWith(part)) return readWord(whole.slice(part.length));
  return whole.endsWith(part) ? readWord(whole.slice(0, -part.length)) : undefined;
}

/** The same with a word of the left taken apart. */
function apart({ pairs, left, right }: Pairing, { whole, part, rest }: Whole): Pairing {
  const again = pairWords(
    [...left.filter((word) => word !== whole), rest],
    right.filter((word) => word !== part),
    compareWords,
  );
  const others = pairs.filter((pair) => pair.left !== whole);
  const shared: Pair = { left: part, right: part, likeness: { likeness: 1, by: 'same' } };
  return { ...again, pairs: [...others, shared, ...again.pairs] };
}

const turned = ({ pairs, left, right }: Pairing): Pairing => ({
  pairs: pairs.map((pair) => ({ left: pair.right, right: pair.left, likeness: pair.likeness })),
  ...{ left: right, right: left },
});
