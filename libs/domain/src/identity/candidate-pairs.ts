import type { ComparableCompany } from './company-comparison';
import type { NameWord } from './company-name';
import type { WordBits } from './name-comparison';

/** A block larger than this says nothing by itself: its pairs are found by rarer keys, or beside one another in it. */
const LARGEST_BLOCK = 40;
const MOST_NEIGHBOURS = 8;
/** Places and hashes of keys share the 53 bits of a whole number. */
const PLACES = 2 ** 21;
const HASHES = 2 ** 32;

/** Pairs of places in a list, as many as there are; `left` is the smaller. */
export interface CandidatePairs {
  readonly length: number;
  at(index: number): { left: number; right: number };
}

/**
 * The pairs of a list of at most 2,097,152 companies that are worth comparing: those that share a key, such as a number,
 * a rare word or an address. Which pairs these are does not depend on the order of the list, since only the keys and the
 * sizes of their blocks decide. Grows with the length of the list times the size of a block, never with its square; takes
 * some 8 bytes a key and a pair.
 */
export function candidatePairs(companies: readonly ComparableCompany[], bitsOf: WordBits): CandidatePairs {
  const keyed = keyedPlaces(companies, bitsOf);
  const pairs = new Numbers();
  let from = 0;
  for (let to = 1; to <= keyed.length; to += 1) {
    const isSame = to < keyed.length && hashOf(keyed[to]) === hashOf(keyed[from]);
    if (isSame) continue;
    if (to - from > 1) addBlock(keyed.subarray(from, to), companies, pairs);
    from = to;
  }
  return unique(pairs.sorted());
}

const hashOf = (entry: number | undefined): number => Math.floor((entry ?? 0) / PLACES);
const placeOf = (entry: number): number => entry % PLACES;

/** Every key of every company, as one number that sorts by key and then by place. */
function keyedPlaces(companies: readonly ComparableCompany[], bitsOf: WordBits): Float64Array {
  const keyed = new Numbers();
  companies.forEach((company, place) => {
    if (company.name.key === '') return;
    for (const hash of new Set(keysOf(company, bitsOf).map(hashText))) keyed.add(hash * PLACES + place);
  });
  return keyed.sorted();
}

function addBlock(block: Float64Array, companies: readonly ComparableCompany[], pairs: Numbers): void {
  const places = Array.from(block, placeOf);
  if (places.length <= LARGEST_BLOCK) {
    addWithin(places, places.length, pairs);
    return;
  }
  const byWhereabouts = places
    .map((place) => ({ place, by: whereaboutsOf(companies[place]) }))
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : a.place - b.place));
  addWithin(
    byWhereabouts.map(({ place }) => place),
    MOST_NEIGHBOURS,
    pairs,
  );
}

/** Each with the next ones, up to a distance. */
function addWithin(places: readonly number[], distance: number, pairs: Numbers): void {
  places.forEach((one, index) => {
    for (const other of places.slice(index + 1, index + 1 + distance)) {
      pairs.add(Math.min(one, other) * PLACES + Math.max(one, other));
    }
  });
}

/** By what very many of one key are sorted, so that those of one firm lie beside one another. */
function whereaboutsOf(company: ComparableCompany | undefined): string {
  const { name, postcode = '', municipality = '', street = '', domain = '', number = '' } = company ?? {};
  return `${name?.key ?? ''} ${postcode} ${municipality} ${street} ${domain} ${number}`;
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
    ...(postcode === undefined ? [] : [`postcode ${postcode}`]),
    ...(street === undefined || municipality === undefined ? [] : [`street ${municipality} ${street}`]),
    ...telling.slice(0, 3).flatMap((word) => spellingsOf(word, municipality)),
    ...(first && second ? [`two ${[first.canonical, second.canonical].sort().join(' ')}`] : []),
    ...initialKeys(name.initials, words),
  ];
}

/** The word itself, its beginning, and its skeleton of consonants, which survives most mistakes of the keyboard. */
function spellingsOf({ canonical }: NameWord, municipality: string | undefined): string[] {
  const rest = canonical.slice(1).replace(/[aeiouyh]/gu, '');
  const skeleton = canonical.charAt(0) + rest.replace(/(.)\1/gu, '$1');
  const keys = [`word ${canonical}`, `skeleton ${skeleton}`];
  if (canonical.length >= 5) keys.push(`begins ${canonical.slice(0, 5)}`, `ends ${canonical.slice(-5)}`);
  return municipality === undefined ? keys : [...keys, `in ${municipality} ${canonical.slice(0, 4)}`];
}

const initialKeys = (initials: readonly string[], [word = '', ...more]: readonly string[]): string[] => [
  ...initials.filter((letters) => letters.length >= 3).map((letters) => `initials ${letters}`),
  ...(more.length === 0 && word.length >= 3 && word.length <= 6 ? [`initials ${word}`] : []),
];

/** FNV-1a, 32 bits: two keys in one block by chance cost a comparison and change nothing. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % HASHES;
}

/** Numbers in the room that they take, however many. */
class Numbers {
  private held = new Float64Array(1024);
  private count = 0;

  add(value: number): void {
    if (this.count === this.held.length) {
      const larger = new Float64Array(this.held.length * 2);
      larger.set(this.held);
      this.held = larger;
    }
    this.held[this.count] = value;
    this.count += 1;
  }

  sorted(): Float64Array {
    return this.held.subarray(0, this.count).sort();
  }
}

function unique(sorted: Float64Array): CandidatePairs {
  let length = 0;
  for (const value of sorted) {
    if (length > 0 && value === sorted[length - 1]) continue;
    sorted[length] = value;
    length += 1;
  }
  return {
    length,
    at: (index) => {
      const pair = sorted[index] ?? 0;
      return { left: Math.floor(pair / PLACES), right: pair % PLACES };
    },
  };
}
