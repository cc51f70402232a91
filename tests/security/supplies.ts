import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { NotHere, type Part } from './part';

const SECONDS = 60;

/** Licences under which a work may go out together with ours (EUPL-1.2), by their SPDX names. */
const COMPATIBLE = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC-BY-3.0',
    'CC-BY-4.0',
    'CC0-1.0',
  ],
  ...[
    'EPL-2.0',
    'EUPL-1.2',
    'ISC',
    'LGPL-3.0-or-later',
    'MIT',
    'MIT-0',
    'MPL-2.0',
    'OFL-1.1',
    'Python-2.0',
    'Unlicense',
    'Zlib',
  ],
  'PostgreSQL',
]);

const npm = (args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    // It ends with a failure where it found something, and says what all the same.
    execFile('npm', [...args], { timeout: SECONDS * 1000, maxBuffer: 50_000_000 }, (_error, stdout) =>
      resolve(stdout),
    );
  });

interface Audit {
  vulnerabilities?: Record<string, { severity: string; via: (string | { title: string; url: string })[] }>;
  message?: string;
}

/** Known weaknesses of what we install, as the registry tells them. */
export const dependencies: Part = async () => {
  const text = await npm(['audit', '--omit', 'dev', '--json']);
  const audit = auditIn(text);
  if (!audit?.vulnerabilities)
    throw new NotHere(`the registry answers no audit: ${audit?.message ?? text.slice(0, 200)}`);
  return {
    done: 'what we install held against the advisories of the registry',
    faults: Object.entries(audit.vulnerabilities).map(([name, { severity, via }]) => {
      const titles = via.map((one) => (typeof one === 'string' ? one : `${one.title} ${one.url}`));
      return `${name} (${severity}): ${titles.join('; ')}`;
    }),
  };
};

interface Lockfile {
  packages: Record<string, { license?: string; dev?: boolean }>;
}

/** What two packages say only in their own words: in Readme.md, and in LICENSE. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = {
  'node_modules/pause': 'MIT',
  'node_modules/seq-queue': 'MIT',
};

/** The licences of what goes out with us. */
export const licences: Part = async () => {
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as Lockfile;
  const ours = Object.entries(packages).filter(([path, { dev }]) => path.startsWith('node_modules/') && !dev);
  const named = await Promise.all(
    ours.map(async ([path, { license }]) => ({ path, license: license ?? (await olderName(path)) })),
  );
  const counts = new Map<string, number>();
  for (const { license } of named) counts.set(license, (counts.get(license) ?? 0) + 1);
  const list = [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`);
  return {
    done: `${named.length} packages: ${list.join(', ')}`,
    faults: named
      .filter(({ license }) => !isCompatible(license))
      .map(({ path, license }) => `${path} has the licence ${license}.`),
  };
};

/** The licence as packages of before 2015 name it, in a list, which the lockfile does not hold. */
async function olderName(path: string): Promise<string> {
  const { licenses } = JSON.parse(await readFile(`${path}/package.json`, 'utf8').catch(() => '{}')) as {
    licenses?: { type: string }[];
  };
  return licenses?.map(({ type }) => type).join(' OR ') ?? SAID_ELSEWHERE[path] ?? 'none';
}

/** "(MIT OR Apache-2.0)" leaves the choice, "MIT AND ISC" asks for both. */
function isCompatible(expression: string): boolean {
  const choices = expression.replaceAll(/[()]/g, '').split(' OR ');
  return choices.some((choice) => choice.split(/ and /i).every((name) => COMPATIBLE.has(name.trim())));
}

function auditIn(text: string): Audit | undefined {
  try {
    return JSON.parse(text) as Audit;
  } catch {
    return undefined;
  }
}
