import type { SqlClient } from '../../../platform/database/database';
import { COMPANY_FIELDS, PROFILE_FIELDS } from '../planning/company-records.repository';

const PROFILE = PROFILE_FIELDS.join(', ');

const filled = (fields: readonly string[]): string =>
  fields.map((field) => `${field} = coalesce(t.${field}, fill.${field})`).join(', ');
const anyFilled = (fields: readonly string[]): string =>
  fields.map((field) => `(t.${field} is null and fill.${field} is not null)`).join(' or ');

/** Writes what is new about companies: themselves, their numbers, their undated profiles. */
export async function writeCompanies(client: SqlClient): Promise<void> {
  await client.query(`
    insert into companies (id, name, match_name, organisation_type, legal_form, country, website)
    select record_id, name, match_name, organisation_type, legal_form, country, website
      from company_records where is_new order by line`);
  await client.query(`
    insert into company_numbers (company_id, scheme, number)
    select record_id, scheme, number from number_fills`);
  await client.query(`
    insert into company_profiles (company_id, ${PROFILE})
    select record_id, ${PROFILE} from company_records
     where is_new and num_nonnulls(${PROFILE}) > 0 order by line`);
  await fillRegistered(client);
  await client.query(`
    insert into duplicate_candidates (company_id, other_company_id, origin)
    select least(id, other_id), greatest(id, other_id), 'NAME_AND_POSTCODE' from review_pairs
    on conflict do nothing`);
}

/**
 * Only blanks, also when somebody filled one of them in the meantime. A company is one record with its numbers and
 * profiles: whichever of them is added to, this is its next version.
 */
async function fillRegistered(client: SqlClient): Promise<void> {
  await client.query(`
    update companies t set ${filled(COMPANY_FIELDS)}
      from (
        select record_id, ${COMPANY_FIELDS.join(', ')} from company_fills
        union all
        select distinct n.record_id, ${COMPANY_FIELDS.map(() => 'null').join(', ')}
          from number_fills n join company_records r on r.record_id = n.record_id
         where not r.is_new and not exists (select from company_fills f where f.record_id = n.record_id)
      ) fill
     where t.id = fill.record_id`);
  await client.query(`
    update company_profiles t set ${filled(PROFILE_FIELDS)}
      from company_fills fill where t.id = fill.profile_id and (${anyFilled(PROFILE_FIELDS)})`);
  await client.query(`
    insert into company_profiles (company_id, ${PROFILE})
    select record_id, ${PROFILE} from company_fills
     where profile_id is null and num_nonnulls(${PROFILE}) > 0`);
}
