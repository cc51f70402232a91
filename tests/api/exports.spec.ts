import Papa from 'papaparse';
import readXlsx from 'read-excel-file/node';
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCentre, aCompany, anInvestment, aParticipation, aSpinOff, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let admin: Caller;
let centre: Made;
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  centre = await aCentre(admin);
});
afterAll(() => register.close());

const linesOf = (csv: string) =>
  Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;

function sheetOf(answer: Response) {
  return readXlsx(answer.body as Buffer);
}
const asBuffer = (response: NodeJS.ReadableStream, done: (error: null, body: Buffer) => void): void => {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => {
    done(null, Buffer.concat(chunks));
  });
};
const workbook = async (caller: Caller, path: string) => {
  const answer = await caller
    .get(path)
    .buffer(true)
    .parse(asBuffer as never)
    .expect(200);
  return { answer, rows: await sheetOf(answer) };
};

describe('an export', () => {
  it('holds the whole view, beyond any page, in its order and with its filters', async () => {
    await register.database.pool.query(
      `insert into companies (name, match_name, organisation_type)
       select 'Veel ' || lpad(i::text, 4, '0'), 'veel', 'KNOWLEDGE' from generate_series(1, 2345) i`,
    );
    const csv = await admin.get('/companies.csv?organisationType=KNOWLEDGE&sort=-name').expect(200);
    expect(csv.headers['x-total-count']).toBe('2345');
    expect(csv.headers['content-disposition']).toBe('attachment; filename="companies.csv"');
    const lines = linesOf(csv.text);
    expect(lines).toHaveLength(2345);
    expect(lines[0]?.name).toBe('Veel 2345');
    const { answer, rows } = await workbook(
      admin,
      '/companies.xlsx?organisationType=KNOWLEDGE&columns=name,country',
    );
    expect(answer.headers['x-total-count']).toBe('2345');
    expect(JSON.stringify(rows)).toContain('Veel 0001');
  });

  it('shows the columns that are asked, and refuses others', async () => {
    const { text } = await admin.get('/centres.csv?columns=code&columns=name').expect(200);
    expect(text.split('\r\n')[0]).toBe('code,name');
    const turned = await admin.get('/centres.csv?columns=name,code,name').expect(200);
    expect(turned.text.split('\r\n')[0]).toBe('name,code');
    for (const wrong of ['columns=nonsense', 'page=1', 'unknown=1', 'sort=nonsense'])
      await admin.get(`/centres.csv?${wrong}`).expect(400);
  });

  it('names the centres of what has several', async () => {
    const other = await aCentre(admin);
    await aSpinOff(admin, [other.id, centre.id]);
    const { text } = await admin.get('/spin-offs.csv?columns=centreNames').expect(200);
    expect(linesOf(text)).toEqual([{ centreNames: [centre.name, other.name].sort().join('; ') }]);
  });

  it('runs nothing in a spreadsheet, and keeps what numbers are', async () => {
    await aCompany(admin, { name: '=1+1;"x"', kvkNumber: '00012345', municipality: '@SUM(A1)' });
    const { text } = await admin
      .get('/companies.csv?q=00012345&columns=name,kvkNumber,municipality')
      .expect(200);
    expect(linesOf(text)[0]).toEqual({
      name: '\'=1+1;"x"',
      kvkNumber: '00012345',
      municipality: "'@SUM(A1)",
    });
    const { rows } = await workbook(admin, '/companies.xlsx?q=00012345&columns=name,kvkNumber');
    expect(JSON.stringify(rows)).toContain(JSON.stringify(['=1+1;"x"', '00012345']));
  });

  it('has dates, money and lists as what they are', async () => {
    await anInvestment(admin, centre.id, { amountEur: '1234.56', datedOn: '2020-02-29' });
    const { rows } = await workbook(admin, '/investments.xlsx?columns=amountEur,datedOn');
    expect(JSON.stringify(rows)).toContain(JSON.stringify([1234.56, new Date('2020-02-29T00:00:00Z')]));
    const { text } = await admin.get('/investments.csv?columns=amountEur,datedOn').expect(200);
    expect(linesOf(text)).toEqual([{ amountEur: '1234.56', datedOn: '2020-02-29' }]);
  });

  describe('in a language', () => {
    it('has words for codes and columns, and what Dutch Excel opens right', async () => {
      await aCompany(admin, {
        name: 'Groei; B.V.',
        province: 'NL-FR',
        sizeClass: 'MEDIUM',
        employees: 1200,
        country: 'DE',
      });
      await anInvestment(admin, centre.id, { amountEur: '99.50', datedOn: '2020-02-28', form: 'IN_KIND' });
      const columns = 'columns=name,country,province,sizeClass,employees';
      const dutch = await admin.get(`/companies.csv?q=Groei&language=nl&${columns}`).expect(200);
      expect(dutch.text).toBe(
        '\uFEFFNaam;Land;Provincie;Grootteklasse;Werknemers\r\n"Groei; B.V.";Duitsland;Fryslân;middelgroot;1200\r\n',
      );
      expect(dutch.headers['content-disposition']).toContain('filename="Bedrijven.csv"');
      const english = await admin.get(`/companies.csv?q=Groei&language=en&${columns}`).expect(200);
      expect(english.text).toBe(
        '\uFEFFName,Country,Province,Size class,Employees\r\nGroei; B.V.,Germany,Friesland,medium,1200\r\n',
      );
      const asked = 'datedOn=2020-02-28&columns=amountEur,source,form';
      const { text } = await admin.get(`/investments.csv?language=nl&${asked}`).expect(200);
      expect(text).toMatch(/^\uFEFFBedrag;Bron;Vorm\r\n99,50;\w+;in natura\r\n$/);
      const { rows } = await workbook(admin, `/investments.xlsx?language=nl&${asked}`);
      expect(JSON.stringify(rows)).toContain(JSON.stringify(['Bedrag', 'Bron', 'Vorm']));
      expect(JSON.stringify(rows)).toContain('[99.5,');
    });

    it('has no ids unless they are asked for, and a name for every column of every list', async () => {
      const { body } = await admin.get('/openapi.json').expect(200);
      const paths = (body as { paths: Record<string, unknown> }).paths;
      const files = Object.keys(paths).flatMap((path) => /\/v1(\/[a-z-]+\.csv)$/.exec(path)?.[1] ?? []);
      expect(files).toContain('/outcomes.csv');
      for (const file of files.filter((path) => path !== '/reports.csv')) {
        for (const language of ['nl', 'en']) {
          const { text } = await admin
            .get(`${file}?language=${language}&q=nothing-has-this-name`)
            .expect(200);
          const heads = text
            .replace('\uFEFF', '')
            .trimEnd()
            .split(language === 'nl' ? ';' : ',');
          expect([file, heads.filter((head) => !/^[A-Z][\p{L} ()&-]+$/u.test(head))]).toEqual([file, []]);
          expect([file, heads.length]).toEqual([file, new Set(heads).size]);
        }
      }
      const { text } = await admin.get('/centres.csv?columns=id&language=nl').expect(200);
      expect(text).toContain(centre.id);
    });

    it('leaves a parameter of that name to records that have a language', async () => {
      const { headers, text } = await admin.get('/reports.csv?language=en').expect(200);
      expect(headers['x-total-count']).toBe('0');
      expect(text.startsWith('id,version,title,language')).toBe(true);
      await admin.get('/companies.csv?language=de').expect(400);
    });
  });

  it('shows a coordinator their centre, and others what they may read', async () => {
    const { id } = await aCompany(admin);
    const other = await aCentre(admin);
    await aParticipation(admin, id, other.id, { lastDay: '2020-12-31' });
    const coordinator = await register.as('COORDINATOR', centre.id);
    const { headers } = await coordinator.get('/participations.csv').expect(200);
    expect(headers['x-total-count']).toBe('0');
    const all = await admin.get('/participations.csv').expect(200);
    expect(linesOf(all.text)[0]).toMatchObject({ endedOn: '2021-01-01', lastDay: '2020-12-31' });
    await (await register.as('VIEWER')).get('/participations.xlsx').expect(403);
    await (await register.as('EVALUATOR')).get('/participations.csv').expect(200);
  });
});
