import type { Pool, PoolClient } from 'pg';
import { join, raw, rowsOf, sql, type Sql } from '../../platform/database/sql';
import { columnOf } from '../../records/record-spec';
import type { CompanyNumbers, CompanyProfiles } from './company.dto';
import { PROFILE_FIELDS } from './company.dto';

type Client = Pool | PoolClient;
type Row = Record<string, unknown>;

const VALIDITY = sql`id, valid_from as "validFrom", valid_to as "validTo"`;
const profileColumns = (): Sql =>
  join(PROFILE_FIELDS.map((name) => sql`${raw(columnOf(name))} as ${raw(`"${name}"`)}`));

export async function numbersOf(client: Client, companyId: string): Promise<CompanyNumbers> {
  const data = await rowsOf<CompanyNumbers['data'][number]>(
    client,
    sql`select ${VALIDITY}, scheme, number from company_numbers
         where company_id = ${companyId}::uuid and deleted_at is null order by valid_from desc nulls last, scheme`,
  );
  return { data, total: data.length };
}

export async function profilesOf(client: Client, companyId: string): Promise<CompanyProfiles> {
  const data = await rowsOf<CompanyProfiles['data'][number]>(
    client,
    sql`select ${VALIDITY}, ${profileColumns()} from company_profiles
         where company_id = ${companyId}::uuid and deleted_at is null order by valid_from desc nulls last`,
  );
  return { data, total: data.length };
}

/** A table of dated periods of a company, of which one row holds at a time. */
interface PeriodTable {
  table: 'company_numbers' | 'company_profiles';
  /** Narrows to the rows among which one holds at a time. */
  among: Sql;
}

interface Period {
  id: string;
  valid_from: string | null;
  valid_to: string | null;
}

/** The period that holds on a day; without a day, today's or else the latest. */
async function periodOn(
  client: Client,
  { table, among }: PeriodTable,
  companyId: string,
  day: string | undefined,
) {
  const holds =
    day === undefined
      ? sql`true`
      : sql`(valid_to is null or ${day}::date < valid_to)
    and (valid_from is null or valid_from <= ${day}::date)`;
  const [period] = await rowsOf<Period>(
    client,
    sql`select id, valid_from, valid_to from ${raw(table)}
         where company_id = ${companyId}::uuid and deleted_at is null and ${among} and ${holds}
         order by (valid_from is null or valid_from <= current_date) desc, valid_from desc nulls last limit 1`,
  );
  return period;
}

/**
 * Writes values of a company that are dated. Without `effectiveOn` they correct the period that holds today; with it
 * they start a period on that day, and the one that held until then ends.
 */
export async function writePeriod(
  client: Client,
  where: PeriodTable,
  { companyId, effectiveOn }: { companyId: string; effectiveOn?: string | undefined },
  values: Row,
): Promise<void> {
  const current = await periodOn(client, where, companyId, effectiveOn);
  if (!current) {
    await insertPeriod(client, where.table, {
      ...values,
      company_id: companyId,
      valid_from: effectiveOn ?? null,
    });
    return;
  }
  if (effectiveOn === undefined || current.valid_from === effectiveOn) {
    await updatePeriod(client, where.table, current.id, values);
    return;
  }
  await updatePeriod(client, where.table, current.id, { valid_to: effectiveOn });
  const carried = where.table === 'company_profiles' ? await profileRow(client, current.id) : {};
  await insertPeriod(client, where.table, {
    ...{ ...carried, ...values, company_id: companyId },
    ...{ valid_from: effectiveOn, valid_to: current.valid_to },
  });
}

/** Takes away the period that holds today: it was never true. */
export async function removePeriod(client: Client, where: PeriodTable, companyId: string): Promise<void> {
  const current = await periodOn(client, where, companyId, undefined);
  if (current)
    await rowsOf(
      client,
      sql`update ${raw(where.table)} set deleted_at = now() where id = ${current.id}::uuid`,
    );
}

/** What a new profile period takes over from the one before it. */
async function profileRow(client: Client, id: string): Promise<Row> {
  const columns = join(PROFILE_FIELDS.map((name) => raw(columnOf(name))));
  const [row] = await rowsOf<Row>(
    client,
    sql`select ${columns} from company_profiles where id = ${id}::uuid`,
  );
  return row ?? {};
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
