import { NETHERLANDS } from '@fieldlab/domain';
import type { SqlClient } from '../../platform/database/database';
import { raw, rowsOf, sql, type Sql } from '../../platform/database/sql';
import { HELD_FIRST } from '../../resource/held-first';

/** The firm that a company is now; undefined of one that was not merged away. */
export async function survivorOf(
  client: SqlClient,
  id: string,
): Promise<{ id: string; name: string } | undefined> {
  const [survivor] = await rowsOf<{ id: string; name: string }>(
    client,
    sql`select f.id, f.name from companies c join companies f on f.id = company_root(c.id)
         where c.id = ${id}::uuid and c.merged_into_id is not null`,
  );
  return survivor;
}

/** Who holds a number: the record that has it, in which row, and the firm that this is now. */
export interface Holder {
  rowId: string;
  recordId: string;
  id: string;
  name: string;
}

/** Which live company holds a number, former or current, as a record and as the firm that it is now. */
export async function numberHolder(
  client: SqlClient,
  { field, number, country }: { field: string; number: string; country: string },
): Promise<Holder | undefined> {
  const scheme = field === 'kvkNumber' ? NETHERLANDS.companyNumber.scheme : country;
  const [holder] = await rowsOf<Holder & Record<string, unknown>>(
    client,
    sql`select n.id as "rowId", n.company_id as "recordId", f.id, f.name
          from company_numbers n join companies f on f.id = company_root(n.company_id)
         where n.scheme = ${scheme} and n.number = ${number} and n.deleted_at is null`,
  );
  return holder;
}

const amongNumbers = (field: string): Sql =>
  raw(`scheme ${field === 'kvkNumber' ? '=' : '<>'} '${NETHERLANDS.companyNumber.scheme}'`);

/**
 * Lets go of the number that a company has now: a number is one company's at a time, and another is about to take it.
 * Answers the row that held it, in which another number can be put.
 */
export async function releaseNumber(
  client: SqlClient,
  companyId: string,
  field: string,
): Promise<string | undefined> {
  const [row] = await rowsOf<{ id: string }>(
    client,
    sql`update company_numbers set deleted_at = now() where id = (
          select id from company_numbers
           where company_id = ${companyId}::uuid and deleted_at is null and ${amongNumbers(field)}
           order by ${raw(HELD_FIRST)} limit 1)
        returning id`,
  );
  return row?.id;
}

export async function releaseRow(client: SqlClient, id: string): Promise<void> {
  await rowsOf(
    client,
    sql`update company_numbers set deleted_at = now() where id = ${id}::uuid and deleted_at is null`,
  );
}

/** A number, and the register that issued it. */
export interface IssuedNumber {
  scheme: string;
  number: string;
}

/** Puts a number in a row that was let go of, unless a live company has it. */
export async function putNumber(
  client: SqlClient,
  rowId: string,
  { scheme, number }: IssuedNumber,
): Promise<void> {
  await rowsOf(
    client,
    sql`update company_numbers set scheme = ${scheme}, number = ${number}, deleted_at = null
         where id = ${rowId}::uuid and not exists (
           select from company_numbers n
            where n.scheme = ${scheme} and n.number = ${number} and n.deleted_at is null)`,
  );
}

/** Answers the row in which it is kept. */
export async function addNumber(
  client: SqlClient,
  companyId: string,
  { scheme, number }: IssuedNumber,
): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    client,
    sql`insert into company_numbers (company_id, scheme, number)
        values (${companyId}::uuid, ${scheme}, ${number}) returning id`,
  );
  if (!row) throw new Error('Nothing was inserted into company_numbers');
  return row.id;
}

/**
 * Which kinds of dated data of a company have other periods than just after a merge: what was taken over may hold for
 * other days since.
 */
export async function periodsChangedSince(
  client: SqlClient,
  companyId: string,
  mergeId: string,
): Promise<Set<'company_numbers' | 'company_profiles'>> {
  const tables = ['company_numbers', 'company_profiles'] as const;
  const changed = new Set<(typeof tables)[number]>();
  for (const table of tables) {
    const rows = await rowsOf(
      client,
      sql`with made as (select min(rev_from) as rev from merges_history where id = ${mergeId}::uuid),
               then_live as (
                 select h.id, h.valid_from, h.valid_to from ${raw(table)}_history h, made
                  where h.company_id = ${companyId}::uuid and h.deleted_at is null
                    and h.rev_from <= made.rev and (h.rev_to is null or h.rev_to > made.rev)),
               now_live as (
                 select id, valid_from, valid_to from ${raw(table)}
                  where company_id = ${companyId}::uuid and deleted_at is null)
          (select * from then_live except select * from now_live)
          union all (select * from now_live except select * from then_live)`,
    );
    if (rows.length > 0) changed.add(table);
  }
  return changed;
}
