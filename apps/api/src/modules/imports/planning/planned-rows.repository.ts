import { NETHERLANDS, sheetOf, shownColumns, type SheetName } from '@fieldlab/domain';
import type { SqlClient } from '../../../platform/database/database';
import type { PlannedKind, PlannedRows } from '../import-request';
import type { PresentColumns } from '../staging/stage-workbook';
import { SHEET_PLANS } from './sheet-plan';

/** Of each kind on each sheet: as many as anybody pages through; the counts say how many there are. */
const MOST_SHOWN = 1_000;
const LONGEST_VALUE = 200;

/** What rows refer to is shown by name, also where that is only being made. */
const JOINS = {
  company: (column: string): string => `
    left join companies own on own.id = p.${column}
    left join company_records made on made.record_id = p.${column}`,
  activity: `
    left join (select distinct on (record_id) record_id, title from planned_activities order by record_id, line) activity
      on activity.record_id = p.activity_id`,
};
const NAMES: Partial<Record<string, string>> = {
  company_ref: 'coalesce(own.name, made.name, p.company_ref)',
  parent_company_ref: 'coalesce(own.name, made.name, p.parent_company_ref)',
  activity_ref: 'coalesce(activity.title, p.activity_ref)',
  last_day: 'p.ended_on - 1',
};
/** The marks of rows and records, which say nothing to who reads. */
const MARKS = new Set(['ref', 'id', 'version']);

/** What the plan will make and fill in, row by row, in the order of the format. */
export async function readPlannedRows(client: SqlClient, present: PresentColumns): Promise<PlannedRows[]> {
  const planned: PlannedRows[] = [];
  for (const { sheet } of SHEET_PLANS) {
    if (!present.has(sheet)) continue;
    await gather(client, { sheet, kind: 'NEW', sql: newRows(sheet) }, planned);
    const filled = FILLED[sheet];
    if (filled !== undefined) await gather(client, { sheet, kind: 'FILLED', sql: filled }, planned);
  }
  return planned;
}

async function gather(
  client: SqlClient,
  { sheet, kind, sql }: { sheet: SheetName; kind: PlannedKind; sql: string },
  planned: PlannedRows[],
): Promise<void> {
  const { rows } = await client.query<PlannedRows['rows'][number] & { found: string }>(sql, [MOST_SHOWN]);
  const found = Number(rows[0]?.found ?? 0);
  if (found > 0) planned.push({ sheet, kind, found, rows: rows.map(({ found: _, ...row }) => row) });
}

/** The first row of each record that will be made. */
function newRows(sheet: SheetName): string {
  const columns = shownColumns(sheetOf(sheet)).filter(({ name }) => !MARKS.has(name));
  const cells = columns.map(({ name, type }) => {
    const value =
      NAMES[name] ?? (type === 'list' ? `nullif(array_to_string(p.${name}, '; '), '')` : `p.${name}`);
    return `'${name}', left((${value})::text, ${LONGEST_VALUE})`;
  });
  const names = new Set(columns.map(({ name }) => name));
  const joins = [
    names.has('company_ref') || names.has('parent_company_ref') ? JOINS.company('company_id') : '',
    names.has('activity_ref') ? JOINS.activity : '',
  ];
  return `
    select p.line as row, p.record_id as "recordId", null as label, p.found,
           jsonb_strip_nulls(jsonb_build_object(${cells.join(', ')})) as cells
      from (select *, count(*) over () as found from (
              select distinct on (record_id) * from planned_${sheet} where standing = 'NEW' order by record_id, line) made
             order by line limit $1) p
      ${joins.join('')}
     order by p.line`;
}

const FILLED: Partial<Record<SheetName, string>> = {
  centres: `
    select at.line as row, f.record_id as "recordId",
           c.name as label, count(*) over () as found,
           jsonb_strip_nulls(jsonb_build_object(
             'type', f.type, 'hub_code', hub.code, 'province', f.province, 'municipality', left(f.municipality, ${LONGEST_VALUE}),
             'technologies', nullif(left(array_to_string(f.technologies, '; '), ${LONGEST_VALUE}), ''), 'started_on', f.started_on,
             'last_day', f.ended_on - 1, 'website', left(f.website, ${LONGEST_VALUE}))) as cells
      from centre_fills f
      join centres c on c.id = f.record_id
      join (select record_id, min(line) as line from planned_centres group by record_id) at on at.record_id = f.record_id
      left join known_centres hub on hub.id = f.hub_id
     order by 1 limit $1`,
  companies: `
    with filled as (
      select record_id, jsonb_strip_nulls(to_jsonb(f) - 'record_id' - 'profile_id') as cells from company_fills f
      union all
      select n.record_id, jsonb_build_object(
               case when n.scheme = '${NETHERLANDS.companyNumber.scheme}' then 'kvk_number' else 'foreign_number' end, n.number)
        from number_fills n join company_records r on r.record_id = n.record_id where not r.is_new
    )
    select r.line as row, r.record_id as "recordId", c.name as label, count(*) over () as found,
           jsonb_object_agg(cell.key, left(cell.value, ${LONGEST_VALUE})) as cells
      from filled f
      join company_records r on r.record_id = f.record_id
      join companies c on c.id = f.record_id
     cross join lateral jsonb_each_text(f.cells) cell
     group by r.line, r.record_id, c.name
     order by r.line limit $1`,
  participations: `
    select at.line as row, f.record_id as "recordId", concat_ws(' · ', company.name, centre.name) as label, count(*) over () as found,
           jsonb_strip_nulls(jsonb_build_object('last_day', f.ended_on - 1, 'note', left(f.note, ${LONGEST_VALUE}))) as cells
      from participation_fills f
      join participations record on record.id = f.record_id
      join (select record_id, min(line) as line from planned_participations group by record_id) at
        on at.record_id = f.record_id
      join companies company on company.id = record.company_id
      join centres centre on centre.id = record.centre_id
     order by 1 limit $1`,
};
