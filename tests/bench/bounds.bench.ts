import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { currentIndicators, TOKEN_SCOPES } from '@fieldlab/domain';
import { zipOfCsv } from '../support/csv-zip';
import { approvedReport, Caller, imported, published, scanned } from './caller';
import { makeToken, serve } from './serve';

const LOOK_EVERY_MS = 10;
const IDLE_MS = 5000;
/** So long a look may be under way when the work ends. */
const AFTERWARDS_MS = 500;
/** What lasts longer is measured for so long, and then left alone. */
const LONGEST_MS = 60_000;
/** A workbook is at most 20 MB and unpacks to at most 200. */
const ROWS_OF_WORKBOOK = 300_000;

export interface MeasuredBound {
  what: string;
  /** Of `GET /health/live` meanwhile, the 99th percentile and the longest. */
  milliseconds: number;
  longest: number;
  /** The same while nothing else was asked, in the same run. */
  idleMilliseconds: number;
  /** How long the work itself took; undefined when it was left alone. */
  seconds: number | undefined;
  status: string;
}

/** Two people, for what takes two. */
interface People {
  author: Caller;
  approver: Caller;
}
type Ask = (people: People) => Promise<string>;

const get =
  (path: string): Ask =>
  async ({ author }) =>
    String((await author.get(path)).status);
const post =
  (path: string, body: object): Ask =>
  async ({ author }) =>
    String((await author.post(path, body)).status);

/** The largest that anybody may ask, each by itself; a report is public before its PDF is asked for. */
const WORKS: readonly { what: string; ask: Ask }[] = [
  {
    what: 'A first figure, for which the register is read',
    ask: get('/figures?indicator=companies_reached'),
  },
  { what: '100 figures asked at once', ask: ({ author }) => manyFigures(author, 100) },
  { what: 'All indicators by centre', ask: get('/figures?by=centre&asOf=2021-05-01') },
  { what: 'The companies list as XLSX, 100,000 rows', ask: get('/companies.xlsx') },
  { what: 'The participations list as CSV, 1,000,000 rows', ask: get('/participations.csv') },
  { what: 'The register as a workbook', ask: get('/workbook.xlsx') },
  { what: 'Matching 100 names', ask: post('/companies/matches', { companies: names() }) },
  { what: 'A scan for duplicates', ask: ({ author }) => scanned(author) },
  { what: 'Checking 20,000 characters of numbers', ask: post('/public/check', { text: numbers() }) },
  { what: `A dry run of a workbook of ${ROWS_OF_WORKBOOK} rows`, ask: ({ author }) => dryRun(author, false) },
  { what: 'The same with a fault in every row', ask: ({ author }) => dryRun(author, true) },
  { what: 'Publishing the headlines by year, and 40 requests for its PDF', ask: publishedWithFiles },
  { what: 'Publishing all indicators by centre', ask: (people) => publishing(people, ['centre']) },
];

/** How soon the server answers that it lives while it does the largest things that it does. */
export async function* benchBounds(owner: Client, appUrl: string): AsyncGenerator<MeasuredBound> {
  const register = await serve('register', appUrl);
  const origin = `http://127.0.0.1:${register.port}`;
  const called = async (name: string): Promise<Caller> =>
    new Caller(register.port, await makeToken(owner, name, TOKEN_SCOPES));
  const people = { author: await called('bounds'), approver: await called('approver') };
  try {
    const resting = (): Promise<void> => sleep(IDLE_MS);
    await looksWhile(origin, resting); // warming up
    const idle = percentile(await looksWhile(origin, resting));
    for (const { what, ask: work } of WORKS) {
      let seconds: number | undefined;
      let status = 'left alone';
      const looks = await looksWhile(origin, () => {
        const started = performance.now();
        const ended = work(people).then((answer) => {
          seconds = (performance.now() - started) / 1000;
          status = answer;
        });
        return Promise.race([ended, sleep(LONGEST_MS)]);
      });
      const longest = Math.max(...looks);
      yield { what, milliseconds: percentile(looks), longest, idleMilliseconds: idle, seconds, status };
    }
  } finally {
    await register.end();
  }
}

