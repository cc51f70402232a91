import {
  findDuplicates,
  hundredthsOfBits,
  learnWeights,
  type CompanyDescription,
  type PairDecision,
} from '@fieldlab/domain';
import type { TaskContext } from '../../../platform/work/task';

export interface ScanInput {
  /** A line of JSON for each company, in the order of their ids: id, name, number, country, postcode, town, website. */
  companies: Uint8Array;
  /** A line of JSON for each pair that was decided upon: whether it is one company, and the reasons that were shown. */
  decisions: Uint8Array;
}

/** A pair as it is kept; the first id is the smaller. */
export interface ScannedPair {
  company_id: string;
  other_company_id: string;
  score: number;
  /** `published`: the weight before anything was learnt. */
  reasons: { code: string; words: string; weight: number; published: number }[];
}

export interface ScanResult {
  found: number;
  /** From how many decisions the weights were learnt; 0 with the published ones. */
  learntFrom: number;
  /** Lists of pairs as JSON: the event loop passes them on to the database and need not read them. */
  batches: string[];
}

const BATCH = 1000;
type Company = [id: string, name: string, ...rest: (string | null)[]];
type Decided = [
  isSame: boolean,
  reasons: (PairDecision['reasons'][number] & { published?: number | undefined })[],
];

/** Finds the pairs of the register that may be one company; the same from any order of its rows. */
export function scan({ companies, decisions }: ScanInput, { progress }: TaskContext): ScanResult {
  const lines = linesOf<Company>(companies);
  const weights = learnWeights(linesOf<Decided>(decisions).map(decisionOf));
  const pairs = findDuplicates(lines.map(descriptionOf), progress, weights).map(
    ({ left, right, score, reasons }): ScannedPair => ({
      company_id: lines[left]?.[0] ?? '',
      other_company_id: lines[right]?.[0] ?? '',
      score,
      reasons: reasons.map(({ code, words, weight, published }) => ({
        ...{ code, words, weight: hundredthsOfBits(weight), published: hundredthsOfBits(published) },
      })),
    }),
  );
  progress(lines.length, lines.length);
  const batches: string[] = [];
  for (let from = 0; from < pairs.length; from += BATCH) {
    batches.push(JSON.stringify(pairs.slice(from, from + BATCH)));
  }
  return { found: pairs.length, learntFrom: weights.decisions, batches };
}

function linesOf<Line>(bytes: Uint8Array): Line[] {
  const text = new TextDecoder().decode(bytes);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

const descriptionOf = ([
  ,
  name,
  number,
  country,
  postcode,
  municipality,
  website,
]: Company): CompanyDescription => ({
  name,
  number: number ?? undefined,
  country: country ?? undefined,
  postcode: postcode ?? undefined,
  municipality: municipality ?? undefined,
  website: website ?? undefined,
});

/** Learnt from what the evidence weighs for everybody: else what was learnt would be learnt again. */
const decisionOf = ([isSame, reasons]: Decided): PairDecision => ({
  isSame,
  reasons: reasons.map(({ code, weight, published = weight }) => ({ code, weight: published })),
});
