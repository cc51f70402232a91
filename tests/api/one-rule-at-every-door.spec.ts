import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipOfCsv } from '../support/csv-zip';
import { aCentre, aCompany, aParticipation, aSpinOff, unique } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';
import { uploaded } from '../support/uploads';
import { xlsx, type Given, type Sheets } from '../support/workbook';

let register: TestRegister;
let admin: Caller;

beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
});
afterAll(() => register.close());

const CENTRE = { code: 'FL-1', kind: 'FIELDLAB', name: 'Lab', started_on: '2015-01-01' };
const COMPANY = { ref: 'C1', name: 'Vonk BV' };

const sheet = (...rows: Record<string, Given>[]): Given[][] => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? null))];
};
/** XML cannot hold every character; a CSV can. */
const csvOfCompanies = (kvkNumber: string, name: string): Buffer =>
  zipOfCsv({ 'companies.csv': `ref,kvk_number,name\nC1,${kvkNumber},"${name}"\n` });
const dryRun = (sheets: Sheets) => uploaded(admin, xlsx(sheets), '?dryRun=true');

async function faultsOf(sheets: Sheets): Promise<string[]> {
  const { faults } = await dryRun(sheets);
  return faults.map(({ sheet: name, column, code }) => `${name} ${column} ${code}`);
}

/** A value that the API takes for a field, and one that it does not; in the workbook likewise. */
const LIMITS: {
  path: string;
  field: string;
  column: string;
  fits: string | number;
  over: string | number;
}[] = [
  { path: 'centres', field: 'name', column: 'name', fits: 'é'.repeat(300), over: 'é'.repeat(301) },
  { path: 'centres', field: 'code', column: 'code', fits: 'A-b_1.'.padEnd(40, 'x'), over: 'x'.repeat(41) },
  { path: 'centres', field: 'code', column: 'code', fits: '.HUB-4', over: 'HUB;4' },
  {
    path: 'centres',
    field: 'municipality',
    column: 'municipality',
    fits: 'm'.repeat(100),
    over: 'm'.repeat(101),
  },
  { path: 'centres', field: 'province', column: 'province', fits: 'NL-DR', over: 'Bayern' },
  {
    path: 'centres',
    field: 'website',
    column: 'website',
    fits: 'www.lab.example',
    over: 'javascript:alert(1)',
  },
  { path: 'companies', field: 'name', column: 'name', fits: '\u{1f680}'.repeat(300), over: 'n'.repeat(301) },
  { path: 'companies', field: 'legalForm', column: 'legal_form', fits: 'f'.repeat(60), over: 'f'.repeat(61) },
  { path: 'companies', field: 'postcode', column: 'postcode', fits: 'p'.repeat(20), over: 'p'.repeat(21) },
  { path: 'companies', field: 'sbiCode', column: 'sbi_code', fits: '1', over: '1234567' },
  { path: 'companies', field: 'sbiCode', column: 'sbi_code', fits: '01.13.1', over: 'C25' },
  { path: 'companies', field: 'sbiVersion', column: 'sbi_version', fits: 'SBI 2025', over: 'SBI 1993' },
  { path: 'companies', field: 'employees', column: 'employees', fits: 10_000_000, over: 10_000_001 },
  {
    path: 'companies',
    field: 'municipality',
    column: 'municipality',
    fits: 'm'.repeat(100),
    over: 'm'.repeat(101),
  },
  { path: 'companies', field: 'province', column: 'province', fits: 'NL-GR', over: 'Bayern' },
  {
    ...{ path: 'companies', field: 'website', column: 'website' },
    ...{ fits: `https://vonk.example/${'p'.repeat(1979)}`, over: `https://vonk.example/${'p'.repeat(1980)}` },
  },
];

