import type { MatchReason } from './company-comparison';
import type { EvidenceCeiling } from './name-ceiling';
import type { Evidence } from './name-comparison';
import { EVEN_IN_LIST } from './verdict';

/** What somebody decided of a pair, with the evidence that was shown, at its published weights. */
export interface PairDecision {
  isSame: boolean;
  reasons: readonly Pick<Evidence<MatchReason>, 'code' | 'weight'>[];
}

/** How much more or less each kind of evidence tells in one register than in general. */
export interface LearntWeights {
  /** From how many decisions; with none, the published weights hold. */
  decisions: number;
  /** By what a published weight is multiplied, 0 to 3; 1 for a kind that is not named. */
  factors: Partial<Record<MatchReason, number>>;
  /** What is known of a pair of this register before any evidence, in bits, −3 to 3; negative: less often one company. */
  prior: number;
}

/** The weights as they are published. */
export const PUBLISHED_WEIGHTS: LearntWeights = { decisions: 0, factors: {}, prior: 0 };

/** Evidence with what its weight would be without anything learnt. */
export type WeighedEvidence = Evidence<MatchReason> & { published: number };

/** Fewer are an anecdote. */
export const LEAST_DECISIONS = 20;
/**
 * Numbers are companies by law, whatever was decided of other pairs, and a better match weighs what speaks for it; what was
 * learnt is not learnt from again.
 */
const GIVEN: ReadonlySet<MatchReason> = new Set(['SAME_NUMBER', 'OTHER_NUMBER', 'BETTER_MATCH']);
const LEARNT: MatchReason = 'EARLIER_DECISIONS';
/** How far a factor and the prior usually lie from what is published (standard deviations): what decisions must overcome. */
const USUAL = { factor: 0.3, prior: 1 };
const MOST = { factor: 3, prior: 3 };
const MOST_ROUNDS = 500;
const STILL = 1e-6;

/**
 * Learns from what was decided: logistic regression on the bits of each kind of evidence, which starts from the published
 * weights and leaves them as far as the decisions carry it (the mode of the posterior under a normal prior; Bishop, Pattern
 * Recognition and Machine Learning, 4.5). Which pairs somebody is shown follows from their evidence alone, so that learning from
 * those bends nothing. The problem is convex: the answer does not depend on the order of the decisions.
 */
export function learnWeights(decisions: readonly PairDecision[]): LearntWeights {
  if (decisions.length < LEAST_DECISIONS) return PUBLISHED_WEIGHTS;
  const codes = [...new Set(decisions.flatMap(({ reasons }) => reasons.map(({ code }) => code)))]
    .filter((code) => !GIVEN.has(code) && code !== LEARNT)
    .sort();
  const margins = decisions.map(({ reasons }) => sumOf(reasons) - EVEN_IN_LIST);
  const signs = decisions.map(({ isSame }) => (isSame ? 1 : -1));
  const prior = unknownOf(
    margins.map((_, at) => ({ at, bits: 1 })),
    { from: 0, usual: USUAL.prior },
  );
  const factors = codes.map((code) =>
    unknownOf(
      decisions.flatMap(({ reasons }, at) => {
        const bits = sumOf(reasons.filter((one) => one.code === code));
        return bits === 0 ? [] : [{ at, bits }];
      }),
      { from: 1, usual: USUAL.factor },
    ),
  );
  const unknowns = [prior, ...factors];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const moved = unknowns.map((unknown) => improve(unknown, margins, signs));
    if (Math.max(...moved) < STILL) break;
  }
  return {
    decisions: decisions.length,
    factors: Object.fromEntries(codes.map((code, at) => [code, rounded(factors[at], 0, MOST.factor)])),
    prior: rounded(prior, -MOST.prior, MOST.prior),
  };
}

/** The evidence at the weights that were learnt; the prior stands among it, as what earlier decisions say. */
export function weigh(
  evidence: readonly Evidence<MatchReason>[],
  { factors, prior }: LearntWeights,
): WeighedEvidence[] {
  const weighed = evidence.map((one) => ({
    ...one,
    weight: one.weight * (factors[one.code] ?? 1),
    published: one.weight,
  }));
  return prior === 0 ? weighed : [...weighed, { code: LEARNT, words: '', weight: prior, published: 0 }];
}

/** What evidence within these bounds comes to at most, by the weights that were learnt. */
export function ceilingOf(weights: LearntWeights): (ceiling: EvidenceCeiling) => number {
  const factors = [1, ...Object.values(weights.factors)];
  const [least, most] = [Math.min(...factors), Math.max(...factors)];
  return ({ pro, contra }) => pro * most + contra * least + weights.prior;
}

/** A number that is learnt, and the decisions in which it has a part, with the bits that it multiplies there. */
interface Unknown {
  value: number;
  readonly from: number;
  readonly pull: number;
  readonly parts: readonly { at: number; bits: number }[];
  /** The steepest that the curve can be: a step by it never goes too far (Böhning and Lindsay, 1988). */
  readonly curvature: number;
}

function unknownOf(parts: Unknown['parts'], { from, usual }: { from: number; usual: number }): Unknown {
  const pull = 1 / usual ** 2;
  const squares = parts.reduce((sum, { bits }) => sum + bits ** 2, 0);
  return { value: from, from, pull, parts, curvature: pull + (Math.LN2 ** 2 * squares) / 4 };
}

/** Moves one number towards where the decisions and its beginning leave it, and the margins with it. Returns how far. */
function improve(unknown: Unknown, margins: number[], signs: readonly number[]): number {
  let slope = unknown.pull * (unknown.value - unknown.from);
  for (const { at, bits } of unknown.parts) {
    const sign = signs[at] ?? 0;
    slope -= (Math.LN2 * sign * bits) / (1 + 2 ** (sign * (margins[at] ?? 0)));
  }
  const step = -slope / unknown.curvature;
  unknown.value += step;
  for (const { at, bits } of unknown.parts) margins[at] = (margins[at] ?? 0) + step * bits;
  return Math.abs(step);
}

const sumOf = (reasons: PairDecision['reasons']): number =>
  reasons.reduce((sum, { code, weight }) => sum + (code === LEARNT ? 0 : weight), 0);

const rounded = (unknown: Unknown | undefined, least: number, most: number): number =>
  Math.round(Math.min(Math.max(unknown?.value ?? unknown?.from ?? 0, least), most) * 1000) / 1000;
