import { describe, expect, it } from 'vitest';
import { oracleFigure } from './oracle';
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
  under,
} from './tiny-register';
import type { RegisterSnapshot } from './snapshot';

/** The value for the whole programme, unless told otherwise in 2018. */
function value(
  register: RegisterSnapshot,
  indicator: string,
  from: string | null = '2018-01-01',
  asOf = '2018-12-31',
) {
  return oracleFigure(register, { indicator, from, asOf, scope: 'programme' }).value;
}

describe('centres', () => {
  const register = aRegister({
    centres: [
      aFieldlab('FL-1', { startedOn: '2018-05-01', endedOn: '2018-08-01' }),
      aHub('HUB-1', { startedOn: '2018-05-01' }),
      aFieldlab('FL-2', { startedOn: null }),
    ],
  });

  it.each([
    ['2018-04-30', 0],
    ['2018-05-01', 1],
    ['2018-07-31', 1],
    ['2018-08-01', 0],
  ])('are active from the first to the last day (%s)', (asOf, expected) => {
    expect(value(register, 'fieldlabs_active', null, asOf)).toBe(expected);
  });

  it('are counted by kind, and together', () => {
    expect(value(register, 'hubs_active', null, '2018-06-01')).toBe(1);
    expect(value(register, 'centres_active', null, '2018-06-01')).toBe(2);
  });

  it.each([
    ['2018-05-01', '2018-05-01', 1],
    ['2018-05-02', '2018-12-31', 0],
    ['2018-01-01', '2018-04-30', 0],
    [null, '2018-12-31', 1],
  ])('that are fieldlabs started in %s..%s, ended or not', (from, asOf, expected) => {
    expect(value(register, 'fieldlabs_started', from, asOf)).toBe(expected);
  });
});

describe('companies that took part', () => {
  function register(
    fields: Parameters<typeof aParticipation>[2],
    centre: Parameters<typeof aFieldlab>[1] = {},
    company: Parameters<typeof aCompany>[1] = {},
  ) {
    return aRegister({
      centres: [aFieldlab('FL-1', centre)],
      companies: [aCompany('A', company)],
      participations: [aParticipation('A', 'FL-1', fields)],
    });
  }

  it.each([
    ['starts on D', { startedOn: '2018-12-31' }, 1, 1],
    ['starts after D', { startedOn: '2019-01-01' }, 0, 0],
    ['ends on F', { startedOn: '2017-01-01', endedOn: '2018-01-01' }, 0, 0],
    ['has F as its last day', { startedOn: '2017-01-01', endedOn: '2018-01-02' }, 1, 0],
    ['ends on D', { startedOn: '2017-01-01', endedOn: '2018-12-31' }, 1, 0],
    ['has D as its last day', { startedOn: '2017-01-01', endedOn: '2019-01-01' }, 1, 1],
  ])('when the participation %s', (_, fields, participated, participating) => {
    expect(value(register(fields), 'companies_participated')).toBe(participated);
    expect(value(register(fields), 'participations')).toBe(participated);
    expect(value(register(fields), 'companies_reached')).toBe(participated);
    expect(value(register(fields), 'companies_participating')).toBe(participating);
  });

  it('end with their centre', () => {
    const ended = register({ startedOn: '2017-01-01', endedOn: '2030-01-01' }, { endedOn: '2018-01-01' });
    expect(value(ended, 'companies_participated')).toBe(0);
    expect(value(ended, 'companies_participated', '2017-12-31')).toBe(1);
    expect(value(ended, 'companies_participating', null, '2017-12-31')).toBe(1);
    expect(value(ended, 'companies_participating', null, '2018-01-01')).toBe(0);
  });

  it('include what ended long ago when there is no lower bound', () => {
    const ended = register({ startedOn: '2015-01-01', endedOn: '2015-01-02' });
    expect(value(ended, 'companies_participated', null)).toBe(1);
    expect(value(ended, 'companies_participated', '2015-01-02')).toBe(0);
  });

  it('need a level of participant or partner', () => {
    expect(value(register({ level: 'PARTNER' }), 'companies_participated')).toBe(1);
    expect(value(register({ level: 'ENGAGED' }), 'companies_participated')).toBe(0);
    expect(value(register({ level: 'ENGAGED' }), 'companies_participating')).toBe(0);
    expect(value(register({ level: 'REACHED' }), 'companies_reached')).toBe(1);
  });

  it('are businesses', () => {
    const school = register({}, {}, { organisationType: 'EDUCATION' });
    for (const indicator of ['companies_reached', 'companies_participated', 'companies_participating']) {
      expect(value(school, indicator)).toBe(0);
    }
    expect(value(school, 'companies_new')).toBe(0);
    expect(value(school, 'participations')).toBe(0);
    expect(value(school, 'sme_share')).toBeNull();
  });

  it('count once for all their centres and periods, and pairs once per centre', () => {
    const busy = aRegister({
      centres: [aFieldlab('FL-1'), aFieldlab('FL-2')],
      companies: [aCompany('A')],
      participations: [
        aParticipation('A', 'FL-1', { endedOn: '2018-06-01' }),
        aParticipation('A', 'FL-1', { startedOn: '2018-06-01', level: 'PARTNER' }),
        aParticipation('A', 'FL-2'),
      ],
    });
    const query = { from: null, asOf: '2018-12-31', scope: 'programme' };
    expect(oracleFigure(busy, { ...query, indicator: 'companies_participated' }).members()).toEqual(['A']);
    expect(oracleFigure(busy, { ...query, indicator: 'participations' }).members()).toEqual([
      'A:FL-1',
      'A:FL-2',
    ]);
  });

  it('are the company at the end of a chain of merges, with its organisation type', () => {
    const merged = aRegister({
      centres: [aFieldlab('FL-1')],
      companies: [
        aCompany('A', { mergedIntoId: 'B', organisationType: 'PUBLIC' }),
        aCompany('B', { mergedIntoId: 'C' }),
        aCompany('C', { profiles: always('SMALL') }),
      ],
      participations: ['A', 'B', 'C'].map((id) => aParticipation(id, 'FL-1')),
    });
    expect(value(merged, 'companies_participated')).toBe(1);
    expect(value(merged, 'participations')).toBe(1);
    expect(value(merged, 'sme_share')).toBe('100.0');
    const query = { indicator: 'companies_reached', from: null, asOf: '2018-12-31', scope: 'programme' };
    expect(oracleFigure(merged, query).members()).toEqual(['C']);
  });
});

