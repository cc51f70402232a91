import pg from 'pg';
import { bringUpToDate } from '../migrate';
import type { Place } from '../migration-text';

/** What a register knows to be erased, without what it said. */
export interface Erased {
  records: { table_name: string; record_id: string; erased_at: Date }[];
  texts: { table_name: string; record_id: string; column_name: string; version: number; erased_at: Date }[];
  reasons: { position: string; hash: Buffer; erased_at: Date }[];
}

const NAMELESS = { records: 'erasures', texts: 'erased_texts', reasons: 'erased_reasons' } as const;

/** Registers of before kept less of it. */
export async function readErased(client: pg.Client): Promise<Erased> {
  const of = async <K extends keyof Erased>(kind: K): Promise<Erased[K]> => {
    const { rows } = await client.query<{ found: boolean }>(
      `select to_regclass(format('%I.%I', current_schema(), $1::text)) is not null as found`,
      [NAMELESS[kind]],
    );
    if (!rows[0]?.found) return [];
    return (await client.query(`select * from ${NAMELESS[kind]} order by erased_at`)).rows as Erased[K];
  };
  return { records: await of('records'), texts: await of('texts'), reasons: await of('reasons') };
}

/**
 * Erases what came back with a backup of before: the register is brought up to date for it first. That it was erased
 * stays known also where the backup is older than the record, for the backup that is restored next.
 * @returns sentences about what could not be erased again
 */
export async function eraseAgain(
  client: pg.Client,
  { records, texts, reasons }: Erased,
  place: Place,
): Promise<string[]> {
  if (records.length + texts.length + reasons.length === 0) return [];
  await bringUpToDate(client, place);
  await client.query("select announce_author(null, 'restore', null, 'Erased before the restore')");
  const left: string[] = [];
  const attempt = async (what: string, statement: string, values: unknown[]): Promise<void> => {
    await client.query('savepoint erasing');
    try {
      await client.query(statement, values);
      await client.query('release savepoint erasing');
    } catch (error) {
      await client.query('rollback to savepoint erasing');
      left.push(`${what} was erased before, and could not be erased again: ${String(error)}`);
    }
  };
  for (const { table_name: table, record_id: id, erased_at: at } of records)
    await attempt(`${id} in ${table}`, 'insert into erasures values ($1, $2, $3) on conflict do nothing', [
      table,
      id,
      at,
    ]);
  for (const { table_name: table, record_id: id } of records)
    await attempt(`${id} in ${table}`, 'select erase_record($1, $2)', [table, id]);
  for (const { table_name: table, record_id: id, column_name: column, version, erased_at: at } of texts) {
    const what = `${column} of ${id} in ${table}`;
    await attempt(what, 'select erase_text($1, $2, $3, $4)', [table, id, column, version]);
    const known = 'insert into erased_texts values ($1, $2, $3, $4, $5) on conflict do nothing';
    await attempt(what, known, [table, id, column, version, at]);
  }
  for (const { position, hash, erased_at: at } of reasons) {
    const what = `The reason of link ${position}`;
    await attempt(what, 'select erase_reason_again($1, $2)', [position, hash]);
    const known = 'insert into erased_reasons values ($1, $2, $3) on conflict do nothing';
    await attempt(what, known, [position, hash, at]);
  }
  return left;
}
