import { COMPANY_FIELDS, PROFILE_FIELDS } from '../planning/company-records.repository';
import { NONE, type Rule } from './rule';

/** The fields of a company row, whose own value is held against the one that is kept. */
const FIELDS = ['name', 'organisation_type', 'country', ...COMPANY_FIELDS, ...PROFILE_FIELDS] as const;
const PROFILE: ReadonlySet<string> = new Set(PROFILE_FIELDS);

/** Unpivots the fields of two records into rows of `name`, `value` and `kept`. */
const pairs = (fields: readonly string[], kept: (field: string) => string): string =>
  fields.map((field) => `('${field}', p.${field}::text, ${kept(field)}::text)`).join(', ');

const registered = (field: string): string =>
  PROFILE.has(field) ? `coalesce(profile.${field}, r.${field})` : `coalesce(company.${field}, r.${field})`;

export const COMPANY_RULES: readonly Rule[] = [
  {
    code: 'NUMBERS_OF_DIFFERENT_COMPANIES',
    sheet: 'companies',
    column: 'kvk_number',
    sql: `
      select p.line, coalesce(p.kvk_number, p.foreign_number) as value,
             jsonb_build_object('names', found.names) as params
        from planned_companies p
        join (select k.component, string_agg(c.name, ', ' order by c.name) as names
                from component_companies k join companies c on c.id = k.company_id
               group by k.component having count(*) > 1) found on found.component = p.component
       where p.standing = 'FOUND'`,
  },
  {
    code: 'NUMBERS_TANGLED',
    sheet: 'companies',
    column: 'kvk_number',
    sql: `select line, kvk_number as value, ${NONE} as params from planned_companies where tangled`,
  },
  {
    code: 'DIFFERS_IN_WORKBOOK',
    sheet: 'companies',
    column: null,
    sql: `
      select p.line, field.name, field.value, jsonb_build_object('kept', field.kept, 'other', r.line) as params
        from planned_companies p
        join company_records r on r.record_id = p.record_id and r.is_new and r.rows > 1
       cross join lateral (values ${pairs([...FIELDS, 'kvk_number', 'foreign_number'], (field) => `r.${field}`)})
             field (name, value, kept)
       where p.standing = 'NEW' and field.value <> field.kept`,
  },
  {
    code: 'DIFFERS_FROM_REGISTER',
    sheet: 'companies',
    column: null,
    sql: `
      select p.line, field.name, field.value, jsonb_build_object('kept', field.kept) as params
        from planned_companies p
        join company_records r on r.record_id = p.record_id
        join companies company on company.id = p.record_id
        left join reference_profiles profile on profile.company_id = p.record_id
       cross join lateral (values ${pairs(FIELDS, registered)}) field (name, value, kept)
       where p.standing = 'FOUND' and field.value <> field.kept`,
  },
  {
    // A number that neither the company's family holds nor the import gives it: it has another of that register.
    code: 'DIFFERS_FROM_REGISTER',
    sheet: 'companies',
    column: null,
    sql: `
      select p.line, case when p.kvk_number = g.number then 'kvk_number' else 'foreign_number' end as name,
             g.number as value, jsonb_build_object('kept', string_agg(held.number, ', ' order by held.number)) as params
        from planned_companies p
        join given_numbers g on g.line = p.line
        join company_numbers held on held.scheme = g.scheme and held.deleted_at is null
        left join merged_companies merged on merged.company_id = held.company_id
       where p.standing = 'FOUND' and coalesce(merged.root_id, held.company_id) = p.record_id
       group by p.line, p.kvk_number, g.number
      having not bool_or(held.number = g.number)`,
  },
  {
    // A number that was changed into one that another company holds, in the register or by this workbook.
    code: 'NUMBER_TAKEN',
    sheet: 'companies',
    column: null,
    sql: `
      with changed as (
        select p.line, p.record_id, g.scheme, g.number,
               case when g.number = p.kvk_number then 'kvk_number' else 'foreign_number' end as name
          from planned_companies p join given_numbers g on g.line = p.line
         where p.standing = 'CHANGED' and p.changed && '{kvk_number,foreign_number,country}'
      )
      select c.line, c.name, c.number as value, jsonb_build_object('other', min(other.name)) as params
        from changed c
        join (
          select n.scheme, n.number, n.company_id, holder.name from company_numbers n
            join companies holder on holder.id = n.company_id where n.deleted_at is null
          union all
          select g.scheme, g.number, p.record_id, p.name from given_numbers g join planned_companies p on p.line = g.line
           where p.standing = 'CHANGED'
        ) other on other.scheme = c.scheme and other.number = c.number and other.company_id <> c.record_id
       group by c.line, c.name, c.number`,
  },
  {
    code: 'POSSIBLE_DUPLICATE',
    sheet: 'companies',
    column: 'name',
    sql: `
      select distinct on (r.line) r.line, p.name as value, jsonb_build_object('other', r.other_name) as params
        from review_pairs r join planned_companies p on p.line = r.line
       order by r.line, r.other_name`,
  },
];
