import { describe, expect, it } from 'vitest';
import type { CountryProfile } from '../countries/country-profile';
import { NETHERLANDS } from '../countries/nl';
import type { Cell } from './cell';
import type { SheetName } from './columns';
import { sheetOf } from './format';
import { SheetReader } from './rows';

type Given = string | number | Partial<Cell> | null;

const cells = (row: readonly Given[]): Cell[] =>
  row.flatMap((given, column): Cell[] => {
    if (given === null) return [];
    if (typeof given === 'number') return [{ column, kind: 'number', text: String(given) }];
    return [{ column, kind: 'text', text: '', ...(typeof given === 'string' ? { text: given } : given) }];
  });

function setup(name: SheetName, header: string[], profile: CountryProfile = NETHERLANDS) {
  const reader = new SheetReader(sheetOf(name), { row: 1, cells: cells(header) }, profile);
  return (...row: Given[]) => {
    const read = reader.read({ row: 2, cells: cells(row) });
    const remarks = read?.remarks.map((remark) => `${remark.column} ${remark.code}`) ?? [];
    return { values: read?.values, remarks };
  };
}

describe(SheetReader.name, () => {
  it('reads a row whatever the order and language of its columns', () => {
    const read = setup('participations', [
      'Sinds',
      'NIVEAU',
      'Laatste dag',
      'fieldlab',
      'Company Ref',
      'note',
    ]);
    expect(read('1 mei 2020', 'Deelnemer', '31-12-2020', 'FL-01', 'C1', null)).toEqual({
      values: {
        company_ref: 'C1',
        centre_code: 'FL-01',
        level: 'PARTICIPANT',
        started_on: '2020-05-01',
        ended_on: '2021-01-01',
        last_day: '2020-12-31',
        note: null,
        id: null,
        version: null,
      },
      remarks: [],
    });
  });

  it('wants a version with an id, and an id that can be one', () => {
    const read = setup('attendances', ['activity_ref', 'company_ref', 'people', 'Id', 'Versie']);
    const id = '0192F0C1-2B3C-7DEF-8A1B-0123456789AB';
    expect(read('A', 'C', 1, id, 3)).toMatchObject({
      values: { id: id.toLowerCase(), version: '3' },
      remarks: [],
    });
    expect(read('A', 'C', 1, id, null).remarks).toEqual(['version VALUE_MISSING']);
    expect(read('A', 'C', 1, 'C1', 3).remarks).toEqual(['id UNKNOWN_ID']);
  });

  it('wants the end and the last day to agree', () => {
    const read = setup('participations', [
      'company_ref',
      'centre_code',
      'level',
      'started_on',
      'ended_on',
      'last_day',
    ]);
    const row = ['C1', 'FL-01', 'PARTNER', '2020-01-01'] as const;
    expect(read(...row, '2021-01-01', '2020-12-31').remarks).toEqual([]);
    expect(read(...row, '2020-12-31', '2020-12-31').remarks).toEqual(['last_day END_DISAGREES']);
    expect(read(...row, '2020-01-01', null).remarks).toEqual(['ended_on ENDS_BEFORE_START']);
    expect(read(...row, null, '2019-12-31').remarks).toEqual(['last_day ENDS_BEFORE_START']);
    expect(read(...row, null, '2020-01-01').remarks).toEqual([]);
  });

  it('reads companies by the country profile', () => {
    const read = setup('companies', [
      'ref',
      'kvk_number',
      'name',
      'land',
      'provincie',
      'postcode',
      'rechtsvorm',
    ]);
    expect(read('C1', 123, 'Bedrijf', null, 'Friesland', '1234ab', 'b.v.')).toMatchObject({
      values: {
        kvk_number: '00000123',
        province: 'NL-FR',
        postcode: '1234 AB',
        legal_form: 'BV',
        country: null,
      },
      remarks: ['kvk_number COMPANY_NUMBER_PADDED'],
    });
    expect(read('C1', '123456789', 'X', 'Nederland', 'Brabant').remarks).toEqual([
      'kvk_number INVALID_COMPANY_NUMBER',
      'country UNKNOWN_COUNTRY',
    ]);
    expect(read('C1', '1.234', 'X', null, 'Ruritanië').remarks).toEqual([
      'kvk_number INVALID_COMPANY_NUMBER',
      'province UNKNOWN_PROVINCE',
    ]);
    expect(read('C1', null, 'X', 'DE', 'Nordrhein-Westfalen').values).toMatchObject({
      province: 'Nordrhein-Westfalen',
    });
  });

  it('wants the country of a foreign number', () => {
    const read = setup('companies', ['ref', 'name', 'foreign_number', 'country']);
    expect(read('C1', 'X', 'HRB 1', null).remarks).toEqual(['country COUNTRY_NEEDED']);
    expect(read('C1', 'X', 'HRB 1', 'de').remarks).toEqual([]);
  });

  it('says what is wrong with every cell at once', () => {
    const read = setup('investments', [
      'ref',
      'centre_code',
      'source',
      'status',
      'amount_eur',
      'dated_on',
      'note',
    ]);
    const long: Partial<Cell> = { kind: 'oversized', text: 'x' };
    const row = [
      { kind: 'error', text: '#REF!' },
      null,
      'Mars',
      { kind: 'boolean', text: 'TRUE' },
      '-1',
    ] as const;
    expect(read(...row, '2020', long).remarks).toEqual([
      'ref CELL_IS_ERROR',
      'source UNKNOWN_VALUE',
      'status CELL_IS_BOOLEAN',
      'amount_eur NUMBER_NOT_POSITIVE',
      'dated_on DATE_INCOMPLETE',
      'note CELL_TOO_LONG',
      'centre_code VALUE_MISSING',
    ]);
  });

  it('fills in what a blank cell means', () => {
    const read = setup('outcomes', [
      'ref',
      'kind',
      'title',
      'company_ref',
      'centre_codes',
      'achieved_on',
      'claim_level',
      'quantity',
    ]);
    const row = ['O1', 'Nieuw product', 'X', 'C1', 'FL-01; FL-02;FL-01', '2020-01-01', 'EVIDENCED'] as const;
    expect(read(...row, null)).toMatchObject({
      values: { quantity: '1.00', centre_codes: ['FL-01', 'FL-02'] },
      remarks: ['centre_codes REPEATED_IN_LIST', 'evidence_url EVIDENCE_MISSING'],
    });
    expect(read(...row, '1,5').remarks).toContain('quantity QUANTITY_NOT_WHOLE');
    expect(read('O1', 'banen', ...row.slice(2), '1,5').values).toMatchObject({ quantity: '1.50' });
    expect(read('O1', 'JOBS', 'X', 'C1', ' ; ', '2020-01-01', 'CONFIRMED').remarks).toEqual([
      'centre_codes VALUE_MISSING',
    ]);
  });

  it('refuses links that are no web pages', () => {
    const read = setup('centres', ['code', 'kind', 'name', 'website']);
    expect(read('A', 'HUB', 'A', 'javascript:alert(1)').remarks).toEqual(['website INVALID_URL']);
    expect(read('A', 'HUB', 'A', 'www.example.nl').remarks).toEqual([]);
    expect(read('A', 'HUB', 'A', 'https://example.nl/x?y').remarks).toEqual([]);
  });

  it('skips rows that hold nothing of its own, and says once that a column has no name', () => {
    const read = setup('programme', ['name', 'started_on']);
    expect(read(null, null)).toEqual({ values: undefined, remarks: [] });
    expect(read('P', '2015-01-01', 'stray').remarks).toEqual(['C COLUMN_WITHOUT_NAME']);
    expect(read('P', '2015-01-01', 'stray').remarks).toEqual([]);
  });
});
