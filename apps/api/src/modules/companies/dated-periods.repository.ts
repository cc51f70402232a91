import type { Pool, PoolClient } from 'pg';
import { join, raw, rowsOf, sql, type Sql } from '../../platform/database/sql';
import { HELD_FIRST } from '../../resource/held-first';

type Client = Pool | PoolClient;
type Row = Record<string, unknown>;

/** A table of dated periods of a company, of which one row holds at a time. */
export interface PeriodTable {
  table: 'company_numbers' | 'company_profiles';
  /** Narrows to the rows among which one holds at a time. */
  among: Sql;
  /** The columns that a new period takes over from the one before it. */
  carried: readonly string[];
}

/** Whose period, and from which day on; without a day the period that holds today is meant. */
export interface When {
  companyId: string;
  effectiveOn?: string | undefined;
}

interface Period {
  id: string;
  valid_from: string | null;
  valid_to: string | null;
}

const live = ({ among }: PeriodTable, companyId: string): Sql =>
  sql`company_id = ${companyId}::uuid and deleted_at is null and ${among}`;

export async function hasPeriods(client: Client, where: PeriodTable, companyId: string): Promise<boolean> {
  return (await periodOn(client, where, { companyId })) !== undefined;
}

/** The period that holds on a day; without a day, today's or else the latest. */
async function periodOn(client: Client, where: PeriodTable, { companyId, effectiveOn: day }: When) {
  const holds =
    day === undefined
      ? sql`true`
      : sql`(valid_to is null or ${day}::date < valid_to) and (valid_from is null or valid_from <= ${day}::date)`;
  const [period] = await rowsOf<Period & Row>(
    client,
    sql`select * from ${raw(where.table)} where ${live(where, companyId)} and ${holds}
         order by ${raw(HELD_FIRST)} limit 1`,
  );
  return period;
}

/**
 * Without `effectiveOn` the values correct the period that holds today; with it they start a period on that day, which
 * lasts until the next one, and the one that held until then ends.
 */
export async function writePeriod(
  client: Client,
  where: PeriodTable,
  when: When,
  values: Row,
): Promise<void> {
  const { companyId, effectiveOn } = when;
  const current = await periodOn(client, where, when);
  if (current && (effectiveOn === undefined || current.valid_from === effectiveOn)) {
    await updatePeriod(client, where.table, current.id, values);
    return;
  }
  if (current) await updatePeriod(client, where.table, current.id, { valid_to: effectiveOn });
  const carried = Object.fromEntries(where.carried.map((name) => [name, current?.[name] ?? null]));
  await insertPeriod(client, where.table, {
    ...{ ...carried, ...values, company_id: companyId, valid_from: effectiveOn ?? null },
    valid_to: current?.valid_to ?? (await nextStart(client, where, when)),
  });
}

/** From the day on nothing holds any more, until the next period. */
export async function endPeriod(
  client: Client,
  where: PeriodTable,
  when: When & { effectiveOn: string },
): Promise<void> {
  const current = await periodOn(client, where, when);
  if (!current) return;
  const isWhole = current.valid_from === when.effectiveOn;
  await updatePeriod(
    client,
    where.table,
    current.id,
    isWhole ? { deleted_at: new Date() } : { valid_to: when.effectiveOn },
  );
}

/** Takes away the period that holds today: it was never true. */
export async function removePeriod(client: Client, where: PeriodTable, companyId: string): Promise<void> {
  const current = await periodOn(client, where, { companyId });
  if (current) await updatePeriod(client, where.table, current.id, { deleted_at: new Date() });
}

/** The day on which the first period after a day begins. */
async function nextStart(client: Client, where: PeriodTable, { companyId, effectiveOn }: When) {
  if (effectiveOn === undefined) return null;
  const [next] = await rowsOf<{ start: string | null }>(
    client,
    sql`select min(valid_from) as start from ${raw(where.table)}
         where ${live(where, companyId)} and valid_from > ${effectiveOn}::date`,
  );
  return next?.start ?? null;
}

async function insertPeriod(client: Client, table: string, values: Row): Promise<void> {
  const names = Object.keys(values);
  await rowsOf(
    client,
    sql`insert into ${raw(table)} (${join(names.map((name) => raw(name)))}) values (${join(Object.values(values))})`,
  );
}

async function updatePeriod(client: Client, table: string, id: string, values: Row): Promise<void> {
  const changes = Object.entries(values).map(([name, value]) => sql`${raw(name)} = ${value}`);
  await rowsOf(client, sql`update ${raw(table)} set ${join(changes)} where id = ${id}::uuid`);
}
