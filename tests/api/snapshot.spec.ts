import { mkdtemp, readdir, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { FigureCell, FiguresAnswer, FigureValue } from '@fieldlab/domain';
import { SnapshotService } from '@api/modules/figures/snapshot/snapshot.service';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { expectedFigures } from '../support/expected-figures';
import { importDemonstration } from '../support/importing';
import { aCompany, anOutcome, aParticipation, type Made } from '../support/made';
import { publishApproved } from '../support/publishing';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let admin: Caller;
let author: Caller;
let trader: Made;
beforeAll(async () => {
  register = await startTestRegister();
  await importDemonstration(register);
  [admin, author] = [await register.as('ADMIN'), await register.as('EVALUATOR')];
});
afterAll(() => register.close());

const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'fieldlab-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

async function written(knownAt?: string): Promise<string> {
  const folder = join(await temporaryFolder(), 'snapshot');
  await register.app.get(SnapshotService).write(folder, knownAt);
  return folder;
}

/** Somebody with the files, and a DuckDB of their own. */
async function opened(folder: string): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  onTestFinished(() => {
    connection.closeSync();
    instance.closeSync();
  });
  await connection.run(`set file_search_path = '${folder}'`);
  await connection.run(await readFile(join(folder, 'tables.sql'), 'utf8'));
  for (const name of await readdir(join(folder, 'definitions')))
    await connection.run(await readFile(join(folder, 'definitions', name), 'utf8'));
  return connection;
}

async function rowsIn(connection: DuckDBConnection, statement: string): Promise<Record<string, unknown>[]> {
  return (await connection.runAndReadAll(statement)).getRowObjectsJson();
}

/** The cells of a figure that are something, as texts by key. */
async function computed(
  connection: DuckDBConnection,
  macro: string,
  values: string,
): Promise<Map<string, string>> {
  const rows = await rowsIn(connection, `from ${macro}(${values})`);
  return new Map(rows.flatMap(({ key, value }) => (isNothing(value) ? [] : [[String(key), String(value)]])));
}

const isNothing = (value: unknown): boolean => value === null || Number(value) === 0;
const told = (cells: readonly Pick<FigureCell, 'key' | 'value'>[]): Map<string, string> =>
  new Map(cells.flatMap(({ key, value }) => (isNothing(value) ? [] : [[key, String(value)]])));
const sameNumbers = (cells: ReadonlyMap<string, string>) =>
  Object.fromEntries([...cells].sort().map(([key, value]) => [key, Number(value)]));
const snake = (by: string): string => by.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

interface PublishedFigure {
  indicator: string;
  value: FigureValue;
  breakdowns?: Record<string, FigureCell[]>;
}

