import type { FiguresAnswer } from '@fieldlab/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCentre, aCompany, anOutcome, aParticipation, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

const YEAR = 'from=2019-01-01&asOf=2019-12-31&by=province';
const MUNICIPALITY = 'from=2019-01-01&asOf=2019-12-31&by=municipality';

/** A company that moved is counted where it was, or by choice where it is now. */
describe('GET /figures?by=province&placesAs', () => {
  let register: TestRegister;
  let admin: Caller;
  let moved: Made;

  beforeAll(async () => {
    register = await startTestRegister();
    admin = await register.as('ADMIN');
    const { id: centreId } = await aCentre(admin, { province: 'NL-UT' });
    moved = await aCompany(admin, { name: 'Verhuisd BV', province: 'NL-OV', sizeClass: 'SMALL' });
    const stayed = await aCompany(admin, { province: 'NL-GR', sizeClass: 'LARGE' });
    const path = `/companies/${moved.id}?effectiveOn=2022-01-01`;
    await admin.patch(path, moved.version, { province: 'NL-LI', sizeClass: 'LARGE' }).expect(200);
    for (const { id } of [moved, stayed]) {
      await aParticipation(admin, id, centreId);
      await anOutcome(admin, id, [centreId], { kind: 'PRODUCTION_START', achievedOn: '2019-06-01' });
    }
  });
  afterAll(() => register.close());

  const figures = async (query: string): Promise<FiguresAnswer> =>
    (await admin.get(`/figures?${YEAR}&${query}`).expect(200)).body as FiguresAnswer;
  const cellsOf = ({ figures: [figure] }: FiguresAnswer): Record<string, unknown> =>
    Object.fromEntries(figure?.breakdown?.map(({ key, value }) => [key, value]) ?? []);

  it.each([
    'companies_reached',
    'companies_participated',
    'companies_participating',
    'companies_new',
    'production_starts',
  ])('places the companies of %s then by default, and now by choice', async (indicator) => {
    const asked = `indicator=${indicator}`;
    const was = { 'NL-OV': 1, 'NL-GR': 1 };
    expect(cellsOf(await figures(asked))).toEqual(was);
    expect(cellsOf(await figures(`${asked}&placesAs=then`))).toEqual(was);
    expect(cellsOf(await figures(`${asked}&placesAs=now`))).toEqual({ 'NL-LI': 1, 'NL-GR': 1 });
  });

  it('leaves the other traits of companies, totals and the provinces of centres as they were', async () => {
    const now = await figures('placesAs=now');
    const then = await figures('placesAs=then');
    const totals = ({ figures: all }: FiguresAnswer) => all.map(({ indicator, value }) => [indicator, value]);
    expect(totals(now)).toEqual(totals(then));
    const share = now.figures.find(({ indicator }) => indicator === 'sme_share')?.breakdown;
    // By the size that it had then; of the other province no share is left to tell.
    expect(share).toEqual([expect.objectContaining({ key: 'NL-LI', value: '100.0' })]);
    const pairs = now.figures.find(({ indicator }) => indicator === 'participations')?.breakdown;
    expect(pairs).toEqual([expect.objectContaining({ key: 'NL-UT' })]);
  });

  it('leads to the companies of the cell', async () => {
    const members = async (key: string, placesAs: string) => {
      const path = `/figures/companies_participated/members?${YEAR}&key=${key}&placesAs=${placesAs}`;
      return ((await admin.get(path).expect(200)).body as { data: Made[] }).data.map(({ id }) => id);
    };
    expect(await members('NL-LI', 'now')).toEqual([moved.id]);
    expect(await members('NL-OV', 'now')).toEqual([]);
    expect(await members('NL-OV', 'then')).toEqual([moved.id]);
  });

  it('counts groups where they are now too', async () => {
    const asked = 'indicator=companies_participated&countBy=group';
    expect(cellsOf(await figures(`${asked}&placesAs=now`))).toEqual({ 'NL-LI': 1, 'NL-GR': 1 });
    expect(cellsOf(await figures(asked))).toEqual({ 'NL-OV': 1, 'NL-GR': 1 });
  });

  it('takes the day of what was known for now, and says which', async () => {
    const { knownAt } = await figures('');
    const answer = await figures(`placesAs=now&knownAt=${knownAt}`);
    expect(answer).toMatchObject({ placesOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect(await figures('placesAs=then')).not.toHaveProperty('placesOn');
  });

  it('goes with places alone', async () => {
    const { body } = await admin.get('/figures?by=year&placesAs=now').expect(400);
    expect(body.errors).toMatchObject([{ path: 'placesAs', code: 'ONLY_BY_PLACE' }]);
    await admin.get('/figures?by=province&placesAs=later').expect(400);
  });
});

describe('GET /figures?by=municipality', () => {
  let register: TestRegister;
  let admin: Caller;
  let moved: Made;

  beforeAll(async () => {
    register = await startTestRegister();
    admin = await register.as('ADMIN');
    const { id: centreId } = await aCentre(admin, { province: 'NL-DR', municipality: 'EMMEN' });
    const places = [
      { province: 'NL-NH', municipality: 'Bergen' },
      { province: 'NL-LI', municipality: 'Bergen' },
      { province: 'NL-ZH', municipality: 'den haag' },
      { province: 'NL-ZH', municipality: "'s-Gravenhage" },
      { municipality: 'Manchester' },
      { province: 'NL-GR' },
    ];
    const companies: Made[] = [];
    for (const place of places) companies.push(await aCompany(admin, place));
    [moved] = companies as [Made];
    await admin
      .patch(`/companies/${moved.id}?effectiveOn=2022-01-01`, moved.version, {
        ...{ province: 'NL-DR', municipality: 'emmen' },
      })
      .expect(200);
    for (const { id } of companies) await aParticipation(admin, id, centreId);
  });
  afterAll(() => register.close());

  const cellsOf = async (query: string): Promise<Record<string, unknown>> => {
    const { body } = await admin.get(`/figures?${MUNICIPALITY}&${query}`).expect(200);
    const [figure] = (body as FiguresAnswer).figures;
    return Object.fromEntries(figure?.breakdown?.map(({ key, label, value }) => [key, [label, value]]) ?? []);
  };
  const REST = {
    'NL-LI/Bergen': ['Bergen (Limburg)', 1],
    "NL-ZH/'s-Gravenhage": ["'s-Gravenhage (South Holland)", 2],
    'unknown/Manchester': ['Manchester', 1],
    unknown: ['Unknown', 1],
  };

  it('tells two of one name apart, and takes one however it was written for one', async () => {
    expect(await cellsOf('indicator=companies_participated')).toEqual({
      ...REST,
      'NL-NH/Bergen': ['Bergen (North Holland)', 1],
    });
  });

  it('counts companies where they are now by choice', async () => {
    expect(await cellsOf('indicator=companies_participated&placesAs=now')).toEqual({
      ...REST,
      'NL-DR/Emmen': ['Emmen (Drenthe)', 1],
    });
  });

  it('is where the centre is of what is not counted by company', async () => {
    expect(await cellsOf('indicator=participations')).toEqual({ 'NL-DR/Emmen': ['Emmen (Drenthe)', 6] });
  });

  it('leads to the companies of the cell', async () => {
    const path = `/figures/companies_participated/members?${MUNICIPALITY}&key=${encodeURIComponent('NL-NH/Bergen')}`;
    expect((await admin.get(path).expect(200)).body).toMatchObject({ total: 1, data: [{ id: moved.id }] });
  });
});
