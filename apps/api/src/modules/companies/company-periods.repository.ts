import { NETHERLANDS, snakeCase } from '@fieldlab/domain';
import type { Pool, PoolClient } from 'pg';
import { join, raw, rowsOf, sql, type Sql } from '../../platform/database/sql';
import type { CompanyGroups, CompanyNumbers, CompanyProfiles } from './company.dto';
import { NUMBER_FIELDS, PROFILE_FIELDS } from './company.dto';
import {
  endPeriod,
  hasPeriods,
  removePeriod,
  writePeriod,
  type PeriodTable,
  type When,
} from './dated-periods.repository';

type Client = Pool | PoolClient;
type Row = Record<string, unknown>;

const VALIDITY = sql`id, valid_from as "validFrom", valid_to as "validTo"`;
const profileColumns = (): Sql =>
  join(PROFILE_FIELDS.map((name) => sql`${raw(snakeCase(name))} as ${raw(`"${name}"`)}`));

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

type Group = CompanyGroups['data'][number];
type WithoutGroup = { [Name in keyof Group]: Name extends `group${string}` ? null : Group[Name] };

/** Its parents with their periods, newest first: profiles that follow each other under one parent are one period. */
export async function groupsOf(client: Client, companyId: string): Promise<CompanyGroups> {
  const profiles = await rowsOf<Group | WithoutGroup>(
    client,
    sql`select pr.valid_from as "validFrom", pr.valid_to as "validTo", pr.group_id as "groupId", g.name as "groupName"
          from company_profiles pr left join companies g on g.id = pr.group_id
         where pr.company_id = ${companyId}::uuid and pr.deleted_at is null order by pr.valid_from desc nulls last`,
  );
  const data: Group[] = [];
  for (const profile of profiles) {
    const later = data.at(-1);
    if (profile.groupId === null) continue;
    if (later?.groupId === profile.groupId && later.validFrom === profile.validTo) {
      later.validFrom = profile.validFrom;
    } else data.push(profile);
  }
  return { data, total: data.length };
}

const KVK = NETHERLANDS.companyNumber.scheme;
const KVK_NUMBERS: PeriodTable = { table: 'company_numbers', among: sql`scheme = ${KVK}`, carried: [] };
const FOREIGN_NUMBERS: PeriodTable = { table: 'company_numbers', among: sql`scheme <> ${KVK}`, carried: [] };
const PROFILES: PeriodTable = {
  table: 'company_profiles',
  among: sql`true`,
  carried: PROFILE_FIELDS.map(snakeCase),
};

/** Writes those values of a company that have periods: numbers and profile. `values` says its country too. */
export async function writeDated(client: Client, when: When, values: Row): Promise<void> {
  for (const name of NUMBER_FIELDS) {
    if (!(name in values)) continue;
    const isKvk = name === 'kvkNumber';
    await writeNumber(client, isKvk ? KVK_NUMBERS : FOREIGN_NUMBERS, when, {
      scheme: isKvk ? KVK : String(values.country),
      number: values[name] ?? null,
    });
  }
  const profile = PROFILE_FIELDS.filter((name) => name in values);
  if (profile.length === 0) return;
  const columns = Object.fromEntries(profile.map((name) => [snakeCase(name), values[name] ?? null]));
  const isEmpty = Object.values(columns).every((value) => value === null);
  // Without a profile there is nothing to empty.
  if (!isEmpty || (await hasPeriods(client, PROFILES, when.companyId)))
    await writePeriod(client, PROFILES, when, columns);
}

async function writeNumber(
  client: Client,
  where: PeriodTable,
  when: When,
  values: { scheme: string; number: unknown },
): Promise<void> {
  if (values.number !== null) await writePeriod(client, where, when, values);
  else if (when.effectiveOn === undefined) await removePeriod(client, where, when.companyId);
  else await endPeriod(client, where, { ...when, effectiveOn: when.effectiveOn });
}

/** Whether any of its profiles names a parent. */
export async function hasParent(client: Client, companyId: string): Promise<boolean> {
  const rows = await rowsOf(
    client,
    sql`select from company_profiles where company_id = ${companyId}::uuid and group_id is not null limit 1`,
  );
  return rows.length > 0;
}
