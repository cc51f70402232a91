import { breathe } from '../../platform/work/in-turns';
import {
  matchPair,
  toldReason,
  type CompanyDescription as Comparable,
  type Language,
} from '@fieldlab/domain';
import type { Company } from './company.dto';
import type { CompanyDescription, CompanyMatch } from './company-match.dto';
import { foundIds, numberOf, type DeletedHolder, type Found } from './company-matches.repository';

/** A registered company as it is compared with others. */
export const describedAs = (company: Company): Comparable => ({
  name: company.name,
  number: company.kvkNumber ?? company.foreignNumber ?? undefined,
  country: company.country ?? undefined,
  postcode: company.postcode ?? undefined,
  municipality: company.municipality ?? undefined,
  website: company.website ?? undefined,
});

interface Finds {
  found: readonly Found[];
  deleted: readonly (DeletedHolder | undefined)[];
  known: ReadonlyMap<string, Company>;
}

/** So many are compared before others are answered. */
const AT_ONCE = 5;

/** What was found for each description, in their order. */
export async function matchesOf(
  descriptions: readonly CompanyDescription[],
  { found, deleted, known }: Finds,
  language: Language,
): Promise<CompanyMatch[]> {
  const matches: CompanyMatch[] = [];
  for (const [index, description] of descriptions.entries()) {
    if (index % AT_ONCE === 0) await breathe();
    const one = found[index] ?? { byNumber: null, byName: [], alike: [], byWebsite: [] };
    const holder = deleted[index];
    matches.push({
      ...meant(description, one, known),
      matches: scored(description, { found: one, known }, language),
      deleted: holder
        ? { id: holder.id, name: holder.name, deletedAt: holder.deletedAt.toISOString() }
        : null,
    });
  }
  return matches;
}

function meant(
  { kvkNumber }: CompanyDescription,
  { byNumber, byName, alike, byWebsite }: Found,
  known: ReadonlyMap<string, Company>,
): Pick<CompanyMatch, 'company' | 'by' | 'lookAlikes'> {
  const read = (ids: readonly string[]): Company[] => ids.flatMap((id) => known.get(id) ?? []);
  if (byNumber !== null) return { company: known.get(byNumber) ?? null, by: 'NUMBER', lookAlikes: [] };
  // A number that nobody has is another firm's, until somebody says otherwise.
  const [only] = kvkNumber === undefined && byName.length === 1 ? read(byName) : [];
  if (only) return { company: only, by: 'NAME', lookAlikes: [] };
  return { company: null, by: null, lookAlikes: read([...new Set([...byName, ...alike, ...byWebsite])]) };
}

function scored(
  { name = '', kvkNumber, ...rest }: CompanyDescription,
  { found, known }: { found: Found; known: ReadonlyMap<string, Company> },
  language: Language,
): CompanyMatch['matches'] {
  const number = kvkNumber === undefined ? undefined : numberOf(kvkNumber);
  return foundIds(found)
    .flatMap((id) => known.get(id) ?? [])
    .map((company) => {
      const described = describedAs(company);
      // A former number, or that of a company merged into it, is as much its own.
      const own = company.id === found.byNumber ? number : described.number;
      // Of which country the number is was not said.
      const registered = { ...described, number: own, country: undefined };
      const { score, reasons } = matchPair({ name, number, ...rest }, registered);
      return {
        ...{ company, score },
        reasons: reasons.map((reason) => toldReason(reason, language)),
      };
    })
    .sort((a, b) => b.score - a.score);
}
