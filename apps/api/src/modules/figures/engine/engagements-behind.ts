import { PARTICIPATION_LEVELS, UNKNOWN_CELL } from '@fieldlab/domain';
import { empty, rowsOf, sql, type Sql } from '../../../platform/database/sql';
import { STRONG_FROM } from '../columns/engagements';
import type { EngineContext, MemberRow, RecordBehind } from './engine-context';
import { BEGAN, PARTICIPATED, PARTICIPATING, REACHED, type FlagTest } from './firm-flags';
import { MOST_BEHIND } from './member-page';

/** What sets each flag by which firms are counted: engagements (firm, centre, resource, id, label, on). */
const ENGAGEMENTS: ReadonlyMap<number, (context: EngineContext) => Sql> = new Map([
  [
    REACHED,
    (context) => sql`${participations(context, overlapping(context))} union all ${attendances(context)}`,
  ],
  [PARTICIPATED, (context) => participations(context, taking(overlapping(context)))],
  [PARTICIPATING, (context) => participations(context, taking(holding(context)))],
  [BEGAN, (context) => participations(context, taking(begun(context)))],
]);

/** What set the flags of these firms, or pairs of a firm and a centre; of a new firm the engagement that made it new. */
export async function engagementsBehind(
  context: EngineContext,
  { mask, is = mask }: FlagTest,
  members: readonly MemberRow[],
): Promise<RecordBehind[]> {
  const engagements = ENGAGEMENTS.get(is);
  if (!engagements) throw new Error(`Nothing is known to set the flags ${is}`);
  const ids = members.map(({ id }) => id);
  const firms = [...new Set(ids.map((id) => id.split(':')[0] ?? ''))];
  const member = ids.some((id) => id.includes(':')) ? sql`r.firm || ':' || r.centre` : sql`r.firm::text`;
  return rowsOf<RecordBehind & Record<string, unknown>>(
    context.client,
    sql`with family as (
          select firm as id, firm from unnest(${firms}::uuid[]) firm
          union select m.id, m.root from ${context.register.merged()} m where m.root = any(${firms}::uuid[])),
        record as (
          select ${member} as member, r.resource, r.id::text, r.label, r."on",
                 row_number() over (partition by ${member} order by r."on", r.id) as place
            from (${engagements(context)}) r),
        told as (
          select *, count(*) over (partition by member)::int as total
            from record where place = 1 or not ${is === BEGAN}::boolean)
        select member, resource, id, label, "on", total from told
         where place <= ${MOST_BEHIND} and member = any(${ids}::text[]) order by member, place`,
  );
}

const centreIds = ({ centres }: EngineContext): string[] => centres.map(({ id }) => id);
const sliceOf = ({ slices }: EngineContext): { from: string | null; to: string } => {
  const slice = slices.at(-1);
  if (!slice) throw new Error('A figure is of a period.');
  return slice;
};

/** Participations of the family in the scope's centres, of the level to which the cell narrows. */
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
const taking = (condition: Sql): Sql =>
  sql`t.level::text = any(${PARTICIPATION_LEVELS.slice(STRONG_FROM)}::text[]) and ${condition}`;

function attendances(context: EngineContext): Sql {
  const { register, only } = context;
  const { from, to } = sliceOf(context);
  const isAsked = only?.by !== 'level' || only.key === UNKNOWN_CELL;
  return sql`
    select f.firm, a.centre_id, 'attendances', t.id, a.title, a.held_on
      from family f join ${register.table('attendances')} t on t.company_id = f.id
      join ${register.table('activities')} a on a.id = t.activity_id
     where ${isAsked}::boolean and a.centre_id = any(${centreIds(context)}::uuid[])
       and a.held_on <= ${to}::date and (${from}::date is null or a.held_on >= ${from}::date)`;
}
