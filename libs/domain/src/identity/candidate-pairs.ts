import type { ComparableCompany } from './company-comparison';
import type { NameWord } from './company-name';
import type { WordBits } from './name-comparison';

/** Two places in a list, the smaller first. */
export type PairOfPlaces = readonly [number, number];

/** A block larger than this says nothing: its pairs are found by rarer keys, or not at all. */
const LARGEST_BLOCK = 60;
const MOST_NEIGHBOURS = 12;

/**
 * The pairs of a list that are worth comparing: those that share a key, such as a number, a rare word or an address.
 * The same whatever the order of the list: blocks are sorted, and only their size decides. Grows with the length of the
 * list times the size of a block, never with its square.
 */
export function candidatePairs(companies: readonly ComparableCompany[], bitsOf: WordBits): PairOfPlaces[] {
  const blocks = new Map<string, number[]>();
  companies.forEach((company, place) => {
    for (const key of new Set(keysOf(company, bitsOf))) {
      const block = blocks.get(key);
      if (block) block.push(place);
      else blocks.set(key, [place]);
    }
  });
  const pairs = new Set<number>();
  const size = companies.length;
  const add = (one: number, other: number): void => {
    pairs.add(Math.min(one, other) * size + Math.max(one, other));
  };
  for (const [key, block] of blocks) {
    if (block.length < 2) continue;
    if (block.length <= LARGEST_BLOCK) everyPair(block, add);
    else if (key.startsWith('name ')) neighbours(block, companies, add);
  }
  return [...pairs].sort((a, b) => a - b).map((pair) => [Math.floor(pair / size), pair % size]);
}

function everyPair(block: readonly number[], add: (one: number, other: number) => void): void {
  block.forEach((one, index) => {
    for (const other of block.slice(index + 1)) add(one, other);
  });
}

/** Of very many of one name, those that lie beside one another by what else is known of them. */
function neighbours(
  block: readonly number[],
  companies: readonly ComparableCompany[],
  add: (one: number, other: number) => void,
): void {
  const whereabouts = (place: number): string => {
    const { postcode = '', municipality = '', street = '', domain = '' } = companies[place] ?? {};
    return `${postcode} ${municipality} ${street} ${domain}`;
  };
  const sorted = block
    .map((place) => ({ place, by: whereabouts(place) }))
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
  sorted.forEach(({ place }, index) => {
    for (const other of sorted.slice(index + 1, index + 1 + MOST_NEIGHBOURS)) add(place, other.place);
  });
}

/** What a company is looked up by: whatever two spellings of one firm are likely to have in common. */
function keysOf(company: ComparableCompany, bitsOf: WordBits): string[] {
  const { name, number, domain, postcode, street, municipality, phone } = company;
  const telling = [...name.words]
    .filter(({ role }) => role === 'own' || role === 'number')
    .sort((a, b) => bitsOf(b) - bitsOf(a) || (a.canonical < b.canonical ? -1 : 1));
  const [first, second] = telling;
  const words = name.words.map(({ canonical }) => canonical);
  return [
    `name ${name.key}`,
    `joined ${words.join('')}`,
    ...(number === undefined ? [] : [`number ${number}`]),
    ...(domain === undefined ? [] : [`domain ${domain}`]),
    ...(phone === undefined ? [] : [`phone ${phone}`]),
    ...(postcode === undefined ? [] : [`postcode ${postcode} ${street ?? ''}`, `postcode ${postcode}`]),
    ...(street === undefined || municipality === undefined ? [] : [`street ${municipality} ${street}`]),
    ...telling.slice(0, 3).flatMap((word) => spellingsOf(word, municipality)),
    ...(first && second ? [`two ${[first.canonical, second.canonical].sort().join(' ')}`] : []),
    ...initialKeys(name.initials, words),
  ];
}

/** The word itself, its beginning, and its skeleton of consonants, which survives most mistakes of the keyboard. */
function spellingsOf({ canonical }: NameWord, municipality: string | undefined): string[] {
  const skeleton =
    canonical[0] +
    canonical
      .slice(1)
      .replace(/[aeiouyh]/gu, '')
      .replace(/(.)\1/gu, '$1');
  const keys = [`word ${canonical}`, `skeleton ${skeleton}`];
  if (canonical.length >= 5) keys.push(`begins ${canonical.slice(0, 5)}`, `ends ${canonical.slice(-5)}`);
  return municipality === undefined ? keys : [...keys, `in ${municipality} ${canonical.slice(0, 4)}`];
}

const initialKeys = (initials: readonly string[], [word = '', ...more]: readonly string[]): string[] => [
  ...initials.filter((letters) => letters.length >= 3).map((letters) => `initials ${letters}`),
  ...(more.length === 0 && word.length >= 3 && word.length <= 6 ? [`initials ${word}`] : []),
];
