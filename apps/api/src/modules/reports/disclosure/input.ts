import type { Breakdown, EditionDocument } from '@fieldlab/domain';
import type { RegisterShares } from '../../figures/register-shares.service';

/** What a public number must keep to itself (docs/domain.md, section 7). */
export interface DisclosureRules {
  /** Fewer companies than this behind a number, and it is suppressed. */
  threshold: number;
  /** One company may not have more than this part of a sum. */
  dominance: number;
  /** The bounds that can be computed of a suppressed sum differ by at least this part of it. */
  interval: number;
}
export const DISCLOSURE_RULES: DisclosureRules = { threshold: 5, dominance: 0.8, interval: 0.1 };

/** All that disclosure control may compute for one publishing, in milliseconds. */
export const DISCLOSURE_TIME_MS = 60_000;

/** All that deciding what is public of an edition needs, as plain data. */
export interface DisclosureInput {
  own: EditionDocument;
  /** What is public already, of every report, oldest first. */
  published: readonly EditionDocument[];
  /** What companies add to the figures, in every state of the register in which one of these documents was made. */
  registers: readonly RegisterShares[];
  rules?: DisclosureRules;
  /** How long it may compute, in milliseconds. */
  timeMs: number;
}

/** What cannot be published, whatever is suppressed: numbers of the own document beside public editions. */
export interface Forbidden {
  indicators: string[];
  /** The breakdowns that give it away; none where it is the figures themselves, by their dates and scope. */
  by: Breakdown[];
  beside: EditionDocument[];
}

export interface DisclosureOutput {
  /** Names of the numbers that are not told (`cellName`). */
  suppressed: string[];
  /** How many of them because of what stands behind them (primary), and how many to protect those (complementary). */
  primary: number;
  complementary: number;
  /** How many numbers could not be proved safe in time, so that all that hangs together with them is suppressed. */
  unproved: number;
  /** Present when it must not be published at all. */
  forbidden?: Forbidden;
}
