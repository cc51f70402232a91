import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NotHere, type Part, type Target } from './part';

/** A scanner is stopped after so long; what it has found until then counts. In seconds. */
const WAPITI_S = 120;
const SQLMAP_S = 90;
const GRACE_S = 60;

interface Run {
  text: string;
  /** It was stopped because its time was over. */
  isCut: boolean;
}

/** Runs a program of the machine. @throws NotHere where it is not installed, with how it is */
function run(name: string, args: readonly string[], seconds: number): Promise<Run> {
  return new Promise((resolve, reject) => {
    const options = { timeout: seconds * 1000, killSignal: 'SIGKILL', maxBuffer: 50_000_000 } as const;
    execFile(name, [...args], options, (error, stdout, stderr) => {
      if (error && 'code' in error && error.code === 'ENOENT')
        reject(new NotHere(`${name} is not installed (Debian: apt install ${name})`));
      else resolve({ text: stdout + stderr, isCut: error?.killed === true });
    });
  });
}

/** What a page of lists, a figure and the public pages take from an address. */
const QUESTIONS = [
  '/api/v1/companies?q=metaal&municipality=Zwolle&sort=name&page=1',
  '/api/v1/participations?level=PARTNER&startedOnFrom=2020-01-01&sort=-startedOn',
  '/api/v1/figures?indicator=jobs&asOf=2021-05-01&scope=programme&by=province',
  '/api/v1/investments?source=COMPANIES&datedOnTo=2021-05-01&sort=-amountEur',
];

/** What sqlmap says of a parameter that it got something out of; its first guess is about any refusal with words in it. */
const FOUND = /injection point|is vulnerable|appears to be .* injectable/;

const readerOf = async ({ program }: Target): Promise<string> =>
  `Bearer ${await program.makeToken('Scanners', ['read'])}`;

/** SQL in each parameter of some lists and figures, by sqlmap. */
export const sqlmap: Part = async (target) => {
  const { program, folder } = target;
  const authorization = await readerOf(target);
  const faults: string[] = [];
  let cut = 0;
  for (const path of QUESTIONS) {
    const { text, isCut } = await run(
      'sqlmap',
      [
        ...['-u', program.url + path, '-H', `Authorization: ${authorization}`, '--output-dir', folder],
        ...['--batch', '--disable-coloring', '--flush-session', '--dbms', 'PostgreSQL'],
        ...['--technique', 'BEUS'],
        // A refused value is a 400, which is an answer like any other.
        ...['--ignore-code', '400', '--timeout', '10', '--retries', '0'],
      ],
      SQLMAP_S,
    );
    if (isCut) cut += 1;
    const found = text.split('\n').filter((line) => FOUND.test(line));
    if (found.length > 0) faults.push(`sqlmap finds an injection at ${path}: ${found.join(' | ')}`);
    if (!/testing|tested/.test(text)) faults.push(`sqlmap tried nothing at ${path}: ${lastLines(text)}`);
  }
  const stopped = cut > 0 ? `, ${cut} of them stopped after ${SQLMAP_S} s` : '';
  return { done: `sqlmap on ${QUESTIONS.length} addresses${stopped}`, faults };
};

interface WapitiReport {
  vulnerabilities: Record<string, { path: string; info: string }[]>;
  anomalies: Record<string, { path: string; info: string }[]>;
}

/**
 * What is no fault here: a site on a loopback address has no certificate, and so sends no HSTS; the filter that
 * X-XSS-Protection switched on is gone from browsers, and helmet sends 0, as OWASP advises.
 */
const ACCEPTED = /Strict-Transport-Security|X-XSS-Protection/;

/** A crawl of the pages and some of the interface, by wapiti. */
export const wapiti: Part = async (target) => {
  const { program, folder } = target;
  const file = join(folder, 'wapiti.json');
  const { text } = await run(
    'wapiti',
    [
      ...['-u', `${program.url}/`, '--scope', 'folder', '--flush-session', '--store-session', folder],
      ...['-f', 'json', '-o', file, '--max-scan-time', String(WAPITI_S), '--no-bugreport'],
      ...['-H', `Authorization: ${await readerOf(target)}`],
      ...['/public', ...QUESTIONS].flatMap((path) => ['-s', program.url + path]),
    ],
    WAPITI_S + GRACE_S,
  );
  const report = await readFile(file, 'utf8').then(
    (json) => JSON.parse(json) as WapitiReport,
    () => undefined,
  );
  if (!report) return { done: 'wapiti', faults: [`wapiti wrote no report: ${lastLines(text)}`] };
  const found = Object.entries({ ...report.vulnerabilities, ...report.anomalies }).flatMap(([kind, places]) =>
    places.map(({ path, info }) => `${kind}: ${path}: ${info}`),
  );
  return {
    done: `wapiti crawled and attacked for at most ${WAPITI_S} s`,
    faults: found.filter((one) => !ACCEPTED.test(one)),
  };
};

const lastLines = (text: string): string => text.trim().split('\n').slice(-12).join(' | ');
