import { hasEnded, type ImportDto } from '@api/modules/imports/import.dto';
import type { ImportLayout } from '@api/modules/imports/mapping/mapping.dto';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { download } from '../support/exported-workbook';
import { aCentre, unique } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';
import { xlsx } from '../support/workbook';

const WIDE = [
  ['Overzicht deelnemers 2024'],
  ['Bedrijf', 'KvK nr', 'Plaats', 'Fieldlab', 'Niveau', 'Sinds', 'Geïnvesteerd', 'Kleur'],
];

/** Files as colleagues have them: other names, other headings, everything in one sheet. */
describe('a file of another layout', () => {
  let register: TestRegister;
  let admin: Caller;
  beforeAll(async () => {
    register = await startTestRegister();
    admin = await register.as('ADMIN');
    await admin.patch('/programme', 0, { name: 'P', startedOn: '2015-01-01' }).expect(200);
    await aCentre(admin, { code: 'FL-BRUG', name: 'Fieldlab Brug' });
    await aCentre(admin, { code: 'FL-SLUIS', name: 'Sluis' });
  });
  afterAll(() => register.close());

  const layoutOf = async (file: Uint8Array, name = 'lijst.xlsx'): Promise<ImportLayout> =>
    (await admin.post('/imports/layouts').attach('file', Buffer.from(file), name).expect(200))
      .body as ImportLayout;

  async function imported(
    file: Uint8Array,
    mapping: object,
    { query = '', name = 'lijst.xlsx', mends = [] as object[] } = {},
  ): Promise<ImportDto> {
    const { body } = await admin
      .post(`/imports${query}`)
      .field('mapping', JSON.stringify(mapping))
      .field('mends', JSON.stringify(mends))
      .attach('file', Buffer.from(file), name)
      .expect(202);
    for (;;) {
      const found = (await admin.get(`/imports/${(body as ImportDto).id}`).expect(200)).body as ImportDto;
      if (hasEnded(found.status)) return found;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  it('is looked at: headings below a title, samples, and a guess', async () => {
    const layout = await layoutOf(
      xlsx({
        Blad1: [...WIDE, ['Anker BV', '20000001', 'Ede', 'Sluis', 'partner', '1-3-2020', 100, 'rood']],
      }),
    );
    expect(layout.isWorkbook).toBe(false);
    expect(layout.sheets).toHaveLength(1);
    expect(layout.sheets[0]).toMatchObject({ name: 'Blad1', headerRow: 2 });
    expect(layout.sheets[0]?.columns[0]).toEqual({ heading: 'Bedrijf', samples: ['Anker BV'] });
    const [sheet] = layout.mapping.sheets;
    expect(sheet?.columns.map(({ heading, sheet: kind }) => `${heading} ${kind}`)).toEqual([
      ...['Bedrijf companies', 'KvK nr companies', 'Plaats companies', 'Fieldlab participations'],
      ...['Niveau participations', 'Sinds participations', 'Geïnvesteerd investments'],
    ]);
  });

  it('of one wide sheet makes companies, participations and investments, each company once', async () => {
    const file = xlsx({
      Blad1: [
        ...WIDE,
        ['Wijd Anker BV', '20000101', 'Ede', 'fieldlab brug', 'Partner', '1-3-2020', 2500, 'rood'],
        ['Wijd Boei BV', '', 'Ede', 'FL-SLUIS', 'deelnemer', '2020-04-01', 0, ''],
        ['Wijd Boei BV', '', 'Ede', 'Fieldlab Brug', 'deelnemer', '2020-05-01', '', ''],
        ['Wijd Alleen BV', '20000102', '', '', '', '', '', ''],
      ],
    });
    const { mapping } = await layoutOf(file);
    const checked = await imported(file, mapping, { query: '?dryRun=true' });
    expect(checked.faults).toEqual([]);
    const done = await imported(file, mapping);
    expect(done).toMatchObject({
      status: 'DONE',
      counts: {
        companies: { created: 3 },
        participations: { created: 3 },
        investments: { created: 1 },
      },
    });
    const again = await imported(file, mapping);
    expect(again.counts).toMatchObject({
      companies: { created: 0, unchanged: 3 },
      participations: { created: 0, unchanged: 3 },
      investments: { created: 0, unchanged: 1 },
    });
    const { body } = await admin.get('/companies?q=Wijd%20Boei').expect(200);
    expect(body).toMatchObject({ total: 1 });
  });

  it('names faults by its own sheet, row and heading, and is mended by them', async () => {
    const file = xlsx({
      Blad1: [...WIDE, ['Fout Anker BV', '20000201', 'Ede', 'Nergens', 'baas', '31-2-2020', '', '']],
    });
    const { mapping } = await layoutOf(
      xlsx({ Blad1: [...WIDE, ['x', '1', 'x', 'x', 'partner', '1-1-2020', 1, '']] }),
    );
    const rejected = await imported(file, mapping, { query: '?dryRun=true' });
    expect(rejected.status).toBe('REJECTED');
    expect(rejected.faults.map(({ sheet, row, column, code }) => [sheet, row, column, code])).toEqual([
      ['Blad1', 3, 'Niveau', 'UNKNOWN_VALUE'],
      ['Blad1', 3, 'Sinds', 'DATE_DOES_NOT_EXIST'],
      ['Blad1', 3, 'Fieldlab', 'UNKNOWN_CENTRE'],
    ]);
    const faulty = await download(admin.get(`/imports/${rejected.id}/faults.xlsx`).expect(200));
    const [sheet] = await readXlsx(faulty.body as Buffer);
    expect(sheet?.sheet).toBe('Blad1');
    expect(sheet?.data.map((row) => row.slice(0, 8))).toEqual([
      WIDE[1],
      ['Fout Anker BV', '20000201', 'Ede', 'Nergens', 'baas', '31-2-2020', null, null],
    ]);
    expect(sheet?.data[1]?.[8]).toMatch(/^Niveau: .*\nSinds: .*\nFieldlab: /s);
    const { body: grid } = await admin.get(`/imports/${rejected.id}/faulty-rows`).expect(200);
    expect(grid).toMatchObject({ data: [{ sheet: 'Blad1', rows: [{ row: 3 }] }], total: 1 });
    expect((grid as { data: { columns: object[] }[] }).data[0]?.columns[3]).toEqual({
      name: 'Fieldlab',
      title: 'Fieldlab',
    });
    const mends = [
      { sheet: 'Blad1', row: 3, column: 'Fieldlab', value: 'Sluis' },
      { sheet: 'Blad1', row: 3, column: 'Niveau', value: 'partner' },
      { sheet: 'Blad1', row: 3, column: 'Sinds', value: '1-2-2020' },
    ];
    const mended = await imported(file, mapping, { mends });
    expect(mended).toMatchObject({ status: 'DONE', counts: { participations: { created: 1 } } });
  });

  it('may be one CSV, in the format or not', async () => {
    const own = Buffer.from(`ref;name\nC1;Losse ${unique()} BV\n`);
    const { body } = await admin.post('/imports').attach('file', own, 'companies.csv').expect(202);
    expect(body).toMatchObject({ status: 'QUEUED' });
    const file = Buffer.from('organisatie;gemeente\nKomma BV;Ede\nKomma BV;Ede\nKomma BV;Tiel\n');
    const { mapping, sheets } = await layoutOf(file, 'Leden 2024.csv');
    expect(sheets[0]?.name).toBe('Leden 2024');
    const done = await imported(file, mapping, { name: 'Leden 2024.csv' });
    expect(done.counts).toMatchObject({ companies: { created: 2 } });
    await admin.post('/imports').attach('file', Buffer.from('hello'), 'hello.txt').expect(400);
    await admin.post('/imports/layouts').attach('file', Buffer.from('hello'), 'hello.txt').expect(400);
  });

  it('takes values that hold for every row, and keeps companies of two sheets apart by what they say', async () => {
    const columns = (more: object[]) => [{ heading: 'Firma', sheet: 'companies', column: 'name' }, ...more];
    const mapping = {
      sheets: [
        {
          name: 'Leden',
          columns: columns([{ heading: 'Vanaf', sheet: 'participations', column: 'started_on' }]),
          values: [
            { sheet: 'participations', column: 'centre_code', value: 'Fieldlab Brug' },
            { sheet: 'participations', column: 'level', value: 'PARTICIPANT' },
          ],
        },
        {
          name: 'Adressen',
          columns: columns([{ heading: 'Stad', sheet: 'companies', column: 'municipality' }]),
          values: [],
        },
      ],
    };
    const file = xlsx({
      Adressen: [
        ['Firma', 'Stad'],
        ['Twee Bladen BV', 'Ede'],
      ],
      Leden: [
        ['Firma', 'Vanaf'],
        ['Twee Bladen BV', '1-6-2020'],
      ],
      Kladblok: [['x']],
    });
    const done = await imported(file, mapping);
    expect(done.counts).toMatchObject({
      companies: { created: 1 },
      participations: { created: 1 },
    });
    expect(done.findingKinds.map(({ code }) => code)).toEqual(['UNKNOWN_SHEET']);
  });

  it.each([
    ['no JSON', 'nee'],
    [
      'an unknown column',
      { sheets: [{ name: 'x', columns: [{ heading: 'x', sheet: 'companies', column: 'kleur' }] }] },
    ],
    ['no columns', { sheets: [{ name: 'x', columns: [] }] }],
  ])('is refused with a mapping that is %s', async (_, mapping) => {
    const text = typeof mapping === 'string' ? mapping : JSON.stringify(mapping);
    const { body } = await admin
      .post('/imports')
      .field('mapping', text)
      .attach('file', Buffer.from(xlsx({ x: [['x'], ['y']] })), 'x.xlsx')
      .expect(400);
    expect(JSON.stringify(body)).toContain('mapping');
  });

  it('is remembered by a name, by who may import', async () => {
    const mapping = { sheets: [{ name: 'B', columns: [{ heading: 'F', sheet: 'companies', column: 'name' }], values: [] }] }; // prettier-ignore
    const coordinator = await register.as('COORDINATOR');
    const { body } = await coordinator
      .post('/imports/mappings', { title: 'Indeling van Fieldlab Brug', mapping })
      .expect(201);
    const { id, version } = body as { id: string; version: number };
    const list = await admin.get('/imports/mappings').expect(200);
    expect(list.body).toMatchObject({ total: 1, data: [{ title: 'Indeling van Fieldlab Brug', mapping }] });
    await admin.patch(`/imports/mappings/${id}`, version, { title: 'Brug' }).expect(200);
    await admin.post('/imports/mappings', { title: '', mapping }).expect(400);
    await admin.post('/imports/mappings', { title: 'x', mapping: { sheets: [] } }).expect(400);
    const evaluator = await register.as('EVALUATOR');
    await evaluator.get('/imports/mappings').expect(403);
    await evaluator.post('/imports/mappings', { title: 'x', mapping }).expect(403);
    await evaluator.post('/imports/layouts').attach('file', Buffer.from('x'), 'x.csv').expect(403);
    await admin.delete(`/imports/mappings/${id}`, version + 1).expect(204);
  });
});