describe('companies reached by attendance', () => {
  const register = aRegister({
    centres: [aFieldlab('FL-1', { startedOn: null })],
    companies: [aCompany('A'), aCompany('TNO', { organisationType: 'KNOWLEDGE' })],
    activities: [aTraining('T', 'FL-1', '2018-05-01')],
    attendances: [anAttendance('T', 'A', 3), anAttendance('T', 'TNO', 4)],
  });

  it.each([
    ['2018-05-01', '2018-05-01', 1],
    ['2018-05-02', '2018-12-31', 0],
    ['2018-01-01', '2018-04-30', 0],
  ])('at an activity held in %s..%s', (from, asOf, expected) => {
    expect(value(register, 'companies_reached', from, asOf)).toBe(expected);
  });

  it('are trained people of every kind of organisation', () => {
    expect(value(register, 'people_trained')).toBe(7);
    const demo = {
      ...register,
      activities: register.activities.map((one) => ({ ...one, kind: 'DEMO' as const })),
    };
    expect(value(demo, 'people_trained')).toBe(0);
    expect(value(demo, 'companies_reached')).toBe(1);
  });
});

describe('new companies', () => {
  const register = aRegister({
    centres: [aHub('HUB-1'), aFieldlab('FL-1', { hubId: 'HUB-1' }), aFieldlab('FL-2')],
    companies: [aCompany('A')],
    participations: [
      aParticipation('A', 'FL-1', { startedOn: '2016-01-01', endedOn: '2017-01-01', level: 'ENGAGED' }),
      aParticipation('A', 'FL-2', { startedOn: '2017-01-01', endedOn: '2017-02-01' }),
      aParticipation('A', 'FL-1', { startedOn: '2018-01-01' }),
    ],
  });

  it.each([
    ['programme', '2017-01-01', '2017-12-31', 1],
    ['programme', '2018-01-01', '2018-12-31', 0],
    ['hub:HUB-1', '2018-01-01', '2018-12-31', 1],
    ['hub:HUB-1', '2016-01-01', '2016-12-31', 0],
    ['centre:FL-2', '2017-01-01', '2017-01-01', 1],
    ['centre:FL-2', '2017-01-02', '2018-12-31', 0],
  ])('in %s from %s to %s', (scope, from, asOf, expected) => {
    expect(oracleFigure(register, { indicator: 'companies_new', scope, from, asOf }).value).toBe(expected);
  });
});

