import type { Breakdown } from '@fieldlab/domain';
import { describe, expect, it } from 'vitest';
import { oracleFigure } from './oracle';
import type { RegisterSnapshot } from './snapshot';
import {
  aCompany,
  aFieldlab,
  aHub,
  always,
  anAttendance,
  anInvestment,
  anOutcome,
  aParticipation,
  aRegister,
  aSpinOff,
  aTraining,
  during,
  inSector,
  living,
} from './tiny-register';

interface FigureQuestion {
  from?: string | null;
  asOf?: string;
  scope?: string;
  sectorVersion?: '2008' | '2025';
}

function ask(register: RegisterSnapshot, indicator: string, by: Breakdown, asked: FigureQuestion = {}) {
  return oracleFigure(register, {
    indicator,
    by,
    from: null,
    asOf: '2018-12-31',
    scope: 'programme',
    ...asked,
  });
}

function cells(register: RegisterSnapshot, indicator: string, by: Breakdown, asked: FigureQuestion = {}) {
  return ask(register, indicator, by, asked).breakdown;
}

describe('by what the centre is', () => {
  const register = aRegister({
    centres: [
      aHub('HUB-1', { province: 'NL-DR' }),
      aFieldlab('FL-1', { hubId: 'HUB-1', technologies: ['5G', 'Photonics'] }),
      aFieldlab('FL-2', { technologies: ['5G'], province: 'NL-GR' }),
    ],
    spinOffs: [aSpinOff('S', ['FL-1', 'FL-2']), aSpinOff('R', ['FL-1'])],
  });

  it('counts a thing of several cells once in each, and once in the total', () => {
    expect(cells(register, 'spin_offs', 'centre')).toEqual({ 'FL-1': 2, 'FL-2': 1 });
    expect(cells(register, 'spin_offs', 'technology')).toEqual({ '5G': 2, Photonics: 2 });
    expect(ask(register, 'spin_offs', 'technology').value).toBe(2);
  });

  it('has the hub itself and its fieldlabs in the cell of a hub', () => {
    expect(cells(register, 'centres_active', 'hub')).toEqual({ 'HUB-1': 2, unknown: 1 });
    expect(cells(register, 'spin_offs', 'hub')).toEqual({ 'HUB-1': 2, unknown: 1 });
    expect(ask(register, 'centres_active', 'hub').members('HUB-1')).toEqual(['FL-1', 'HUB-1']);
  });

  it('puts what has no value under unknown', () => {
    expect(cells(register, 'centres_active', 'technology')).toEqual({ '5G': 2, Photonics: 1, unknown: 1 });
    expect(cells(register, 'centres_active', 'province')).toEqual({ 'NL-DR': 1, 'NL-GR': 1, unknown: 1 });
  });

  it('leaves out cells of nothing', () => {
    expect(cells(register, 'centres_active', 'kind')).toEqual({ FIELDLAB: 2, HUB: 1 });
    expect(cells(register, 'fieldlabs_active', 'kind')).toEqual({ FIELDLAB: 2 });
  });

  it('stays within the scope: a centre outside it has no cell', () => {
    expect(cells(register, 'spin_offs', 'centre', { scope: 'hub:HUB-1' })).toEqual({ 'FL-1': 2 });
    expect(cells(register, 'spin_offs', 'technology', { scope: 'centre:FL-2' })).toEqual({ '5G': 1 });
  });
});

describe('by what the company is', () => {
  const register = aRegister({
    centres: [aFieldlab('FL-1', { province: 'NL-ZE' })],
    companies: [
      aCompany('A', {
        profiles: [
          ...during('2018-01-01', '2018-07-01', always('SMALL', 'NL-DR')),
          ...during('2018-07-01', null, always('LARGE', 'NL-GR')),
        ],
      }),
      aCompany('B', { mergedIntoId: 'A', profiles: always('MICRO', 'NL-NB') }),
      aCompany('C'),
    ],
    participations: ['A', 'B', 'C'].map((id) => aParticipation(id, 'FL-1', { startedOn: '2017-01-01' })),
  });

  it.each([
    ['2018-06-30', { SMALL: 1, unknown: 1 }, { 'NL-DR': 1, unknown: 1 }],
    ['2018-07-01', { LARGE: 1, unknown: 1 }, { 'NL-GR': 1, unknown: 1 }],
    ['2017-12-31', { unknown: 2 }, { unknown: 2 }],
  ])('takes the details of the surviving company on %s', (asOf, bySize, byProvince) => {
    expect(cells(register, 'companies_participated', 'sizeClass', { asOf })).toEqual(bySize);
    expect(cells(register, 'companies_participated', 'province', { asOf })).toEqual(byProvince);
  });

  it('takes them on the last day of each period', () => {
    expect(cells(register, 'sme_share', 'quarter', { from: '2018-04-01', asOf: '2018-08-15' })).toEqual({
      '2018-Q2': '100.0',
      '2018-Q3': '0.0',
    });
  });

  it('takes the province of the centre for pairs', () => {
    expect(cells(register, 'participations', 'province')).toEqual({ 'NL-ZE': 2 });
  });

  it('takes a municipality with its province, as the state writes it', () => {
    const companies = [
      aCompany('A', { profiles: living('NL-DR', 'EMMEN') }),
      aCompany('B', { profiles: living('NL-DR', 'Emmen') }),
      aCompany('C', { profiles: living('NL-NB', 'Emmen') }),
      aCompany('D', { profiles: living(null, 'Den Haag') }),
      aCompany('E', { profiles: living('NL-NB', null) }),
    ];
    const participations = companies.map(({ id }) => aParticipation(id, 'FL-1'));
    const there = { ...register, companies, participations };
    expect(cells(there, 'companies_participated', 'municipality')).toEqual({
      ...{ 'NL-DR/Emmen': 2, 'NL-NB/Emmen': 1, "unknown/'s-Gravenhage": 1, unknown: 1 },
    });
    expect(cells(there, 'participations', 'municipality')).toEqual({ unknown: 5 });
  });

  it('leaves out a share of nought, and an empty one', () => {
    expect(cells(register, 'sme_share', 'province', { asOf: '2018-06-30' })).toEqual({ 'NL-DR': '100.0' });
    expect(cells(register, 'sme_share', 'province', { asOf: '2018-07-01' })).toEqual({});
  });
});

