import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOKEN_SCOPES } from '@fieldlab/domain';
import { PasswordHasher } from '@api/access/passwords/password-hasher';
import { writeBackup } from '@api/platform/database/backup/write-backup';
import { AttachmentsFolder } from '@api/platform/database/backup/attachments';
import type { Client } from 'pg';
import { zipOfCsv } from '../support/csv-zip';
import type { Row } from './bench';
import { approvedReport, Caller, imported, published } from './caller';
import { timed } from './compare';
import { coordinatorsOf, newPairs, overview, startLoad, type Pair } from './mixed-load';
import { makeToken, serve } from './serve';

const ROWS_OF_WORKBOOK = 200;
const WRITERS = 20;
const READERS = 5;
/** Of who signs in, and of backups. */
const PASSWORD = 'zeven paarse olifanten';

/** How long one kind of work takes, in milliseconds: by itself, and while others write and read. */
interface MeasuredWork {
  what: string;
  times: number;
  alone: Percentiles;
  amongOthers: Percentiles;
  /** Of the two medians. */
  ratio: number;
}

interface Percentiles {
  median: number;
  p95: number;
  longest: number;
}

/** What the works need, of which each is done many times. */
interface Stand {
  caller: Caller;
  approver: Caller;
  /** A company and a fieldlab in which it does not take part, another each time. */
  pair: () => Pair;
  /** One of many records, another each time. */
  participation: () => string;
  company: () => string;
  publicReport: string;
  backup: () => Promise<void>;
}

interface Work {
  what: string;
  times: number;
  run: (stand: Stand, turn: number) => Promise<unknown>;
}

const OFTEN = 60;
const SELDOM = 5;
const WARM_UPS = 3;
const WORKS: readonly Work[] = [
  { what: 'One participation by its id', times: OFTEN, run: readParticipation },
  { what: 'A page of 25 participations', times: OFTEN, run: readPage },
  { what: 'The figures of the overview', times: OFTEN, run: ({ caller }) => overview(caller) },
  { what: 'Logging a participation', times: OFTEN, run: logParticipation },
  { what: 'Changing a company', times: OFTEN, run: changeCompany },
  { what: 'Signing in', times: OFTEN, run: signIn },
  { what: 'Matching a name', times: OFTEN, run: match },
  { what: 'Checking a sentence of a newspaper', times: OFTEN, run: check },
  { what: `Importing a workbook of ${ROWS_OF_WORKBOOK} rows`, times: SELDOM, run: importWorkbook },
  { what: 'Publishing a report', times: SELDOM, run: ({ caller, approver }) => publish(caller, approver) },
  { what: 'The PDF of a report', times: SELDOM, run: readPdf },
  { what: 'A backup', times: 1, run: ({ backup }) => backup() },
];

/** What people wait for by themselves, and while twenty coordinators write and five dashboards are looked at. */
export async function* benchMixed(
  owner: Client,
  { appUrl, ownerUrl }: { appUrl: string; ownerUrl: string },
): AsyncGenerator<Row> {
  const register = await serve('register', appUrl);
  const folder = await mkdtemp(join(tmpdir(), 'fieldlab-bench-mixed-'));
  try {
    const stand = await standBefore(owner, register.port, { ownerUrl, folder });
    const alone = new Map<Work, number[]>();
    for (const work of WORKS) alone.set(work, await measured(work, stand));
    const load = startLoad(register.port, await coordinatorsOf(owner, WRITERS), {
      readers: READERS,
      token: await makeToken(owner, 'dashboards'),
    });
    for (const work of WORKS) {
      const [before, meanwhile] = [
        percentiles(alone.get(work) ?? []),
        percentiles(await measured(work, stand)),
      ];
      const ratio = meanwhile.median / before.median;
      const row = { what: work.what, times: work.times, alone: before, amongOthers: meanwhile, ratio };
      yield { text: workLine(row), measured: row };
    }
    const others = await load.end();
    yield {
      text: `Meanwhile ${others.written} participations were logged, ${others.refused} refused, and ${others.looked} overviews answered.`,
      measured: { what: 'the others', ...others },
    };
  } finally {
    await register.end();
    await rm(folder, { recursive: true, force: true });
  }
}

const workLine = ({ what, times, alone, amongOthers, ratio }: MeasuredWork): string =>
  [
    `${what}, ${times} times`,
    `  among others ${said(amongOthers)}`,
    `  alone ${said(alone)}; ratio ${ratio.toFixed(1)}`,
  ].join('\n');

const said = ({ median, p95, longest }: Percentiles): string =>
  `${median.toFixed(0)} ms at the median, ${p95.toFixed(0)} at the 95th percentile, ${longest.toFixed(0)} at most`;

