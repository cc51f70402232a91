import { findDuplicates, type CompanyDescription } from '@fieldlab/domain';
import type { TaskContext } from '../../../platform/work/task';

export interface ScanInput {
  /** A line of JSON for each company, in the order of their ids: id, name, number, country, postcode, town, website. */
  companies: Uint8Array;
}

/** A pair as it is kept; the first id is the smaller. */
export interface ScannedPair {
  company_id: string;
  other_company_id: string;
  score: number;
  reasons: { code: string; words: string; weight: number }[];
}

export interface ScanResult {
  found: number;
  /** Lists of pairs as JSON: the event loop passes them on to the database and need not read them. */
  batches: string[];
}

const BATCH = 1000;
type Line = [id: string, name: string, ...rest: (string | null)[]];

/** Finds the pairs of the register that may be one company; the same from any order of its rows. */
export function scan({ companies }: ScanInput, { progress }: TaskContext): ScanResult {
  const lines = linesOf(companies);
  const pairs = findDuplicates(lines.map(descriptionOf), progress).map(
    ({ left, right, score, reasons }): ScannedPair => ({
      company_id: lines[left]?.[0] ?? '',
      other_company_id: lines[right]?.[0] ?? '',
      score,
      reasons: reasons.map(({ code, words, weight }) => ({ code, words, weight: hundredths(weight) })),
    }),
  );
  progress(lines.length, lines.length);
  const batches: string[] = [];
  for (let from = 0; from < pairs.length; from += BATCH) {
    batches.push(JSON.stringify(pairs.slice(from, from + BATCH)));
  }
  return { found: pairs.length, batches };
}

const hundredths = (bits: number): number => Math.round(bits * 100) / 100;

function linesOf(bytes: Uint8Array): Line[] {
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
]: Line): CompanyDescription => ({
  name,
  number: number ?? undefined,
  country: country ?? undefined,
  postcode: postcode ?? undefined,
  municipality: municipality ?? undefined,
  website: website ?? undefined,
});
