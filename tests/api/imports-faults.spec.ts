import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brief, ImportBench } from '../support/importing';
import { temporaryFile, xlsx, type Given, type Sheets } from '../support/workbook';

const date = (text: string): Date => new Date(`${text}T00:00:00Z`);

const CENTRES: Given[][] = [
  ['code', 'kind', 'name', 'hub_code', 'started_on', 'ended_on'],
  ['H', 'HUB', 'Hub', null, date('2015-01-01'), null],
  ['A', 'FIELDLAB', 'Lab A', 'H', date('2018-01-01'), date('2021-01-01')],
  ['B', 'FIELDLAB', 'Lab B', null, null, null],
];
const COMPANIES: Given[][] = [
  ['ref', 'kvk_number', 'name'],
  ['C1', '10000001', 'One'],
  ['C2', '10000002', 'Two'],
  ['C3', 10000001, 'One again'],
];
const PARTICIPATION = ['company_ref', 'centre_code', 'level', 'started_on', 'ended_on'];

describe('a workbook with faults', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await ImportBench.open();
  });
  afterAll(() => bench.close());

  async function faultsOf(sheets: Sheets): Promise<string[]> {
    const result = await bench.import(sheets);
    expect(result).toMatchObject({ status: result.faults.length > 0 ? 'REJECTED' : 'DONE' });
    return brief(result.faults);
  }

  it('yields all of them at once, and writes nothing', async () => {
    const before = await bench.state();
    const faults = await faultsOf({
      programme: [
        ['name', 'started_on'],
        ['P', 'begin 2015'],
        ['Q', date('2015-01-01')],
      ],
      centres: [
        ['code', 'kind', 'name', 'hub_code', 'province', 'started_on', 'ended_on', 'website'],
        ['A', 'LAB', 'Lab', 'NOWHERE', 'Ruritanië', '2018', null, null],
        ['B', 'FIELDLAB', null, 'C', null, date('2020-01-01'), date('2019-01-01'), null],
        ['C', 'FIELDLAB', 'Lab', null, null, null, date('2019-01-01'), 'javascript:alert(1)'],
        ['C', 'HUB', 'Hub', null, null, null, null, null],
      ],
      companies: [
        ['ref', 'kvk_number', 'name', 'country', 'foreign_number', 'employees'],
        ['C1', '123456789', 'One', null, null, -1],
        ['C1', null, 'Two', null, 'HRB 1', 2.5],
        [{ error: '#REF!' }, null, true, 'Duitsland', null, null],
      ],
      participations: [
        [...PARTICIPATION, 'last_day'],
        ['C1', 'X', 'KLANT', '31-02-2020', null, null],
        ['C9', 'B', 'PARTNER', date('2020-02-01'), date('2020-03-01'), date('2020-03-01')],
      ],
      investments: [
        ['ref', 'centre_code', 'source', 'status', 'amount_eur', 'dated_on'],
        ['I1', 'B', 'MARS', 'REALISED', '12,345.678', '1-5-21'],
        ['I2', 'B', 'EU', 'REALISED', 0, date('2020-01-01')],
      ],
      outcomes: [
        ['ref', 'kind', 'title', 'company_ref', 'centre_codes', 'achieved_on', 'quantity'],
        ['O1', 'NEW_PRODUCT', 'T', 'C1', 'B; X', date('2020-01-01'), '1,5'],
      ],
    });
    expect(faults).toEqual([
      'programme 2 started_on NOT_A_DATE',
      'programme 3 - TOO_MANY_ROWS',
      'centres 2 kind UNKNOWN_VALUE',
      'centres 2 started_on DATE_INCOMPLETE',
      'centres 2 province UNKNOWN_PROVINCE',
      'centres 2 hub_code UNKNOWN_CENTRE',
      'centres 3 name VALUE_MISSING',
      'centres 3 ended_on ENDS_BEFORE_START',
      'centres 3 hub_code HUB_IS_NOT_A_HUB',
      'centres 4 website INVALID_URL',
      'centres 4 ended_on END_WITHOUT_START',
      'centres 5 code CENTRE_CODE_REPEATED',
      'companies 2 kvk_number INVALID_COMPANY_NUMBER',
      'companies 2 employees NUMBER_NEGATIVE',
      'companies 3 employees NOT_A_WHOLE_NUMBER',
      'companies 3 country COUNTRY_NEEDED',
      'companies 3 ref REF_REPEATED',
      'companies 4 ref CELL_IS_ERROR',
      'companies 4 name CELL_IS_BOOLEAN',
      'companies 4 country UNKNOWN_COUNTRY',
      'participations 2 level UNKNOWN_VALUE',
      'participations 2 started_on DATE_DOES_NOT_EXIST',
      'participations 2 centre_code UNKNOWN_CENTRE',
      'participations 3 last_day END_DISAGREES',
      'participations 3 company_ref UNKNOWN_REF',
      'investments 2 source UNKNOWN_VALUE',
      'investments 2 amount_eur TOO_MANY_DECIMALS',
      'investments 2 dated_on YEAR_IN_TWO_DIGITS',
      'investments 3 amount_eur NUMBER_NOT_POSITIVE',
      'outcomes 1 claim_level COLUMN_MISSING',
      'outcomes 2 quantity QUANTITY_NOT_WHOLE',
      'outcomes 2 centre_codes UNKNOWN_CENTRE',
    ]);
    expect(await bench.state()).toEqual(before);
    expect(await bench.rows('select * from imports')).toEqual([]);
    expect(await bench.rows('select * from import_rows')).toEqual([]);
  });

  it('has each with its value and a sentence', async () => {
    const { faults } = await bench.import({
      centres: CENTRES,
      companies: COMPANIES,
      participations: [PARTICIPATION, ['C1', 'A', 'PARTNER', date('2017-12-31'), null]],
    });
    expect(faults).toEqual([
      {
        sheet: 'participations',
        row: 2,
        column: 'started_on',
        value: '2017-12-31',
        code: 'PARTICIPATION_OUTSIDE_CENTRE',
        message:
          'The participation starts outside the period of A: 2018-01-01 up to and including 2020-12-31.',
      },
    ]);
  });

  it('lets a participation start within its centre, which has a start', async () => {
    const faults = await faultsOf({
      centres: CENTRES,
      companies: COMPANIES,
      participations: [
        PARTICIPATION,
        ['C1', 'A', 'PARTNER', date('2020-12-31'), null],
        ['C2', 'A', 'PARTNER', date('2021-01-01'), null],
        ['C2', 'B', 'PARTNER', date('2020-01-01'), null],
      ],
    });
    expect(faults).toEqual([
      'participations 3 started_on PARTICIPATION_OUTSIDE_CENTRE',
      'participations 4 centre_code CENTRE_WITHOUT_START',
    ]);
  });

  it('lets no participations of one company overlap, whatever its refs', async () => {
    const faults = await faultsOf({
      centres: CENTRES,
      companies: COMPANIES,
      participations: [
        PARTICIPATION,
        ['C1', 'A', 'PARTNER', date('2019-01-01'), date('2020-01-01')],
        ['C3', 'A', 'PARTNER', date('2020-01-01'), null],
        ['C3', 'A', 'ENGAGED', date('2018-06-01'), date('2019-01-02')],
        ['C2', 'A', 'PARTNER', date('2019-01-01'), null],
        ['C2', 'A', 'PARTNER', date('2019-01-01'), null],
        ['C1', 'H', 'PARTNER', date('2019-01-01'), null],
      ],
    });
    expect(faults).toEqual([
      'participations 2 started_on PARTICIPATION_OVERLAP',
      'participations 6 started_on PARTICIPATION_OVERLAP',
    ]);
  });

  it('lets a company attend an activity once, whatever its refs', async () => {
    const faults = await faultsOf({
      centres: CENTRES,
      companies: COMPANIES,
      activities: [
        ['ref', 'centre_code', 'kind', 'title', 'held_on'],
        ['A1', 'A', 'SCAN', 'Scan', date('2020-01-01')],
      ],
      attendances: [
        ['activity_ref', 'company_ref', 'people'],
        ['A1', 'C1', 1],
        ['A1', 'C2', 1],
        ['A1', 'C3', 2],
        ['A2', 'C9', 0],
      ],
    });
    expect(faults).toEqual([
      'attendances 4 company_ref ATTENDANCE_REPEATED',
      'attendances 5 people NUMBER_NOT_POSITIVE',
      'attendances 5 activity_ref UNKNOWN_REF',
      'attendances 5 company_ref UNKNOWN_REF',
    ]);
  });

  it('says which sheets and columns are amiss', async () => {
    const result = await bench.import({
      Notities: [['x']],
      companies: [
        ['ref', 'Bedrijfsnaam', 'name', 'kleur', null, 'kvk_number'],
        ['C1', 'One', 'Two', 'rood', 'stray'],
      ],
      bedrijven: [['ref', 'name']],
      spin_offs: [['name']],
    });
    expect(brief(result.faults)).toEqual([
      'companies - - SHEET_REPEATED',
      'companies 1 name COLUMN_REPEATED',
      'spin_offs 1 ref COLUMN_MISSING',
      'spin_offs 1 founded_on COLUMN_MISSING',
      'spin_offs 1 centre_codes COLUMN_MISSING',
      'spin_offs 1 claim_level COLUMN_MISSING',
    ]);
    expect(brief(result.warnings)).toEqual([
      'companies 1 kleur COLUMN_UNKNOWN',
      'companies 2 E COLUMN_WITHOUT_NAME',
      'Notities - - UNKNOWN_SHEET',
    ]);
  });

  it('keeps its wits about a workbook in which everything is wrong', async () => {
    const rows = Array.from({ length: 20_000 }, (): Given[] => ['x', 'x', 'x', 'x']);
    const result = await bench.import({ participations: [PARTICIPATION, ...rows] });
    expect(result.status).toBe('REJECTED');
    expect(result.faults).toHaveLength(50_001);
    expect(result.faults.at(-1)).toMatchObject({
      code: 'MORE_FINDINGS',
      message: expect.stringContaining('30000') as string,
    });
  });

  it.each([
    ['a workbook without rows', { companies: [['ref', 'name']] }, 'NO_ROWS'],
    ['empty sheets', { companies: [], centres: [] }, 'NO_ROWS'],
  ])('refuses %s', async (_, sheets: Sheets, reason) => {
    const path = await temporaryFile('workbook.xlsx', xlsx(sheets));
    await expect(bench.importFile(path)).rejects.toMatchObject({ reason, code: 'INVALID_INPUT' });
  });
});