describe('the share of SMEs', () => {
  const register = aRegister({
    centres: [aFieldlab('FL-1')],
    companies: [
      aCompany('A', { profiles: always('MICRO') }),
      aCompany('B', { profiles: always('LARGE') }),
      aCompany('C', { profiles: always(null) }),
      aCompany('D', {
        profiles: [
          ...during(null, '2018-12-31', always('MEDIUM')),
          ...during('2018-12-31', null, always('LARGE')),
        ],
      }),
    ],
    participations: ['A', 'B', 'C', 'D'].map((id) => aParticipation(id, 'FL-1')),
  });

  it('takes the size class on D, of those whose it knows', () => {
    expect(value(register, 'sme_share', null, '2018-12-30')).toBe('66.7');
    expect(value(register, 'sme_share', null, '2018-12-31')).toBe('33.3');
    const query = { indicator: 'sme_share', from: null, asOf: '2018-12-31', scope: 'programme' };
    expect(oracleFigure(register, query).members()).toEqual(['A', 'B', 'D']);
  });
});

describe('spin-offs', () => {
  const register = aRegister({
    centres: [aFieldlab('FL-1'), aFieldlab('FL-2')],
    spinOffs: [aSpinOff('S', ['FL-1', 'FL-2'], { foundedOn: '2018-05-01', dissolvedOn: '2018-08-01' })],
  });

  it.each([
    ['2018-04-30', 0, 0],
    ['2018-05-01', 1, 1],
    ['2018-07-31', 1, 1],
    ['2018-08-01', 1, 0],
  ])('founded and existing on %s', (asOf, founded, existing) => {
    expect(value(register, 'spin_offs', null, asOf)).toBe(founded);
    expect(value(register, 'spin_offs_active', null, asOf)).toBe(existing);
  });

  it('lie in the scope of each of their centres', () => {
    const query = { indicator: 'spin_offs', from: null, asOf: '2018-12-31' };
    expect(oracleFigure(register, { ...query, scope: 'centre:FL-1' }).value).toBe(1);
    expect(oracleFigure(register, { ...query, scope: 'centre:FL-2' }).value).toBe(1);
  });
});

describe('outcomes', () => {
  const register = aRegister({
    centres: [aFieldlab('FL-1')],
    companies: [
      aCompany('A'),
      aCompany('B', { mergedIntoId: 'A' }),
      aCompany('TNO', { organisationType: 'KNOWLEDGE' }),
    ],
    outcomes: [
      anOutcome('P', 'NEW_PRODUCT', 'TNO', ['FL-1'], { quantity: '3' }),
      anOutcome('S', 'NEW_SERVICE', 'A', ['FL-1'], { achievedOn: '2018-12-31' }),
      anOutcome('J1', 'JOBS', 'A', ['FL-1'], { quantity: '0.10' }),
      anOutcome('J2', 'JOBS', 'A', ['FL-1'], { quantity: '0.20' }),
      anOutcome('J3', 'JOBS', 'A', ['FL-1'], { quantity: '8', achievedOn: '2019-01-01' }),
      ...['A', 'B', 'TNO'].map((id) => anOutcome(`Start ${id}`, 'PRODUCTION_START', id, ['FL-1'])),
    ],
  });

  it('are added up exactly, both ends of the period included', () => {
    expect(value(register, 'new_products')).toBe(3);
    expect(value(register, 'new_services')).toBe(1);
    expect(value(register, 'jobs')).toBe(0.3);
  });

  it('of starting production count businesses once', () => {
    expect(value(register, 'production_starts')).toBe(1);
  });
});

