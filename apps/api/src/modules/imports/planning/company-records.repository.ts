import type { SqlClient } from '../../../platform/database/database';
import type { CompanyContext } from './companies.repository';

/** Fields of companies and of their profiles, which a blank of either can be filled in. */
export const COMPANY_FIELDS = ['legal_form', 'website'] as const;
export const PROFILE_FIELDS = [
  'size_class',
  'employees',
  'sbi_code',
  'sbi_version',
  'postcode',
  'municipality',
  'province',
] as const;

/** A version says something of the code beside it alone. */
const FITS: Partial<Record<string, string>> = {
  sbi_version: 'and (profile.sbi_code is null or profile.sbi_code = r.sbi_code)',
};

/** Each pair of look-alikes at most this many times, however many companies share a name and a postcode. */
const MOST_LOOKALIKES = 5;

/** What the workbook says about each company that it makes or adds to: of every field, the first row that fills it. */
export async function planCompanyRecords(client: SqlClient, context: CompanyContext): Promise<void> {
  await makeRecords(client, context);
  await makeNumbers(client, context);
  await makeFills(client);
  await makeReviewPairs(client);
}

async function makeRecords(client: SqlClient, { country }: CompanyContext): Promise<void> {
  const first = (column: string, value = column): string =>
    `(array_agg(${value} order by line) filter (where ${column} is not null))[1]`;
  const columns = [
    'name',
    'match_name',
    ...COMPANY_FIELDS,
    ...PROFILE_FIELDS.filter((field) => field !== 'sbi_version'),
    'kvk_number',
    'foreign_number',
  ];
  await client.query(`
    create temp table company_records on commit drop as
    select record_id, bool_and(standing = 'NEW') as is_new, min(line) as line, count(*) as rows,
           ${columns.map((column) => `${first(column)} as ${column}`).join(', ')},
           (array_agg(sbi_version order by line) filter (where sbi_code is not null))[1] as sbi_version,
           coalesce(${first('organisation_type')}, 'BUSINESS') as organisation_type,
           coalesce(${first('country')}, '${country}') as country,
           ${first('foreign_number', `coalesce(country, '${country}')`)} as foreign_scheme
      from planned_companies where standing in ('FOUND', 'NEW')
     group by record_id`);
  await client.query('alter table company_records add primary key (record_id)');
  await client.query('analyze company_records');
}

/** Numbers that companies get: all of a new one; a registered one only of a scheme in which nobody of its family has one. */
async function makeNumbers(client: SqlClient, { numberScheme }: CompanyContext): Promise<void> {
  await client.query(`
    create temp table number_fills on commit drop as
    with given as (
      select r.record_id, r.is_new, n.scheme, n.number
        from company_records r
        cross join lateral (values
          ('${numberScheme}', r.kvk_number), (r.foreign_scheme, r.foreign_number)) n (scheme, number)
       where n.number is not null
    )
    select record_id, scheme, number from given g
     where g.is_new or not exists (
       select from company_numbers held
         left join merged_companies merged on merged.company_id = held.company_id
        where coalesce(merged.root_id, held.company_id) = g.record_id
          and held.scheme = g.scheme and held.deleted_at is null)`);
}

async function makeFills(client: SqlClient): Promise<void> {
  const blanks = [
    ...COMPANY_FIELDS.map((field) => `case when c.${field} is null then r.${field} end as ${field}`),
    ...PROFILE_FIELDS.map(
      (field) => `case when profile.${field} is null ${FITS[field] ?? ''} then r.${field} end as ${field}`,
    ),
  ];
  await client.query(`
    create temp table company_fills on commit drop as
    select * from (
      select r.record_id, profile.id as profile_id, ${blanks.join(', ')}
        from company_records r
        join companies c on c.id = r.record_id
        left join reference_profiles profile on profile.company_id = r.record_id
       where not r.is_new
    ) fill
    where num_nonnulls(${[...COMPANY_FIELDS, ...PROFILE_FIELDS].join(', ')}) > 0`);
}

/**
 * Companies of which one has no number and whose normalised names and postcodes are equal: both are kept, and a
 * person decides. Of a large crowd of look-alikes each is held against the first few, numbered ones before others.
 */
async function makeReviewPairs(client: SqlClient): Promise<void> {
  await client.query(`
    create temp table review_pairs on commit drop as
    with candidate as (
      select record_id as id, name, match_name, coalesce(postcode, '') as postcode, is_new,
             num_nonnulls(kvk_number, foreign_number) > 0 as numbered, line
        from company_records where is_new
      union all
      select c.id, c.name, c.match_name, coalesce(profile.postcode, ''), false,
             exists (select from company_numbers n where n.company_id = c.id and n.deleted_at is null), null
        from companies c
        left join reference_profiles profile on profile.company_id = c.id
       where c.deleted_at is null and c.merged_into_id is null
         and c.match_name in (select match_name from company_records where is_new)
    ), ranked as (
      select *, row_number() over (partition by match_name, postcode order by numbered desc, is_new, line, id) as rank
        from candidate
    )
    select a.id, b.id as other_id, b.name as other_name, case when a.is_new then a.line else b.line end as line
      from ranked a
      join ranked b on b.match_name = a.match_name and b.postcode = a.postcode and b.rank < a.rank
                   and b.rank <= ${MOST_LOOKALIKES}
     where (a.is_new or b.is_new) and not (a.numbered and b.numbered)`);
}
