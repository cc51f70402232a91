import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FiguresQuery } from '@fieldlab/domain';
import { projectRoot } from '@api/platform/config/project-root';
import { describe, expect, it, onTestFinished } from 'vitest';
import { figuresOn } from '../support/figures';
import { brief, ImportBench } from '../support/importing';
import { startTestRegister } from '../support/register';

const fixture = (name: string): string => join(projectRoot(), 'tests/fixtures/workbooks', name);

async function emptyRegister(): Promise<ImportBench> {
  const bench = await ImportBench.open();
  onTestFinished(() => bench.close());
  return bench;
}

/** Imports a workbook into a register of its own, and asks one figure. */
async function figureOf(name: string, query: FiguresQuery): Promise<unknown> {
  const bench = await emptyRegister();
  const { status, faults } = await bench.importFile(fixture(name));
  expect({ status, faults }).toEqual({ status: 'DONE', faults: [] });
  const { figures } = await figuresOn(bench.database).compute(query, 'en');
  return figures[0]?.value;
}

async function checked(name: string) {
  const bench = await emptyRegister();
  return bench.importFile(fixture(name), { dryRun: true });
}

/** Files as they once arrived, each made by another program or hand, with what is right. */
describe('a workbook that was kept', () => {
  it.each([
    [
      '1904-with-extension.xlsx',
      { asOf: '2021-05-01', from: '2020-01-01', indicators: ['companies_new'] },
      1,
    ],
    [
      '1904-without-extension.xlsx',
      { asOf: '2021-05-01', from: '2020-01-01', indicators: ['companies_new'] },
      1,
    ],
    [
      'timestamps-with-offset.xlsx',
      { asOf: '2021-05-01', from: '2020-05-01', indicators: ['companies_new'] },
      2,
    ],
    ['invisible-characters.zip', { asOf: '2021-05-01', indicators: ['companies_participated'] }, 1],
  ])('gives its figure: %s', async (name, query, value) => {
    expect(await figureOf(name, query)).toBe(value);
  });

  it('is read with SEP= in capitals', async () => {
    const { faults, counts } = await checked('separator-in-capitals.zip');
    expect([brief(faults), counts.companies?.created]).toEqual([[], 1]);
  });

  it('has its possible duplicates found, also by what nobody sees', async () => {
    const { faults, openReviews } = await checked('names-that-look-alike.zip');
    expect([brief(faults), openReviews]).toEqual([[], 2]);
  });

  it('is refused at the door when no row is filled', async () => {
    const register = await startTestRegister();
    onTestFinished(() => register.close());
    const admin = await register.as('ADMIN');
    const file = readFileSync(fixture('no-filled-row.xlsx'));
    for (const query of ['', '?dryRun=true'])
      await admin.post(`/imports${query}`).attach('file', file, 'workbook.xlsx').expect(400);
  });

  it('is warned about for a formula that was kept without its value, which is empty', async () => {
    const { status, faults, warnings } = await checked('formula-without-value.xlsx');
    expect([status, brief(faults)]).toEqual(['DONE', []]);
    expect(brief(warnings).filter((found) => found.endsWith('FORMULA_WITHOUT_VALUE'))).toEqual([
      'participations 2 last_day FORMULA_WITHOUT_VALUE',
    ]);
  });

  it('is refused for a code with the separator of lists', async () => {
    const { status, faults } = await checked('separator-in-code.xlsx');
    expect(status).toBe('REJECTED');
    expect(faults).toContainEqual(
      expect.objectContaining({ sheet: 'centres', column: 'code', code: 'INVALID_CODE' }),
    );
  });

  it('is refused for a number that lost digits, and warned about for one that may have lost a zero', async () => {
    const { faults, warnings } = await checked('long-numbers.xlsx');
    expect(brief(faults)).toEqual([
      'companies 2 foreign_number DIGITS_LOST',
      'companies 3 foreign_number DIGITS_LOST',
    ]);
    const zeros = brief(warnings).filter((found) => found.endsWith('ZERO_MAY_BE_LOST'));
    expect(zeros).toContain('companies 2 sbi_code ZERO_MAY_BE_LOST');
    expect(zeros).toContain('companies 3 sbi_code ZERO_MAY_BE_LOST');
  });

  it('is refused for every text and number over its limit, at its cell', async () => {
    const { status, faults } = await checked('long-fields.xlsx');
    expect(status).toBe('REJECTED');
    expect(brief(faults)).toMatchInlineSnapshot(`
      [
        "centres 2 code INVALID_CODE",
        "centres 2 name CELL_TOO_LONG",
        "centres 2 technologies CELL_TOO_LONG",
        "centres 2 municipality CELL_TOO_LONG",
        "companies 2 name CELL_TOO_LONG",
        "companies 2 foreign_number CELL_TOO_LONG",
        "companies 2 legal_form CELL_TOO_LONG",
        "companies 2 sbi_code INVALID_SECTOR_CODE",
        "companies 2 postcode CELL_TOO_LONG",
        "companies 2 municipality CELL_TOO_LONG",
        "companies 2 employees NUMBER_TOO_LARGE",
        "participations 2 centre_code UNKNOWN_CENTRE",
        "activities 2 title CELL_TOO_LONG",
        "activities 2 centre_code UNKNOWN_CENTRE",
        "attendances 2 people NUMBER_TOO_LARGE",
        "investments 2 funder CELL_TOO_LONG",
        "investments 2 centre_code UNKNOWN_CENTRE",
        "spin_offs 2 name CELL_TOO_LONG",
        "spin_offs 2 centre_codes UNKNOWN_CENTRE",
        "outcomes 2 title CELL_TOO_LONG",
        "outcomes 2 centre_codes UNKNOWN_CENTRE",
      ]
    `);
  });
});
