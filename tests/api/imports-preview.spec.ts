import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipOfCsv } from '../support/csv-zip';
import { aCentre, aCompany, aParticipation } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';
import { uploaded } from '../support/uploads';

const CHECK = '?dryRun=true';

/** What a check says will happen, before anything does. */
describe('the preview of an import', () => {
  let register: TestRegister;
  let admin: Caller;
  beforeAll(async () => {
    register = await startTestRegister();
    admin = await register.as('ADMIN');
  });
  afterAll(() => register.close());

  const rowsOf = async (id: string, query: string, status = 200) =>
    (await admin.get(`/imports/${id}/rows?${query}`).expect(status)).body as {
      data: { sheet: string; row: number; label: string | null; cells: Record<string, string> }[];
      total: number;
      found: number;
    };

  it('shows what is new, with what it refers to by name, and writes nothing', async () => {
    const centre = await aCentre(admin, { code: 'FL-NEW' });
    const { id } = await uploaded(
      admin,
      zipOfCsv({
        'companies.csv': 'ref;name;kvk_number;size_class\nC1;Anker BV;20000001;MICRO\nC2;Boei BV;;\n',
        'participations.csv':
          'company_ref;centre_code;level;started_on;last_day\nC1;FL-NEW;PARTNER;2020-01-01;2020-12-31\n',
      }),
      CHECK,
    );
    const companies = await rowsOf(id, 'kind=NEW&sheet=companies');
    expect(companies).toMatchObject({ total: 2, found: 2 });
    expect(companies.data[0]).toMatchObject({ sheet: 'companies', row: 2, label: null });
    expect(companies.data[0]?.cells).toEqual({
      ...{ name: 'Anker BV', kvk_number: '20000001', size_class: 'MICRO' },
    });
    const [participation] = (await rowsOf(id, 'kind=NEW&sheet=participations')).data;
    expect(participation?.cells).toEqual({
      ...{ company_ref: 'Anker BV', centre_code: 'FL-NEW', level: 'PARTNER' },
      ...{ started_on: '2020-01-01', last_day: '2020-12-31' },
    });
    expect((await rowsOf(id, 'kind=NEW')).data.map(({ sheet }) => sheet)).toEqual([
      'companies',
      'companies',
      'participations',
    ]);
    expect((await rowsOf(id, 'kind=FILLED')).total).toBe(0);
    const { body } = await admin.get(`/participations?centreId=${centre.id}`).expect(200);
    expect(body).toMatchObject({ total: 0 });
  });

  it('shows what registered records get in their blanks, by their names', async () => {
    const centre = await aCentre(admin, { code: 'FL-FILL', name: 'Fieldlab Vul' });
    const company = await aCompany(admin, { name: 'Cirkel BV', kvkNumber: '20000011' });
    await aParticipation(admin, company.id, centre.id, { startedOn: '2020-01-01' });
    const { id, counts } = await uploaded(
      admin,
      zipOfCsv({
        'centres.csv': 'code;kind;name;municipality;technologies\nFL-FILL;FIELDLAB;Fieldlab Vul;Ede;robots\n',
        'companies.csv': 'ref;name;kvk_number;website;postcode\nC1;Cirkel BV;20000011;cirkel.nl;1234 AB\n',
        'participations.csv':
          'company_ref;centre_code;level;started_on;last_day;note\nC1;FL-FILL;PARTICIPANT;2020-01-01;2020-06-30;klaar\n',
      }),
      CHECK,
    );
    expect(counts).toMatchObject({ companies: { updated: 1 }, participations: { updated: 1 } });
    const { data, found } = await rowsOf(id, 'kind=FILLED');
    expect(found).toBe(3);
    expect(data).toMatchObject([
      { sheet: 'centres', row: 2, label: 'Fieldlab Vul' },
      { sheet: 'companies', row: 2, label: 'Cirkel BV' },
      { sheet: 'participations', row: 2, label: 'Cirkel BV · Fieldlab Vul' },
    ]);
    expect(data.map(({ cells }) => cells)).toEqual([
      { municipality: 'Ede', technologies: 'robots' },
      { website: 'cirkel.nl', postcode: '1234 AB' },
      { last_day: '2020-06-30', note: 'klaar' },
    ]);
  });

  it('comes in pages, bounded whatever the size, and says how many there are', async () => {
    const lines = Array.from({ length: 1_200 }, (_, n) => `C${n};Reeks ${n} BV;${30_000_000 + n}`);
    const { id } = await uploaded(
      admin,
      zipOfCsv({ 'companies.csv': `ref;name;kvk_number\n${lines.join('\n')}\n` }),
      CHECK,
    );
    const page = await rowsOf(id, 'kind=NEW&sheet=companies&page=2&perPage=100');
    expect(page).toMatchObject({ total: 1_000, found: 1_200 });
    expect(page.data).toHaveLength(100);
    expect(page.data[0]?.row).toBe(102);
    expect((await rowsOf(id, 'kind=NEW&page=11&perPage=100')).data).toEqual([]);
    await rowsOf(id, 'kind=NEW&perPage=101', 400);
    await rowsOf(id, 'kind=GONE', 400);
    await rowsOf(id, 'sheet=companies', 400);
    await admin.get(`/imports/${randomUUID()}/rows?kind=NEW`).expect(404);
    const other = await register.as('COORDINATOR');
    await other.get(`/imports/${id}/rows?kind=NEW`).expect(404);
  });

  it('counts remarks by kind, the rarest first, and lists those of one kind', async () => {
    const forms = Array.from({ length: 30 }, (_, n) => `C${n};Vorm ${n} BV;${31_000_000 + n};Raar`);
    const { id, findingKinds } = await uploaded(
      admin,
      zipOfCsv({
        'companies.csv': `ref;name;kvk_number;legal_form;kleur\n${forms.join('\n')}\nD;Kort BV;123456;;\n`,
        'lees-mij.txt': 'x',
      }),
      CHECK,
    );
    expect(findingKinds.map(({ code, count, unread }) => [code, count, unread])).toEqual([
      ['COLUMN_UNKNOWN', 1, true],
      ['COMPANY_NUMBER_PADDED', 1, false],
      ['FILE_IGNORED', 1, true],
      ['LEGAL_FORM_UNKNOWN', 30, false],
    ]);
    const { body } = await admin
      .get(`/imports/${id}/warnings?code=LEGAL_FORM_UNKNOWN&perPage=10`)
      .expect(200);
    expect(body).toMatchObject({ total: 30 });
    expect((body as { data: { row: number }[] }).data.map(({ row }) => row)).toEqual([
      ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    ]);
    await admin.get(`/imports/${id}/warnings?code=NO_SUCH`).expect(400);
  });

  it('speaks the language of who reads it, with the names and words of the screen', async () => {
    await aCentre(admin, { code: 'FL-WORD' });
    const file = zipOfCsv({
      'companies.csv': 'ref;name;kvk_number\nC1;;20000021\n',
      'participations.csv': 'company_ref;centre_code;level;started_on\nC1;FL-WORD;raar;2020-01-01\n',
    });
    const { id } = await uploaded(admin, file, CHECK);
    const told = async (language: string) => {
      const { body } = await admin.get(`/imports/${id}`).set('Accept-Language', language).expect(200);
      return (body as { faults: { message: string }[] }).faults.map(({ message }) => message);
    };
    expect(await told('nl')).toEqual([
      'Hier moet iets staan: Naam is verplicht.',
      '“raar” kan hier niet staan. Kies uit: bereikt, actief, deelnemer, partner.',
    ]);
    expect((await told('en'))[0]).toBe('Fill in this cell: Name is required.');
    const page = await admin.get(`/imports/${id}/faults`).set('Accept-Language', 'nl').expect(200);
    expect((page.body as { data: object[] }).data[0]).toMatchObject({
      message: 'Hier moet iets staan: Naam is verplicht.',
    });
    expect(Object.keys((page.body as { data: object[] }).data[0] ?? {}).sort()).toEqual(
      ['code', 'column', 'message', 'row', 'sheet', 'value'].sort(),
    );
  });
});
