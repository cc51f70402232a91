import type { ComparableCompany } from './company-comparison';
import type { NameWord } from './company-name';
import type { WordBits } from './name-comparison';

/** A block larger than this says nothing by itself: its pairs are found by rarer keys, or beside one another in it. */
const LARGEST_BLOCK = 40;
const MOST_NEIGHBOURS = 8;
/** Ranks and hashes of keys share the 53 bits of a whole number. */
const RANKS = 2 ** 21;
/** A list that is longer has to be searched in parts. */
const MOST_COMPANIES = RANKS;

/** The pairs that are worth comparing, found company by company, so that they are never all held at once. */
export interface CandidatePairs {
  /** Of how many companies. */
  readonly length: number;
  /** The place of the company at this rank, and those of higher ranks that it is to be compared with. */
  at(rank: number): { place: number; others: readonly number[] };
}

/**
 * The pairs of a list that are worth comparing: those that share a key, such as a number, a rare word or an address. Which
 * pairs these are does not depend on the order of the list, since only the keys and the sizes of their blocks decide, and in
 * a large block what is known of its companies. Grows with the length of the list times the size of a block, never with its
 * square; takes some 20 bytes a key and nothing a pair.
 * @throws RangeError for more than 2,097,152 companies
 */
export function candidatePairs(companies: readonly ComparableCompany[], bitsOf: WordBits): CandidatePairs {
  if (companies.length > MOST_COMPANIES) throw new RangeError(`More than ${MOST_COMPANIES} companies.`);
  const places = placesByWhereabouts(companies);
  const { ranks, reach } = blocksOf(keyedRanks(companies, places, bitsOf));
  const { starts, positions } = positionsOf(ranks, places.length);
  const met = new Uint32Array(places.length);
  let turn = 0;
  return {
    length: places.length,
    at: (rank) => {
      const others: number[] = [];
      turn += 1;
      for (let index = starts[rank] ?? 0; index < (starts[rank + 1] ?? 0); index += 1) {
        const position = positions[index] ?? 0;
        const last = position + (reach[position] ?? 0);
        for (let next = position + 1; next <= last; next += 1) {
          const other = ranks[next] ?? 0;
          if (met[other] === turn) continue;
          met[other] = turn;
          others.push(places[other] ?? 0);
        }
      }
      return { place: places[rank] ?? 0, others };
    },
  };
}

/** The places of a list, so sorted that companies of one name, and then of one address, lie beside one another. */
function placesByWhereabouts(companies: readonly ComparableCompany[]): Int32Array {
  const sorted = companies
    .map((company, place) => ({ place, by: whereaboutsOf(company) }))
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : a.place - b.place));
  return Int32Array.from(sorted, ({ place }) => place);
}

/** Everything that a company is compared by: two that are alike in all of it are found with the same others. */
function whereaboutsOf(company: ComparableCompany): string {
  const { name, postcode = '', municipality = '', street = '', domain = '', number = '' } = company;
  const { phone = '', country = '' } = company;
  const words = name.words.map(({ text }) => text).join(' ');
  const forms = name.forms.map(({ kind, countries }) => `${kind} ${countries.join(' ')}`);
  return [name.key, postcode, municipality, street, domain, number, phone, country, words, ...forms].join(
    '\t',
  );
}

/** Every key of every company, as one number that sorts by key and then by rank. */
function keyedRanks(
  companies: readonly ComparableCompany[],
  places: Int32Array,
  bitsOf: WordBits,
): Float64Array {
  const keyed = new Numbers();
  places.forEach((place, rank) => {
    const company = companies[place];
    if (company === undefined || company.name.key === '') return;
    for (const hash of new Set(keysOf(company, bitsOf).map(hashText))) keyed.add(hash * RANKS + rank);
  });
  return keyed.sorted();
}

interface Blocks {
  /** The companies of each key, one block after another. */
  ranks: Int32Array;
  /** With how many of those that follow it each is compared. */
  reach: Uint8Array;
}

function blocksOf(keyed: Float64Array): Blocks {
  const hashAt = (position: number): number => Math.floor((keyed[position] ?? 0) / RANKS);
  const ranks = new Int32Array(keyed.length);
  const reach = new Uint8Array(keyed.length);
  let from = 0;
  while (from < keyed.length) {
    const hash = hashAt(from);
    let to = from;
    for (; to < keyed.length && hashAt(to) === hash; to += 1) ranks[to] = (keyed[to] ?? 0) - hash * RANKS;
    const distance = to - from <= LARGEST_BLOCK ? LARGEST_BLOCK : MOST_NEIGHBOURS;
    for (let position = from; position < to; position += 1)
      reach[position] = Math.min(distance, to - position - 1);
    from = to;
  }
  return { ranks, reach };
}

/** Where each company stands among the blocks: the positions from `starts[rank]` on, up to the start of the next. */
function positionsOf(ranks: Int32Array, companies: number): { starts: Int32Array; positions: Int32Array } {
  const starts = new Int32Array(companies + 1);
  for (const rank of ranks) starts[rank + 1] = (starts[rank + 1] ?? 0) + 1;
  for (let rank = 0; rank < companies; rank += 1)
    starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0);
  const next = starts.slice();
  const positions = new Int32Array(ranks.length);
  ranks.forEach((rank, position) => {
    const at = next[rank] ?? 0;
    positions[at] = position;
    next[rank] = at + 1;
  });
  return { starts, positions };
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
  return hash >>> 0;
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
