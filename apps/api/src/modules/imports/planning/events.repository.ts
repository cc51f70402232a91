import { sheetOf } from '@fieldlab/domain';
import type { SqlClient } from '../../../platform/database/database';
import {
  claimEqual,
  claimKnown,
  leaveOutDangling,
  leaveOutDeleted,
  planNew,
  registeredLike,
} from './claims.repository';
import { planById, type ByIdOptions } from './by-id.repository';
import { COMPARISONS } from './compared-columns';
import { fingerprintOf } from './fingerprint.repository';
import { addRegistered } from './registered-refs.repository';
import { ACTIVITIES, INVESTMENTS, OUTCOMES, SPIN_OFFS, type SheetPlan } from './sheet-plan';

/** A reference of a row: the column with the ref or code, and where it is looked up. */
export interface Reference {
  column: string;
  target: 'company_refs' | 'activity_refs' | 'known_centres';
}

export const COMPANY: Reference = { column: 'company_ref', target: 'company_refs' };
const PARENT: Reference = { column: 'parent_company_ref', target: 'company_refs' };
export const ACTIVITY: Reference = { column: 'activity_ref', target: 'activity_refs' };
export const CENTRE: Reference = { column: 'centre_code', target: 'known_centres' };

const IDS = {
  company_refs: { key: 'ref', id: 'record_id', as: 'company_id' },
  activity_refs: { key: 'ref', id: 'record_id', as: 'activity_id' },
  known_centres: { key: 'code', id: 'id', as: 'centre_id' },
} as const;

/**
 * Makes `planned_<sheet>`: the staged rows with their references resolved. `dangling` is a reference that was found
 * but left out. `lists` adds the centres of rows that name several.
 */
export async function makePlanned(
  client: SqlClient,
  plan: SheetPlan,
  references: readonly Reference[],
  lists = false,
): Promise<void> {
  const resolved = references.map(({ target }, index) => `r${index}.${IDS[target].id} as ${IDS[target].as}`);
  const joins = references.map(
    ({ column, target }, index) =>
      `left join ${target} r${index} on r${index}.${IDS[target].key} = s.${column}`,
  );
  const dangling = references.map(({ column }, index) => `when r${index}.left_out then s.${column}`);
  const company = references.some(({ target }) => target === 'company_refs');
  await client.query(`
    create temp table planned_${plan.sheet} on commit drop as
    select resolved.*, ${fingerprintOf(plan, 'resolved')} as fingerprint,
           null::uuid as record_id, null::text as standing, null::text[] as changed
      from (
        select s.*, ${[...resolved, ...(company ? [] : ['null::uuid as company_id'])].join(', ')},
               ${lists ? 'centres.centre_ids,' : ''} ${hasRef(plan) ? '' : 'null::text as ref,'}
               ${danglingOf(dangling, lists)} as dangling
          from staged_${plan.sheet} s
          ${joins.join('\n          ')}
          ${lists ? centreLists(plan) : ''}
      ) resolved`);
  await client.query(`analyze planned_${plan.sheet}`);
}

const hasRef = ({ sheet }: SheetPlan): boolean => sheetOf(sheet).columns.some(({ name }) => name === 'ref');

const danglingOf = (cases: readonly string[], lists: boolean): string =>
  cases.length === 0 && !lists
    ? 'null::text'
    : `case ${cases.join(' ')} ${lists ? 'when centres.left_out is not null then centres.left_out' : ''} end`;

/** The centres of every row that names several, in its order, each once. */
const centreLists = ({ sheet }: SheetPlan): string => `
          left join (
            select line, array_agg(id order by place) as centre_ids, min(code) filter (where left_out) as left_out
              from (
                select s.line, known.id, min(known.code) as code, min(item.place) as place, bool_or(known.left_out) as left_out
                  from staged_${sheet} s
                 cross join unnest(s.centre_codes) with ordinality item (code, place)
                  join known_centres known on known.code = item.code
                 group by s.line, known.id
              ) named
             group by line
          ) centres on centres.line = s.line`;

/** Activities, and after them everything else that is registered when all of its columns are equal. */
export async function planActivities(client: SqlClient, options: ByIdOptions): Promise<void> {
  await makePlanned(client, ACTIVITIES, [CENTRE]);
  await planById(client, COMPARISONS.activities, options);
  await planByAllColumns(client, ACTIVITIES, 'p.centre_id = record.centre_id and p.held_on = record.held_on');
  await client.query(`
    create temp table activity_refs on commit drop as
    select distinct on (ref) ref, record_id, standing = 'LEFT_OUT' as left_out
      from planned_activities where ref is not null order by ref, line`);
  await addRegistered(client, 'activities', 'activity_ref');
  await client.query('analyze activity_refs');
}

export async function planInvestments(client: SqlClient, options: ByIdOptions): Promise<void> {
  await makePlanned(client, INVESTMENTS, [CENTRE, COMPANY, ACTIVITY]);
  await planById(client, COMPARISONS.investments, options);
  await planByAllColumns(
    client,
    INVESTMENTS,
    'p.centre_id = record.centre_id and p.dated_on = record.dated_on',
  );
}

export async function planSpinOffs(client: SqlClient, options: ByIdOptions): Promise<void> {
  await makePlanned(client, SPIN_OFFS, [PARENT], true);
  await planById(client, COMPARISONS.spin_offs, options);
  await planByAllColumns(client, SPIN_OFFS, 'p.name = record.name and p.founded_on = record.founded_on');
}

export async function planOutcomes(client: SqlClient, options: ByIdOptions): Promise<void> {
  await makePlanned(client, OUTCOMES, [COMPANY, ACTIVITY], true);
  await planById(client, COMPARISONS.outcomes, options);
  await planByAllColumns(client, OUTCOMES, 'p.title = record.title and p.achieved_on = record.achieved_on');
}

async function planByAllColumns(client: SqlClient, plan: SheetPlan, narrowing: string): Promise<void> {
  await claimKnown(client, plan);
  await claimEqual(client, plan, registeredLike(plan, narrowing));
  await leaveOutDeleted(client, plan);
  await leaveOutDangling(client, plan);
  await planNew(client, plan);
}
