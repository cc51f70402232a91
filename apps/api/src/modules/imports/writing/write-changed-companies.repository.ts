import { NETHERLANDS } from '@fieldlab/domain';
import type { SqlClient } from '../../../platform/database/database';
import { COMPANY_FIELDS, PROFILE_FIELDS } from '../planning/company-records.repository';
import { changedTo, own, replaced, update } from './changed-columns.repository';
import { HELD_FIRST } from '../../../resource/held-first';

const { country: HOME, companyNumber } = NETHERLANDS;

/** A company is one record with its numbers and profiles: whichever changes, this is its next version. */
export async function writeChangedCompanies(client: SqlClient): Promise<void> {
  await update(client, 'companies', {
    ...own('name', ...COMPANY_FIELDS),
    match_name: changedTo('name', 'p.match_name', 't.match_name'),
    country: changedTo('country', `coalesce(p.country, '${HOME}')`, 't.country'),
    organisation_type: changedTo(
      'organisation_type',
      `coalesce(p.organisation_type, 'BUSINESS')`,
      't.organisation_type',
    ),
  });
  await writeNumbers(client, 'kvk_number', {
    ...{ among: `n.scheme = '${companyNumber.scheme}'`, scheme: `'${companyNumber.scheme}'` },
    changedBy: ['kvk_number'],
  });
  // A foreign number is kept under its country: when that changes, so does the number's.
  await writeNumbers(client, 'foreign_number', {
    ...{ among: `n.scheme <> '${companyNumber.scheme}'`, scheme: 'company.country' },
    changedBy: ['foreign_number', 'country'],
  });
  await writeProfiles(client);
}

interface NumberColumn {
  among: string;
  scheme: string;
  changedBy: readonly string[];
}

/** Corrects the number that holds today: an emptied one never was. */
async function writeNumbers(
  client: SqlClient,
  column: string,
  { among, scheme, changedBy }: NumberColumn,
): Promise<void> {
  const changes = `changed_${column}s`;
  await client.query(`
    create temp table ${changes} on commit drop as
    select p.record_id, held.id as held_id, ${scheme} as scheme,
           ${changedTo(column, `p.${column}`, 'held.number')} as number
      from planned_companies p
      join companies company on company.id = p.record_id
      left join lateral (
        select n.id, n.number from company_numbers n
         where n.company_id = p.record_id and n.deleted_at is null and ${among}
         order by ${HELD_FIRST} limit 1
      ) held on true
     where p.standing = 'CHANGED' and p.changed && '{${changedBy.join()}}'`);
  await client.query(`
    update company_numbers t set deleted_at = now()
      from ${changes} c where t.id = c.held_id and c.number is null`);
  await client.query(`
    update company_numbers t set number = c.number, scheme = c.scheme
      from ${changes} c
     where t.id = c.held_id and c.number is not null and (t.number, t.scheme) is distinct from (c.number, c.scheme)`);
  await client.query(`
    insert into company_numbers (company_id, scheme, number)
    select record_id, scheme, number from ${changes} where held_id is null and number is not null`);
}

async function writeProfiles(client: SqlClient): Promise<void> {
  const fields = PROFILE_FIELDS.join(', ');
  const changed = `p.standing = 'CHANGED' and p.changed && '{${PROFILE_FIELDS.join()}}'`;
  await client.query(`
    update company_profiles t set ${replaced(own(...PROFILE_FIELDS))}
      from planned_companies p join reference_profiles profile on profile.company_id = p.record_id
     where t.id = profile.id and ${changed}`);
  await client.query(`
    insert into company_profiles (company_id, ${fields})
    select p.record_id, ${PROFILE_FIELDS.map((field) => `p.${field}`).join(', ')}
      from planned_companies p
     where ${changed} and num_nonnulls(${PROFILE_FIELDS.map((field) => `p.${field}`).join(', ')}) > 0
       and not exists (select from reference_profiles profile where profile.company_id = p.record_id)`);
}
