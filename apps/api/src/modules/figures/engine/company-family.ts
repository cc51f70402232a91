import { UNKNOWN_CELL } from '@fieldlab/domain';
import { empty, raw, rowsOf, sql, type Sql } from '../../../platform/database/sql';
import { centreCellsBy } from './centre-cells';
import { centreCellsRelation, centresRelation, slicesRelation, PERIODS, TOTAL } from './engine-context';
import type { CellValues, EngineContext, FigureFamily, MemberPage, PageRequest } from './engine-context';
import { groupHeads } from './groups';
import { page } from './member-page';
import {
  BEGAN,
  BEGAN_BEFORE,
  bits,
  FLAGS,
  has,
  PARTICIPATED,
  PARTICIPATING,
  passes,
  REACHED,
  STRONG,
  type FirmsOptions,
  type FlagTest,
} from './firm-flags';
import { firmsByPeriod } from './period-engagements';
import { pairMembers } from './pair-members';
import { profileCell, profilesOnSlice } from './profile-columns';

/** Per indicator: which firms count, and what one aggregate makes of them (over f, with s and pr at hand). */
const COUNTED: Record<string, { test: FlagTest; also?: Sql; value?: Sql }> = {
  companies_reached: { test: { mask: REACHED } },
  companies_participated: { test: { mask: PARTICIPATED } },
  companies_participating: { test: { mask: PARTICIPATING } },
  companies_new: { test: { mask: BEGAN | BEGAN_BEFORE, is: BEGAN } },
  participations: { test: { mask: PARTICIPATED }, value: sql`sum(bit_count(f.pairs))` },
  sme_share: {
    test: { mask: PARTICIPATED },
    also: sql`pr.size_class is not null`,
    // Half up to one decimal; numeric division keeps the quotient exact enough for that.
    value: sql`round(100.0 * count(*) filter (where ${has(PARTICIPATED)} and pr.size_class < 'LARGE')
      / nullif(count(*) filter (where ${has(PARTICIPATED)} and pr.size_class is not null), 0), 1)`,
  },
};

/** These look at what a firm was like on the slice's last day. */
const OF_PROFILES = ['sme_share'];

/**
 * The indicators that count firms: one pass over participations and attendances groups them by company, a second,
 * small one brings merged companies together. Pairs are counted by a bit per centre, so they need no pass of their own.
 */
export const companyFamily: FigureFamily = {
  indicators: Object.keys(COUNTED),

  async measure(context, indicators) {
    const pairs = indicators.filter((code) => code === 'participations');
    if (!isPeriodic(context) || pairs.length === 0) return measureFirms(context, indicators);
    // Pairs by period are counted by a pass a period; the firms are spared it.
    const rest = indicators.filter((code) => code !== 'participations');
    const firms = rest.length > 0 ? await measureFirms(context, rest) : new Map<string, CellValues>();
    return new Map([...firms, ...(await measureFirms(context, pairs))]);
  },

  async members(context, indicator, request) {
    if (indicator === 'participations') return pairMembers(context, request);
    if (context.countBy === 'group') return groupMembers(context, indicator, request);
    return page(
      context.client,
      sql`${firms(context)} select 'companies' as resource, c.id::text as id, c.name as label ${fromFirms(context)}
        and ${isCounted(indicator)} ${onlyCell(context)}`,
      request,
    );
  },

  beginsWith: (indicator) => (indicator === 'companies_reached' ? indicator : 'companies_participated'),

  async earliest(context, indicator) {
    const [row] = await rowsOf<{ date: string | null }>(
      context.client,
      sql`select min(e.date) as date
        from (${engagementDates(context, indicator === 'companies_reached')}) e
        left join ${context.register.merged()} m on m.id = e.company_id
        join ${context.register.table('companies')} c on c.id = coalesce(m.root, e.company_id)
       where c.organisation_type = 'BUSINESS'`,
    );
    return row?.date ?? null;
  },
};

async function measureFirms(
  context: EngineContext,
  indicators: readonly string[],
): Promise<Map<string, CellValues>> {
  const way = wayTo(context, indicators);
  const columns = indicators.map(
    (code, index) => sql`, (${aggregate(code, way)})::text as ${raw(`m${index}`)}`,
  );
  const rows = await rowsOf<Record<string, string | null>>(
    context.client,
    sql`${way.firms} select ${way.cell ?? cellOf(context)} as cell ${concat(columns)} ${way.from} group by 1`,
  );
  return new Map(
    indicators.map((code, index): [string, CellValues] => [
      code,
      new Map(rows.flatMap((row) => pair(row.cell ?? TOTAL, row[`m${index}`]))),
    ]),
  );
}

