const words = (text: string): string[] => text.split(' ');

const DUTCH_UNITS = words('een twee drie vier vijf zes zeven acht negen');
const DUTCH_TEENS = words('tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien');
const DUTCH_TENS = words('twintig dertig veertig vijftig zestig zeventig tachtig negentig');
const ENGLISH_UNITS = words('one two three four five six seven eight nine');
const ENGLISH_TEENS = words(
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const ENGLISH_TENS = words('twenty thirty forty fifty sixty seventy eighty ninety');

const values = (names: readonly string[], first: number, step = 1): [string, number][] =>
  names.map((name, index) => [name, first + index * step]);

const DUTCH = new Map<string, number>([
  ...values(DUTCH_UNITS, 1),
  ...values(DUTCH_TEENS, 10),
  ...values(DUTCH_TENS, 20, 10),
  ...values(DUTCH_UNITS, 1).flatMap(([unit, one]) =>
    values(DUTCH_TENS, 20, 10).map(([ten, many]): [string, number] => [`${unit}en${ten}`, one + many]),
  ),
]);
const ENGLISH = new Map<string, number>([
  ...values(ENGLISH_UNITS, 1),
  ...values(ENGLISH_TEENS, 10),
  ...values(ENGLISH_TENS, 20, 10),
]);

/** Words that stand behind a number and multiply it, in both languages. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['honderd', 1e2],
  ['hundred', 1e2],
  ['duizend', 1e3],
  ['thousand', 1e3],
  ['miljoen', 1e6],
  ['mln', 1e6],
  ['million', 1e6],
  ['miljard', 1e9],
  ['mld', 1e9],
  ['billion', 1e9],
]);

/** `driehonderdzevenennegentigduizendzevenhonderdzevenennegentig` is the longest; a longer word is not looked at. */
const LONGEST = 64;

/**
 * A Dutch number below a million in one word, without accents: `tweeendertig`, `driehonderdzeventig`, `zesduizend`.
 * `een` is an article and no number.
 */
export function dutchWord(word: string): number | undefined {
  if (word.length > LONGEST || word === 'een') return undefined;
  return multiplied(word, 'duizend', 1000, (part) =>
    multiplied(part, 'honderd', 100, (one) => DUTCH.get(one)),
  );
}

/** `[MANY]honderd[en][FEW]`, where either may be missing. */
function multiplied(
  word: string,
  scale: string,
  factor: number,
  read: (part: string) => number | undefined,
): number | undefined {
  const place = word.indexOf(scale);
  if (place < 0) return read(word);
  const many = place === 0 ? 1 : read(word.slice(0, place));
  const after = word.slice(place + scale.length);
  const few = after === '' ? 0 : (read(after) ?? (after.startsWith('en') ? read(after.slice(2)) : undefined));
  if (many === undefined || few === undefined || few >= factor) return undefined;
  return many * factor + few;
}

/** An English number below a hundred without a hyphen. `one` only adds to others, and `ten` is a Dutch word too. */
export function englishWord(word: string, isEnglish: boolean): number | undefined {
  return isEnglish || (word !== 'one' && word !== 'ten') ? ENGLISH.get(word) : undefined;
}