describe('a limit', () => {
  it.each(LIMITS)(
    'of $path.$field is the same at the API and the import',
    async ({ path, field, column, fits, over }) => {
      const own = path === 'centres' ? CENTRE : COMPANY;
      const made =
        path === 'centres' ? { code: `FL-${unique()}`, kind: 'FIELDLAB', name: 'Lab' } : { name: 'Vonk' };
      await admin.post(`/${path}`, { ...made, [field]: fits }).expect(201);
      await admin.post(`/${path}`, { ...made, [field]: over }).expect(400);
      expect(await faultsOf({ [path]: sheet({ ...own, [column]: fits }) })).toEqual([]);
      expect(await faultsOf({ [path]: sheet({ ...own, [column]: over }) })).toHaveLength(1);
    },
  );

  it('holds for foreign numbers, technologies, notes, people, money and quantities', async () => {
    const long = { technologies: 't'.repeat(101), ...CENTRE };
    expect(await faultsOf({ centres: sheet(long) })).toEqual(['centres technologies CELL_TOO_LONG']);
    const many = { ...CENTRE, technologies: Array.from({ length: 51 }, (_, index) => `T${index}`).join(';') };
    expect(await faultsOf({ centres: sheet(many) })).toEqual(['centres technologies TOO_MANY_IN_LIST']);
    const abroad = { ...COMPANY, country: 'BE', foreign_number: 'n'.repeat(61), province: 'x'.repeat(101) };
    expect(await faultsOf({ companies: sheet(abroad) })).toEqual([
      'companies foreign_number CELL_TOO_LONG',
      'companies province CELL_TOO_LONG',
    ]);
    const { id } = await aCompany(admin, {
      country: 'BE',
      province: 'Limburg',
      foreignNumber: 'n'.repeat(60),
    });
    await admin.patch(`/companies/${id}`, 1, { province: 'x'.repeat(101) }).expect(400);
    await admin.patch(`/companies/${id}`, 1, { foreignNumber: 'n'.repeat(61) }).expect(400);
    const code = `FL-${unique()}`;
    for (const technologies of [['a;b'], ['AI', 'AI'], ['t'.repeat(101)]])
      await admin.post('/centres', { code, kind: 'FIELDLAB', name: 'x', technologies }).expect(400);
    expect(
      await faultsOf({
        centres: sheet(CENTRE),
        companies: sheet(COMPANY),
        activities: sheet({ ref: 'A', centre_code: 'FL-1', kind: 'DEMO', title: 'x', held_on: '2020-01-01' }),
        attendances: sheet({ activity_ref: 'A', company_ref: 'C1', people: 100_001 }),
        participations: sheet({
          ...{ company_ref: 'C1', centre_code: 'FL-1', level: 'PARTNER', started_on: '2020-01-01' },
          note: 'n'.repeat(10_001),
        }),
        investments: sheet({
          ...{ ref: 'I', centre_code: 'FL-1', source: 'EU', status: 'REALISED', dated_on: '2020-01-01' },
          ...{ amount_eur: '1000000000000,00', funder: 'f'.repeat(301) },
        }),
        outcomes: sheet({
          ...{ ref: 'O', kind: 'JOBS', title: 'x', company_ref: 'C1', centre_codes: 'FL-1' },
          ...{ achieved_on: '2020-01-01', quantity: '1000000001', claim_level: 'CONFIRMED' },
        }),
      }),
    ).toEqual([
      'participations note CELL_TOO_LONG',
      'attendances people NUMBER_TOO_LARGE',
      'investments amount_eur NUMBER_TOO_LARGE',
      'investments funder CELL_TOO_LONG',
      'outcomes quantity NUMBER_TOO_LARGE',
    ]);
  });

  it('takes a web address of http and https, or a bare host, and no other', async () => {
    for (const website of ['http://a.example', 'a.example/x?y#z'])
      await admin.post('/companies', { name: 'x', website }).expect(201);
    const others = [
      'javascript:alert(1)',
      'JAVASCRIPT://a.example/%0aalert(1)',
      'data:text/html,x',
      'ftp://a.example',
    ];
    for (const website of others) {
      await admin.post('/companies', { name: 'x', website }).expect(400);
      expect(await faultsOf({ companies: sheet({ ...COMPANY, website }) })).toEqual([
        'companies website INVALID_URL',
      ]);
    }
    const { id } = await aCentre(admin);
    const spinOff = { name: 'x', foundedOn: '2020-01-01', centreIds: [id], claimLevel: 'EVIDENCED' };
    await admin.post('/spin-offs', { ...spinOff, evidenceUrl: 'javascript:alert(1)' }).expect(400);
  });
});

describe('a text', () => {
  it.each([
    ['e\u0301e\u0301n BV', '\u00e9\u00e9n BV'],
    ['AB\u000bC BV', 'ABC BV'],
    ['AB\u0001C BV', 'ABC BV'],
    ['AB\ufffeC BV', 'ABC BV'],
    ['Vonk\u200b \u00adBV\ufeff', 'Vonk BV'],
    ['Vonk\tBV\n', 'Vonk BV'],
    ['\u{1f468}\u200d\u{1f469}\u200d\u{1f467} BV', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467} BV'],
  ])('%j is kept as %j, found as either, and imported as the same', async (sent, kept) => {
    const kvkNumber = String(20_000_000 + unique());
    const { id } = await aCompany(admin, { name: sent, kvkNumber });
    expect((await admin.get(`/companies/${id}`)).body.name).toBe(kept);
    for (const name of [sent, kept]) {
      const { body } = await admin
        .get(`/companies?name=${encodeURIComponent(name)}&kvkNumber=${kvkNumber}`)
        .expect(200);
      expect((body.data as { id: string }[]).map((company) => company.id)).toEqual([id]);
    }
    const { counts, warnings } = await uploaded(admin, csvOfCompanies(kvkNumber, sent), '?dryRun=true');
    expect(counts.companies).toEqual({ created: 0, updated: 0, unchanged: 1 });
    expect(warnings).toEqual([]);
  });

  it('is empty when nothing visible is left of it', async () => {
    for (const name of ['\u200b', '\u2060\u00ad', '\u3164', ' \u2800 ']) {
      await admin.post('/companies', { name }).expect(400);
      expect(await faultsOf({ companies: sheet({ ref: 'C1', name }) })).toEqual([
        'companies name VALUE_MISSING',
      ]);
    }
  });

  it('keeps its line ends in notes alone', async () => {
    const [centre, company] = [await aCentre(admin), await aCompany(admin)];
    const made = await aParticipation(admin, company.id, centre.id, { note: 'een\r\ntwee\u2028drie\u0007' });
    expect(made.note).toBe('een\ntwee\ndrie');
  });

  it('of digits, codes and dates is read without what nobody sees', async () => {
    const rows = {
      centres: sheet({ ...CENTRE, code: 'FL\u200b-1', started_on: '2015-01\u200e-01' }),
      companies: sheet({ ref: 'C1', name: 'Vonk BV', kvk_number: '1111\u200b1111', sbi_code: '25\u00ad.62' }),
      participations: sheet({
        ...{ company_ref: 'C1', centre_code: '\ufeffFL-1', level: 'PART\u2060NER' },
        ...{ started_on: '1\u00a0mei\u00a02020', last_day: '\u202a31-12-2020\u202c' },
      }),
    };
    expect(await faultsOf(rows)).toEqual([]);
  });
});

