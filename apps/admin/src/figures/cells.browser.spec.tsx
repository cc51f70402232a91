import { findIndicator, type Figure, type FiguresAnswer } from '@fieldlab/domain';
import { describe, expect, it } from 'vitest';
import type { Word } from '../../../../tests/support/browser-reader';
import { READINGS, rendered, wordIn } from '../../../../tests/support/rendered';
import type { FigureQuery } from '../ui/figures/use-figure-query';
import CellChart from './CellChart';
import { CellTable } from './CellTable';

const asked = (code: string, change: Partial<FigureQuery> = {}): FigureQuery => {
  const indicator = findIndicator(code);
  if (!indicator) throw new Error(`The catalogue has no ${code}.`);
  const nothing = {
    asOf: '',
    from: '',
    scope: '',
    sectorVersion: '',
    placesAs: '',
    countBy: '',
    knownOn: '',
  };
  return { ...nothing, indicator, by: 'province', ...change } as FigureQuery;
};

const COMPANIES: Figure = {
  ...{ indicator: 'companies_participated', definitionVersion: 1, unit: 'count', value: 1234 },
  breakdown: [
    { key: 'NL-GE', label: 'Gelderland', value: 0 },
    { key: 'NL-OV', label: 'Overijssel', value: 1200 },
    { key: 'NL-UT', label: 'Utrecht', value: 40 },
  ],
};
const YEARS: Figure = {
  ...{ indicator: 'investment_realised', definitionVersion: 1, unit: 'EUR', value: '123500000.00' },
  breakdown: [
    { key: '2019', label: '2019', value: '500.50' },
    { key: '2020', label: '2020', value: '123456789.00' },
    { key: '2021', label: '2021', value: '42000.00' },
  ],
};
const ANSWER = { asOf: '2021-05-01', from: '2015-01-01', knownAt: '2021-06-01T00:00:00Z' } as FiguresAnswer;
const records = { centres: [{ id: 'zee', code: 'ZL-9', name: 'Zeelab', kind: 'FIELDLAB' }] };

describe.each(READINGS)('the cells of a figure, in $language', (reading) => {
  const word = wordIn(reading);
  const DOOR: Word = [
    'Toon de gegevens achter Overijssel: 1.200',
    'Show the records behind Overijssel: 1,200',
  ];
  const tableOf = (query: FigureQuery, seat: Parameters<typeof rendered>[2] = {}) =>
    rendered(<CellTable answer={ANSWER} figure={COMPANIES} asked={query} />, reading, { records, ...seat });

  it('stand in a table, each but nought a door to its records, above a total that is no sum', async () => {
    const { page } = await tableOf(asked('companies_participated', { asOf: '2021-05-01' }));
    const door = page.getByRole('link', { name: word(DOOR) });
    await expect
      .element(door)
      .toHaveAttribute(
        'href',
        '/figures/companies_participated/members?asOf=2021-05-01&by=province&key=NL-OV',
      );
    expect(page.getByRole('link').elements()).toHaveLength(2);
    const rows = page
      .getByRole('row')
      .elements()
      .map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(rows).toEqual([
      [word(['Provincie', 'Province']), word(['Waarde', 'Value'])],
      ['Gelderland', '0'],
      ['Overijssel', word(['1.200', '1,200'])],
      ['Utrecht', '40'],
      [word(['Totaal', 'Total']), word(['1.234', '1,234'])],
    ]);
    await expect.element(page.getByText(word(['geen som van de rijen', 'no sum of the rows']))).toBeVisible();
  });

  it('are doors only for who may see the records', async () => {
    const { page } = await tableOf(asked('companies_participated'), { role: 'VIEWER' });
    await expect.element(page.getByRole('cell', { name: '40' })).toBeVisible();
    expect(page.getByRole('link').elements()).toEqual([]);
  });

  it('are doors for a coordinator where they are of their own centre', async () => {
    const own = { role: 'COORDINATOR', centreIds: ['zee'] } as const;
    const ofCentre = await tableOf(asked('companies_participated', { scope: 'centre:ZL-9' }), own);
    await expect.element(ofCentre.page.getByRole('link', { name: word(DOOR) })).toBeVisible();
    await ofCentre.page.unmount();
    const ofAll = await tableOf(asked('companies_participated'), own);
    await expect.element(ofAll.page.getByRole('cell', { name: '40' })).toBeVisible();
    expect(ofAll.page.getByRole('link').elements()).toEqual([]);
  });

  /** The texts of a kind in the picture, in the order in which it draws them. */
  const drawn = (of: string): string[] =>
    [...document.querySelectorAll(`svg ${of}`)].map(({ textContent }) => textContent);

  it('lie in the picture below each other, the largest first, and a nought without its number', async () => {
    const { page } = await rendered(<CellChart figure={COMPANIES} by="province" />, reading);
    await expect.element(page.getByText('Overijssel')).toBeVisible();
    await expect
      .poll(() => drawn('.MuiChartsAxis-directionY text'))
      .toEqual(['Overijssel', 'Utrecht', 'Gelderland']);
    expect(drawn('.MuiBarChart-label').filter((text) => text !== '')).toEqual([
      word(['1.200', '1,200']),
      '40',
    ]);
  });

  it('of years stand beside each other in their order, with short amounts', async () => {
    const { page } = await rendered(<CellChart figure={YEARS} by="year" />, reading);
    await expect.element(page.getByText('2020', { exact: true })).toBeVisible();
    await expect.poll(() => drawn('.MuiChartsAxis-directionX text')).toEqual(['2019', '2020', '2021']);
    expect(drawn('.MuiBarChart-label').map((text) => text.replace(/\s/g, ' '))).toEqual([
      word(['€ 501', '€501']),
      word(['€ 123,5 mln', '€123.5 m']),
      word(['€ 42.000', '€42,000']),
    ]);
  });

  it('are drawn as far as a picture can be read: the largest twenty-four', async () => {
    const breakdown = Array.from({ length: 30 }, (_, index) => ({
      ...{ key: String(index), label: `Lab ${index + 1}`, value: index + 1 },
    }));
    const { page } = await rendered(<CellChart figure={{ ...COMPANIES, breakdown }} by="centre" />, reading);
    await expect.element(page.getByText('Lab 30', { exact: true })).toBeVisible();
    await expect.poll(() => drawn('.MuiBarChart-label')).toHaveLength(24);
    expect(drawn('.MuiBarChart-label').slice(-2)).toEqual(['8', '7']);
  });
});
