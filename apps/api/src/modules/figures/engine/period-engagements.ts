import { raw, sql, type Sql } from '../../../platform/database/sql';
import { centresRelation, PARTICIPATES, slicesRelation, type EngineContext } from './engine-context';

/**
 * CTE `firm` for a breakdown by period: one row per period and firm, as the plain one, but with one pass over the
 * records instead of one per period. A participation overlaps a run of consecutive periods, so it is a run of bits;
 * OR over a firm's participations gives its periods, and only firms, not records, are multiplied by periods. When
 * `isGrouped` not even firms are, but only the few courses that firms took: a row then stands for `n` firms. When
 * `byLevel` a firm has a row for each level at which it took part.
 */
export function firmsByPeriod(context: EngineContext, { isGrouped = false, byLevel = false } = {}): Sql {
  const { register } = context;
  const level = byLevel ? sql`p.level` : sql`null::text`;
  const strong = sql`p.level >= ${raw(`'${PARTICIPATES}'`)}`;
  const bounds = boundsOf(context);
  return sql`
    with engagement as (
      select p.company_id, ${level} as level,
             bit_or(${run(context, sql`p.first`, sql`p.reached_to`)}) as reached,
             bit_or(${run(context, sql`p.first`, sql`p.reached_to`)}) filter (where ${strong}) as participated,
             bit_or(${run(context, sql`p.first`, sql`p.held_to`)}) filter (where ${strong}) as participating,
             min(p.started_on) filter (where ${strong}) as first_on
        from (
          select p.company_id, p.level, p.started_on,
                 width_bucket(p.started_on - 1, ${bounds.lastDays}) as first,
                 coalesce(width_bucket(least(p.ended_on, z.ended_on) - 1, ${bounds.firstDays}), ${bounds.count}) as reached_to,
                 coalesce(width_bucket(least(p.ended_on, z.ended_on) - 1, ${bounds.lastDays}), ${bounds.count}) as held_to
            from ${register.table('participations')} p
            join ${centresRelation(context)} z on z.id = p.centre_id
           where p.started_on <= ${bounds.end}
          offset 0) p -- the periods' numbers are computed once a record, not once an aggregate
       group by 1, 2
      union all
      select a.company_id, null, bit_or(${run(context, sql`a.first`, sql`a.held_to`)}), null, null, null
        from (
          select a.company_id, width_bucket(v.held_on - 1, ${bounds.lastDays}) as first,
                 width_bucket(v.held_on, ${bounds.firstDays}) as held_to
            from ${register.table('attendances')} a
            join ${register.table('activities')} v on v.id = a.activity_id
            join ${centresRelation(context)} z on z.id = v.centre_id
           where v.held_on between ${bounds.start} and ${bounds.end}
          offset 0) a
       group by a.company_id
    ), united as (
      select coalesce(m.root, e.company_id) as company_id, e.level, bit_or(e.reached) as reached,
             bit_or(e.participated) as participated, bit_or(e.participating) as participating,
             min(e.first_on) as first_on
        from engagement e left join ${register.merged()} m on m.id = e.company_id
       group by 1, 2
    ), course as (${isGrouped ? sameCourses(context) : sql`select u.*, ${firstPeriods(context)}, 1 as n from united u`}
    ), firm as (
      select s.key as cell, u.company_id, u.level, u.n,
             get_bit(u.reached, s.i) + 2 * coalesce(get_bit(u.participated, s.i), 0)
               + 4 * coalesce(get_bit(u.participating, s.i), 0)
               + case when ${BEGINS} then 16 else 0 end as flags
        from course u cross join (
          select s.*, (row_number() over (order by s.d))::int - 1 as i from ${slicesRelation(context)} s) s
       where get_bit(u.reached, s.i) = 1 or ${BEGINS})`;
}

/** The first participation began in the period: no sooner than `first_from`, and before `first_to`. */
const BEGINS = sql`(s.i >= u.first_from and s.i < u.first_to)`;

const firstPeriods = (context: EngineContext): Sql => {
  const { firstDays, lastDays } = boundsOf(context);
  return sql`width_bucket(u.first_on - 1, ${lastDays}) as first_from, width_bucket(u.first_on, ${firstDays}) as first_to`;
};

/** How many firms took each course; only firms that count are in it. */
const sameCourses = (context: EngineContext): Sql => sql`
      select null::uuid as company_id, level, reached, participated, participating, first_from, first_to, count(*) as n
        from (
          select u.*, ${firstPeriods(context)}
            from united u join ${context.register.table('companies')} c on c.id = u.company_id
           where c.organisation_type = 'BUSINESS') u
       group by level, reached, participated, participating, first_from, first_to`;

/** Bits from the one period to just before the other, of as many as there are periods. */
function run({ slices }: EngineContext, from: Sql, to: Sql): Sql {
  const all = raw(`B'${'1'.repeat(slices.length)}'::varbit`);
  return sql`((${all} >> ${from}) & ~(${all} >> ${to}))`;
}

/** The periods' bounds, for width_bucket: how many of the sorted bounds are at or before a day. */
function boundsOf({ slices }: EngineContext) {
  const [first, last] = [slices[0], slices.at(-1)];
  return {
    firstDays: sql`${slices.map(({ from }) => from ?? '-infinity')}::date[]`,
    lastDays: sql`${slices.map(({ to }) => to)}::date[]`,
    start: sql`${first?.from ?? '-infinity'}::date`,
    end: sql`${last?.to ?? '-infinity'}::date`,
    count: raw(String(slices.length)),
  };
}
