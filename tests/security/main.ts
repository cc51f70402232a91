import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort } from '../support/free-port';
import { Program } from '../support/own-program';
import { doors } from './doors';
import { headers } from './headers';
import { NotHere, type Part, type Target } from './part';
import { requests } from './requests';
import { sqlmap, wapiti } from './scanners';
import { secrets } from './secrets';
import { dependencies, licences } from './supplies';

const PARTS: Readonly<Record<string, Part>> = {
  doors,
  headers,
  secrets,
  requests,
  sqlmap,
  wapiti,
  dependencies,
  licences,
};

const MOST_REQUESTS = 100_000;
const USAGE = `npm run security [-- PART…] [--requests N] [--seed N]   on this machine only
Parts: ${Object.keys(PARTS).join(', ')}`;

class WrongUsage extends Error {}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs the parts one after the other on a server of their own. @returns how many faults they found */
async function attack(names: readonly string[], seed: number, requestCount: number): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'fieldlab-security-'));
  await chmod(dataDir, 0o711); // as root, PostgreSQL runs as another user, who must be able to enter
  const program = new Program({
    ...{ main: join(import.meta.dirname, 'main.js'), dataDir, port: await freePort() },
    ...{ email: 'security@people.example', password: 'a password of this run alone' },
    environment: { DEMO: 'true', LOG_LEVEL: 'trace' },
  });
  let output = '';
  program.onOutput = (text) => void (output += text);
  const folder = await mkdtemp(join(tmpdir(), 'fieldlab-attacks-'));
  const end = async (): Promise<void> => {
    await program.stop().catch(() => program.kill());
    await Promise.all([dataDir, folder].map((one) => rm(one, { recursive: true, force: true })));
  };
  process.once('SIGINT', () => void end().then(() => process.exit(130)));
  try {
    await program.start();
    let faults = 0;
    const target = { program, printed: () => output, seed, requests: requestCount, folder };
    for (const name of names) faults += await runPart(name, target);
    return faults;
  } finally {
    await end();
  }
}

async function runPart(name: string, target: Target): Promise<number> {
  const started = Date.now();
  const seconds = (): string => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  try {
    const { done, faults } = (await PARTS[name]?.(target)) ?? { done: '', faults: [] };
    say(`${faults.length === 0 ? '✔' : '✘'} ${name}  ${done} (${seconds()})`);
    for (const fault of faults) say(`    ${fault}`);
    return faults.length;
  } catch (error) {
    if (!(error instanceof NotHere)) throw error;
    say(`- ${name}  not done: ${error.message}`);
    return 0;
  }
}

function wholeNumber(text: string, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw new WrongUsage(`${text} is no number for that.`);
  return number;
}

/** @throws WrongUsage */
function readArguments() {
  const options = {
    requests: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const unknown = positionals.find((name) => !Object.hasOwn(PARTS, name));
    if (unknown !== undefined) throw new WrongUsage(`There is no part ${unknown}.`);
    return {
      names: positionals.length > 0 ? positionals : Object.keys(PARTS),
      seed: wholeNumber(values.seed, 2 ** 31 - 1),
      count: wholeNumber(values.requests, MOST_REQUESTS),
    };
  } catch (error) {
    throw error instanceof WrongUsage ? error : new WrongUsage((error as Error).message);
  }
}

try {
  const { names, seed, count } = readArguments();
  say(`Attacks on a server of their own, seed ${seed}: ${names.join(', ')}.`);
  const faults = await attack(names, seed, count);
  say(faults === 0 ? 'Nothing was found.' : `${faults} ${faults === 1 ? 'fault was' : 'faults were'} found.`);
  process.exitCode = faults === 0 ? 0 : 1;
} catch (error) {
  say(error instanceof WrongUsage ? `${error.message}\n${USAGE}` : String((error as Error).stack ?? error));
  process.exitCode = error instanceof WrongUsage ? 2 : 1;
}
