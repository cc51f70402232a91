import type { CheckedNumbers } from '@api/modules/public/public.dto';
import type { FiguresAnswer, SealedEdition } from '@fieldlab/domain';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDemonstration } from '../support/importing';
import { aCentre, aCompany, aParticipation, type Made } from '../support/made';
import { publishApproved } from '../support/publishing';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

const COUNTED = ['companies_reached', 'companies_participated', 'companies_participating', 'companies_new'];
const YEAR = 'from=2019-01-01&asOf=2019-12-31';

let register: TestRegister;
let admin: Caller;
const made: Record<string, Made> = {};

beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  const { id: centreId } = await aCentre(admin);
  const profiles = {
    machines: { sbiCode: '28.99', sbiVersion: 'SBI2008' },
    software: { sbiCode: '6201', sbiVersion: 'SBI2008' },
    unsaid: { sbiCode: '62' },
    anew: { sbiCode: '62.10', sbiVersion: 'SBI2025' },
    garage: { sbiCode: '45', sbiVersion: 'SBI2025' },
    nothing: {},
  };
  for (const [name, profile] of Object.entries(profiles)) {
    const company = await aCompany(admin, { name, ...profile });
    made[name] = company;
    await aParticipation(admin, company.id, centreId);
  }
});
afterAll(() => register.close());

async function figures(query: string, caller = admin): Promise<FiguresAnswer> {
  const { body } = await caller.get(`/figures?${YEAR}&${query}`).expect(200);
  return body as FiguresAnswer;
}

const cellsOf = (answer: FiguresAnswer): Record<string, unknown> =>
  Object.fromEntries(answer.figures[0]?.breakdown?.map(({ key, value }) => [key, value]) ?? []);

describe('GET /figures?by=sector', () => {
  it.each(COUNTED)('breaks %s down by the sections of either version', async (indicator) => {
    const by = async (version: string) =>
      cellsOf(await figures(`by=sector&indicator=${indicator}&sectorVersion=${version}`));
    expect(await by('2008')).toEqual({ C: 1, J: 2, unknown: 3 });
    expect(await by('2025')).toEqual({ K: 1, unknown: 5 });
  });

  it('takes the version that most profiles have, says which, and how many have which', async () => {
    const answer = await figures('by=sector&indicator=companies_participated');
    expect(answer).toMatchObject({
      sectorVersion: '2008',
      sectorVersions: [
        { version: '2008', profiles: 3 },
        { version: '2025', profiles: 2 },
      ],
    });
    expect(cellsOf(answer)).toEqual({ C: 1, J: 2, unknown: 3 });
    expect(await figures('by=year&indicator=companies_participated')).not.toHaveProperty('sectorVersion');
  });

  it('names the sections of that version in the language that is asked', async () => {
    const labels = async (version: string, language: string) => {
      const path = `/figures?${YEAR}&by=sector&indicator=companies_new&sectorVersion=${version}`;
      const { body } = await admin.get(path).set('Accept-Language', language).expect(200);
      return (body as FiguresAnswer).figures[0]?.breakdown?.map(({ label }) => label);
    };
    expect(await labels('2008', 'nl')).toEqual([
      'C – Industrie',
      'J – Informatie en communicatie',
      'Onbekend',
    ]);
    const [section = ''] = (await labels('2025', 'en')) ?? [];
    expect(section).toMatch(/^K – Telecommunication, computer programming/);
  });

  it('answers the breakdown on those of all indicators that know it', async () => {
    const { figures: all } = await figures('by=sector');
    const broken = all.filter(({ breakdown }) => breakdown !== undefined);
    expect(broken.map(({ indicator }) => indicator)).toEqual(COUNTED);
  });

  it.each([
    ['another indicator', 'by=sector&indicator=participations', 'by'],
    ['money', 'by=sector&indicator=investment_realised', 'by'],
    ['a version without the breakdown', 'sectorVersion=2008&indicator=companies_new', 'sectorVersion'],
    [
      'a version of another breakdown',
      'sectorVersion=2008&by=sizeClass&indicator=companies_new',
      'sectorVersion',
    ],
    ['a version that is none', 'sectorVersion=1993&by=sector&indicator=companies_new', 'sectorVersion'],
  ])('refuses %s', async (_, query, path) => {
    const { body } = await admin.get(`/figures?${query}`).expect(400);
    expect(body.errors).toMatchObject([{ path }]);
  });

  it('lists the firms of a section', async () => {
    const members = async (query: string) => {
      const path = `/figures/companies_participated/members?${YEAR}&by=sector&${query}`;
      const { body } = await admin.get(path).expect(200);
      const { data, total } = body as { data: { label: string }[]; total: number };
      expect(total).toBe(data.length);
      return data.map(({ label }) => label);
    };
    expect(await members('key=J')).toEqual(['software', 'unsaid']);
    expect(await members('key=J&sectorVersion=2025')).toEqual([]);
    expect(await members('key=K&sectorVersion=2025')).toEqual(['anew']);
    expect(await members('key=unknown&sectorVersion=2008')).toEqual(['anew', 'garage', 'nothing']);
  });

  it('takes the version that most profiles had as it was known, and the profile that held on the day', async () => {
    const { knownAt } = await figures('by=sector&indicator=companies_participated');
    for (const name of ['machines', 'software']) {
      const { id = '', version = 0 } = made[name] ?? {};
      await admin
        .patch(`/companies/${id}?effectiveOn=2019-07-01`, version, { sbiVersion: 'SBI2025' })
        .expect(200);
    }
    const now = await figures('by=sector&indicator=companies_participated');
    expect(now.sectorVersions?.map(({ profiles }) => profiles)).toEqual([3, 4]);
    expect(cellsOf(now)).toEqual({ C: 1, K: 2, unknown: 3 });
    const before = await figures(`by=sector&indicator=companies_participated&knownAt=${knownAt}`);
    expect(before.sectorVersion).toBe('2008');
    expect(cellsOf(before)).toEqual({ C: 1, J: 2, unknown: 3 });
    const spring = await admin
      .get(
        '/figures?by=sector&indicator=companies_participated&sectorVersion=2008&from=2019-01-01&asOf=2019-06-30',
      )
      .expect(200);
    expect(cellsOf(spring.body as FiguresAnswer)).toEqual({ C: 1, J: 2, unknown: 3 });
  });
});

