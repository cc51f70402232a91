import type { FigureMember, Indicator, MemberRecord } from '@fieldlab/domain';
import { rowsOf, sql, type Sql } from '../../platform/database/sql';
import type { EngineContext, MemberRow } from './engine/engine-context';
import { familyOf } from './engine/measure';
import type { RegisterAt } from './engine/register-at';

/**
 * The members of a page, each with the records that made it count and their evidence, as known at the same instant.
 * Of groups and centres there are none.
 */
export async function withRecords(
  context: EngineContext,
  indicator: Indicator,
  rows: readonly MemberRow[],
): Promise<FigureMember[]> {
  const found = await familyOf(indicator).behind(context, indicator.code, rows);
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
