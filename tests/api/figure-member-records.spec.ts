import { INDICATORS, type FigureMember } from '@fieldlab/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aCentre,
  aCompany,
  aLinkTo,
  anActivity,
  anAttendance,
  anInvestment,
  anOutcome,
  aParticipation,
  aSpinOff,
  type Made,
} from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

const YEAR = 'from=2019-01-01&asOf=2019-12-31';

/** The way from a figure to its members goes on to the records that made each count, and their evidence. */
describe('GET /figures/{indicator}/members?records=true', () => {
  let register: TestRegister;
  let admin: Caller;
  let centre: Made;
  let company: Made;
  let merged: Made;
  const made: Record<string, Made> = {};

  beforeAll(async () => {
    register = await startTestRegister();
    admin = await register.as('ADMIN');
    centre = await aCentre(admin, { name: 'Alfa' });
    company = await aCompany(admin, { name: 'Een BV' });
    merged = await aCompany(admin, { name: 'Eén' });
    const period = { startedOn: '2018-01-01', lastDay: '2019-03-31' };
    made.first = await aParticipation(admin, company.id, centre.id, period);
    made.merged = await aParticipation(admin, merged.id, centre.id, { startedOn: '2019-05-01' });
    made.engaged = await aParticipation(admin, company.id, centre.id, {
      ...{ level: 'ENGAGED', startedOn: '2019-04-01', lastDay: '2019-04-30' },
    });
    const activity = await anActivity(admin, centre.id, { title: 'Lassen', heldOn: '2019-06-01' });
    made.attendance = await anAttendance(admin, activity.id, company.id);
    const start = { kind: 'PRODUCTION_START', title: 'Lijn 2', achievedOn: '2019-07-01' };
    made.outcome = await anOutcome(admin, company.id, [centre.id], start);
    made.spinOff = await aSpinOff(admin, [centre.id], {
      ...{ foundedOn: '2019-02-01', evidenceUrl: 'https://kvk.example/uittreksel' },
    });
    made.investment = await anInvestment(admin, centre.id, { datedOn: '2019-08-01' });
    made.link = await aLinkTo(admin, 'participations', made.first.id, { title: 'Overeenkomst' });
    await admin.post('/merges', { survivorId: company.id, mergedId: merged.id }).expect(201);
  });
  afterAll(() => register.close());

  const members = async (indicator: string, more = '', caller = admin): Promise<FigureMember[]> =>
    (await caller.get(`/figures/${indicator}/members?${YEAR}&records=true${more}`).expect(200)).body
      .data as FigureMember[];
  const recordsOf = async (indicator: string, more = '') =>
    (await members(indicator, more)).flatMap(({ records }) => records?.map(({ id }) => id));

  it.each<[string, string[]]>([
    ['companies_reached', ['first', 'engaged', 'merged', 'attendance']],
    ['companies_participated', ['first', 'merged']],
    ['companies_participating', ['merged']],
    ['participations', ['first', 'merged']],
    ['production_starts', ['outcome']],
    ['spin_offs', ['spinOff']],
    ['investment_realised', ['investment']],
    ['people_trained', ['attendance']],
  ])('tells which records made each of %s count', async (indicator, names) => {
    expect(await recordsOf(indicator)).toEqual(names.map((name) => made[name]?.id));
  });

  it('tells something of every member that is no centre, whatever is asked', async () => {
    for (const { code, counts } of INDICATORS) {
      const found = await members(code);
      if (counts === 'centre') expect(found.flatMap(({ records }) => records)).toEqual([]);
      else for (const { recordCount } of found) expect([code, recordCount]).not.toEqual([code, 0]);
    }
  });

  it('tells of a new company the one that made it new', async () => {
    const path = '/figures/companies_new/members?from=2015-01-01&asOf=2019-12-31&records=true';
    const { body } = await admin.get(path).expect(200);
    expect(body.data).toMatchObject([{ id: company.id, recordCount: 1, records: [{ id: made.first?.id }] }]);
  });

  it('names each, its day and its evidence', async () => {
    const [member] = await members('companies_participated');
    expect(member).toMatchObject({
      ...{ resource: 'companies', id: company.id, recordCount: 2 },
      records: [
        {
          ...{ resource: 'participations', label: 'Alfa', on: '2018-01-01' },
          evidence: [{ id: made.link?.id, name: 'Overeenkomst', url: 'https://example.nl/bewijs' }],
        },
        { on: '2019-05-01', evidence: [] },
      ],
    });
    const [spinOff] = await members('spin_offs');
    const url = 'https://kvk.example/uittreksel';
    expect(spinOff?.records).toMatchObject([{ on: null, evidence: [{ id: null, name: url, url }] }]);
  });

  it('narrows to the cell that was asked', async () => {
    expect(await recordsOf('companies_reached', '&by=level&key=ENGAGED')).toEqual([made.engaged?.id]);
    expect(await recordsOf('companies_participated', '&by=quarter&key=2019-Q1')).toEqual([made.first?.id]);
  });

  it('is as it was known, of the reader’s own scope, and not told unless it is asked', async () => {
    const { body } = await admin.get(`/figures?${YEAR}&indicator=companies_participated`).expect(200);
    const knownAt = `&knownAt=${body.knownAt as string}`;
    const before = await members('companies_participated', knownAt);
    const { id, version } = made.link ?? centre;
    await admin.delete(`/evidence/${id}`, version).expect(204);
    expect(await members('companies_participated', knownAt)).toEqual(before);
    expect((await members('companies_participated'))[0]?.records?.[0]?.evidence).toEqual([]);
    const plain = await admin.get(`/figures/companies_participated/members?${YEAR}`).expect(200);
    expect(plain.body.data).toEqual([{ resource: 'companies', id: company.id, label: 'Een BV' }]);
    const coordinator = await register.as('COORDINATOR', centre.id);
    await coordinator.get(`/figures/companies_reached/members?records=true`).expect(403);
    const own = await members('companies_participated', `&scope=centre:${String(centre.code)}`, coordinator);
    expect(own[0]?.recordCount).toBe(2);
  });

  it('tells none of groups and centres', async () => {
    expect(await members('companies_participated', '&countBy=group')).toMatchObject([{ recordCount: 0 }]);
    expect(await members('fieldlabs_active')).toMatchObject([{ recordCount: 0, records: [] }]);
  });
});