export const boundLine = ({
  what,
  milliseconds,
  longest,
  idleMilliseconds,
  seconds,
  status,
}: MeasuredBound) =>
  [
    `${what}: ${seconds === undefined ? `more than ${LONGEST_MS / 1000}` : seconds.toFixed(1)} s (${status})`,
    `  /health/live meanwhile ${milliseconds.toFixed(0)} ms at the 99th percentile, ${longest.toFixed(0)} at most; idle: ${idleMilliseconds.toFixed(0)} ms`,
    `  ratio ${(milliseconds / idleMilliseconds).toFixed(1)} (aim: at most 100 ms)`,
  ].join('\n');

/** A program that asks again and again, and says in milliseconds how long each answer took. */
const LOOKING = `
  const [address, every] = process.argv.slice(-2);
  for (;;) {
    const started = performance.now();
    await (await fetch(address)).arrayBuffer();
    console.log(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, Number(every)));
  }`;

/**
 * How long each answer took while something went on. A process of its own asks: this one has its hands full with what it
 * asks itself.
 */
async function looksWhile(origin: string, work: () => Promise<unknown>): Promise<number[]> {
  const address = `${origin}/health/live`;
  const looker = spawn(
    process.execPath,
    ['--input-type=module', '--eval', LOOKING, address, String(LOOK_EVERY_MS)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const looks: number[] = [];
  const lines = createInterface({ input: looker.stdout });
  await once(lines, 'line');
  lines.on('line', (line) => looks.push(Number(line)));
  await work();
  await sleep(AFTERWARDS_MS);
  const closed = once(looker, 'close');
  looker.kill();
  await closed;
  return looks;
}

function percentile(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
}

async function manyFigures(caller: Caller, count: number): Promise<string> {
  const days = Array.from({ length: count }, (_, index) => new Date(Date.UTC(2019, 0, 1 + index)));
  const answers = await Promise.all(
    days.map((day) =>
      caller.get(`/figures?indicator=companies_reached&asOf=${day.toISOString().slice(0, 10)}`),
    ),
  );
  return String(answers.find(({ status }) => status !== 200)?.status ?? 200);
}

function names(): { name: string }[] {
  return Array.from({ length: 100 }, (_, index) => ({
    name: `Metaalbewerking Van der Heijden ${index} en Zonen`,
  }));
}

function numbers(): string {
  return Array.from({ length: 2000 }, (_, index) => `${1000 + index} fte`)
    .join(' ')
    .slice(0, 20_000);
}

function dryRun(caller: Caller, isFaulty: boolean): Promise<string> {
  const rows = Array.from(
    { length: ROWS_OF_WORKBOOK },
    (_, row) => `R${row},${isFaulty ? 'x' : ''}${20_000_000 + row},Firma ${row} B.V.,Zwolle`,
  );
  const workbook = zipOfCsv({ 'companies.csv': ['ref,kvk_number,name,municipality', ...rows].join('\n') });
  return imported(caller, workbook, '?dryRun=true');
}

const REPORT = { title: 'Bench', asOf: '2021-05-01', text: '' };

async function publishing({ author, approver }: People, by: readonly string[]): Promise<string> {
  const indicators = currentIndicators.map(({ code }) => code);
  return published(author, await approvedReport(author, approver, { ...REPORT, indicators, by }));
}

async function publishedWithFiles({ author, approver }: People): Promise<string> {
  const report = { ...REPORT, indicators: ['companies_participated', 'participations'], by: ['year'] };
  const id = await approvedReport(author, approver, report);
  const how = await published(author, id);
  const path = `/public/reports/${id}/editions/1.pdf`;
  const files = await Promise.all(Array.from({ length: 40 }, () => author.get(path)));
  return `${how}; PDF ${[...new Set(files.map(({ status }) => status))].join()}`;
}
