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
}

const MOST_ALIKE = 3;

/** What may be meant by each of the descriptions, in their order; one statement for all of them. */
export function findCompanies(
  client: SqlClient,
  descriptions: readonly CompanyDescription[],
): Promise<Found[]> {
  const numbers = descriptions.map(({ kvkNumber = '' }) => numberOf(kvkNumber));
  const names = descriptions.map(({ name = '' }) => normaliseCompanyName(NETHERLANDS, name));
  const postcodes = descriptions.map(({ postcode = '' }) => readPostcode(NETHERLANDS, postcode) ?? null);
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
                  order by word_similarity(asked.name, searchable(c.name)) desc, c.name limit ${MOST_ALIKE}) as alike
      from unnest(${numbers}::text[], ${names}::text[], ${postcodes}::text[])
           with ordinality as asked(number, name, postcode, place)
     order by asked.place`,
  );
}

/** As it is stored: spaces left out, zeros that a spreadsheet dropped put back; another register's as it stands. */
const numberOf = (text: string): string =>
  readCompanyNumber(NETHERLANDS.companyNumber, text.replace(/[\s.]/g, ''))?.number ?? text;
