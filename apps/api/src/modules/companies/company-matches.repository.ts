import { NETHERLANDS, normaliseCompanyName, readCompanyNumber, readPostcode } from '@fieldlab/domain';
import type { SqlClient } from '../../platform/database/database';
import { rowsOf, sql } from '../../platform/database/sql';
import type { CompanyDescription } from './company-match.dto';

/** Companies by id that a description may mean. */
export interface Found {
  byNumber: string | null;
  /** Those of exactly that name, where the postcode does not say otherwise; more than two are not told apart. */
  byName: string[];
  alike: string[];
  /** Those of that website. */
  byWebsite: string[];
}

export const foundIds = ({ byNumber, byName, alike, byWebsite }: Found): string[] => [
  ...new Set([...(byNumber === null ? [] : [byNumber]), ...byName, ...alike, ...byWebsite]),
];

const MOST_ALIKE = 3;

/** What may be meant by each of the descriptions, in their order; one statement for all of them. */
export function findCompanies(
  client: SqlClient,
  descriptions: readonly CompanyDescription[],
): Promise<Found[]> {
  const numbers = descriptions.map(({ kvkNumber = '' }) => numberOf(kvkNumber));
  const names = descriptions.map(({ name = '' }) => normaliseCompanyName(NETHERLANDS, name));
  const postcodes = descriptions.map(({ postcode = '' }) => readPostcode(NETHERLANDS, postcode) ?? null);
  const websites = descriptions.map(({ website = null }) => website);
  return rowsOf<Found>(
    client,
    sql`
    select (select company_root(n.company_id) from company_numbers n
             where n.number = asked.number and n.deleted_at is null limit 1) as "byNumber",
           array(select c.id from companies c
                   left join company_profiles p on p.company_id = c.id and p.deleted_at is null and p.valid_to is null
                  where c.match_name = asked.name and c.deleted_at is null and c.merged_into_id is null
                    and (p.postcode is null or asked.postcode is null or p.postcode = asked.postcode)
                  group by c.id limit 3) as "byName",
           array(select c.id from companies c
                  where c.deleted_at is null and c.merged_into_id is null
                    and length(asked.name) >= 3 and searchable(c.name) %> asked.name
                  order by word_similarity(asked.name, searchable(c.name)) desc, c.name limit ${MOST_ALIKE}) as alike,
           array(select c.id from companies c
                  where c.deleted_at is null and c.merged_into_id is null and c.website is not null
                    and web_host(c.website) = web_host(asked.website) limit ${MOST_ALIKE}) as "byWebsite"
      from unnest(${numbers}::text[], ${names}::text[], ${postcodes}::text[], ${websites}::text[])
           with ordinality as asked(number, name, postcode, website, place)
     order by asked.place`,
  );
}

/** As it is stored: spaces left out, zeros that a spreadsheet dropped put back; another register's as it stands. */
export const numberOf = (text: string): string =>
  readCompanyNumber(NETHERLANDS.companyNumber, text.replace(/[\s.]/g, ''))?.number ?? text;

/** A deleted company that had a number which nobody has now. */
export interface DeletedHolder {
  id: string;
  name: string;
  deletedAt: Date;
}

/** Of each of the descriptions, in their order; the last deleted one where there were several. */
export async function findDeletedHolders(
  client: SqlClient,
  descriptions: readonly CompanyDescription[],
): Promise<(DeletedHolder | undefined)[]> {
  const numbers = descriptions.map(({ kvkNumber }) => (kvkNumber === undefined ? null : numberOf(kvkNumber)));
  const rows = await rowsOf<DeletedHolder & { place: number }>(
    client,
    sql`select distinct on (asked.place) asked.place::int as place, c.id, c.name, c.deleted_at as "deletedAt"
          from unnest(${numbers}::text[]) with ordinality asked (number, place)
          join company_numbers n on n.number = asked.number and n.deleted_at is not null
          join companies c on c.id = n.company_id and c.deleted_at = n.deleted_at
         where not exists (
           select from company_numbers o where o.number = asked.number and o.scheme = n.scheme and o.deleted_at is null)
         order by asked.place, c.deleted_at desc`,
  );
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  return descriptions.map((_, index) => byPlace.get(index + 1));
}