describe('investments', () => {
  const register = aRegister({
    centres: [aFieldlab('FL-1')],
    investments: [
      anInvestment('I1', 'FL-1', '100.10'),
      anInvestment('I2', 'FL-1', '0.20', { datedOn: '2018-12-31' }),
      anInvestment('I3', 'FL-1', '80', { source: 'EU' }),
      anInvestment('I4', 'FL-1', '20.00', { source: 'REGIONAL', form: 'IN_KIND' }),
      anInvestment('I5', 'FL-1', '7.00', { source: 'KNOWLEDGE_INSTITUTES' }),
      anInvestment('I6', 'FL-1', '9000.00', { status: 'COMMITTED' }),
      anInvestment('I7', 'FL-1', '5000.00', { datedOn: '2019-01-01' }),
    ],
  });

  it.each([
    ['investment_realised', '207.30'],
    ['investment_committed', '9000.00'],
    ['investment_private', '100.30'],
    ['investment_public', '100.00'],
    ['leverage', '1.00'],
  ])('%s is %s', (indicator, expected) => {
    expect(value(register, indicator)).toBe(expected);
  });

  it('have no leverage without public ones', () => {
    expect(value(register, 'leverage', '2018-01-02', '2019-12-31')).toBeNull();
    expect(value(register, 'investment_public', '2018-01-02')).toBe('0.00');
  });

  it('stand behind the leverage with both parts', () => {
    const query = { indicator: 'leverage', from: null, asOf: '2018-12-31', scope: 'programme' };
    expect(oracleFigure(register, query).members()).toEqual(['I1', 'I2', 'I3', 'I4']);
  });
});

describe('a question', () => {
  const register = aRegister({ centres: [aHub('HUB-1', { startedOn: '2014-12-31' }), aFieldlab('FL-1')] });
  const query = { indicator: 'fieldlabs_started', from: null, asOf: '2018-12-31', scope: 'programme' };

  it('starts with the programme when it names no date', () => {
    const { from: _, ...rest } = query;
    const early = { ...register, centres: [aFieldlab('FL-1', { startedOn: '2014-12-31' })] };
    expect(oracleFigure(early, rest).value).toBe(0);
    expect(oracleFigure({ ...early, programme: null }, rest).value).toBe(1);
    expect(oracleFigure(early, query).value).toBe(1);
  });

  it.each([
    { from: '2019-01-01' },
    { scope: 'hub:FL-1' },
    { scope: 'centre:FL-9' },
    { scope: 'FL-1' },
    { indicator: 'jobs@2' },
    { by: 'level' as const },
  ])('that has no answer is refused: %j', (fields) => {
    expect(() => oracleFigure(register, { ...query, ...fields })).toThrow();
  });
});

describe('groups', () => {
  const companies = [
    aCompany('holding'),
    aCompany('middle', { profiles: under('holding') }),
    aCompany('works', { profiles: during('2018-07-01', null, under('middle')) }),
    aCompany('lab', { profiles: under('doubled') }),
    aCompany('doubled', { mergedIntoId: 'holding' }),
    aCompany('alone'),
  ];
  const register = aRegister({
    centres: [aFieldlab('FL-1')],
    companies,
    participations: [
      aParticipation('works', 'FL-1', { startedOn: '2018-01-01' }),
      aParticipation('lab', 'FL-1', { startedOn: '2018-08-01' }),
      aParticipation('alone', 'FL-1', { startedOn: '2018-08-01' }),
    ],
  });
  const heads = (indicator: string, from: string, asOf: string) =>
    oracleFigure(register, { indicator, from, asOf, scope: 'programme', countBy: 'group' }).members();

  it('count once, by the head that they have on the day, whoever took part', () => {
    expect(heads('companies_participated', '2018-01-01', '2018-06-30')).toEqual(['works']);
    expect(heads('companies_participated', '2018-01-01', '2018-12-31')).toEqual(['alone', 'holding']);
  });

  it('are new when none of their companies took part before', () => {
    expect(heads('companies_new', '2018-08-01', '2018-12-31')).toEqual(['alone']);
    expect(heads('companies_new', '2018-01-01', '2018-12-31')).toEqual(['alone', 'holding']);
  });
});
