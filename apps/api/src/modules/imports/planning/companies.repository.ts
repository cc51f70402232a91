import type { SqlClient } from '../../../platform/database/database';
import { claimEqual, claimKnown, leaveOutDeleted, leaveOutSharing, shareKnown } from './claims.repository';
import { compareById, takeById, type ByIdOptions } from './by-id.repository';
import { comparisonOfCompanies } from './compared-columns';
import { fingerprintOf } from './fingerprint.repository';
import { addRegistered } from './registered-refs.repository';
import { COMPANIES } from './sheet-plan';

/** What is national about companies, and the day on which their profiles are compared. */
export interface CompanyContext {
  country: string;
  numberScheme: string;
  today: string;
}

/** More steps from number to number than rows of one company ever take. */
const MOST_STEPS = 20;

/** Finds out which rows are which companies: by their numbers, and without one by all their columns. */
export async function planCompanies(
  client: SqlClient,
  context: CompanyContext,
  options: ByIdOptions,
): Promise<void> {
  const comparison = comparisonOfCompanies(context.country, context.numberScheme);
  await makePlanned(client, context);
  await takeById(client, comparison, options);
  await joinByNumber(client, context);
  await shareKnown(client);
  await claimKnown(client, COMPANIES);
  await findByNumber(client);
  await makeReferenceProfiles(client, context);
  await compareById(client, comparison, options);
  await claimEqual(client, COMPANIES, numberlessCompanies());
  await leaveOutSharing(client);
  await leaveOutDeleted(client, COMPANIES);
  await resolveMerges(client);
  await client.query(`
    update planned_companies p set standing = 'NEW', record_id = fresh.id
      from (select component, uuid_v7() as id from planned_companies where standing is null group by component) fresh
     where p.standing is null and p.component = fresh.component`);
  await client.query(`
    create temp table company_refs on commit drop as
    select distinct on (ref) ref, record_id, standing = 'LEFT_OUT' as left_out
      from planned_companies where ref is not null order by ref, line`);
  await addRegistered(client, 'companies', 'company_ref', 'parent_company_ref');
  await client.query('analyze company_refs');
}

/** A blank country is the country of the installation and a blank type a business, as they will be registered. */
async function makePlanned(client: SqlClient, { country }: CompanyContext): Promise<void> {
  await client.query(`
    create temp table planned_companies on commit drop as
    select s.*, num_nonnulls(s.kvk_number, s.foreign_number) = 0 as numberless, s.line as component, false as tangled,
           null::uuid as company_id, null::text as dangling, ${fingerprintOf(COMPANIES, 'explicit')} as fingerprint,
           null::uuid as record_id, null::text as standing, null::text[] as changed
      from staged_companies s
      cross join lateral (
        select s.kvk_number, s.foreign_number, coalesce(s.country, '${country}') as country, s.name,
               coalesce(s.organisation_type, 'BUSINESS') as organisation_type, s.legal_form, s.website,
               s.size_class, s.employees, s.sbi_code, s.sbi_version, s.postcode, s.municipality, s.province) explicit`);
  await client.query('analyze planned_companies');
}

/** Rows that share a number are one component, named after its first line; so are those they share others with. */
async function joinByNumber(client: SqlClient, { country, numberScheme }: CompanyContext): Promise<void> {
  await client.query(`
    create temp table given_numbers on commit drop as
    select line, '${numberScheme}'::text as scheme, kvk_number as number
      from planned_companies where kvk_number is not null
    union all
    select line, coalesce(country, '${country}'), foreign_number
      from planned_companies where foreign_number is not null`);
  await client.query('analyze given_numbers');
  const step = `
    update planned_companies p set component = lowest.component, tangled = $1
      from (select g.line, min(min(p.component)) over (partition by g.scheme, g.number) as component
              from given_numbers g join planned_companies p on p.line = g.line
             group by g.line, g.scheme, g.number) lowest
     where lowest.line = p.line and lowest.component < p.component`;
  for (let steps = 1; ; steps += 1) {
    const { rowCount } = await client.query(step, [steps === MOST_STEPS]);
    if (rowCount === 0 || steps === MOST_STEPS) return;
  }
}

/** A number, former or current, finds its company; that of a merged company finds the survivor. */
async function findByNumber(client: SqlClient): Promise<void> {
  await client.query(`
    create temp table component_companies on commit drop as
    with by_number as (
      select distinct p.component, coalesce(merged.root_id, n.company_id) as company_id
        from planned_companies p
        join given_numbers g on g.line = p.line
        join company_numbers n on n.scheme = g.scheme and n.number = g.number and n.deleted_at is null
        join companies c on c.id = n.company_id and c.deleted_at is null
        left join merged_companies merged on merged.company_id = n.company_id
       where p.standing is null
    ), by_known_row as (
      select distinct p.component, coalesce(merged.root_id, p.record_id) as company_id
        from planned_companies p
        left join merged_companies merged on merged.company_id = p.record_id
       where p.standing in ('KNOWN', 'BY_ID') and not p.numberless
    )
    select * from by_number
    union all
    select * from by_known_row k where not exists (select from by_number n where n.component = k.component)`);
  await client.query(`
    update planned_companies p set standing = 'FOUND', record_id = c.company_id
      from (select component, (array_agg(company_id order by company_id))[1] as company_id
              from component_companies group by component) c
     where p.standing is null and p.component = c.component`);
}

/** Of companies that may be looked at: the profile that holds today, or else the one that held last. */
async function makeReferenceProfiles(client: SqlClient, { today }: CompanyContext): Promise<void> {
  await client.query(`
    create temp table reference_profiles on commit drop as
    select distinct on (company_id) *
      from company_profiles
     where deleted_at is null
       and company_id in (
         select record_id from planned_companies where standing in ('FOUND', 'BY_ID')
         union
         select c.id from companies c join planned_companies p on p.match_name = c.match_name and p.standing is null
          where c.deleted_at is null)
     order by company_id, daterange(valid_from, valid_to) @> date '${today}' desc,
              coalesce(valid_from <= date '${today}', true) desc, valid_from desc nulls last`);
  await client.query('alter table reference_profiles add primary key (company_id)');
}

/** Registered companies that have no number and the normalised name of a row without one. */
function numberlessCompanies(): string {
  return `
    select ${fingerprintOf(COMPANIES, 'record')} as fingerprint, null::uuid as company_id,
           record.id as record_id, null::text as ref, false as created, record.created_at
      from (
        select c.id, c.created_at, null::text as kvk_number, null::text as foreign_number, c.country, c.name,
               c.organisation_type, c.legal_form, c.website, profile.size_class, profile.employees,
               profile.sbi_code, profile.sbi_version, profile.postcode, profile.municipality, profile.province
          from companies c
          left join reference_profiles profile on profile.company_id = c.id
         where c.deleted_at is null
           and not exists (select from company_numbers n where n.company_id = c.id and n.deleted_at is null)
           and c.match_name in (select p.match_name from planned_companies p where p.standing is null and p.numberless)
      ) record`;
}

async function resolveMerges(client: SqlClient): Promise<void> {
  await client.query(`
    update planned_companies p set record_id = merged.root_id
      from merged_companies merged where merged.company_id = p.record_id`);
}
