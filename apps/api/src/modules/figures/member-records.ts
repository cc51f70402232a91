import type { FigureMember, MemberRecord } from '@fieldlab/domain';
import { empty, rowsOf, sql, type Sql } from '../../platform/database/sql';
import type { EngineContext, MemberRow } from './engine/engine-context';
import type { RegisterAt } from './engine/register-at';

/** Of what many records made a member count, the first so many are told, and how many there are. */
const MOST_RECORDS = 10;

interface RecordRow {
  member: string;
  resource: string;
  id: string;
  label: string | null;
  on: string | null;
  total: number;
}

/** What makes firms count, by indicator; all others count or add up the records themselves. */
const OF_FIRMS: Readonly<Record<string, (context: EngineContext) => Sql>> = {
  companies_reached: (context) => sql`${participations(context, overlapping(context))}
    union all ${attendances(context)}`,
  companies_participated: (context) => participations(context, taking(overlapping(context))),
  companies_participating: (context) => participations(context, taking(holding(context))),
  companies_new: (context) => participations(context, taking(begun(context))),
  sme_share: (context) => participations(context, taking(overlapping(context))),
  participations: (context) => participations(context, taking(overlapping(context))),
  production_starts: productionStarts,
};

/**
 * The members of a page, each with the records that made it count and their evidence, as known at the same instant.
 * Of groups and centres there are none.
 */
export async function withRecords(
  context: EngineContext,
  indicator: string,
  rows: readonly MemberRow[],
): Promise<FigureMember[]> {
  const found = await recordsBehind(context, indicator, rows);
  const evidence = await evidenceOf(
    context,
    found.map(({ id }) => id),
  );
  return rows.map((row) => {
    const own = found.filter(({ member }) => member === row.id);
    return {
      ...row,
      recordCount: own[0]?.total ?? 0,
      records: own.map(({ resource, id, label, on }): MemberRecord => {
        return { resource, id, label: label ?? row.label, on, evidence: evidence.get(id) ?? [] };
      }),
    };
  });
}

async function recordsBehind(
  context: EngineContext,
  indicator: string,
  rows: readonly MemberRow[],
): Promise<RecordRow[]> {
  const ofFirms = OF_FIRMS[indicator];
  if (rows[0]?.resource === 'centres' || context.countBy === 'group') return [];
  if (!ofFirms) {
    return rows.map(({ resource, id }) => ({ member: id, resource, id, label: null, on: null, total: 1 }));
  }
  const isPair = indicator === 'participations';
  const firms = [...new Set(rows.map(({ id }) => id.split(':')[0] ?? ''))];
  const member = isPair ? sql`r.firm || ':' || r.centre` : sql`r.firm::text`;
  const first = indicator === 'companies_new' ? sql`where place = 1` : empty;
  return rowsOf<RecordRow & Record<string, unknown>>(
    context.client,
    sql`with family as (
          select firm as id, firm from unnest(${firms}::uuid[]) firm
          union select m.id, m.root from ${context.register.merged()} m where m.root = any(${firms}::uuid[])),
        record as (${ofFirms(context)}),
        placed as (
          select ${member} as member, r.resource, r.id::text, r.label, r."on",
                 row_number() over (partition by ${member} order by r."on", r.id) as place,
                 count(*) over (partition by ${member})::int as total
            from record r)
        select member, resource, id, label, "on", case when ${indicator}::text = 'companies_new' then 1 else total end as total
          from (select * from placed ${first}) p
         where place <= ${MOST_RECORDS} and member = any(${rows.map(({ id }) => id)}::text[])
         order by member, place`,
  );
}

const centreIds = ({ centres }: EngineContext): string[] => centres.map(({ id }) => id);
const sliceOf = ({ slices }: EngineContext): { from: string | null; to: string } => {
  const slice = slices.at(-1);
  if (!slice) throw new Error('A figure is of a period.');
  return slice;
};

/** Participations of the firms of the page in the scope's centres, of the level to which the cell narrows. */
function participations(context: EngineContext, condition: Sql): Sql {
  const { register, only } = context;
  const level = only?.by === 'level' ? sql`and t.level::text = ${only.key}` : empty;
  return sql`
    select f.firm, t.centre_id as centre, 'participations' as resource, t.id, z.name as label, t.started_on as "on"
      from family f join ${register.table('participations')} t on t.company_id = f.id
      join ${register.table('centres')} z on z.id = t.centre_id
     where t.centre_id = any(${centreIds(context)}::uuid[]) and ${condition} ${level}`;
}

const END = sql`least(coalesce(t.ended_on, 'infinity'), coalesce(z.ended_on, 'infinity'))`;

function overlapping(context: EngineContext): Sql {
  const { from, to } = sliceOf(context);
  return sql`t.started_on <= ${to}::date and (${from}::date is null or ${END} > ${from}::date)`;
}
function holding(context: EngineContext): Sql {
  const { to } = sliceOf(context);
  return sql`t.started_on <= ${to}::date and ${END} > ${to}::date and z.started_on <= ${to}::date`;
}
const begun = (context: EngineContext): Sql => sql`t.started_on <= ${sliceOf(context).to}::date`;
const taking = (condition: Sql): Sql => sql`t.level in ('PARTICIPANT', 'PARTNER') and ${condition}`;

function attendances(context: EngineContext): Sql {
  const { register, only } = context;
  const { from, to } = sliceOf(context);
  const isAsked = only?.by !== 'level' || only.key === 'unknown';
  return sql`
    select f.firm, a.centre_id, 'attendances', t.id, a.title, a.held_on
      from family f join ${register.table('attendances')} t on t.company_id = f.id
      join ${register.table('activities')} a on a.id = t.activity_id
     where ${isAsked}::boolean and a.centre_id = any(${centreIds(context)}::uuid[])
       and a.held_on <= ${to}::date and (${from}::date is null or a.held_on >= ${from}::date)`;
}

function productionStarts(context: EngineContext): Sql {
  const { from, to } = sliceOf(context);
  return sql`
    select f.firm, null::uuid as centre, 'outcomes' as resource, t.id, t.title as label, t.achieved_on as "on"
      from family f join ${context.register.table('outcomes')} t on t.company_id = f.id
     where t.kind = 'PRODUCTION_START' and t.centre_ids && ${centreIds(context)}::uuid[]
       and t.achieved_on <= ${to}::date and (${from}::date is null or t.achieved_on >= ${from}::date)`;
}

/** What was handed in for these records: files, links, and the link that stands in a record itself. */
async function evidenceOf(
  { client, register }: Pick<EngineContext, 'client' | 'register'>,
  ids: readonly string[],
): Promise<Map<string, MemberRecord['evidence']>> {
  const rows = await rowsOf<{ recordId: string } & MemberRecord['evidence'][number]>(
    client,
    sql`select e.record_id as "recordId", e.id, coalesce(e.title, e.file_name, e.url) as name, e.url
          from ${register.table('evidence')} e where e.record_id = any(${ids}::uuid[])
        union all ${linkIn(register, 'spin_offs', ids)} union all ${linkIn(register, 'outcomes', ids)}
        order by 3, 2`,
  );
  const found = new Map<string, MemberRecord['evidence']>();
  for (const { recordId, ...one } of rows) found.set(recordId, [...(found.get(recordId) ?? []), one]);
  return found;
}

const linkIn = (register: RegisterAt, table: 'spin_offs' | 'outcomes', ids: readonly string[]): Sql => sql`
  select t.id, null::uuid, t.evidence_url, t.evidence_url from ${register.table(table)} t
   where t.id = any(${ids}::uuid[]) and t.evidence_url is not null`;