describe('a date', () => {
  it.each(['1899-12-31', '2200-01-01', '9999-12-31', '0001-01-01'])('%s is none at any door', async (day) => {
    const [centre, company] = [await aCentre(admin), await aCompany(admin)];
    const refused = [
      `/figures?asOf=${day}&by=year&indicator=spin_offs`,
      `/figures?from=${day}`,
      `/figures/series?indicator=jobs&asOf=${day}`,
      `/figures/levels?asOf=${day}`,
      `/figures/spin_offs/members?asOf=${day}&by=quarter&key=${day.slice(0, 4)}-Q4`,
      `/figures/reconciliation?left=jobs&left.asOf=${day}&right=jobs`,
      `/targets/progress?asOf=${day}`,
      `/centres?startedOnFrom=${day}`,
      `/participations?endedOn=${day}`,
    ];
    for (const path of refused) expect(`${path} ${(await admin.get(path)).status}`).toBe(`${path} 400`);
    const ids = { companyId: company.id, centreId: centre.id };
    const bodies: [string, object][] = [
      ['/participations', { ...ids, level: 'PARTNER', startedOn: '2020-01-01', endedOn: day }],
      ['/participations', { ...ids, level: 'PARTNER', startedOn: '2020-01-01', lastDay: day }],
      ['/notes', { ...ids, text: 'x', dueOn: day }],
      ['/reports', { title: 'x', asOf: day, indicators: ['jobs'] }],
      ['/reports', { title: 'x', asOf: '2020-01-01', from: day, indicators: ['jobs'] }],
      ['/rounds', { period: '2020-Q1', dueOn: day }],
      ['/rounds', { period: `${day.slice(0, 4)}-Q1`, dueOn: '2020-01-01' }],
      ['/targets', { indicator: 'jobs', dueOn: day, value: 1 }],
      ['/comparisons', { title: 'x', chains: [[{ indicator: 'jobs', asOf: day }, { indicator: 'jobs' }]] }],
    ];
    for (const [path, body] of bodies)
      expect(`${path} ${(await admin.post(path, body)).status}`).toBe(`${path} 400`);
  });

  it('has a last day of all, from which every breakdown by period can be asked', async () => {
    const [centre, company] = [await aCentre(admin), await aCompany(admin)];
    const last = { startedOn: '2020-01-01', lastDay: '2199-12-31' };
    const ids = { companyId: company.id, centreId: centre.id, level: 'PARTNER' };
    await admin.post('/participations', { ...ids, ...last }).expect(400);
    await admin.post('/participations', { ...ids, ...last, lastDay: '2199-12-30' }).expect(201);
    expect(
      await faultsOf({
        centres: sheet(CENTRE),
        companies: sheet(COMPANY),
        participations: sheet({
          ...{ company_ref: 'C1', centre_code: 'FL-1', level: 'PARTNER', started_on: '2020-01-01' },
          last_day: '2199-12-31',
        }),
      }),
    ).toEqual(['participations last_day DATE_OUT_OF_RANGE']);
    for (const path of [
      '/figures?asOf=2199-12-31&from=2199-01-01&by=year&indicator=spin_offs',
      '/figures?asOf=2199-12-31&from=2199-01-01&by=quarter&indicator=spin_offs',
      '/figures/levels?asOf=2199-12-31&from=2198-01-01',
      '/figures/series?indicator=jobs&asOf=2199-12-31&from=2198-01-01',
      '/figures/spin_offs/members?asOf=2199-12-31&from=2199-01-01&by=quarter&key=2199-Q4',
    ])
      expect(`${path} ${(await admin.get(path)).status}`).toBe(`${path} 200`);
  });
});

describe('a spin-off', () => {
  it('of centres is exported with codes that no list tears apart', async () => {
    const { id } = await aCentre(admin, { code: 'A.b_c-1' });
    await aSpinOff(admin, [id]);
    expect(await faultsOf({ centres: sheet({ ...CENTRE, code: 'HUB;4' }) })).toEqual([
      'centres code INVALID_CODE',
    ]);
  });
});
