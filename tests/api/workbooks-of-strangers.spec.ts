import { MOST_FAULTY_ROWS } from '@api/modules/imports/setting-aside/faulty-rows-workbook';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brief, ImportBench } from '../support/importing';
import { startTestRegister, type TestRegister } from '../support/register';
import { csvOf, temporaryFile, xlsx, zipOf, type Given, type Sheets } from '../support/workbook';

let bench: ImportBench;
beforeAll(async () => {
  bench = await ImportBench.open();
});
afterAll(() => bench.close());

const checked = (sheets: Sheets) => bench.import(sheets, { dryRun: true });
const company = (columns: string[], ...rows: Given[][]): Sheets => ({
  companies: [['ref', 'name', ...columns], ...rows],
});

describe('a workbook that a stranger made', () => {
  it('is read by its first line, however that is written', async () => {
    for (const line of ['SEP=;', 'sep=;', '\ufeffSep=;', '"sep=;"', 'sep=;;'])
      for (const end of ['\r\n', '\n']) {
        const file = zipOf({ 'companies.csv': `${line}${end}ref;name${end}C1;Vonk, Smid${end}` });
        const found = await bench.importFile(await temporaryFile('w.zip', file), { dryRun: true });
        expect([line, brief(found.faults), found.counts.companies?.created]).toEqual([line, [], 1]);
      }
  });

  it('finds a possible duplicate through apostrophes, dashes, strokes and what nobody sees', async () => {
    const names = [
      "Bakkerij 't Hoekje",
      'Bakkerij ’t Hoekje',
      'Bakkerij ʼt\u200b Hoekje BV',
      'Møller–Straße',
      'Moller-Strasse B.V.',
      'Œuvre Łódź',
      'Oeuvre Lodz',
    ];
    const rows = names.map((name, index) => [`C${index}`, name, '1234 AB']);
    const { openReviews, faults } = await checked(company(['postcode'], ...rows));
    expect(faults).toEqual([]);
    // Three of one name are three pairs, and the others two.
    expect(openReviews).toBe(5);
  });

  it('tells of numbers that lost digits, and of those that may have lost a zero', async () => {
    const columns = ['country', 'foreign_number', 'sbi_code', 'postcode'];
    const { faults, warnings } = await checked(
      company(
        columns,
        ['C1', 'A', 'BE', 1.2345678901234567e19, null, null],
        ['C2', 'B', 'BE', 1234567890123456, null, null],
        ['C3', 'C', 'BE', 403170701, 111, 1067],
        ['C4', 'D', 'BE', '0403170702', '0111', '01067'],
        ['C5', 'E', 'BE', null, 62010, null],
        [123456789012345680000, 'F', null, null, null, null],
      ),
    );
    expect(brief(faults)).toEqual([
      'companies 2 foreign_number DIGITS_LOST',
      'companies 3 foreign_number DIGITS_LOST',
      'companies 7 ref DIGITS_LOST',
    ]);
    expect(brief(warnings).filter((warning) => warning.endsWith('ZERO_MAY_BE_LOST'))).toEqual([
      'companies 4 foreign_number ZERO_MAY_BE_LOST',
      'companies 4 sbi_code ZERO_MAY_BE_LOST',
      'companies 4 postcode ZERO_MAY_BE_LOST',
    ]);
  });

  it('has an instant on the day of the programme', async () => {
    const dates = [
      '2020-04-30T22:00:00.000Z',
      '2020-05-01T00:30:00+02:00',
      '2020-04-30 18:00:00 -0400',
      '2020-05-01T21:59:59Z',
      '30-04-2020 22:00 UTC',
    ];
    const sheets = {
      activities: [
        ['ref', 'centre_code', 'kind', 'title', 'held_on'],
        ...dates.map((date, index) => [`A${index}`, 'FL', 'DEMO', `T${index}`, date]),
      ],
      centres: [
        ['code', 'kind', 'name'],
        ['FL', 'FIELDLAB', 'Lab'],
      ],
    };
    const { status } = await bench.import(sheets);
    expect(status).toBe('DONE');
    expect(await bench.rows('select distinct held_on::text from activities')).toEqual([['2020-05-01']]);
  });

  it('is warned about a formula that was saved without its value', async () => {
    const { faults, warnings } = await checked(
      company(['postcode'], ['C1', 'Vonk', { formula: 'A1' }], ['C2', { formula: 'A1' }, null]),
    );
    expect(brief(warnings)).toEqual([
      'companies 2 postcode FORMULA_WITHOUT_VALUE',
      'companies 3 name FORMULA_WITHOUT_VALUE',
    ]);
    expect(brief(faults)).toEqual(['companies 3 name VALUE_MISSING']);
  });

  it('gives back no more faulty rows than anybody mends, and says so', async () => {
    const many = Array.from({ length: MOST_FAULTY_ROWS + 500 }, (_, index) => [
      `C${index}`,
      'x',
      '1',
      'LEPEL',
      'x',
    ]);
    const header = ['ref', 'name', 'kvk_number', 'size_class', 'employees'];
    const file = zipOf({ 'companies.csv': csvOf([header, ...many]) });
    const found = await bench.importFile(await temporaryFile('w.zip', file), {
      dryRun: true,
      keepFaultyRows: true,
    });
    const { sheets } = await exported(found.faultyRows?.workbook);
    expect(sheets).toBe(MOST_FAULTY_ROWS + 2);
  });
});

async function exported(file: Buffer | undefined): Promise<{ sheets: number }> {
  const { default: readXlsx } = await import('read-excel-file/node');
  const [sheet] = await readXlsx(file ?? Buffer.alloc(0));
  return { sheets: sheet?.data.length ?? 0 };
}

describe('a workbook with nothing in it', () => {
  let register: TestRegister;
  beforeAll(async () => {
    register = await startTestRegister();
  });
  afterAll(() => register.close());

  it.each<[string, Sheets]>([
    ['no row below its names', { companies: [['ref', 'name']] }],
    ['no sheet with anything', { companies: [], centres: [] }],
    [
      'rows of what nobody sees',
      {
        companies: [
          ['ref', 'name'],
          ['\u200b', ' '],
        ],
      },
    ],
  ])('is refused at the door: %s', async (_, sheets) => {
    const admin = await register.as('ADMIN');
    const file = Buffer.from(xlsx(sheets));
    const { body } = await admin.post('/imports?dryRun=true').attach('file', file, 'w.xlsx').expect(400);
    expect(body.errors).toHaveLength(1);
  });
});
