import { randomUUID } from 'node:crypto';
import { Housekeeping } from '@api/platform/housekeeping/housekeeping.service';
import { styleOf } from '@api/resource/exports/xlsx-package';
import { strFromU8, unzipSync } from 'fflate';
import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedInAs } from '../support/actors';
import { startTestApp, type TestApp } from '../support/app';
import { DEMONSTRATION } from '../support/expected-figures';
import { zipOfCsv } from '../support/csv-zip';
import { download, ExportedWorkbook } from '../support/exported-workbook';

let test: TestApp;
let admin: Agent;
beforeAll(async () => {
  test = await startTestApp();
  admin = await signedInAs(test, 'ADMIN');
});
afterAll(() => test.close());

const ended = new Set(['DONE', 'REJECTED', 'FAILED', 'CANCELLED', 'UNDONE']);

async function finished(agent: Agent, id: string) {
  for (;;) {
    const { body } = await agent.get(`/api/v1/imports/${id}`).expect(200);
    if (ended.has(body.status as string)) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function upload(agent: Agent, file: string | Buffer, query = '') {
  const name = typeof file === 'string' ? undefined : 'register.zip';
  const { body } = await agent.post(`/api/v1/imports${query}`).attach('file', file, name).expect(202);
  expect(body.status).toBe('QUEUED');
  return finished(agent, body.id as string);
}

const figure = async (indicator: string) =>
  (await admin.get(`/api/v1/figures?asOf=2021-05-01&indicator=${indicator}`)).body.figures[0].value as number;

describe('the faults of an import', () => {
  it('come in pages, in the order of the workbook, to who may see the import', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => `Firma ${index};fout-${index};F${index}`);
    const file = zipOfCsv({ 'companies.csv': `name;kvk_number;ref\n${rows.join('\n')}\n` });
    const { id, faults } = await upload(admin, file, '?dryRun=true');
    const at = (query: string) => `/api/v1/imports/${id}/faults${query}`;
    const pages = [];
    for (const page of [1, 2, 3]) {
      const { body } = await admin.get(at(`?perPage=50&page=${page}`)).expect(200);
      expect(body.total).toBe(120);
      pages.push(body.data as object[]);
    }
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(pages.flat()).toEqual(faults);
    expect((await admin.get(at('?page=9')).expect(200)).body).toEqual({ data: [], total: 120 });
    expect((await admin.get(at('')).expect(200)).body.data).toHaveLength(25);
    await admin.get(at('?perPage=101')).expect(400);
    await admin.get(`/api/v1/imports/${id}/warnings`).expect(200, { data: [], total: 0 });
    await admin.get(`/api/v1/imports/${randomUUID()}/faults`).expect(404);
    const other = await signedInAs(test, 'COORDINATOR');
    await other.get(at('')).expect(404);
  });
});

