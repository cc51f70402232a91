import { ownColumns, recordFields, type FieldType, type SheetName } from '@fieldlab/domain';
import type { SqlClient } from '../../platform/database/database';
import { inBatches } from '../../platform/database/in-batches';
import { raw, sql, type Sql } from '../../platform/database/sql';
import { HELD_FIRST } from '../../resource/held-first';

/** Values by the names of the format's columns. */
export type WorkbookRow = Record<string, string | number | null>;
type Bound = readonly string[] | undefined;

/** A ref stands for a record within one workbook: `C0001`, in the order in which records were made. */
const refs = (table: string, prefix: string, condition = 'true'): string => `
  select id, '${prefix}' || lpad(place::text, greatest(4, length(place::text)), '0') as ref
    from (select id, row_number() over (order by id) as place
            from ${table} where deleted_at is null and ${condition}) numbered`;

/** A firm that was merged away goes by the ref of the one that it is now. */
const COMPANY_REFS =
  raw(`recursive own_ref as (${refs('companies', 'C', 'merged_into_id is null')}), chain as (
    select id as company_id, merged_into_id as root_id
      from companies where merged_into_id is not null and deleted_at is null
    union all
    select chain.company_id, c.merged_into_id
      from chain join companies c on c.id = chain.root_id where c.merged_into_id is not null
  ), company_ref as (
    select id, ref from own_ref
    union all
    select chain.company_id, own_ref.ref from chain join own_ref on own_ref.id = chain.root_id)`);

/** What lies outside the reader's centres has no row to refer to, and goes by its id. */
const activityRefs = (bound: Bound): Sql => sql`
  own_activity as (select * from activities where ${inCentre('activities', bound)}),
  activity_ref as (${raw(refs('own_activity', 'A'))})`;

const inCentre = (alias: string, bound: Bound): Sql =>
  bound ? sql`${raw(alias)}.centre_id = any(${bound}::uuid[])` : sql`true`;
const inCentres = (bound: Bound): Sql => (bound ? sql`t.centre_ids && ${bound}::uuid[]` : sql`true`);
const CENTRE_CODES = raw(`(
  select string_agg(z.code, '; ' order by item.place)
    from unnest(t.centre_ids) with ordinality item (id, place) join centres z on z.id = item.id) as centre_codes`);

/** How a cell shows what a record holds, where that is not what it holds: of an end the last day. */
function shown(column: string, type: FieldType | undefined): string {
  if (column === 'ended_on') return 't.ended_on - 1 as last_day';
  if (type === 'textList') return `array_to_string(t.${column}, '; ') as ${column}`;
  return type === 'money' || type === 'quantity' ? `t.${column}::text` : `t.${column}`;
}

/** What the register says of a sheet's records, beside what they refer to. */
function own(sheet: SheetName): Sql {
  const fields = recordFields(sheet);
  const columns = ownColumns(sheet).map((column) => shown(column, fields.get(column)?.type));
  return raw(columns.join(', '));
}

/** The period that holds today, or else the latest: as the lists have it. */
const currentOf = (table: string, condition: string): Sql =>
  raw(`(select distinct on (company_id) * from ${table}
         where deleted_at is null and ${condition}
         order by company_id, ${HELD_FIRST})`);

const STATEMENTS: Record<SheetName, (bound: Bound) => Sql> = {
  programme: () =>
    sql`select t.id, t.version, ${own('programme')} from programmes t where t.deleted_at is null`,
  centres: () => sql`
    select t.id, t.version, ${own('centres')}, hub.code as hub_code
      from centres t left join centres hub on hub.id = t.hub_id
     where t.deleted_at is null order by t.code`,
  companies: () => sql`
    with ${COMPANY_REFS}
    select t.id, t.version, own_ref.ref, kvk.number as kvk_number, t.country, abroad.number as foreign_number, t.name,
           t.organisation_type, t.legal_form, pr.size_class, pr.employees, pr.sbi_code, pr.sbi_version, pr.postcode, pr.municipality,
           pr.province, t.website
      from companies t join own_ref on own_ref.id = t.id
      left join ${currentOf('company_numbers', "scheme = 'KVK'")} kvk on kvk.company_id = t.id
      left join ${currentOf('company_numbers', "scheme <> 'KVK'")} abroad on abroad.company_id = t.id
      left join ${currentOf('company_profiles', 'true')} pr on pr.company_id = t.id
     order by t.id`,
  participations: (bound) => sql`
    with ${COMPANY_REFS}
    select t.id, t.version, c.ref as company_ref, z.code as centre_code, ${own('participations')}
      from participations t join company_ref c on c.id = t.company_id join centres z on z.id = t.centre_id
     where t.deleted_at is null and ${inCentre('t', bound)} order by c.ref, z.code, t.started_on`,
  activities: (bound) => sql`
    with ${activityRefs(bound)}
    select t.id, t.version, a.ref, z.code as centre_code, ${own('activities')}
      from activities t join activity_ref a on a.id = t.id join centres z on z.id = t.centre_id
     order by t.id`,
  attendances: (bound) => sql`
    with ${COMPANY_REFS}, ${activityRefs(bound)}
    select t.id, t.version, a.ref as activity_ref, c.ref as company_ref, ${own('attendances')}
      from attendances t join activity_ref a on a.id = t.activity_id join company_ref c on c.id = t.company_id
     where t.deleted_at is null order by a.ref, c.ref`,
  investments: (bound) => sql`
    with ${COMPANY_REFS}, ${activityRefs(bound)}, own_investment as (${raw(refs('investments', 'I'))})
    select t.id, t.version, i.ref, z.code as centre_code, ${own('investments')},
           c.ref as company_ref, coalesce(a.ref, t.activity_id::text) as activity_ref
      from investments t join own_investment i on i.id = t.id join centres z on z.id = t.centre_id
      left join company_ref c on c.id = t.company_id left join activity_ref a on a.id = t.activity_id
     where ${inCentre('t', bound)} order by t.id`,
  spin_offs: (bound) => sql`
    with ${COMPANY_REFS}, own_spin_off as (${raw(refs('spin_offs', 'S'))})
    select t.id, t.version, s.ref, ${own('spin_offs')}, ${CENTRE_CODES}, c.ref as parent_company_ref
      from spin_offs t join own_spin_off s on s.id = t.id left join company_ref c on c.id = t.parent_company_id
     where ${inCentres(bound)} order by t.id`,
  outcomes: (bound) => sql`
    with ${COMPANY_REFS}, ${activityRefs(bound)}, own_outcome as (${raw(refs('outcomes', 'O'))})
    select t.id, t.version, o.ref, ${own('outcomes')}, c.ref as company_ref, ${CENTRE_CODES},
           coalesce(a.ref, t.activity_id::text) as activity_ref
      from outcomes t join own_outcome o on o.id = t.id join company_ref c on c.id = t.company_id
      left join activity_ref a on a.id = t.activity_id
     where ${inCentres(bound)} order by t.id`,
};

/** What the register holds of a sheet, within the reader's centres. */
export const rowsOfSheet = (
  client: SqlClient,
  sheet: SheetName,
  bound: Bound,
): AsyncGenerator<WorkbookRow[]> => inBatches<WorkbookRow>(client, STATEMENTS[sheet](bound));
