import { loadDemonstration } from '@api/startup/demonstration';
import { CHOICES, SHEETS } from '@fieldlab/domain';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { download, ExportedWorkbook } from '../support/exported-workbook';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let admin: Caller;
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  await loadDemonstration(register.app);
});
afterAll(() => register.close());

const exported = async (caller: Caller, language = 'en') => {
  const answer = await download(caller.get('/workbook.xlsx').set('Accept-Language', language).expect(200));
  return ExportedWorkbook.read(answer.body as Buffer);
};

describe('GET /workbook.xlsx', () => {
  it('is the register in the format of the import, with id and version on every row', async () => {
    const workbook = await exported(admin);
    expect(workbook.names).toEqual(SHEETS.map(({ name }) => name));
    const counts = Object.fromEntries(workbook.names.map((name) => [name, workbook.rows(name).length]));
    expect(counts).toEqual({
      ...{ programme: 1, centres: 54, companies: 852, participations: 1647, activities: 291 },
      ...{ attendances: 2303, investments: 349, spin_offs: 34, outcomes: 250 },
    });
    for (const name of workbook.names) {
      expect(workbook.header(name)).not.toContain('ended_on');
      for (const row of workbook.rows(name))
        expect(row).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), version: 1 });
    }
  });

  it("speaks the reader's language", async () => {
    const workbook = await exported(admin, 'nl');
    expect(workbook.names).toContain('Praktijkomgevingen');
    expect(workbook.header('Deelnames')).toEqual(
      expect.arrayContaining(['Bedrijf', 'Niveau', 'Startdatum', 'Laatste dag', 'Id', 'Versie']),
    );
    const levels = new Set(workbook.rows('Deelnames').map(({ Niveau }) => Niveau));
    expect([...levels].sort()).toEqual(['actief', 'bereikt', 'deelnemer', 'partner']);
  });

  it('shows a coordinator what hangs from their centres, and viewers nothing', async () => {
    const { body } = await admin.get('/centres?code=FL-01').expect(200);
    const coordinator = await register.as('COORDINATOR', body.data[0].id as string);
    const workbook = await exported(coordinator);
    expect(workbook.rows('companies')).toHaveLength(852);
    expect(new Set(workbook.rows('participations').map((row) => row.centre_code))).toEqual(
      new Set(['FL-01']),
    );
    const theirs = new Set(workbook.rows('activities').map(({ ref }) => ref));
    expect(workbook.rows('attendances').every((row) => theirs.has(row.activity_ref ?? null))).toBe(true);
    await (await register.as('VIEWER')).get('/workbook.xlsx').expect(403);
  });
});

describe('GET /workbook-template.xlsx', () => {
  it('has every sheet, empty, with lists to choose from and an explanation', async () => {
    const answer = await download(
      admin.get('/workbook-template.xlsx').set('Accept-Language', 'nl').expect(200),
    );
    expect(answer.headers['content-disposition']).toBe('attachment; filename="sjabloon.xlsx"');
    const workbook = await ExportedWorkbook.read(answer.body as Buffer);
    expect(workbook.names[0]).toBe('Uitleg');
    expect(workbook.names).toHaveLength(SHEETS.length + 1);
    expect(workbook.rows('Uitleg').length).toBeGreaterThan(80);
    expect(workbook.header('Bedrijven')).not.toContain('Id');
    const parts = Object.values(unzipSync(answer.body as Uint8Array)).map((part) =>
      new TextDecoder().decode(part),
    );
    const lists = parts.flatMap((xml) => xml.match(/<formula1>"[^"]+"<\/formula1>/g) ?? []);
    expect(lists).toContain('<formula1>"bereikt,actief,deelnemer,partner"</formula1>');
    const choices = SHEETS.flatMap(({ columns }) =>
      columns.filter(({ type }) => type in CHOICES || type === 'region'),
    );
    expect(lists).toHaveLength(choices.length);
  });
});
