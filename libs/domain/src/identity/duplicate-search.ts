import { heedBetterMatches, type FoundPair } from './better-match';
import { candidatePairs } from './candidate-pairs';
import {
  compareCompanies,
  evidenceCeiling,
  readCompany,
  type ComparableCompany,
  type CompanyDescription,
  type MatchReason,
} from './company-comparison';
import type { NameWord } from './company-name';
import { ceilingOf, PUBLISHED_WEIGHTS, weigh } from './learnt-weights';
import type { Evidence, WordBits } from './name-comparison';
import { EVEN_IN_LIST, isShown, judge, type Match } from './verdict';

const BETWEEN_PROGRESS = 4096;

/**
 * The pairs of a list that may be one company, likeliest first; pairs that are different are left out. The same for
 * any order of the list. Time grows about linearly with its length. Weights that a register learnt are its own: a list has none.
 */
export function findDuplicates(
  companies: readonly CompanyDescription[],
  onProgress: (done: number, total: number) => void = () => undefined,
  weights = PUBLISHED_WEIGHTS,
): FoundPair[] {
  const read = companies.map(readCompany);
  const bitsOf = bitsInList(read);
  const spread = spreadOfNames(read);
  const candidates = candidatePairs(read, bitsOf);
  const mostOf = ceilingOf(weights);
  const found: FoundPair[] = [];
  const score = (left: number, right: number): void => {
    const [one, other] = [read[left], read[right]];
    if (!one || !other) return;
    const ceiling = evidenceCeiling(one, other, bitsOf);
    if (!isShown(ceiling.pro + ceiling.contra) && !isShown(mostOf(ceiling))) return;
    const evidence = [...compareCompanies(one, other, bitsOf), ...spread(one, other)];
    const match = judge(weigh(evidence, weights), EVEN_IN_LIST);
    // What was learnt orders the list and adds to it: it hides no pair that everybody else would be shown.
    if (match.verdict !== 'different' || judge(evidence, EVEN_IN_LIST).verdict !== 'different')
      found.push({ left, right, ...match });
  };
  for (let rank = 0; rank < candidates.length; rank += 1) {
    if (rank % BETWEEN_PROGRESS === 0) onProgress(rank, candidates.length);
    const { place, others } = candidates.at(rank);
    for (const other of others) score(Math.min(place, other), Math.max(place, other));
  }
  const heeded = heedBetterMatches(found, { companies: read, bitsOf });
  return heeded.sort((a, b) => b.score - a.score || a.left - b.left || a.right - b.right);
}

/** Whether two descriptions are one company's. */
export const matchPair = (left: CompanyDescription, right: CompanyDescription): Match =>
  judge(compareCompanies(readCompany(left), readCompany(right)));

const LEAST_BITS = 1.5;

/**
 * What a word tells among the names of a list: the rarer it is, the more, and never more than its kind allows. A list
 * is a sample: words that it has once are as rare as they are anywhere.
 */
function bitsInList(companies: readonly ComparableCompany[]): WordBits {
  const found = new Map<string, number>();
  const names = new Set<string>();
  for (const { name } of companies) {
    // Spellings of one firm repeat its words: a name counts once.
    if (names.has(name.key)) continue;
    names.add(name.key);
    for (const word of new Set(name.words.map(({ canonical }) => canonical))) {
      found.set(word, (found.get(word) ?? 0) + 1);
    }
  }
  const told = new Map<string, number>();
  for (const [word, count] of found) told.set(word, -Math.log2(count / names.size) + 1);
  return ({ canonical, bits }: NameWord): number =>
    Math.max(LEAST_BITS, Math.min(bits, told.get(canonical) ?? bits));
}

const FOR_EACH_DOUBLING = -2.5;

const addressOf = ({ postcode, municipality }: ComparableCompany): string | undefined =>
  postcode && `${postcode} ${municipality ?? ''}`;

/**
 * A name that stands at other addresses of a list than these two is a chain's or a common one: agreeing on it tells less.
 * That the two differ is told by their addresses themselves.
 */
function spreadOfNames(companies: readonly ComparableCompany[]) {
  const addresses = new Map<string, Set<string>>();
  for (const company of companies) {
    const address = addressOf(company);
    if (address === undefined) continue;
    const known = addresses.get(company.name.key) ?? new Set();
    addresses.set(company.name.key, known.add(address));
  }
  return (left: ComparableCompany, right: ComparableCompany): Evidence<MatchReason>[] => {
    if (left.name.key !== right.name.key) return [];
    const count = addresses.get(left.name.key)?.size ?? 0;
    const own = new Set([left, right].flatMap((one) => addressOf(one) ?? []));
    const others = count - own.size;
    if (others < 1) return [];
    return [{ code: 'COMMON_NAME', words: String(count), weight: FOR_EACH_DOUBLING * Math.log2(1 + others) }];
  };
}
