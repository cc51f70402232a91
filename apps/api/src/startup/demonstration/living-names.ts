import { NETHERLANDS, normaliseCompanyName } from '@fieldlab/domain';
import type { SqlClient } from '../../platform/database/database';
import { FIELDLAB_NAMES, HUB_NAMES } from './centre-names';
import { companyName, spinOffName } from './company-names';
import { addressIn, provinceOf, townAbroad, type Address } from './places';
import { Random } from './random';
import { activityTitle, outcomeTitle } from './titles';

/**
 * Gives what a planned import of the programme's workbook will write the names that people and firms have. The
 * workbook itself has numbers for names, and its rows keep their fingerprints: imported again, they are known. Whom
 * and what the figures count stays as it is; only firms outside Overijssel move, until the provinces have their shares.
 */
export async function nameLivingly(client: SqlClient): Promise<void> {
  await nameCentres(client);
  await nameCompanies(client);
  await nameActivities(client);
  await nameRows(client, 'spin_offs', 'name', ({ line }) => spinOffName(line));
  await nameRows(client, 'outcomes', 'title', ({ line, kind, title }) =>
    SERIAL.test(title) ? outcomeTitle(new Random(line), kind) : title,
  );
}

const SERIAL = /\b(\d+)\b/;
const LEGAL_FORM = /\s(b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?)$/i;
/** The contract's figures name how many firms of this province took part. */
const STAYS = 'NL-OV';

async function nameCentres(client: SqlClient): Promise<void> {
  const names = Object.entries({ ...FIELDLAB_NAMES, ...HUB_NAMES });
  await client.query(
    `update planned_centres p set name = n.name from unnest($1::text[], $2::text[]) n (code, name)
      where p.code = n.code`,
    [names.map(([code]) => code), names.map(([, name]) => name)],
  );
}

interface PlannedCompany {
  id: string;
  name: string;
  sbiCode: string | null;
  country: string;
  postcode: string | null;
  municipality: string | null;
  province: string | null;
}

async function nameCompanies(client: SqlClient): Promise<void> {
  const { rows } = await client.query<PlannedCompany>(
    `select record_id as id, name, sbi_code as "sbiCode", country, postcode, municipality, province
       from company_records order by line`,
  );
  // A firm that is in the workbook twice keeps the trade and place that its first row gave it.
  const first = new Map<number, PlannedCompany>();
  const named = rows.flatMap((company) => {
    const number = Number(SERIAL.exec(company.name)?.[1] ?? Number.NaN);
    if (Number.isNaN(number)) return [];
    const living = first.get(number) ?? { ...company, ...addressOf(number, company) };
    first.set(number, living);
    return [{ ...living, id: company.id, name: livingName(number, company, living) }];
  });
  const column = (value: (company: (typeof named)[number]) => string | null) => named.map(value);
  await client.query(
    `update company_records r
        set name = n.name, match_name = n.match_name, postcode = n.postcode, municipality = n.municipality,
            province = n.province
       from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
            n (id, name, match_name, postcode, municipality, province)
      where r.record_id = n.id`,
    [
      ...[column(({ id }) => id), column(({ name }) => name)],
      column(({ name }) => normaliseCompanyName(NETHERLANDS, name)),
      ...[column(({ postcode }) => postcode), column(({ municipality }) => municipality)],
      column(({ province }) => province),
    ],
  );
}

function livingName(number: number, { name }: PlannedCompany, { sbiCode, country }: PlannedCompany): string {
  const living = companyName(number, { sbiCode, country });
  if (country === 'DE') return `${living} GmbH`;
  const whole = `${living}${LEGAL_FORM.exec(name)?.[0] ?? ''}`;
  return name === name.toLowerCase() ? whole.toLowerCase() : whole;
}

function addressOf(number: number, { country, postcode, province }: PlannedCompany): Partial<Address> {
  const random = new Random(number);
  if (country !== 'NL') return { municipality: townAbroad(random, country) };
  if (postcode === null || province === null) return {};
  return addressIn(random, province === STAYS ? STAYS : provinceOf(random, [STAYS]));
}

async function nameActivities(client: SqlClient): Promise<void> {
  const { rows } = await client.query<{ line: number; kind: string; technologies: string[] | null }>(
    `select p.line, p.kind, z.technologies from planned_activities p
       left join planned_centres z on z.code = p.centre_code order by p.line`,
  );
  await rename(
    client,
    { sheet: 'activities', column: 'title' },
    rows.map(({ line, kind, technologies }) => [
      line,
      activityTitle(new Random(line), kind, technologies ?? []),
    ]),
  );
}

interface PlannedRow {
  line: number;
  kind: string;
  title: string;
}

async function nameRows(
  client: SqlClient,
  sheet: 'spin_offs' | 'outcomes',
  column: 'name' | 'title',
  nameOf: (row: PlannedRow) => string,
): Promise<void> {
  const kind = sheet === 'outcomes' ? 'kind' : `''`;
  const { rows } = await client.query<PlannedRow>(
    `select line, ${kind} as kind, ${column} as title from planned_${sheet} order by line`,
  );
  await rename(
    client,
    { sheet, column },
    rows.map((row) => [row.line, nameOf(row)]),
  );
}

async function rename(
  client: SqlClient,
  { sheet, column }: { sheet: string; column: string },
  names: readonly (readonly [line: number, name: string])[],
): Promise<void> {
  await client.query(
    `update planned_${sheet} p set ${column} = n.name from unnest($1::int[], $2::text[]) n (line, name)
      where p.line = n.line`,
    [names.map(([line]) => line), names.map(([, name]) => name)],
  );
}
