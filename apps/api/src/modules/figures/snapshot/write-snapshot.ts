import { mkdir, writeFile } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { CENTRE_BREAKDOWNS, type Location } from '@fieldlab/domain';
import type { ColumnClient } from '../../../platform/columns/column-store';
import { ColumnStore } from '../../../platform/columns/column-store';
import type { SqlClient } from '../../../platform/database/database';
import { raw, rowsOf, sql, written, type Sql } from '../../../platform/database/sql';
import {
  copyRows,
  createEnumerations,
  createTable,
  describeTables,
  enumerationsOf,
  type CopiedTable,
} from './copied-tables';
import { COUNTED_TABLES, historyOf, NEVER_COUNTED } from './counted-columns';
import { municipalityCells } from '../columns/municipality-cells';
import { centreCellsBy } from '../engine/centre-cells';
import type { CentreAt } from '../engine/engine-context';
import type { CountedTable, RegisterAt } from '../engine/register-at';
import { dataDictionary } from './data-dictionary';
import { definitionFiles } from './definitions';
import { DATED, readme, viewsSql } from './snapshot-files';
import { withoutPersons } from './sole-traders';

/** The register at an instant, and what of it is worked out once for all figures. */
export interface Snapshot {
  register: RegisterAt;
  centres: readonly CentreAt[];
  /** Merged-away companies with the firm at the end of their chain. */
  merged: readonly { id: string; root: string }[];
  programme: string | null;
}

const OF_THE_HISTORY = ['deleted_at', 'rev_from', 'rev_to'];

/** Of the programme that records belong to, which is one. */
const PROGRAMME = `(select coalesce(min(id::text), 'none') from programmes)`;

/** Writes a snapshot into a folder, which is made, and holds nothing yet. */
export async function writeSnapshot(client: SqlClient, snapshot: Snapshot, folder: string): Promise<void> {
  await mkdir(joinPath(folder, 'data'), { recursive: true });
  await mkdir(joinPath(folder, 'definitions'));
  const store = await ColumnStore.open();
  try {
    const tables = await store.transaction(async (columns) => {
      await createEnumerations(client, columns);
      const counted = await copyRegister(client, columns, snapshot.register);
      await withoutPersons(client, columns);
      const all = [...counted, ...(await workedOut(columns, snapshot))];
      for (const table of all) await writeTable(columns, table, joinPath(folder, 'data', table.name));
      return all;
    });
    const { knownAt } = snapshot.register.knowledge;
    await writeFile(joinPath(folder, 'README.md'), readme({ knownAt, programme: snapshot.programme }));
    await writeFile(joinPath(folder, 'data-dictionary.csv'), dataDictionary(tables));
    await writeFile(joinPath(folder, 'tables.sql'), viewsSql(tables, await enumerationsOf(client)));
    for (const { name, text } of definitionFiles())
      await writeFile(joinPath(folder, 'definitions', name), text);
  } finally {
    store.close();
  }
}

/** The live records, by the names of their tables. */
async function copyRegister(
  client: SqlClient,
  columns: ColumnClient,
  register: RegisterAt,
): Promise<CopiedTable[]> {
  const condition = written(sql`deleted_at is null and ${register.wasCurrent()}`);
  const versions = await describeTables(client, COUNTED_TABLES.map(historyOf), [
    ...NEVER_COUNTED,
    ...OF_THE_HISTORY,
  ]);
  const tables: CopiedTable[] = [];
  for (const [index, name] of COUNTED_TABLES.entries()) {
    const version = versions[index];
    if (!version) throw new Error(`${name} is not described`);
    const table = { ...version, name };
    await createTable(columns, table);
    await copyRows(client, columns, version, { condition, as: name });
    tables.push(table);
  }
  return tables;
}

/** What no column holds: which company another counts as, and in which cells centres and municipalities lie. */
async function workedOut(columns: ColumnClient, { centres, merged }: Snapshot): Promise<CopiedTable[]> {
  const cells = CENTRE_BREAKDOWNS.flatMap((by) =>
    centres.flatMap((centre) =>
      (centreCellsBy(by)?.(centre) ?? []).map((key) => [by, centre.id, key] as const),
    ),
  );
  const made: [CopiedTable, Sql][] = [
    [
      {
        name: 'merged',
        columns: [
          { name: 'id', type: 'uuid' },
          { name: 'root', type: 'uuid' },
        ],
      },
      sql`select unnest(${merged.map(({ id }) => id)}::uuid[]), unnest(${merged.map(({ root }) => root)}::uuid[])`,
    ],
    [
      {
        name: 'centre_cells',
        columns: [
          { name: 'dimension', type: 'text' },
          { name: 'centre_id', type: 'uuid' },
          { name: 'key', type: 'text' },
        ],
      },
      sql`select unnest(${cells.map(([by]) => by)}::text[]), unnest(${cells.map(([, id]) => id)}::uuid[]),
                 unnest(${cells.map(([, , key]) => key)}::text[])`,
    ],
    await municipalities(columns),
  ];
  for (const [table, rows] of made) {
    await createTable(columns, table);
    await rowsOf(columns, sql`insert into ${raw(table.name)} ${rows}`);
  }
  return made.map(([table]) => table);
}

/** Which cell each municipality is, as it was written of companies. */
async function municipalities(columns: ColumnClient): Promise<[CopiedTable, Sql]> {
  const locations = await rowsOf<Location>(
    columns,
    sql`select distinct province, municipality from company_profiles where municipality is not null order by all`,
  );
  const names = ['province', 'municipality', 'key'];
  return [
    { name: 'municipalities', columns: names.map((name) => ({ name, type: 'text' })) },
    sql`select unnest(${locations.map(({ province }) => province)}::text[]),
               unnest(${locations.map(({ municipality }) => municipality)}::text[]),
               unnest(${await municipalityCells(locations)}::text[])`,
  ];
}

/** Files by programme, and by year where records have a day; of an empty table one file, which says its columns. */
async function writeTable(columns: ColumnClient, { name }: CopiedTable, folder: string): Promise<void> {
  const day = DATED[name as CountedTable];
  const keys = day === undefined ? ['programme'] : ['programme', 'year'];
  const year = day === undefined ? '' : `, year(${day}) as year`;
  const target = `'${folder.replaceAll("'", "''")}`;
  const [row] = await rowsOf<{ rows: string }>(columns, sql`select count(*) as rows from ${raw(name)}`);
  await mkdir(folder);
  await columns.run(
    row?.rows === '0'
      ? `copy ${name} to ${target}/empty.parquet' (format parquet)`
      : `copy (select *, ${PROGRAMME} as programme${year} from ${name}) to ${target}'
           (format parquet, compression zstd, partition_by (${keys.join(', ')}), overwrite_or_ignore true)`,
  );
}
