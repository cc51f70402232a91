import { compareCompanies, type ComparableCompany, type MatchReason } from './company-comparison';
import type { WeighedEvidence } from './learnt-weights';
import type { WordBits } from './name-comparison';
import { EVEN_IN_LIST, judge, LEAST_BITS_SHOWN, type Match } from './verdict';

export interface FoundPair extends Match<WeighedEvidence> {
  /** Places in the list, from 0; left is the smaller. */
  left: number;
  right: number;
}

/** What was compared, and by what words tell in that list. */
export interface ComparedList {
  companies: readonly ComparableCompany[];
  bitsOf: WordBits;
}

/** A row that another is likely the same as. */
interface Rival {
  place: number;
  bits: number;
}

/** Sums that differ by less are equal: their terms were added in another order. */
const NOTHING = 1e-6;

/**
 * A row is one company. Where it may be either of two that are two companies themselves, by their numbers or addresses, the
 * likelier one speaks against the other: by as much as it is likely, and no more than that somebody is still asked.
 */
export function heedBetterMatches(found: readonly FoundPair[], list: ComparedList): FoundPair[] {
  const verdicts = new Map(found.map((pair) => [keyOf(pair.left, pair.right), pair.verdict]));
  const rivals = rivalsOf(found);
  const areTwo = (one: number, other: number): boolean =>
    !verdicts.has(keyOf(one, other)) && areApart(one, other, list);
  return found.map((pair) => {
    if (pair.verdict !== 'same' || pair.reasons.some(({ code }) => code === 'SAME_NUMBER')) return pair;
    const bits = bitsOfPair(pair);
    const better = [
      ...betterThan(bits, rivals.get(pair.left), (rival) => areTwo(rival, pair.right)),
      ...betterThan(bits, rivals.get(pair.right), (rival) => areTwo(rival, pair.left)),
    ];
    if (better.length === 0) return pair;
    const weight = -Math.min(Math.max(...better) - EVEN_IN_LIST, bits - LEAST_BITS_SHOWN);
    const reason: WeighedEvidence = { code: 'BETTER_MATCH', words: '', weight, published: weight };
    return { ...pair, ...judge([...pair.reasons, reason], EVEN_IN_LIST) };
  });
}

const keyOf = (one: number, other: number): string => `${Math.min(one, other)} ${Math.max(one, other)}`;

const bitsOfPair = ({ reasons }: FoundPair): number => reasons.reduce((sum, { weight }) => sum + weight, 0);

/** Of each row those that it is likely the same as. */
function rivalsOf(found: readonly FoundPair[]): Map<number, Rival[]> {
  const rivals = new Map<number, Rival[]>();
  const add = (place: number, rival: Rival): void => {
    const known = rivals.get(place);
    if (known) known.push(rival);
    else rivals.set(place, [rival]);
  };
  for (const pair of found) {
    if (pair.verdict !== 'same') continue;
    const bits = bitsOfPair(pair);
    add(pair.left, { place: pair.right, bits });
    add(pair.right, { place: pair.left, bits });
  }
  return rivals;
}

/** What speaks for those rivals that are likelier, and another company. */
const betterThan = (
  bits: number,
  rivals: readonly Rival[] = [],
  isAnother: (place: number) => boolean,
): number[] =>
  rivals.filter((rival) => rival.bits > bits + NOTHING && isAnother(rival.place)).map((rival) => rival.bits);

const APART = new Set<MatchReason>(['OTHER_NUMBER', 'OTHER_TOWN', 'OTHER_POSTCODE', 'OTHER_STREET']);
const TOGETHER = new Set<MatchReason>(['SAME_NUMBER', 'SAME_POSTCODE', 'SAME_STREET']);

/** Whether two rows are two companies: not only because nothing says that they are one. */
function areApart(one: number, other: number, { companies, bitsOf }: ComparedList): boolean {
  const [left, right] = [companies[Math.min(one, other)], companies[Math.max(one, other)]];
  if (!left || !right) return false;
  const evidence = compareCompanies(left, right, bitsOf);
  return (
    evidence.some(({ code }) => APART.has(code)) &&
    !evidence.some(({ code }) => TOGETHER.has(code)) &&
    judge(evidence, EVEN_IN_LIST).verdict === 'different'
  );
}
