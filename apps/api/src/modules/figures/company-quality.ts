import type { CompanyQuality } from '@fieldlab/domain';
import type { SqlClient } from '../../platform/database/database';
import { listOfIds, rowsOf, sql } from '../../platform/database/sql';
import type { RegisterAt } from './engine/register-at';

/**
 * How sure a number of companies is: what is not known of the firms that were counted, and between which numbers it
 * lies while nobody has decided which of them are the same.
 */
export async function qualityOf(
  client: SqlClient,
  register: RegisterAt,
  companyIds: readonly string[],
  asOf: string,
): Promise<Omit<CompanyQuality, 'unconfirmed'>> {
  const [row] = await rowsOf<{ withoutNumber: string; withoutSizeClass: string }>(
    client,
    sql`
      select count(*) filter (where not exists (
               select from ${register.table('company_numbers')} n where n.company_id = c.id)) as "withoutNumber",
             count(*) filter (where not exists (
               select from ${register.table('company_profiles')} p where p.company_id = c.id and p.size_class is not null
                  and (p.valid_from is null or p.valid_from <= ${asOf}::date)
                  and (p.valid_to is null or ${asOf}::date < p.valid_to))) as "withoutSizeClass"
        from unnest(${listOfIds(companyIds)}::uuid[]) c (id)`,
  );
  const pairs = await openPairs(client, register, companyIds);
  const merged = mergeable(pairs);
  return {
    withoutNumber: Number(row?.withoutNumber ?? 0),
    withoutSizeClass: Number(row?.withoutSizeClass ?? 0),
    inOpenDuplicates: merged.firms,
    between: [companyIds.length - (merged.firms - merged.groups), companyIds.length],
  };
}

/** Pairs on the duplicates list of which nobody has decided, both of them counted. */
async function openPairs(
  client: SqlClient,
  register: RegisterAt,
  companyIds: readonly string[],
): Promise<[string, string][]> {
  const rows = await rowsOf<{ one: string; other: string }>(
    client,
    sql`with counted as (select unnest(${listOfIds(companyIds)}::uuid[]) as id),
             root as (select c.id, coalesce(m.root, c.id) as root
                        from ${register.table('companies')} c left join ${register.merged()} m on m.id = c.id)
        select a.root as one, b.root as other
          from duplicate_candidates d
          join root a on a.id = d.company_id join root b on b.id = d.other_company_id
         where d.decision is null and d.is_current and a.root <> b.root
           and a.root in (select id from counted) and b.root in (select id from counted)`,
  );
  return rows.map(({ one, other }) => [one, other]);
}

/** How many firms stand in open pairs, and how many would remain if every pair were one firm. */
function mergeable(pairs: readonly [string, string][]): { firms: number; groups: number } {
  const leader = new Map<string, string>();
  const find = (id: string): string => {
    const next = leader.get(id) ?? id;
    return next === id ? id : find(next);
  };
  for (const [one, other] of pairs) {
    for (const id of [one, other]) if (!leader.has(id)) leader.set(id, id);
    leader.set(find(one), find(other));
  }
  const groups = new Set([...leader.keys()].map(find));
  return { firms: leader.size, groups: groups.size };
}
