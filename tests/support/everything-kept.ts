import type pg from 'pg';

/** Every text that a database keeps, in any table, as lines. */
export async function everythingKept(client: Pick<pg.ClientBase, 'query'>): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname = current_schema()`,
  );
  const kept: string[] = [];
  for (const { name } of rows) {
    const lines = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
    kept.push(...lines.rows.map(({ row }) => `${name}: ${row}`));
  }
  return kept.join('\n');
}
