import { FiguresService } from '@api/modules/figures/figures.service';
import { ImportsService } from '@api/modules/imports/imports.service';
import { loadDemonstration } from '@api/startup/demonstration';
import { continueUntil } from '@api/startup/demonstration/continuation';
import { readState } from '@api/startup/demonstration/state';
import { NETHERLANDS } from '@fieldlab/domain';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION, expectedFigures } from '../support/expected-figures';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

const TODAY = '2026-11-29';

let register: TestRegister;
let admin: Caller;
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  await loadDemonstration(register.app, TODAY);
});
afterAll(() => register.close());

const rowsOf = async <Row extends object>(text: string): Promise<Row[]> =>
  (await register.database.pool.query<Row>(text)).rows;
const listOf = async (path: string) =>
  (await admin.get(path).expect(200)).body as { data: object[]; total: number };

describe(loadDemonstration.name, () => {
  it('gives the figures of the contract up to 1 May 2021, in total and broken down', async () => {
    const figures = register.app.get(FiguresService);
    const valuesOf = (list: { indicator: string; value: unknown }[]) =>
      Object.fromEntries(list.map(({ indicator, value }) => [indicator, value]));
    for (const { asOf, from, scope, figures: expected } of expectedFigures.totals) {
      const { figures: found } = await figures.compute({ asOf, from, scope }, 'en');
      expect(valuesOf(found)).toMatchObject(expected);
    }
    for (const { asOf, from, scope, by, indicator, cells } of expectedFigures.breakdowns) {
      const { figures: found } = await figures.compute(
        { asOf, from, scope, by, indicators: [indicator] },
        'en',
      );
      const breakdown = found[0]?.breakdown?.map(({ key, value }) => [key, value]) ?? [];
      expect(Object.fromEntries(breakdown)).toEqual(cells);
    }
  });

  it('names everything as people do: nobody and nothing is a number', async () => {
    for (const text of [
      'select name from companies',
      'select name from centres',
      'select name from spin_offs',
      `select replace(replace(title, '3D', ''), '5G', '') as name from activities`,
      'select title as name from outcomes',
    ]) {
      const named = await rowsOf<{ name: string }>(text);
      expect(named.filter(({ name }) => /\d/.test(name))).toEqual([]);
    }
    const names = await rowsOf<{ name: string }>(
      'select name from companies union all select name from centres',
    );
    expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
    const own = names.map(({ name }) => name);
    expect(own).toEqual(expect.arrayContaining(['Technologies Added', 'Sustainder B.V.']));
  });

  it('has firms where the country has them, with postcodes of their provinces', async () => {
    const { regionOfPostcode } = await NETHERLANDS.places();
    const profiles = await rowsOf<{ province: string; postcode: string }>(
      'select province, postcode from company_profiles where province is not null and postcode is not null',
    );
    expect(profiles.filter(({ province, postcode }) => regionOfPostcode(postcode) !== province)).toEqual([]);
    const shares = await rowsOf<{ province: string }>(
      'select province from company_profiles where province is not null group by 1 order by count(*) desc',
    );
    expect(shares.slice(0, 5).map(({ province }) => province)).toEqual([
      'NL-NB',
      'NL-ZH',
      'NL-NH',
      'NL-GE',
      'NL-OV',
    ]);
  });

  it('lives until the day that it is loaded, and not beyond', async () => {
    const last = await newestOf('activities', 'held_on');
    expect(last > '2026-11-15' && last <= TODAY).toBe(true);
    for (const [table, column] of [
      ['participations', 'started_on'],
      ['investments', 'dated_on'],
      ['outcomes', 'achieved_on'],
    ] as const) {
      const newest = await newestOf(table, column);
      expect(newest > '2026-10-15' && newest <= TODAY, `${table}: ${newest}`).toBe(true);
    }
  });

  it('goes on in the same way on the same day, and only adds on a later one', async () => {
    const until = async (day: string) => continueUntil(await readState(register.database.pool), day).sheets;
    const shorter = await until('2023-03-17');
    expect(await until('2023-03-17')).toEqual(shorter);
    const longer = await until('2023-06-30');
    expect(longer.activities.slice(0, shorter.activities.length)).toEqual(shorter.activities);
    expect(longer.activities.length).toBeGreaterThan(shorter.activities.length);
  });

  it('knows the rows of its workbook, so that importing that again changes nothing', async () => {
    const authorship = { actorId: null, actorName: 'test' };
    const { status, counts } = await register.app
      .get(ImportsService)
      .importFile({ path: DEMONSTRATION, authorship });
    expect(status).toBe('DONE');
    const changed = Object.values(counts).map(({ created, updated }) => created + updated);
    expect(changed).toEqual(changed.map(() => 0));
  });

  it('answers where the numbers of the letter come from', async () => {
    const text =
      'Ruim 680 bedrijven in 45 fieldlabs en 5 hubs investeerden 370 miljoen euro; zes bedrijven zijn begonnen met productie.';
    const { body } = await request(register.url).post('/api/v1/public/check').send({ text }).expect(200);
    const { numbers } = body as { numbers: { matches: { indicator: string }[] }[] };
    expect(numbers.map(({ matches }) => matches[0]?.indicator)).toEqual([
      ...[
        'companies_participated',
        'fieldlabs_active',
        'hubs_active',
        'investment_realised',
        'production_starts',
      ],
    ]);
  });

  it('leaves work: to approve, to decide, to answer and to follow up', async () => {
    expect((await listOf('/reports?status=SUBMITTED')).total).toBe(1);
    expect((await listOf('/duplicates?status=OPEN')).total).toBeGreaterThan(0);
    expect((await listOf('/targets')).total).toBe(5);
    const { data } = await listOf('/rounds');
    expect(data).toMatchObject([{ period: '2026-Q3', late: 1, open: 1 }]);
    const coordinator = await register.as('COORDINATOR', ...(await centresOf('FL-01', 'FL-15')));
    const notes = (await coordinator.get('/notes?state=OPEN').expect(200)).body as {
      data: { dueOn: string }[];
    };
    expect(notes.data.some(({ dueOn }) => dueOn < TODAY)).toBe(true);
    expect(notes.data.some(({ dueOn }) => dueOn > TODAY)).toBe(true);
  });

  it('is loaded into an empty register only', async () => {
    expect(await loadDemonstration(register.app, TODAY)).toBe(false);
  });
});

async function newestOf(table: string, column: string): Promise<string> {
  const [row] = await rowsOf<{ newest: string }>(`select max(${column})::text as newest from ${table}`);
  return row?.newest ?? '';
}

async function centresOf(...codes: string[]): Promise<string[]> {
  const { data } = await listOf(`/centres?${codes.map((code) => `code=${code}`).join('&')}`);
  return (data as { id: string }[]).map(({ id }) => id);
}
