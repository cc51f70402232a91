import { NETHERLANDS, readsAs, sheetOf, type SheetName } from '@fieldlab/domain';
import type { SqlClient } from '../../../platform/database/database';
import { cleanText } from '../reading/cell-text';
import type { Comparison } from './compared-columns';

/** How rows with an id are taken. */
export interface ByIdOptions {
  /** The columns that each sheet of the workbook has: what a sheet does not have, it does not change. */
  present: ReadonlyMap<SheetName, ReadonlySet<string>>;
  /** Differences are written, and not only told. */
  update: boolean;
  /** `own_centres` bounds what may be read. */
  bound: boolean;
}

/** Where the differences between rows and their records are gathered. */
export async function makeRecordChanges(client: SqlClient): Promise<void> {
  await client.query(`
    create temp table record_changes (
      sheet text not null, line integer not null, record_id uuid not null, name text not null,
      was text, becomes text) on commit drop`);
}

/** A row with the id of a record that lives, and that the importer may read, is that record. */
export async function takeById(
  client: SqlClient,
  { sheet, table, readable }: Comparison,
  { present, bound }: ByIdOptions,
): Promise<void> {
  if (!present.get(sheet)?.has('id')) return;
  await client.query(`
    update planned_${sheet} p set record_id = record.id, standing = 'BY_ID'
      from ${table} record
     where record.id = p.id and record.deleted_at is null
       ${table === 'companies' ? 'and record.merged_into_id is null' : ''} ${bound ? `and ${readable}` : ''}`);
}

/** Both at once, for records of which nothing else need be known. */
export async function planById(
  client: SqlClient,
  comparison: Comparison,
  options: ByIdOptions,
): Promise<void> {
  await takeById(client, comparison, options);
  await compareById(client, comparison, options);
}

/** Finds in what such rows differ from their records; those that do are CHANGED where differences are accepted. */
export async function compareById(
  client: SqlClient,
  comparison: Comparison,
  { present, update }: ByIdOptions,
): Promise<void> {
  const { sheet } = comparison;
  const columns = present.get(sheet);
  if (!columns?.has('id')) return;
  await gather(client, comparison, columns);
  await dropReadAlike(client, sheet);
  await client.query(`
    update planned_${sheet} p
       set changed = c.names ${update ? ", standing = 'CHANGED'" : ''}
      from (select line, array_agg(name) as names from record_changes where sheet = '${sheet}' group by line) c
     where c.line = p.line`);
}

async function gather(
  client: SqlClient,
  { sheet, table, joins, columns }: Comparison,
  present: ReadonlySet<string>,
): Promise<void> {
  const values = columns
    .filter(({ column }) => present.has(column))
    .map(({ column, was, becomes, differs }) => {
      const [old, next] = [`(${was})::text`, `(${becomes})::text`];
      return `('${column}', ${old}, ${next}, ${differs ?? `${old} is distinct from ${next}`})`;
    });
  if (values.length === 0) return;
  await client.query(`
    insert into record_changes
    select '${sheet}', p.line, p.record_id, cell.name, cell.was, cell.becomes
      from planned_${sheet} p
      join ${table} record on record.id = p.record_id
      ${joins}
     cross join lateral (values ${values.join(', ')}) cell (name, was, becomes, differs)
     where p.standing = 'BY_ID' and cell.differs and (cell.name = any(p.faulty)) is not true`);
}

/** A value of the register that a cell cannot hold as it is, such as a legal form spelt in its own way, was not changed. */
async function dropReadAlike(client: SqlClient, sheet: SheetName): Promise<void> {
  const { rows } = await client.query<{ name: string; was: string; becomes: string }>(
    `select distinct name, was, becomes from record_changes
      where sheet = $1 and was is not null and becomes is not null`,
    [sheet],
  );
  const alike = rows.filter(({ name, was, becomes }) => {
    const column = sheetOf(sheet).columns.find((known) => known.name === name);
    return column !== undefined && readsAs(NETHERLANDS, column, cleanText(was), becomes);
  });
  if (alike.length === 0) return;
  await client.query(
    `delete from record_changes c
      using unnest($2::text[], $3::text[], $4::text[]) alike (name, was, becomes)
      where c.sheet = $1 and c.name = alike.name and c.was = alike.was and c.becomes = alike.becomes`,
    [sheet, ...(['name', 'was', 'becomes'] as const).map((key) => alike.map((change) => change[key]))],
  );
}