/** How firms are come by: the CTE `firm`, and what else is needed of them. */
interface Way {
  firms: Sql;
  from: Sql;
  /** A row stands for as many firms as its `n` says. */
  isGrouped: boolean;
  /** The cell of a row, where it is not read off the firm. */
  cell?: Sql;
}

/** The quickest way; pairs by period need the plain one, and firms that are looked at one by one are not grouped. */
function wayTo(context: EngineContext, indicators: readonly string[]): Way {
  const pairs = indicators.includes('participations');
  const profiles =
    profileCell(context.by, context) !== undefined || indicators.some((code) => OF_PROFILES.includes(code));
  const from = fromFirms(context, { profiles });
  const reached = indicators.includes('companies_reached');
  // Of a group each firm's beginning counts, which the quicker ways do not keep.
  if (context.countBy === 'group')
    return {
      firms: groups(context, { reached }),
      from: sql`from grouped f`,
      isGrouped: false,
      cell: sql`f.cell`,
    };
  if (!isPeriodic(context) || pairs)
    return { firms: firms(context, { pairs, reached }), from, isGrouped: false };
  if (profiles) return { firms: firmsByPeriod(context), from, isGrouped: false };
  return { firms: firmsByPeriod(context, { isGrouped: true }), from: sql`from firm f`, isGrouped: true };
}

/**
 * CTE `grouped` after `firm`: per cell and group what its firms are together. A group lies in each cell in which one of
 * its firms lies, by that firm's own profile.
 */
function groups(context: EngineContext, options: FirmsOptions = {}): Sql {
  return sql`${firms(context, options)}, grouped as (
    select ${cellOf(context)} as cell, coalesce(h.head, c.id) as company_id, bit_or(f.flags) as flags
      ${fromFirms(context, { joins: sql`left join ${groupHeads(context)} h on h.id = c.id and h.key = s.key` })}
      ${onlyCell(context)} group by 1, 2)`;
}

/** The groups that were counted, by the firm at their head. */
const groupMembers = (context: EngineContext, indicator: string, request: PageRequest): Promise<MemberPage> =>
  page(
    context.client,
    sql`${groups(context)} select 'companies' as resource, c.id::text as id, c.name as label
      from grouped f join ${context.register.table('companies')} c on c.id = f.company_id
     where ${isCounted(indicator)}`,
    request,
  );

function aggregate(code: string, { isGrouped }: Way): Sql {
  const { value } = counted(code);
  const firm = isCounted(code);
  if (isGrouped) return sql`coalesce(sum(f.n) filter (where ${firm}), 0)`;
  // A ratio filters within; a filter around it would be a syntax error.
  return code === 'sme_share' && value ? value : sql`${value ?? sql`count(*)`} filter (where ${firm})`;
}

const isPeriodic = ({ by }: EngineContext): boolean => by !== undefined && PERIODS.includes(by);

const pair = (cell: string, value: string | null | undefined): [string, string][] =>
  value === null || value === undefined ? [] : [[cell, value]];

const concat = (parts: Sql[]): Sql => parts.reduce((all, part) => sql`${all}${part}`, empty);

function counted(code: string) {
  const definition = COUNTED[code];
  if (!definition) throw new Error(`${code} does not count companies`);
  return definition;
}

function isCounted(code: string): Sql {
  const { test, also } = counted(code);
  return also ? sql`${passes(test)} and ${also}` : passes(test);
}

/** Which firms each indicator counts, for who reads the flags himself. */
export const flagTests = (): Record<string, FlagTest> =>
  Object.fromEntries(
    Object.entries(COUNTED).flatMap(([code, { test, also }]) => (also ? [] : [[code, test]])),
  );

const cellOf = (context: EngineContext): Sql => profileCell(context.by, context) ?? sql`f.cell`;

export function onlyCell(context: EngineContext): Sql {
  const { only } = context;
  return only ? sql`and ${profileCell(only.by, context) ?? sql`f.cell`} = ${only.key}` : empty;
}

/** The cell of a participation or attendance, where the dimension is theirs and not the firm's. */
function engagementCell(context: EngineContext, level: Sql): Sql {
  const by = context.only?.by ?? context.by;
  if (by === 'level') return level;
  if (by !== undefined && PERIODS.includes(by)) return sql`s.key`;
  return centreCells(context) ? sql`k.key` : sql`${TOTAL}::text`;
}

const centreCells = ({ by, provinceOf }: EngineContext) =>
  by === 'province' && provinceOf === 'company' ? undefined : centreCellsBy(by);

