import type { MatchReason } from './company-comparison';
import type { Evidence } from './name-comparison';

type Verdict = 'same' | 'review' | 'different';

export interface Match<Reason extends Evidence<MatchReason> = Evidence<MatchReason>> {
  /** The probability that it is one company, 0 to 1. */
  score: number;
  verdict: Verdict;
  reasons: Reason[];
}

/** How much evidence it takes, in bits, before two names that somebody holds side by side are as likely one as two. */
const EVEN = 6.5;
/** The same for two of a list, most pairs of which are two companies. */
export const EVEN_IN_LIST = 7;
const SAME = 0.7;
const REVIEW = 0.25;

/** What is lost when sums are rounded. */
const ROUNDING = 1e-6;
/** The least evidence with which two of a list are surely put up for review. */
export const LEAST_BITS_SHOWN = EVEN_IN_LIST - Math.log2(1 / REVIEW - 1) + ROUNDING;

/** Whether two of a list may be shown to anybody with so much evidence. */
export const isShown = (bits: number): boolean => bits >= LEAST_BITS_SHOWN - 2 * ROUNDING;

/**
 * What the evidence comes to. Reasons are the strongest first. Who has another number in a register is another company in
 * it, unless somebody says that one of the numbers is wrong.
 */
export function judge<Reason extends Evidence<MatchReason>>(
  evidence: readonly Reason[],
  even = EVEN,
): Match<Reason> {
  const bits = evidence.reduce((sum, { weight }) => sum + weight, 0);
  const hasOtherNumber = evidence.some(({ code }) => code === 'OTHER_NUMBER');
  const score = 1 / (1 + 2 ** (even - bits));
  return {
    score: Math.round(score * 10_000) / 10_000,
    verdict: score >= SAME && !hasOtherNumber ? 'same' : score >= REVIEW ? 'review' : 'different',
    reasons: [...evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  };
}
