import { CHOICES, SHEETS } from '@fieldlab/domain';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDemonstration } from '../support/importing';
import { download, ExportedWorkbook } from '../support/exported-workbook';
import type { Given } from '../support/workbook';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let admin: Caller;
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  await importDemonstration(register);
});
afterAll(() => register.close());

/** The import when it has ended. */
async function ended(caller: Caller, id: string) {
  for (;;) {
    const { body } = await caller.get(`/imports/${id}`).expect(200);
    if (body.status !== 'QUEUED' && body.status !== 'RUNNING') return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

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

describe('an exported workbook that comes back', () => {
  const upload = async (workbook: ExportedWorkbook, query = '', caller = admin) => {
    const { body } = await caller
      .post(`/imports${query}`)
      .attach('file', workbook.toFile(), 'register.xlsx')
      .expect(202);
    return ended(caller, body.id as string);
  };
  const changed = ({ counts }: Awaited<ReturnType<typeof upload>>) =>
    Object.fromEntries(
      Object.entries(counts as Record<string, { created: number; updated: number }>)
        .map(([sheet, { created, updated }]) => [sheet, created + updated] as const)
        .filter(([, count]) => count > 0),
    );

  const codes = ({ faults }: Awaited<ReturnType<typeof upload>>) =>
    (faults as { sheet: string; row: number; column: string; code: string }[]).map(
      ({ sheet, row, column, code }) => `${sheet} ${row} ${column} ${code}`,
    );

  it('changes nothing when nothing was changed in it', async () => {
    const answer = await upload(await exported(admin, 'nl'), '?update=true');
    expect(answer).toMatchObject({ status: 'DONE', changes: [], counts: { companies: { unchanged: 852 } } });
    expect(changed(answer)).toEqual({});
    // What the register itself holds: said at every import.
    const others = (answer.warnings as { code: string }[]).filter(({ code }) => code !== 'EVIDENCE_MISSING');
    expect(others).toEqual([]);
  });

  it('shows what was changed, writes it when that is accepted, and takes it back', async () => {
    const workbook = (await exported(admin)).only(
      ...['programme', 'companies', 'participations', 'investments', 'spin_offs'],
    );
    const first = (sheet: string, where: (row: Record<string, Given>) => boolean = () => true) => {
      const row = workbook.rows(sheet).find(where);
      if (!row) throw new Error(`${sheet} has no such row`);
      return row as Record<string, Given> & { id: string };
    };
    const company = first('companies', (row) => row.kvk_number !== null && row.municipality !== null);
    const row = workbook.change(
      'companies',
      { id: company.id },
      { municipality: 'Urk', kvk_number: '99887766', website: null },
    );
    const money = first('investments');
    workbook.change('investments', { id: money.id }, { amount_eur: 12.34, company_ref: company.ref ?? null });
    const spinOff = first('spin_offs');
    workbook.change(
      'spin_offs',
      { id: spinOff.id },
      { centre_codes: 'FL-01; FL-02', parent_company_ref: company.ref ?? null },
    );
    workbook.change('programme', {}, { name: 'Anders' });
    workbook.add('participations', {
      ...{ company_ref: company.ref ?? null, centre_code: 'FL-45', level: 'REACHED' },
      started_on: '2021-02-03',
    });
    const before = await admin.get('/figures?asOf=2021-05-01').expect(200);

    const told = await upload(workbook, '?dryRun=true');
    expect(told.changes).toContainEqual({
      ...{ sheet: 'companies', row, column: 'municipality', recordId: company.id },
      ...{ from: company.municipality, to: 'Urk' },
    });
    expect(told.changes).toContainEqual(
      expect.objectContaining({ sheet: 'investments', column: 'company_ref', to: company.name }),
    );
    expect(changed(told)).toEqual({ participations: 1 });
    expect(changed(await upload(workbook, '?dryRun=true&update=true'))).toEqual({
      ...{ programme: 1, companies: 1, participations: 1, investments: 1, spin_offs: 1 },
    });
    const { body: same } = await admin.get(`/companies/${company.id}`).expect(200);
    expect(same).toMatchObject({ municipality: company.municipality, version: 1 });

    const done = await upload(workbook, '?update=true&reason=Gecorrigeerd');
    expect(done).toMatchObject({ status: 'DONE', update: true, changes: told.changes });
    const read = async (path: string) => (await admin.get(path).expect(200)).body as Record<string, unknown>;
    expect(await read(`/companies/${company.id}`)).toMatchObject({
      ...{ municipality: 'Urk', kvkNumber: '99887766', website: null, version: 2 },
    });
    expect(await read(`/investments/${money.id}`)).toMatchObject({
      amountEur: '12.34',
      companyId: company.id,
    });
    const two = (await read(`/spin-offs/${spinOff.id}`)).centreIds as string[];
    expect(two).toHaveLength(2);
    expect(await read('/programme')).toMatchObject({ name: 'Anders' });
    const { body: history } = await admin.get(`/companies/${company.id}/history`).expect(200);
    expect(history.data[0]).toMatchObject({
      reason: 'Gecorrigeerd',
      changes: { municipality: { to: 'Urk' } },
    });

    // The same file again: its versions are old, and there is nothing left to change.
    const again = await upload(workbook, '?update=true');
    expect(again).toMatchObject({ status: 'DONE', changes: [] });
    expect(changed(again)).toEqual({});

    await admin.post(`/imports/${done.id as string}/undo`).expect(200);
    expect(await read(`/companies/${company.id}`)).toMatchObject({
      ...{
        municipality: company.municipality,
        kvkNumber: company.kvk_number,
        website: company.website,
        version: 3,
      },
    });
    const after = await admin.get('/figures?asOf=2021-05-01').expect(200);
    expect(after.body.figures).toEqual(before.body.figures);
  });

  it('moves neighbouring periods and their centre together, and back', async () => {
    const post = async (path: string, body: object) =>
      (await admin.post(path, body).expect(201)).body as { id: string };
    const centre = await post('/centres', {
      code: 'M-1',
      kind: 'FIELDLAB',
      name: 'M',
      startedOn: '2018-01-01',
    });
    const company = await post('/companies', { name: 'Verschoven BV' });
    const hung = { companyId: company.id, centreId: centre.id };
    const one = await post('/participations', {
      ...hung,
      level: 'ENGAGED',
      startedOn: '2018-01-01',
      endedOn: '2019-01-01',
    });
    const two = await post('/participations', { ...hung, level: 'PARTNER', startedOn: '2019-01-01' });
    const workbook = (await exported(admin)).only('centres', 'companies', 'participations');
    workbook.change('participations', { id: one.id }, { started_on: '2018-06-01', last_day: '2019-12-31' });
    workbook.change('participations', { id: two.id }, { started_on: '2020-01-01' });
    workbook.change('centres', { id: centre.id }, { started_on: '2018-06-01', code: 'M-2' });
    for (const { row, id } of workbook.places('participations', 'centre_code', 'M-1')) {
      workbook.change('participations', { id }, { centre_code: 'M-2' });
      expect(row).toBeGreaterThan(1);
    }
    const done = await upload(workbook, '?update=true');
    expect(codes(done)).toEqual([]);
    expect(changed(done)).toEqual({ centres: 1, participations: 2 });
    const periods = async () => {
      const { body } = await admin.get(`/participations?companyId=${company.id}&sort=startedOn`).expect(200);
      return (body.data as Record<string, string>[]).map(
        ({ startedOn, endedOn }) => `${startedOn} ${endedOn}`,
      );
    };
    expect(await periods()).toEqual(['2018-06-01 2020-01-01', '2020-01-01 null']);
    await admin.post(`/imports/${done.id as string}/undo`).expect(200);
    expect(await periods()).toEqual(['2018-01-01 2019-01-01', '2019-01-01 null']);
    expect((await admin.get(`/centres/${centre.id}`)).body).toMatchObject({
      code: 'M-1',
      startedOn: '2018-01-01',
    });
  });

  it('tells every row that cannot be the record it says it is', async () => {
    const workbook = (await exported(admin)).only('companies', 'centres', 'participations');
    const [a, b, c, d] = workbook.rows('companies').filter(({ kvk_number }) => kvk_number !== null);
    const number = {
      at: (row?: Record<string, Given>) => workbook.places('companies', 'id', row?.id ?? null)[0]?.row,
    };
    const stale = `/companies/${a?.id as string}`;
    const { body } = await admin.get(stale).expect(200);
    await admin.patch(stale, body.version as number, { website: 'https://nieuw.example' }).expect(200);
    workbook.change('companies', { id: b?.id ?? null }, { kvk_number: a?.kvk_number ?? null });
    workbook.change('companies', { id: c?.id ?? null }, { id: '0192f0c1-2b3c-7def-8a1b-0123456789ab' });
    const copy = workbook.add('companies', { ...d, ref: 'COPY' });
    const code = workbook.change('centres', { code: 'FL-02' }, { code: 'FL-03' });
    const answer = await upload(workbook, '?dryRun=true&update=true');
    expect(answer.status).toBe('REJECTED');
    expect(codes(answer)).toEqual(
      expect.arrayContaining([
        `centres ${code} code CENTRE_CODE_TAKEN`,
        `companies ${number.at(a)} version STALE_VERSION`,
        `companies ${number.at(b)} kvk_number NUMBER_TAKEN`,
        `companies ${copy} id ID_REPEATED`,
      ]),
    );
    expect(codes(answer).filter((fault) => fault.endsWith('UNKNOWN_ID'))).toHaveLength(1);
  });

  it('changes nothing of what a sheet does not have, and nothing outside its importer’s centres', async () => {
    const { body } = await admin.get('/centres?code=FL-01').expect(200);
    const coordinator = await register.as('COORDINATOR', body.data[0].id as string);
    const theirs = await exported(coordinator);
    const untouched = await upload(theirs, '?update=true', coordinator);
    expect(codes(untouched)).toEqual([]);
    expect(untouched).toMatchObject({ status: 'DONE', changes: [] });
    const all = (await exported(admin)).only('companies', 'participations');
    const foreign = all.rows('participations').find(({ centre_code }) => centre_code === 'FL-02');
    const attempted = new ExportedWorkbook({
      participations: [
        ['id', 'version', 'company_ref', 'centre_code', 'level', 'started_on'],
        [foreign?.id ?? null, 1, body.data[0].id as string, 'FL-01', 'REACHED', '2019-01-01'],
      ],
    });
    const refused = await upload(attempted, '?dryRun=true&update=true', coordinator);
    expect(codes(refused)).toEqual(
      expect.arrayContaining(['participations 2 id UNKNOWN_ID', 'participations 2 company_ref UNKNOWN_REF']),
    );
    const mine = theirs
      .rows('participations')
      .find(({ last_day, note }) => last_day !== null || note !== null);
    const narrow = new ExportedWorkbook({
      companies: [
        ['ref', 'name', 'id', 'version'],
        ...theirs
          .rows('companies')
          .map(({ ref, name, id, version }) => [ref, name, id, version].map((cell) => cell ?? null)),
      ],
      participations: [
        ['id', 'version', 'company_ref', 'centre_code', 'level', 'started_on'],
        ['id', 'version', 'company_ref', 'centre_code', 'level', 'started_on'].map((name) =>
          name === 'level' ? 'PARTNER' : (mine?.[name] ?? null),
        ),
      ],
    });
    const told = await upload(narrow, '?dryRun=true&update=true', coordinator);
    expect(codes(told)).toEqual([]);
    expect((told.changes as { column: string }[]).every(({ column }) => column === 'level')).toBe(true);
  });
});