describe('an edition by sector', () => {
  it('says its version, has the names of its sections, and is found by its numbers', async () => {
    const own = await startTestRegister();
    try {
      await importDemonstration(own);
      const [author, approver] = [await own.as('EVALUATOR'), await own.as('EVALUATOR')];
      const report = {
        ...{ title: 'Sectors', language: 'nl', asOf: '2021-05-01', from: '2015-01-01', scope: 'programme' },
        ...{
          indicators: ['companies_participated'],
          by: ['sector'],
          text: '{{companies_participated:sector=C}}',
        },
      };
      const { id } = (await author.post('/reports', report).expect(201)).body as { id: string };
      await author.post(`/reports/${id}/submit`).expect(200);
      await approver.post(`/reports/${id}/approve`).expect(200);
      await publishApproved(author, id);
      const at = `/api/v1/public/reports/${id}/editions/1`;
      const edition = (await request(own.server).get(`${at}.json`).expect(200)).body as SealedEdition;
      expect(edition.sectorVersion).toBe('2008');
      const [figure] = edition.figures;
      const cells = figure?.breakdown ?? [];
      const industry = cells.find(({ key }) => key === 'C');
      expect(industry?.label).toBe('C – Industrie');
      expect(Number(industry?.value)).toBeGreaterThan(4);
      expect(edition.readableText).toBe(String(industry?.value));
      const csv = (await request(own.server).get(`${at}.csv`).expect(200)).text;
      expect(csv).toContain('C – Industrie');
      const text = `${String(industry?.value)} bedrijven in de industrie`;
      const check = await request(own.server).post('/api/v1/public/check').send({ text }).expect(200);
      const [number] = (check.body as CheckedNumbers).numbers;
      expect(number?.matches[0]?.cell).toEqual({ by: 'sector', key: 'C', label: 'C – Industrie' });
      // Each company lies in one cell, so that whatever is withheld is withheld beside another.
      const hidden = cells.filter(({ suppressed }) => suppressed);
      expect(hidden.length).not.toBe(1);
      const answer = (await author.get(`/figures?by=sector&asOf=2021-05-01&indicator=companies_participated`))
        .body as FiguresAnswer;
      const total = answer.figures[0]?.breakdown?.reduce((sum, { value }) => sum + Number(value), 0);
      expect(total).toBe(answer.figures[0]?.value);
    } finally {
      await own.close();
    }
  });
});
