import type { EditionMembers, Indicator } from '@fieldlab/domain';
import { listOfIds, rowsOf, sql, type Sql } from '../../platform/database/sql';
import { sortedInTurns } from '../../platform/work/in-turns';
import type { EngineContext } from './engine/engine-context';
import { familyOf } from './engine/measure';
import type { CountedTable, RegisterAt } from './engine/register-at';

const TABLES: Record<string, CountedTable> = {
  centres: 'centres',
  companies: 'companies',
  'spin-offs': 'spin_offs',
  attendances: 'attendances',
  outcomes: 'outcomes',
  investments: 'investments',
};
/** Everything: a page of this many is never full. */
const ALL = { limit: 2 ** 31 - 1, offset: 0 };

/** So many are read at once, in some milliseconds. */
const IDS_AT_ONCE = 5000;

/** The records behind a figure with the version of each that was counted, by id; in turns, for they may be many. */
export async function membersWithVersions(
  context: EngineContext,
  indicator: Indicator,
): Promise<EditionMembers['members']> {
  const asked = { ...context, placedBy: indicator.placedBy };
  const { rows } = await familyOf(indicator).members(asked, indicator.code, ALL);
  const [first] = rows;
  if (!first) return [];
  const members: EditionMembers['members'] = [];
  for (let from = 0; from < rows.length; from += IDS_AT_ONCE) {
    const some = rows.slice(from, from + IDS_AT_ONCE);
    const ids = some.map(({ id }) => id);
    const versions = await versionsOf(context, first.resource, ids);
    for (const { resource, id } of some) members.push({ resource, id, version: versions.get(id) ?? 0 });
  }
  return sortedInTurns(members, (a, b) => (a.id < b.id ? -1 : 1));
}

async function versionsOf(
  { client, register }: EngineContext,
  resource: string,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const table = TABLES[resource];
  const versions = table ? recordVersions(register, table, ids) : pairVersions(register, ids);
  const rows = await rowsOf<{ id: string; version: number }>(client, versions);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

const recordVersions = (register: RegisterAt, table: CountedTable, ids: readonly string[]): Sql =>
  sql`select t.id::text as id, t.version from ${register.table(table)} t where t.id = any(${listOfIds(ids)}::uuid[])`;

/** A pair of a firm and a centre has the highest version of the participations that make it. */
function pairVersions(register: RegisterAt, ids: readonly string[]): Sql {
  return sql`select coalesce(m.root, p.company_id) || ':' || p.centre_id as id, max(p.version) as version
    from ${register.table('participations')} p left join ${register.merged()} m on m.id = p.company_id
   where coalesce(m.root, p.company_id) || ':' || p.centre_id = any(${listOfIds(ids)}) group by 1`;
}