async function measured({ times, run }: Work, stand: Stand): Promise<number[]> {
  const took: number[] = [];
  // The first of what is done often warms up, and counts for nothing.
  for (let turn = times === OFTEN ? -WARM_UPS : 0; turn < times; turn += 1) {
    const milliseconds = await timed(() => run(stand, turn + WARM_UPS));
    if (turn >= 0) took.push(milliseconds);
  }
  return took;
}

function percentiles(numbers: readonly number[]): Percentiles {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), longest: at(1) };
}

async function standBefore(
  owner: Client,
  port: number,
  { ownerUrl, folder }: { ownerUrl: string; folder: string },
): Promise<Stand> {
  const passwordHash = await new PasswordHasher().hash(PASSWORD);
  const called = async (name: string): Promise<Caller> =>
    new Caller(port, await makeToken(owner, name, TOKEN_SCOPES, { passwordHash }));
  const [caller, approver] = [await called('mixed-author'), await called('mixed-approver')];
  const ids = async (table: string): Promise<string[]> =>
    (await owner.query<{ id: string }>(`select id from ${table} order by id limit 1000`)).rows.map(
      ({ id }) => id,
    );
  let backups = 0;
  return {
    ...{ caller, approver },
    pair: turns(await newPairs(owner, 2 * (OFTEN + WARM_UPS))),
    participation: turns(await ids('participations')),
    company: turns(await ids('companies')),
    publicReport: await publish(caller, approver),
    backup: async () => {
      backups += 1;
      await writeBackup({
        ...{ file: join(folder, `${backups}.backup`), passphrase: PASSWORD, ownerUrl },
        attachments: new AttachmentsFolder(join(folder, 'files')),
      });
    },
  };
}

/** The next of them each time, from the first again behind the last. */
function turns<T>(all: readonly T[]): () => T {
  let turn = -1;
  return () => {
    turn += 1;
    const next = all[turn % all.length];
    if (next === undefined) throw new Error('There is none.');
    return next;
  };
}

async function succeeds(answer: Promise<{ status: number; body: unknown }>): Promise<void> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`An answer was ${status}: ${JSON.stringify(body)}`);
}

function readParticipation({ caller, participation }: Stand): Promise<void> {
  return succeeds(caller.get(`/participations/${participation()}`));
}

function readPage({ caller }: Stand, turn: number): Promise<void> {
  return succeeds(caller.get(`/participations?page=${turn + 1}`));
}

function logParticipation({ caller, pair }: Stand): Promise<void> {
  return succeeds(
    caller.post('/participations', { ...pair(), level: 'PARTICIPANT', startedOn: '2022-01-01' }),
  );
}

async function changeCompany({ caller, company }: Stand, turn: number): Promise<void> {
  const path = `/companies/${company()}`;
  const { body } = await caller.get(path);
  await succeeds(caller.patch(path, body.version, { website: `https://example.org/${turn}` }));
}

function signIn({ caller }: Stand): Promise<void> {
  return succeeds(caller.post('/session', { email: 'mixed-author@bench.example', password: PASSWORD }));
}

function match({ caller }: Stand, turn: number): Promise<void> {
  return succeeds(caller.post('/companies/matches', { companies: [{ name: `Bakker Metaal ${turn * 31}` }] }));
}

function check({ caller }: Stand): Promise<void> {
  return succeeds(caller.post('/public/check', { text: 'Ruim 680 bedrijven doen mee in 45 fieldlabs.' }));
}

async function importWorkbook({ caller }: Stand, turn: number): Promise<void> {
  const tag = `${Date.now()}-${turn}`;
  const rows = Array.from({ length: ROWS_OF_WORKBOOK }, (_, row) => `R${row},Gieterij ${tag} ${row},Zwolle`);
  const workbook = zipOfCsv({ 'companies.csv': ['ref,name,municipality', ...rows].join('\n') });
  const how = await imported(caller, workbook);
  if (!how.endsWith('DONE')) throw new Error(`The import ended ${how}.`);
}

async function publish(author: Caller, approver: Caller): Promise<string> {
  const report = { title: 'Bench', asOf: '2021-05-01', indicators: ['companies_participated'], text: '' };
  const id = await approvedReport(author, approver, report);
  const how = await published(author, id);
  if (!how.endsWith('PUBLISHED')) throw new Error(`Publishing ended ${how}.`);
  return id;
}

function readPdf({ caller, publicReport }: Stand): Promise<void> {
  return succeeds(caller.get(`/reports/${publicReport}/editions/1.pdf`));
}
