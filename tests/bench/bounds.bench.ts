import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { zipOfCsv } from '../support/csv-zip';
import { makeToken, serve } from './serve';

const LOOK_EVERY_MS = 10;
const IDLE_MS = 5000;
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

type Ask = (path: string, init?: RequestInit) => Promise<string>;

/** The largest that anybody may ask, each by itself. */
const WORKS: readonly { what: string; ask: (ask: Ask) => Promise<string> }[] = [
  { what: '100 figures asked at once', ask: (ask) => manyFigures(ask, 100) },
  { what: 'All indicators by centre', ask: (ask) => ask('/figures?by=centre&asOf=2021-05-01') },
  { what: 'The companies list as XLSX, 100,000 rows', ask: (ask) => ask('/companies.xlsx') },
  { what: 'The participations list as CSV, 1,000,000 rows', ask: (ask) => ask('/participations.csv') },
  { what: 'The register as a workbook', ask: (ask) => ask('/workbook.xlsx') },
  { what: 'Matching 100 names', ask: (ask) => ask('/companies/matches', json({ companies: names() })) },
  { what: 'A scan for duplicates', ask: (ask) => scan(ask) },
  {
    what: 'Checking 20,000 characters of numbers',
    ask: (ask) => ask('/public/check', json({ text: numbers() })),
  },
  { what: `A dry run of a workbook of ${ROWS_OF_WORKBOOK} rows`, ask: (ask) => dryRun(ask, false) },
  { what: 'The same with a fault in every row', ask: (ask) => dryRun(ask, true) },
];

/** How soon the server answers that it lives while it does the largest things that it does. */
export async function* benchBounds(owner: Client, appUrl: string): AsyncGenerator<MeasuredBound> {
  const token = await makeToken(owner, 'bounds', ['read', 'imports', 'records:write']);
  const register = await serve('register', appUrl);
  const origin = `http://127.0.0.1:${register.port}`;
  const ask: Ask = async (path, init) => {
    const headers = new Headers(init?.headers);
    headers.set('Authorization', `Bearer ${token}`);
    const answer = await fetch(`${origin}/api/v1${path}`, { ...init, headers });
    const isText = answer.headers.get('Content-Type')?.includes('json') === true;
    if (isText) return `${answer.status} ${await answer.text()}`;
    // A file is read to its end and kept nowhere.
    await answer.body?.pipeTo(new WritableStream());
    return String(answer.status);
  };
  try {
    await looksUntil(origin, sleep(IDLE_MS)); // warming up
    const idle = percentile(await looksUntil(origin, sleep(IDLE_MS)));
    for (const { what, ask: work } of WORKS) {
      const started = performance.now();
      let seconds: number | undefined;
      let status = 'left alone';
      const ended = work(ask).then((answer) => {
        seconds = (performance.now() - started) / 1000;
        status = answer.slice(0, 3);
      });
      const looks = await looksUntil(origin, Promise.race([ended, sleep(LONGEST_MS)]));
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

/** Asks again and again until something has ended. @returns how long each answer took, in milliseconds */
async function looksUntil(origin: string, end: Promise<unknown>): Promise<number[]> {
  const looks: number[] = [];
  const over = end.then(() => 'over' as const);
  do {
    const started = performance.now();
    await (await fetch(`${origin}/health/live`)).arrayBuffer();
    looks.push(performance.now() - started);
  } while ((await Promise.race([over, sleep(LOOK_EVERY_MS)])) !== 'over');
  return looks;
}

function percentile(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
}

const json = (body: object): RequestInit => ({
  ...{ method: 'POST', headers: { 'Content-Type': 'application/json' } },
  body: JSON.stringify(body),
});

async function manyFigures(ask: Ask, count: number): Promise<string> {
  const days = Array.from({ length: count }, (_, index) => new Date(Date.UTC(2019, 0, 1 + index)));
  const answers = await Promise.all(
    days.map((day) => ask(`/figures?indicator=companies_reached&asOf=${day.toISOString().slice(0, 10)}`)),
  );
  return answers.find((answer) => !answer.startsWith('200')) ?? '200';
}

const names = (): { name: string }[] =>
  Array.from({ length: 100 }, (_, index) => ({ name: `Metaalbewerking Van der Heijden ${index} en Zonen` }));

const numbers = (): string =>
  Array.from({ length: 2000 }, (_, index) => `${1000 + index} fte`)
    .join(' ')
    .slice(0, 20_000);

/** Begins it and waits until it has ended. */
async function followed(ask: Ask, begun: string, path: (id: string) => string): Promise<string> {
  if (!begun.startsWith('202')) return begun;
  const { id } = JSON.parse(begun.slice(4)) as { id: string };
  for (;;) {
    const { status } = JSON.parse((await ask(path(id))).slice(4)) as { status: string };
    if (!['QUEUED', 'RUNNING'].includes(status)) return `${begun.slice(0, 3)} ${status}`;
    await sleep(200);
  }
}

const scan = async (ask: Ask): Promise<string> =>
  followed(ask, await ask('/duplicates/scan', { method: 'POST' }), () => '/duplicates/scan');

async function dryRun(ask: Ask, isFaulty: boolean): Promise<string> {
  const rows = Array.from(
    { length: ROWS_OF_WORKBOOK },
    (_, row) => `R${row},${isFaulty ? 'x' : ''}${20_000_000 + row},Firma ${row} B.V.,Zwolle`,
  );
  const workbook = zipOfCsv({ 'companies.csv': ['ref,kvk_number,name,municipality', ...rows].join('\n') });
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(workbook)]), 'large.zip');
  const begun = await ask('/imports?dryRun=true', { method: 'POST', body: form });
  return followed(ask, begun, (id) => `/imports/${id}`);
}
