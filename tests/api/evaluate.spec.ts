import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FiguresAnswer } from '@fieldlab/domain';
import { projectRoot } from '@api/platform/config/project-root';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { DEMONSTRATION, expectedFigures } from '../support/expected-figures';

interface Run {
  status: number;
  stdout: string;
  stderr: string;
}

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'fieldlab-evaluate-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** `npm run evaluate -- …`, as a person types it, on a register of the test's own. */
function evaluate(...args: string[]): Promise<Run> {
  const env = { ...process.env, DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
  return new Promise((resolve) => {
    execFile(
      'npm',
      ['run', 'evaluate', '--', ...args],
      { cwd: projectRoot(), env },
      (error, stdout, stderr) => resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

const demonstration = (...args: string[]) => evaluate('--workbook', DEMONSTRATION, ...args);
const PATIENCE = 120_000; // each starts a program of its own
const asked = ({ asOf, from, scope }: { asOf: string; from: string; scope: string }) => [
  ...['--as-of', asOf, '--from', from, '--scope', scope],
];

describe('npm run evaluate', { timeout: PATIENCE }, () => {
  it('breaks down by sector in the version that is asked, and refuses one that is none', async () => {
    const bySector = ['--indicator', 'companies_participated', '--by', 'sector', '--format', 'json'];
    const { status, stdout } = await demonstration(...bySector, '--sector-version', '2008');
    expect(status).toBe(0);
    const answer = JSON.parse(stdout) as FiguresAnswer;
    expect(answer.sectorVersion).toBe('2008');
    expect(answer.figures[0]?.breakdown?.map(({ key }) => key)).toContain('C');
    expect((await demonstration(...bySector, '--sector-version', '1993')).status).toBe(2);
    expect((await demonstration('--sector-version', '2008')).status).toBe(2);
  });

  it('imports a workbook and prints its figures for a person to read', async () => {
    const { status, stdout } = await demonstration('--as-of', '2021-05-01');
    expect(status).toBe(0);
    const numbers = Object.fromEntries(
      stdout.split('\n').flatMap((line) => {
        const [indent, title, ...values] = line
          .split('  ')
          .filter((part, index) => index === 0 || part !== '');
        return indent === '' && title !== undefined ? [[title, values.join('').trim()]] : [];
      }),
    );
    expect(numbers).toMatchObject({
      'Active fieldlabs': '45',
      'Active hubs': '5',
      'Fieldlabs started': '47',
      'Companies reached': '832',
      'Companies that took part': '683',
      'Companies taking part on the as-of date': '551',
      'Spin-offs': '32',
      'Companies that started production': '6',
      'Realised investment': 'EUR 370,000,000.00',
    });
  });

  it.each(expectedFigures.totals)(
    'yields the expected figures for $scope, $from to $asOf',
    async (expected) => {
      const { status, stdout, stderr } = await demonstration('--format', 'json', ...asked(expected));
      expect(status).toBe(0);
      const answer = JSON.parse(stdout) as FiguresAnswer;
      const values = Object.fromEntries(answer.figures.map(({ indicator, value }) => [indicator, value]));
      expect(values).toEqual(expected.figures);
      expect(stderr).toContain('nothing was changed');
    },
  );

  it('breaks figures down', async () => {
    const [expected] = expectedFigures.breakdowns.filter(({ by }) => by === 'year');
    if (!expected) throw new Error('no breakdown by year is expected');
    const { stdout } = await demonstration(
      ...['--format', 'json', '--by', expected.by, '--indicator', expected.indicator, ...asked(expected)],
    );
    const cells = (JSON.parse(stdout) as FiguresAnswer).figures[0]?.breakdown?.map(({ key, value }) => [
      key,
      value,
    ]);
    expect(Object.fromEntries(cells ?? [])).toEqual(expected.cells);
  });

  it('writes csv and files', async () => {
    const file = join(folder, 'figures.json');
    const { stdout } = await demonstration(
      '--format',
      'csv',
      '--indicator',
      'jobs',
      '--as-of',
      '2021-05-01',
      '--output',
      file,
    );
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'indicator,title,definition_version,unit,key,label,value',
      'jobs,Direct jobs,1,FTE,,,1400',
    ]);
    const answer = JSON.parse(await readFile(file, 'utf8')) as FiguresAnswer;
    expect(answer.figures[0]?.value).toBe(1400);
  });

  it('writes a workbook that says what it is, in one language, with codes beside the definitions alone', async () => {
    const file = join(folder, 'figures.xlsx');
    const asked = ['--indicator', 'jobs', '--by', 'year', '--as-of', '2021-05-01', '--language', 'nl'];
    await demonstration(...asked, '--output', file);
    const sheets = await readXlsx(file);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Over dit bestand',
      'Kerncijfers',
      'Per jaar',
      'Definities',
    ]);
    const [about, figures, years, definitions] = sheets.map(({ data }) => data);
    expect(about?.slice(0, 3)).toEqual([
      ['Over dit bestand', 'Kerncijfers'],
      ['Periode', '1 januari 2015 – 1 mei 2021'],
      ['Peildatum', '1 mei 2021'],
    ]);
    expect(figures?.map((row) => row.slice(0, 3))).toEqual([
      ['Cijfer', 'Waarde', 'Eenheid'],
      ['Directe banen', 1400, 'fte'],
    ]);
    expect(years?.[0]).toEqual(['Jaar', 'Directe banen (fte)']);
    expect(definitions?.at(-1)?.at(-1)).toBe('jobs@1');
    expect(JSON.stringify([about, figures, years])).not.toContain('jobs');
  });

  it('writes pages to be read', async () => {
    const file = join(folder, 'figures.pdf');
    await demonstration('--indicator', 'jobs', '--by', 'year', '--as-of', '2021-05-01', '--output', file);
    const pages = await readFile(file, 'latin1');
    expect(pages.slice(0, 5)).toBe('%PDF-');
    expect(pages).toContain('/Lang (en)');
    expect(pages).toContain('/Title (Results)');
  });

  it.each([
    ['an unknown option', ['--colour', 'red']],
    ['an unknown scope', ['--scope', 'hub:NOWHERE']],
    ['an unknown indicator', ['--indicator', 'happiness']],
    ['an unknown dimension', ['--by', 'colour']],
    ['an unknown format', ['--format', 'tea']],
    ['a date that does not exist', ['--as-of', '2021-02-30']],
    ['a date past all that are kept', ['--as-of', '9999-12-31', '--by', 'year']],
    ['a file that does not exist', ['--workbook', '/nowhere.xlsx']],
  ])('ends with status 2 and a reason on %s', async (_, args) => {
    const { status, stdout, stderr } = await demonstration(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.length).toBeGreaterThan(20);
    expect(stderr).not.toContain(' at ');
  });

  it('ends with status 1 and all faults on a workbook that has some, and writes nothing', async () => {
    const bad = join(folder, 'bad');
    const { mkdir } = await import('node:fs/promises');
    await mkdir(bad);
    await writeFile(
      join(bad, 'centres.csv'),
      'code,kind,name\nFL-90,FIELDLAB,Ninety\nFL-91,CASTLE,Ninety-one\n',
    );
    await writeFile(join(bad, 'companies.csv'), 'ref,kvk_number,name\nX1,123456789,Too long\nX1,,Twice\n');
    const { status, stdout, stderr } = await evaluate('--workbook', bad);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    for (const place of ['centres:3:kind', 'companies:2:kvk_number', 'companies:3:ref'])
      expect(stderr).toContain(place);
    const after = await demonstration(
      '--format',
      'json',
      '--indicator',
      'centres_active',
      '--as-of',
      '2021-05-01',
    );
    expect((JSON.parse(after.stdout) as FiguresAnswer).figures[0]?.value).toBe(50);
  });
});
