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
  const ids: string[] = [];
  const descriptions: CompanyDescription[] = [];
  for (const company of linesOf<Company>(companies)) {
    ids.push(company[0]);
    descriptions.push(descriptionOf(company));
  }
  const weights = learnWeights([...linesOf<Decided>(decisions)].map(decisionOf));
  const pairs = findDuplicates(descriptions, progress, weights).map(
    ({ left, right, score, reasons }): ScannedPair => ({
      company_id: ids[left] ?? '',
      other_company_id: ids[right] ?? '',
      score,
      reasons: reasons.map(({ code, words, weight, published }) => ({
        ...{ code, words, weight: hundredthsOfBits(weight), published: hundredthsOfBits(published) },
      })),
    }),
  );
  progress(ids.length, ids.length);
  const batches: string[] = [];
  for (let from = 0; from < pairs.length; from += BATCH) {
    batches.push(JSON.stringify(pairs.slice(from, from + BATCH)));
  }
  return { found: pairs.length, learntFrom: weights.decisions, batches };
}

const END_OF_LINE = 0x0a;

/** Reads a line at a time: of a million companies, their text and their lines are never held beside what is read of them. */
function* linesOf<Line>(bytes: Uint8Array): Generator<Line> {
  const decoder = new TextDecoder();
  let from = 0;
  while (from < bytes.length) {
    const end = bytes.indexOf(END_OF_LINE, from);
    const to = end < 0 ? bytes.length : end;
    if (to > from) yield JSON.parse(decoder.decode(bytes.subarray(from, to))) as Line;
    from = to + 1;
  }
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
