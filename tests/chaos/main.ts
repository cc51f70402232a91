import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { freePort } from '../support/free-port';
import { Program } from '../support/own-program';
import { Random } from '../support/random';
import { lossesOf } from './check';
import { Load, nothingYet } from './load';

const KINDS = ['program', 'database', 'both'] as const;
type Kind = (typeof KINDS)[number];

const MOST_ROUNDS = 1000;
/** The first second of a round is warming up. */
const STRIKES_AFTER_MS = [1000, 5000] as const;
const WRITERS = 4;
const EMAIL = 'chaos@people.example';
const PASSWORD = 'a password of this run alone';
const USAGE = 'npm run chaos [-- --rounds N] [--seed N]   at most 1000 rounds, on this machine only';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Ends what the round is about, in the midst of writing. */
async function strike(program: Program, kind: Kind): Promise<void> {
  if (kind !== 'program') await program.killDatabase();
  if (kind !== 'database') await program.kill();
}

/** The program recovers by itself, or it ended and is started again. @returns whether it was started again */
async function recovered(program: Program): Promise<boolean> {
  if (await program.isReadyAgain()) return false;
  await program.start();
  return true;
}

/** @returns what was lost: sentences */
async function rounds(program: Program, count: number, random: Random): Promise<string[]> {
  const noted = nothingYet();
  await program.start();
  const token = await program.makeToken('Chaos', ['read', 'records:write', 'imports']);
  for (let round = 1; round <= count; round += 1) {
    const kind = random.pick(KINDS);
    const load = new Load(program.url, token, noted, round);
    const loading = load.run(WRITERS);
    await sleep(random.int(...STRIKES_AFTER_MS));
    await strike(program, kind);
    const struck = Date.now();
    load.stop();
    await loading;
    const isStarted = await recovered(program);
    const seconds = ((Date.now() - struck) / 1000).toFixed(1);
    await load.sendAgain();
    const losses = await lossesOf(program.url, token, noted);
    if (losses.length > 0) return losses;
    const way = isStarted ? 'started again' : 'recovered by itself';
    say(
      `${String(round).padStart(4)}  killed: ${kind.padEnd(8)}  ${way}, ready after ${seconds} s  ` +
        `${noted.companies.size} companies, ${noted.merges.size} merges, ${noted.imports.size} imports: nothing lost`,
    );
  }
  // Rounds in which nothing was written would find nothing lost as well.
  return noted.companies.size > 0 ? [] : ['No write was acknowledged, so that nothing was tried.'];
}

async function chaos(count: number, seed: number): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'fieldlab-chaos-'));
  await chmod(dataDir, 0o711); // as root, PostgreSQL runs as another user, who must be able to enter
  const server = { dataDir, port: await freePort(), email: EMAIL, password: PASSWORD };
  const program = new Program({ ...server, main: join(import.meta.dirname, 'main.js') });
  say(`${count} rounds, seed ${seed}: ${KINDS.join(', ')} killed while ${WRITERS} write and one imports.`);
  try {
    const losses = await rounds(program, count, new Random(seed));
    for (const loss of losses) say(`LOST: ${loss}`);
    await program.stop();
    const verify = join(import.meta.dirname, 'cli/audit-verify.js');
    const { stdout } = await promisify(execFile)(process.execPath, [verify], {
      env: { ...process.env, ...program.environment },
    });
    say(stdout.trim());
    say(losses.length === 0 ? 'Nothing was lost.' : `${losses.length} things were lost.`);
    return losses.length === 0 ? 0 : 1;
  } finally {
    await program.kill();
    await program.killDatabase().catch(() => undefined);
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** A whole number from 1; undefined for anything else. */
const counted = (text: string, most: number): number | undefined => {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= most ? number : undefined;
};

try {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
  });
  const [count, seed] = [counted(values.rounds, MOST_ROUNDS), counted(values.seed, 2 ** 31)];
  if (count === undefined || seed === undefined) throw new TypeError(USAGE);
  process.exitCode = await chaos(count, seed);
} catch (error) {
  say(error instanceof TypeError ? `${error.message}\n${USAGE}` : String((error as Error).stack ?? error));
  process.exitCode = error instanceof TypeError ? 2 : 1;
}
