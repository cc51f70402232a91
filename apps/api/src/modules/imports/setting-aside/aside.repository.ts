import type { SheetName } from '@fieldlab/domain';
import type { SqlClient } from '../../../platform/database/database';
import { RowSet, type Rows } from '../row-set';

/** Takes rows out of what was staged. */
export async function removeStaged(client: SqlClient, rows: Rows): Promise<void> {
  for (const [sheet, numbers] of rows) {
    await client.query(`delete from staged_${sheet} where line = any($1::integer[])`, [[...numbers]]);
  }
}

interface Link {
  from: SheetName;
  to: SheetName;
  /** Rows of `from`, as `f`, refer to rows of `to`, as `t`. */
  on: string;
}

const toCompany = (from: SheetName, column = 'company_ref'): Link => ({
  ...{ from, to: 'companies', on: `t.ref = f.${column}` },
});
const toActivity = (from: SheetName): Link => ({ from, to: 'activities', on: 't.ref = f.activity_ref' });
const toCentre = (from: SheetName): Link => ({ from, to: 'centres', on: 't.code = f.centre_code' });
const toCentres = (from: SheetName): Link => ({ from, to: 'centres', on: 't.code = any(f.centre_codes)' });

/** Each after those that lead to where it begins. */
const LINKS: readonly Link[] = [
  toCompany('participations'),
  toCentre('participations'),
  toCompany('attendances'),
  toActivity('attendances'),
  toCompany('investments'),
  toActivity('investments'),
  toCentre('investments'),
  toCompany('spin_offs', 'parent_company_ref'),
  toCentres('spin_offs'),
  toCompany('outcomes'),
  toActivity('outcomes'),
  toCentres('outcomes'),
  toCentre('activities'),
  { from: 'centres', to: 'centres', on: 't.code = f.hub_code' },
];

/** The rows to which others refer, and those to which these do: without them, the others mean nothing. */
export async function findRelated(client: SqlClient, rows: Rows): Promise<Rows> {
  await client.query(
    'create temp table related_rows (sheet text, line integer, primary key (sheet, line)) on commit drop',
  );
  for (const [sheet, numbers] of rows) {
    await client.query('insert into related_rows select $1, unnest($2::integer[])', [sheet, [...numbers]]);
  }
  for (const { from, to, on } of LINKS) {
    await client.query(`
      insert into related_rows
      select '${to}', t.line
        from staged_${to} t
       where exists (select from staged_${from} f join related_rows r on r.sheet = '${from}' and r.line = f.line where ${on})
      on conflict do nothing`);
  }
  const { rows: found } = await client.query<{ sheet: string; lines: number[] }>(
    'select sheet, array_agg(line) as lines from related_rows group by sheet',
  );
  return new Map(found.map(({ sheet, lines }) => [sheet, new RowSet(lines)]));
}