describe('by sector', () => {
  const companies = [
    aCompany('old', { profiles: inSector('6201', 'SBI2008') }),
    aCompany('unsaid', { profiles: inSector('2562') }),
    aCompany('new', { profiles: inSector('6210', 'SBI2025') }),
    aCompany('cars', { profiles: inSector('4511', 'SBI2025') }),
    aCompany('none', { profiles: always('SMALL') }),
    aCompany('moved', {
      profiles: [
        ...during(null, '2018-07-01', inSector('0111', 'SBI2008')),
        ...during('2018-07-01', null, inSector('0111', 'SBI2025')),
      ],
    }),
  ];
  const register = aRegister({
    centres: [aFieldlab('FL-1')],
    companies,
    participations: companies.map(({ id }) => aParticipation(id, 'FL-1')),
  });
  const bySector = (asked: FigureQuestion) => cells(register, 'companies_participated', 'sector', asked);

  it('has the sections of one version, and the codes of another under unknown', () => {
    expect(bySector({ sectorVersion: '2008' })).toEqual({ C: 1, J: 1, unknown: 4 });
    expect(bySector({ sectorVersion: '2025' })).toEqual({ A: 1, K: 1, unknown: 4 });
  });

  it('looks at the profile on the as-of date', () => {
    expect(bySector({ sectorVersion: '2008', asOf: '2018-06-30' })).toEqual({ A: 1, C: 1, J: 1, unknown: 3 });
  });

  it('takes the version of most profiles, and the newer of two that as many have', () => {
    expect(bySector({})).toEqual(bySector({ sectorVersion: '2025' }));
    const older = { ...register, companies: companies.filter(({ id }) => id !== 'cars') };
    const participations = register.participations.filter(({ companyId }) => companyId !== 'cars');
    expect(cells({ ...older, participations }, 'companies_participated', 'sector')).toEqual({
      C: 1,
      J: 1,
      unknown: 3,
    });
  });
});

describe('by level', () => {
  const register = aRegister({
    centres: [aFieldlab('FL-1'), aFieldlab('FL-2')],
    companies: ['A', 'B', 'C'].map((id) => aCompany(id)),
    participations: [
      aParticipation('A', 'FL-1', { endedOn: '2018-06-01' }),
      aParticipation('A', 'FL-1', { startedOn: '2018-06-01', level: 'PARTNER' }),
      aParticipation('B', 'FL-1', { level: 'REACHED', endedOn: '2018-02-01' }),
    ],
    activities: [aTraining('T', 'FL-2', '2018-03-01')],
    attendances: ['A', 'B', 'C'].map((id) => anAttendance('T', id)),
  });

  it('has a company under each level that it had', () => {
    expect(cells(register, 'companies_participated', 'level')).toEqual({ PARTICIPANT: 1, PARTNER: 1 });
    expect(cells(register, 'companies_participating', 'level')).toEqual({ PARTNER: 1 });
  });

  it('has under unknown who was reached by attendance alone', () => {
    expect(ask(register, 'companies_reached', 'level').breakdown).toEqual({
      REACHED: 1,
      PARTICIPANT: 1,
      PARTNER: 1,
      unknown: 1,
    });
    expect(ask(register, 'companies_reached', 'level').members('unknown')).toEqual(['C']);
  });

  it('looks for those participations within the dates and the scope', () => {
    const later = ask(register, 'companies_reached', 'level', { from: '2018-02-01' });
    expect(later.members('unknown')).toEqual(['B', 'C']);
    const elsewhere = ask(register, 'companies_reached', 'level', { scope: 'centre:FL-2' });
    expect(elsewhere.members('unknown')).toEqual(['A', 'B', 'C']);
  });

  it('takes the first of each level for new companies', () => {
    expect(cells(register, 'companies_new', 'level')).toEqual({ PARTICIPANT: 1, PARTNER: 1 });
    expect(cells(register, 'companies_new', 'level', { from: '2018-06-01' })).toEqual({ PARTNER: 1 });
  });
});