describe('POST /imports', () => {
  it(
    'checks without writing, imports, finds everything there, and takes it back',
    { timeout: 120_000 },
    async () => {
      const checked = await upload(admin, DEMONSTRATION, '?dryRun=true');
      expect(checked).toMatchObject({
        status: 'DONE',
        dryRun: true,
        counts: { companies: { created: 852 } },
      });
      expect(await figure('centres_active')).toBe(0);

      const done = await upload(admin, DEMONSTRATION);
      expect(done).toMatchObject({ status: 'DONE', counts: { companies: { created: 852, updated: 0 } } });
      expect(await figure('companies_participated')).toBe(683);

      const again = await upload(admin, DEMONSTRATION);
      expect(again.counts.companies).toEqual({ created: 0, updated: 0, unchanged: 852 });

      await admin.post(`/api/v1/imports/${done.id}/undo?reason=rehearsal`).expect(200);
      expect(await figure('companies_participated')).toBe(0);
      expect(await figure('centres_active')).toBe(0);
      await admin.post(`/api/v1/imports/${done.id}/undo`).expect(409);

      const anew = await upload(admin, DEMONSTRATION);
      expect(anew.counts.companies).toMatchObject({ created: 852 });
      expect(await figure('companies_participated')).toBe(683);
    },
  );

  it('does not take back what was built upon', async () => {
    const csv = zipOfCsv({ 'companies.csv': 'ref,kvk_number,name\nN1,87654321,New Firm BV\n' });
    const done = await upload(admin, csv);
    expect(done).toMatchObject({ status: 'DONE', counts: { companies: { created: 1 } } });
    const { body } = await admin.get('/api/v1/companies?q=new+firm').expect(200);
    const [company] = body.data as { id: string; version: number }[];
    await admin
      .patch(`/api/v1/companies/${company?.id}`)
      .set('If-Match', `"${company?.version}"`)
      .send({ name: 'Renamed BV' })
      .expect(200);
    const refused = await admin.post(`/api/v1/imports/${done.id}/undo`).expect(409);
    expect(refused.body.code).toBe('BUILT_UPON');
  });

  it('fills a blank again that was taken back', async () => {
    const csv = (postcode: string) =>
      zipOfCsv({ 'companies.csv': `ref,kvk_number,name,postcode\nF1,55556666,Filled BV,${postcode}\n` });
    await upload(admin, csv(''));
    const filled = await upload(admin, csv('1234 AB'));
    expect(filled.counts.companies).toMatchObject({ updated: 1 });
    await admin.post(`/api/v1/imports/${filled.id}/undo`).expect(200);
    expect((await upload(admin, csv('1234 AB'))).counts.companies).toMatchObject({ updated: 1 });
  });

  it('shows the faulty rows cell by cell, and reads mended cells instead of what the file has', async () => {
    const csv = zipOfCsv({
      'companies.csv':
        'Naam;KvK-nummer;ref;Iets\nEerste BV;12345;N1;a\nTweede BV;1234567890;N2;b\nDerde BV;;N3;c\n',
    });
    const send = async (mends: object[] | string, query = '?dryRun=true') => {
      const text = typeof mends === 'string' ? mends : JSON.stringify(mends);
      const { body } = await admin
        .post(`/api/v1/imports${query}`)
        .field('mends', text)
        .attach('file', csv, 'fout.zip')
        .expect(202);
      return finished(admin, body.id as string);
    };
    const rejected = await send([]);
    expect(rejected.faults).toMatchObject([{ sheet: 'companies', row: 3, column: 'kvk_number' }]);
    const { body } = await admin.get(`/api/v1/imports/${rejected.id}/faulty-rows`).expect(200);
    expect(body).toEqual({
      data: [
        {
          sheet: 'companies',
          columns: [
            { name: 'name', title: 'Naam' },
            { name: 'kvk_number', title: 'KvK-nummer' },
            { name: 'ref', title: 'ref' },
            { name: null, title: 'Iets' },
          ],
          rows: [{ row: 3, cells: ['Tweede BV', '1234567890', 'N2', 'b'] }],
        },
      ],
      total: 1,
    });
    const mend = { sheet: 'companies', row: 3, column: 'kvk_number', value: ' 55667788 ' };
    const twice = { ...mend, row: 4, column: 'ref', value: 'N1' };
    expect((await send([mend, twice])).faults).toMatchObject([{ row: 4, column: 'ref' }]);
    expect(await send([mend])).toMatchObject({ status: 'DONE', counts: { companies: { created: 3 } } });
    await send([mend, { ...mend, row: 4, column: 'name', value: 'Derde Gemend BV' }], '');
    const made = await admin.get('/api/v1/companies?kvkNumber=55667788').expect(200);
    expect(made.body.data).toMatchObject([{ name: 'Tweede BV' }]);
    expect((await admin.get('/api/v1/companies?name=Derde%20Gemend%20BV').expect(200)).body.total).toBe(1);
    for (const nonsense of ['{', '[1]', '{}', JSON.stringify([{ ...mend, row: 1 }])])
      await admin.post('/api/v1/imports').field('mends', nonsense).attach('file', csv, 'a.zip').expect(400);
  });

  it("tells every fault in the reader's language", async () => {
    const csv = zipOfCsv({ 'companies.csv': 'ref,kvk_number,name\nN1,123456789,Too long\nN1,,Twice\n' });
    const { body } = await admin
      .post('/api/v1/imports')
      .set('Accept-Language', 'nl')
      .attach('file', csv, 'fout.zip')
      .expect(202);
    const rejected = await finished(admin, body.id as string);
    expect(rejected.status).toBe('REJECTED');
    const faults = rejected.faults as { sheet: string; row: number; column: string }[];
    const places = faults.map(({ sheet, row, column }) => `${sheet}:${row}:${column}`);
    expect(places).toEqual(expect.arrayContaining(['companies:2:kvk_number', 'companies:3:ref']));
  });

  describe('with faulty rows', () => {
    const FILES = {
      'centres.csv': 'code,kind,name,started_on\nAS-1,FIELDLAB,Aside,2018-01-01\n',
      'companies.csv': `ref,kvk_number,name
S1,70000001,Sound BV
F1,7000000X,Faulty BV
S2,70000002,Also sound BV
T,70000003,Twice BV
T,70000004,Twice too BV
`,
      'participations.csv': `company_ref,centre_code,level,started_on,note
S1,AS-1,PARTNER,2019-01-01,one
F1,AS-1,PARTNER,2019-01-01,two
S2,AS-1,PARTNER,2019,three
T,AS-1,PARTNER,2019-01-01,four
`,
    };
    const faultsOf = async (id: string) => {
      const answer = await download(admin.get(`/api/v1/imports/${id}/faults.xlsx`).expect(200));
      expect(answer.headers['content-disposition']).toBe('attachment; filename="register-faults.xlsx"');
      const parts = Object.values(unzipSync(answer.body as Uint8Array)).map((part) => strFromU8(part));
      const marked = parts.flatMap(
        (xml) => xml.match(new RegExp(`<c r="[A-Z]+\\d+" s="${styleOf('text', 'wrong')}"`, 'g')) ?? [],
      );
      expect(marked.length).toBeGreaterThan(0);
      return ExportedWorkbook.read(answer.body as Buffer);
    };
    const mend = (workbook: ExportedWorkbook) => {
      workbook.change('companies', { ref: 'F1' }, { kvk_number: '70000009' });
      workbook.change('companies', { kvk_number: '70000004' }, { ref: 'T2' });
      workbook.change('participations', { note: 'three' }, { started_on: '2019-01-01' });
      return upload(admin, workbook.toFile());
    };

    it('has a workbook of them, and of the rows that they need', async () => {
      const rejected = await upload(admin, zipOfCsv(FILES));
      expect(rejected).toMatchObject({ status: 'REJECTED', hasFaultsFile: true, setAsideRows: 0 });
      const workbook = await faultsOf(rejected.id as string);
      expect(workbook.rows('companies').map(({ ref }) => ref)).toEqual(['F1', 'S2', 'T']);
      expect(workbook.rows('participations')).toEqual([
        {
          ...{ company_ref: 'S2', centre_code: 'AS-1', level: 'PARTNER', started_on: '2019', note: 'three' },
          'what is wrong': 'started_on: “2019” names no day. If the first day is meant, write 2019-01-01.',
        },
      ]);
      const [, related] = workbook.rows('companies');
      expect(related?.['what is wrong']).toContain('In order');
      expect(workbook.rows('centres').map(({ code }) => code)).toEqual(['AS-1']);
      await admin.get(`/api/v1/imports/${randomUUID()}/faults.xlsx`).expect(404);
    });

    it('imports the others where that is asked, and the rest when it is mended', async () => {
      const checked = await upload(admin, zipOfCsv(FILES), '?setAside=true&dryRun=true');
      expect(checked).toMatchObject({ status: 'DONE', setAsideRows: 6 });
      const done = await upload(admin, zipOfCsv(FILES), '?setAside=true');
      expect(done).toMatchObject({
        ...{ status: 'DONE', setAside: true, setAsideRows: 6, faults: checked.faults },
        counts: { companies: { created: 2 }, participations: { created: 1 } },
      });
      const found = (done.faults as { sheet: string; row: number; code: string }[]).map(
        ({ sheet, row, code }) => `${sheet} ${row} ${code}`,
      );
      // Of two rows with one ref neither is known to be the right one.
      expect(found).toEqual([
        'companies 3 INVALID_COMPANY_NUMBER',
        'companies 5 REF_REPEATED',
        'companies 6 REF_REPEATED',
        'participations 3 REFERENCE_SET_ASIDE',
        'participations 4 DATE_INCOMPLETE',
        'participations 5 REFERENCE_SET_ASIDE',
      ]);
      const rest = await mend(await faultsOf(done.id as string));
      expect(rest).toMatchObject({
        ...{ status: 'DONE', faults: [], warnings: [] },
        counts: { companies: { created: 3, unchanged: 1 }, participations: { created: 3 } },
      });
      const { body } = await admin.get('/api/v1/participations?centreCode=AS-1').expect(200);
      expect(body.total).toBe(4);
    });

    it('imports nothing while a column is missing, or no row is sound', async () => {
      const nameless = zipOfCsv({ 'companies.csv': 'ref,kvk_number\nA,70000011\n' });
      expect(await upload(admin, nameless, '?setAside=true')).toMatchObject({
        status: 'REJECTED',
        hasFaultsFile: false,
      });
      const unsound = zipOfCsv({ 'companies.csv': 'ref,name\nA,Same\nA,Same\n' });
      expect(await upload(admin, unsound, '?setAside=true')).toMatchObject({
        status: 'REJECTED',
        setAsideRows: 0,
      });
    });
  });

  it('keeps a coordinator to their own centres', async () => {
    const { body } = await admin.get('/api/v1/centres?code=FL-01').expect(200);
    const coordinator = await signedInAs(test, 'COORDINATOR', { centreIds: [body.data[0].id as string] });
    const workbook = (centre: string) =>
      zipOfCsv({
        'companies.csv': 'ref,kvk_number,name\nN1,11112222,Coordinated BV\n',
        'participations.csv': `company_ref,centre_code,level,started_on\nN1,${centre},ENGAGED,2020-02-01\n`,
      });
    const theirs = await upload(coordinator, workbook('FL-01'));
    expect(theirs).toMatchObject({ status: 'DONE', counts: { participations: { created: 1 } } });
    const others = await upload(coordinator, workbook('FL-02'));
    expect(others.faults).toMatchObject([{ sheet: 'participations', row: 2, code: 'CENTRE_NOT_YOURS' }]);
    const centre = await upload(
      coordinator,
      zipOfCsv({ 'centres.csv': 'code,kind,name\nFL-99,FIELDLAB,Mine\n' }),
    );
    expect(centre.faults).toMatchObject([{ code: 'ADMINISTRATORS_ONLY' }]);
    await coordinator.get(`/api/v1/imports/${theirs.id}`).expect(200);
    const mine = await coordinator.get('/api/v1/imports').expect(200);
    expect(mine.body.total).toBe(3);
  });

  it('refuses at the door what is no workbook, and nobody else imports', async () => {
    await admin.post('/api/v1/imports').attach('file', Buffer.from('hello'), 'a.xlsx').expect(400);
    await admin.post('/api/v1/imports').expect(400);
    await admin
      .post('/api/v1/imports')
      .attach('file', Buffer.alloc(21 * 1024 * 1024), 'a.xlsx')
      .expect(413);
    const evaluator = await signedInAs(test, 'EVALUATOR');
    await evaluator.post('/api/v1/imports').attach('file', DEMONSTRATION).expect(403);
    await admin.get(`/api/v1/imports/${randomUUID()}`).expect(404);
  });

  it('is done once when the process that began it is gone', async () => {
    const csv = zipOfCsv({ 'companies.csv': 'ref,kvk_number,name\nR1,33334444,Restarted BV\n' });
    const { rows } = await test.database.pool.query<{ id: string }>(
      `with i as (insert into imports (status, file_name, actor_name)
                  values ('RUNNING', 'left.zip', 'gone') returning id)
       insert into import_files (import_id, content) select id, $1 from i returning import_id as id`,
      [csv],
    );
    await test.app.get(Housekeeping).run();
    const done = await finished(admin, rows[0]?.id ?? '');
    expect(done).toMatchObject({ status: 'DONE', counts: { companies: { created: 1 } } });
  });

  it('is given up where the program ended with it five times', async () => {
    const { rows } = await test.database.pool.query<{ id: string }>(
      `with i as (insert into imports (status, file_name, actor_name)
                  values ('RUNNING', 'deadly.zip', 'gone') returning id),
            f as (insert into import_files (import_id, content) select id, 'deadly' from i)
       insert into job (name, data, state, retry_limit, retry_count, started_on)
       select 'import-workbook', jsonb_build_object('subject', id), 'retry', 5, 4, now() from i
       returning data ->> 'subject' as id`,
    );
    const id = rows[0]?.id ?? '';
    expect(await finished(admin, id)).toMatchObject({
      ...{ status: 'FAILED', failure: 'It was begun 5 times, and never ended.' },
    });
    await expect
      .poll(
        async () =>
          (await test.database.pool.query('select content from import_files where import_id = $1', [id]))
            .rows,
      )
      .toEqual([{ content: null }]);
  });

  it('tells how far it is, event by event', async () => {
    const { body } = await admin
      .post('/api/v1/imports?dryRun=true')
      .attach('file', DEMONSTRATION)
      .expect(202);
    const events = await admin.get(`/api/v1/imports/${body.id}/events`).buffer(true).expect(200);
    expect(events.headers['content-type']).toContain('text/event-stream');
    const last =
      events.text
        .trim()
        .split('\n')
        .filter((line) => line.startsWith('data: '))
        .at(-1) ?? '';
    expect(JSON.parse(last.slice(6))).toMatchObject({ id: body.id, status: 'DONE' });
  });
});