describe('a snapshot', () => {
  it('holds all that every figure of a published edition is computed from', async () => {
    const indicators = Object.keys(expectedFigures.totals[0]?.figures ?? {});
    const by = ['centre', 'hub', 'province', 'municipality', 'year'];
    const report = {
      title: 'All',
      language: 'en',
      asOf: '2021-05-01',
      from: '2015-01-01',
      text: 'All figures.',
      indicators,
      by,
    };
    const { id } = (
      await author.post('/reports', report).expect(({ text, status }) => expect(status, text).toBe(201))
    ).body as { id: string };
    await author.post(`/reports/${id}/submit`).expect(200);
    await (await register.as('EVALUATOR')).post(`/reports/${id}/approve`).expect(200);
    await publishApproved(author, id);
    const { text } = await author.get(`/reports/${id}/editions/1.json`).buffer(true).expect(200);
    const edition = JSON.parse(text) as { knownAt: string; figures: PublishedFigure[] };
    const connection = await opened(await written(edition.knownAt));
    const values = `'2021-05-01', period_from := '2015-01-01'`;
    for (const { indicator, value, breakdowns } of edition.figures) {
      const figure = await computed(connection, indicator, values);
      expect(sameNumbers(figure), indicator).toEqual(sameNumbers(told([{ key: '', value }])));
      for (const [one, cells] of Object.entries(breakdowns ?? {})) {
        const macro = `${indicator}_by_${snake(one)}`;
        expect(sameNumbers(await computed(connection, macro, values)), macro).toEqual(
          sameNumbers(told(cells)),
        );
      }
    }
  });

  it('computes scopes, periods and sectors as the program does', async () => {
    const connection = await opened(await written());
    for (const [query, macro, values] of [
      ['scope=hub:HUB-NOORD&by=quarter', 'by_quarter', `'2021-05-01', scope := 'hub:HUB-NOORD'`],
      ['by=sector&sectorVersion=2025', 'by_sector_2025', `'2021-05-01'`],
    ] as const) {
      const answer = await admin.get(`/figures?asOf=2021-05-01&${query}`).expect(200);
      for (const { indicator, breakdown } of (answer.body as FiguresAnswer).figures) {
        if (!breakdown) continue;
        const cells = await computed(connection, `${indicator}_${macro}`, values);
        expect(sameNumbers(cells), `${indicator} ${query}`).toEqual(sameNumbers(told(breakdown)));
      }
    }
  });

  it('tells of a sole trader the id alone, and of persons, notes and comments nothing', async () => {
    const [centre] = (await admin.get('/centres?perPage=1').expect(200)).body.data as Made[];
    const legalForm = 'Eenmanszaak';
    trader = await aCompany(admin, {
      name: 'Karel Karelsen',
      legalForm,
      kvkNumber: '87654321',
      postcode: '7411KT',
    });
    await aParticipation(admin, trader.id, centre?.id ?? '', { note: 'Een notitie' });
    await anOutcome(admin, trader.id, [centre?.id ?? ''], { title: 'Vinding van Karelsen' });
    await admin.post('/contacts', { companyId: trader.id, name: 'Karel Karelsen' });
    const folder = await written();
    const connection = await opened(folder);
    const tables = (
      await rowsIn(connection, 'select view_name as name from duckdb_views() where not internal')
    ).map(({ name }) => String(name));
    expect(tables).toContain('participations');
    expect(tables.filter((name) => /contact|note|user|audit|session|comment/.test(name))).toEqual([]);
    for (const table of tables) {
      const found = await rowsIn(
        connection,
        `select * from ${table} t where regexp_matches(t::text, 'karel|87654321|7411KT|notitie', 'i')`,
      );
      expect(found, table).toEqual([]);
    }
    const [company] = await rowsIn(connection, `select id, name from companies where id = '${trader.id}'`);
    expect(company).toEqual({ id: trader.id, name: null });
    expect(
      await rowsIn(connection, `select level from participations where company_id = '${trader.id}'`),
    ).toHaveLength(1);
  });

  it('says of every column what it is, and lies by programme and year', async () => {
    const folder = await written();
    const connection = await opened(folder);
    const described = (await readFile(join(folder, 'data-dictionary.csv'), 'utf8'))
      .trim()
      .split('\n')
      .slice(1);
    const there = await rowsIn(
      connection,
      `select table_name || ',' || column_name as name from duckdb_columns()
        where not internal and table_name <> 'sectors'`,
    );
    expect(described.map((line) => line.split(',').slice(0, 2).join(',')).sort()).toEqual(
      there.map(({ name }) => String(name)).sort(),
    );
    const files = await readdir(join(folder, 'data/participations'), { recursive: true });
    expect(
      files.filter((name) => /^programme=[^/]+\/year=\d{4}\/[^/]+\.parquet$/.test(name)).length,
    ).toBeGreaterThan(2);
  });
});

describe('GET /snapshot.zip', () => {
  it('is the same files for an administrator, which the trail tells of', async () => {
    const answer = await admin
      .get('/snapshot.zip')
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200);
    expect(answer.headers['content-type']).toBe('application/zip');
    const folder = join(await temporaryFolder(), 'unzipped');
    for (const [name, content] of Object.entries(unzipSync(answer.body as Buffer))) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    const figure = await computed(await opened(folder), 'companies_participated', `'2018-12-31'`);
    expect(figure.get('')).toBe(String(expectedFigures.totals[0]?.figures.companies_participated));
    const { data } = (await admin.get('/audit-events?action=EXPORT').expect(200)).body as { data: unknown[] };
    expect(data).toHaveLength(1);
  });

  it('is nobody else’s, and of an instant', async () => {
    await author.get('/snapshot.zip').expect(403);
    await (await register.as('VIEWER')).get('/snapshot.zip').expect(403);
    await admin.get('/snapshot.zip?knownAt=yesterday').expect(400);
  });
});