function joinCentreCells(context: EngineContext, centreId: Sql): Sql {
  const cellsOf = centreCells(context);
  return cellsOf
    ? sql`join ${centreCellsRelation(context, cellsOf)} k (centre_id, key) on k.centre_id = ${centreId}`
    : empty;
}

/**
 * CTE `firm`: per cell and firm (after merges) its flags; with `pairs` or `dates`, which each cost a second aggregate
 * over all records, also its centres or the start of its first participation. Who asks nothing of the firms that were
 * only `reached` is spared what that takes by level.
 */
export function firms(
  context: EngineContext,
  { dates = false, pairs = false, reached = true, cellOf = engagementCell }: FirmsOptions = {},
): Sql {
  const { register } = context;
  const byLevel = reached && (context.only?.by ?? context.by) === 'level';
  const centres = pairs ? sql`bit_or(p.bit) filter (where p.flags & ${bits(PARTICIPATED)} > 0)` : NO_CENTRES;
  const firstOn = dates ? sql`min(p.started_on) filter (where p.strong)` : sql`null::date`;
  return sql`
    with engagement as (
      select p.cell, p.company_id, bit_or(p.flags) as flags, ${firstOn} as first_on,
             ${centres} as pairs
        from (
          select ${cellOf(context, sql`p.level::text`)} as cell, p.company_id, p.started_on,
                 ${STRONG} as strong, z.bit, ${FLAGS} as flags
            from ${register.table('participations')} p
            join ${centresRelation(context)} z on z.id = p.centre_id
            ${joinCentreCells(context, sql`p.centre_id`)}
            cross join ${slicesRelation(context)} s
           where p.started_on <= s.d
          offset 0) p -- the flags are computed once a record, not once an aggregate
       group by 1, 2
      union all
      select ${cellOf(context, sql`${UNKNOWN_CELL}::text`)} as cell, a.company_id, ${raw(String(REACHED))}, null, null
        from ${register.table('attendances')} a
        join ${register.table('activities')} v on v.id = a.activity_id
        join ${centresRelation(context)} z on z.id = v.centre_id
        ${joinCentreCells(context, sql`v.centre_id`)}
        cross join ${slicesRelation(context)} s
       where v.held_on <= s.d and (s.f is null or v.held_on >= s.f)
       group by 1, 2
    ), united as (
      select e.cell, coalesce(m.root, e.company_id) as company_id, bit_or(e.flags) as flags,
             min(e.first_on) as first_on, bit_or(e.pairs) as pairs
        from engagement e left join ${register.merged()} m on m.id = e.company_id
       group by 1, 2
    ), firm as (${byLevel ? REACHED_BY_ATTENDANCE_ALONE : sql`select * from united`})`;
}

const NO_CENTRES = sql`null::varbit`;

/** By level, an attendance counts as "unknown" only for a firm that no participation reached. */
const REACHED_BY_ATTENDANCE_ALONE = sql`
  select cell, company_id,
         case when cell = ${UNKNOWN_CELL} and bool_or(cell <> ${UNKNOWN_CELL} and flags & ${bits(REACHED)} > 0) over (partition by company_id)
              then 0 else flags end as flags, first_on, pairs
    from united`;

/** The firms with what they are; with `profiles` also with what they were like on the slice's last day, as pr. */
export function fromFirms(
  context: EngineContext,
  { profiles = true, sliceOf, joins = empty }: { profiles?: boolean; sliceOf?: Sql; joins?: Sql } = {},
): Sql {
  const slice = sliceOf ?? (isPeriodic(context) ? sql`f.cell` : undefined);
  const onSlice = slice ? sql`s.key = ${slice}` : sql`true`;
  return sql`
    from firm f
    join ${context.register.table('companies')} c on c.id = f.company_id
    join ${slicesRelation(context)} s on ${onSlice}
    ${profiles ? profilesOnSlice(context) : empty}
    ${joins}
   where c.organisation_type = 'BUSINESS'`;
}

function engagementDates(context: EngineContext, reached: boolean): Sql {
  const { register } = context;
  const participations = sql`
    select p.company_id, p.started_on as date from ${register.table('participations')} p
      join ${centresRelation(context)} z on z.id = p.centre_id cross join ${slicesRelation(context)} s
     where p.started_on <= s.d ${reached ? empty : sql`and ${STRONG}`}`;
  if (!reached) return participations;
  return sql`${participations} union all
    select a.company_id, v.held_on from ${register.table('attendances')} a
      join ${register.table('activities')} v on v.id = a.activity_id
      join ${centresRelation(context)} z on z.id = v.centre_id cross join ${slicesRelation(context)} s
     where v.held_on <= s.d`;
}