describe('by period', () => {
  const register = aRegister({
    centres: [aFieldlab('FL-1', { startedOn: '2015-03-01', endedOn: '2017-01-01' }), aFieldlab('FL-2')],
    companies: [aCompany('A')],
    participations: [
      aParticipation('A', 'FL-1', { startedOn: '2015-03-01' }),
      aParticipation('A', 'FL-2', { startedOn: '2017-05-01', endedOn: '2018-01-01' }),
    ],
    investments: [anInvestment('I', 'FL-2', '5.00', { datedOn: '2017-03-01' })],
  });

  it('has every period from F to D, those of nothing included', () => {
    expect(cells(register, 'companies_participated', 'year', { from: '2014-05-01' })).toEqual({
      '2014': 0,
      '2015': 1,
      '2016': 1,
      '2017': 1,
      '2018': 0,
    });
    expect(cells(register, 'leverage', 'year', { from: '2017-01-01' })).toEqual({
      '2017': null,
      '2018': null,
    });
  });

  it('begins without a lower bound at the earliest record that the indicator counts', () => {
    expect(cells(register, 'investment_realised', 'year')).toEqual({ '2017': '5.00', '2018': '0.00' });
    expect(cells(register, 'companies_participated', 'year', { scope: 'centre:FL-2' })).toEqual({
      '2017': 1,
      '2018': 0,
    });
    expect(cells(register, 'jobs', 'year')).toEqual({});
    expect(cells(register, 'investment_realised', 'year', { asOf: '2017-03-01' })).toEqual({
      '2017': '5.00',
    });
    expect(cells(register, 'investment_realised', 'year', { asOf: '2017-02-28' })).toEqual({});
  });

  it('takes a stock on the last day of the period, or on D', () => {
    expect(cells(register, 'fieldlabs_active', 'year', { from: '2016-01-01', asOf: '2018-06-30' })).toEqual({
      '2016': 2,
      '2017': 1,
      '2018': 1,
    });
    expect(
      cells(register, 'companies_participating', 'quarter', { from: '2017-05-01', asOf: '2017-12-31' }),
    ).toEqual({
      '2017-Q2': 1,
      '2017-Q3': 1,
      '2017-Q4': 1,
    });
  });

  it('restricts the dates to F..D', () => {
    expect(
      cells(register, 'investment_realised', 'quarter', { from: '2017-03-02', asOf: '2017-03-31' }),
    ).toEqual({
      '2017-Q1': '0.00',
    });
  });

  it('takes the first of all years for new companies', () => {
    expect(cells(register, 'companies_new', 'year')).toEqual({ '2015': 1, '2016': 0, '2017': 0, '2018': 0 });
    expect(cells(register, 'companies_new', 'year', { scope: 'centre:FL-2', from: '2016-01-01' })).toEqual({
      '2016': 0,
      '2017': 1,
      '2018': 0,
    });
  });
});

describe('by what the record says', () => {
  const register = aRegister({
    centres: [aFieldlab('FL-1'), aFieldlab('FL-2')],
    companies: [aCompany('A', { profiles: always('SMALL', 'NL-DR') })],
    investments: [
      anInvestment('I1', 'FL-1', '10.00', { funder: 'EFRO', source: 'EU' }),
      anInvestment('I2', 'FL-1', '2.50', { form: 'IN_KIND' }),
    ],
    outcomes: [
      anOutcome('O1', 'PRODUCTION_START', 'A', ['FL-1', 'FL-2'], { claimLevel: 'EVIDENCED' }),
      anOutcome('O2', 'PRODUCTION_START', 'A', ['FL-1'], { claimLevel: 'SELF_REPORTED' }),
    ],
  });

  it('splits money by source, form and funder', () => {
    expect(cells(register, 'investment_realised', 'source')).toEqual({ COMPANIES: '2.50', EU: '10.00' });
    expect(cells(register, 'investment_private', 'source')).toEqual({ COMPANIES: '2.50' });
    expect(cells(register, 'investment_realised', 'form')).toEqual({ CASH: '10.00', IN_KIND: '2.50' });
    expect(cells(register, 'investment_realised', 'funder')).toEqual({ EFRO: '10.00', unknown: '2.50' });
  });

  it('splits outcomes by claim level, a company once in each', () => {
    expect(cells(register, 'production_starts', 'claimLevel')).toEqual({ EVIDENCED: 1, SELF_REPORTED: 1 });
    expect(cells(register, 'production_starts', 'centre')).toEqual({ 'FL-1': 1, 'FL-2': 1 });
    expect(cells(register, 'production_starts', 'province')).toEqual({ 'NL-DR': 1 });
  });
});
