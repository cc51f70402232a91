import { raw, rowsOf, sql, type Queryable } from '../platform/database/sql';

/** As long as the text of a value is kept beside its rule. */
const KEPT_LENGTH = 500;
const NAME = /^[a-z_]+$/;

/**
 * Values of a register that are older than a rule which they break, and that an upgrade could only have guessed: a line
 * for each field that still has some, such as `centres.code: 2 values …`.
 */
export async function leftAsTheyAre(client: Queryable): Promise<string[]> {
  const fields = await rowsOf<{ table: string; field: string; rule: string }>(
    client,
    sql`select table_name as "table", field, min(reason) as rule from mending_exceptions group by 1, 2 order by 1, 2`,
  );
  const lines: string[] = [];
  for (const { table, field, rule } of fields.filter((one) => NAME.test(one.table + one.field))) {
    const [left] = await rowsOf<{ count: number }>(
      client,
      sql`select count(distinct e.record_id)::int as count
            from mending_exceptions e join ${raw(table)} t on t.id = e.record_id
           where e.table_name = ${table} and e.field = ${field} and t.deleted_at is null
             and left(t.${raw(field)}::text, ${KEPT_LENGTH}::int) is not distinct from left(e.value, ${KEPT_LENGTH}::int)`,
    );
    if (left?.count) lines.push(`${table}.${field}: ${values(left.count)} a rule of today. ${rule}`);
  }
  return lines;
}

const values = (count: number): string =>
  count === 1 ? '1 value is older than, and breaks,' : `${count} values are older than, and break,`;
