import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TOKEN_SCOPES } from '@fieldlab/domain';
import { Database } from '@api/platform/database/database';
import { addUser } from '../../support/actors';
import { freePort } from '../../support/free-port';
import { Program } from '../../support/own-program';
import { Random } from '../../support/random';
import { aToken } from '../../support/register';
import { lossesOf } from '../check';
import { acknowledgedAfter, countsOf, Load, nothingYet, type Acknowledged, type Counts } from '../load';
import type { Lead } from '../pooler';
import { say, seconds, WRITERS, written } from '../stage';
import { faultsOfImports, Logging } from '../together';
import { Cluster } from './cluster';
import { clusterPrograms } from './needed';
import { PastFigures } from './past-figures';
import { strikesLike, type Strike } from './strikes';

const STRIKES_AFTER_S = [2, 5] as const;
/** Writing again for so long, also with whoever comes back. */
const AFTERWARDS_S = 4;
const MOST_GAP_S = 90;
const LOOK_S = 0.25;
/** What was under way when it came may be acknowledged yet, and some strikes are felt only then. */
const FELT_AFTER_MS = 4_000;
const REGISTER = 'fieldlab';
const ROLES = { owner: 'fieldlab_owner', app: 'fieldlab_app' };
const SECRET = 'a secret of these programs and of this run';
const PERCENTILE = 0.95;
const NEWEST_INSTANTS = 3;

export interface ClusterOptions {
  main: string;
  folder: string;
  rounds: number;
  lead: Lead;
  /** What the names of the strikes have in them. */
  only: string;
  random: Random;
  undo: (step: () => Promise<unknown>) => void;
}

interface Scene {
  cluster: Cluster;
  program: Program;
  token: string;
  noted: Acknowledged;
  logging: Logging;
  past: PastFigures;
}

/** Strikes a cluster with the program in front of it while people write. @returns what was lost: sentences */
export async function playCluster(options: ClusterOptions): Promise<string[]> {
  const programs = clusterPrograms();
  if ('missing' in programs) {
    const packages = programs.missing.join(' ');
    say(`A cluster is not tried: not installed are ${packages} (Debian: apt-get install ${packages}).`);
    return [];
  }
  const { folder, rounds, undo } = options;
  const cluster = await Cluster.begin(programs, folder, undo);
  const scene = await begin(options, cluster);
  say(
    `${rounds} rounds: three servers of PostgreSQL under Patroni, one struck while ${WRITERS} write and one imports.`,
  );
  const gaps = new Map<Strike, number[]>();
  try {
    const lost = await playRounds(scene, options, gaps);
    const all = lost.length > 0 ? lost : await faultsOf(scene);
    return [...all, ...(await finish(scene))];
  } finally {
    tell(gaps);
  }
}

/** @param gaps for how long nobody could write, for each kind of strike, in seconds; is added to */
async function playRounds(
  scene: Scene,
  { rounds, random, only }: ClusterOptions,
  gaps: Map<Strike, number[]>,
): Promise<string[]> {
  const lost: string[] = [];
  let left: Strike[] = [];
  for (let round = 1; round <= rounds && lost.length === 0; round += 1) {
    if (left.length === 0) left = strikesLike(only); // each once before any comes again
    const strike = random.pick(left);
    left = left.filter((one) => one !== strike);
    const afterS = random.int(...STRIKES_AFTER_S);
    say(`${String(round).padStart(4)}  after ${afterS} s of writing: ${strike.name}`);
    const before = countsOf(scene.noted);
    const gap = await playRound(scene, round, strike, afterS);
    gaps.set(strike, [...(gaps.get(strike) ?? []), gap]);
    lost.push(...(await faultsOf(scene, before)));
    const counts = `${written(scene.noted)}, ${scene.logging.logged} participations, ${scene.past.count} instants`;
    say(`      no write for ${gap.toFixed(1)} s  ${counts}`);
  }
  return lost;
}

async function begin({ main, folder, lead, random, undo }: ClusterOptions, cluster: Cluster): Promise<Scene> {
  await cluster.makeRegister(REGISTER, ROLES.owner, ROLES.app);
  const at = (role: string, to?: 'followers'): string =>
    cluster.url(role, cluster.passwordOfRoles, REGISTER, to);
  const environment = {
    ...(await lead({ DATABASE_URL: at(ROLES.app), DATABASE_OWNER_URL: at(ROLES.owner) })),
    ...{ DEMO: 'true' },
    ...{ DATABASE_REPLICA_URL: at(ROLES.app, 'followers'), SESSION_SECRET: SECRET, LOG_LEVEL: 'warn' },
  };
  const account = { email: 'cluster@people.example', password: 'a password of this run alone' };
  const dataDir = join(folder, 'data');
  const program = new Program({ ...account, main, dataDir, environment, port: await freePort() });
  undo(() => program.kill());
  const log = createWriteStream(join(folder, 'program.log'));
  program.onOutput = (text) => log.write(text);
  await program.start();
  const database = new Database(at(ROLES.app), { maxConnections: 2 });
  const token = await aToken({ database }, await addUser({ database }), TOKEN_SCOPES).finally(() =>
    database.close(),
  );
  const tokens = { writer: token, approver: token };
  // One of its own: how often it draws depends on how fast everybody is, and the strikes are to follow from the seed.
  const drawn = new Random(random.int(1, 2 ** 31));
  const logging = new Logging({ programs: [program], proxy: program.url, tokens }, drawn);
  await logging.prepare();
  const past = new PastFigures(program.url, token);
  return { cluster, program, token, noted: nothingYet(), logging, past };
}

/** @returns for how long nobody could write, in seconds */
async function playRound(scene: Scene, round: number, strike: Strike, afterS: number): Promise<number> {
  const { cluster, program, token, noted, logging, past } = scene;
  const load = new Load(program.url, token, noted, round);
  const loading = Promise.all([load.run(WRITERS), logging.run()]);
  const from = Date.now();
  try {
    await seconds(afterS);
    await past.remember();
    const putRight = await strike.strike(cluster);
    const struck = Date.now();
    if (!(await writesAgain(load, struck)))
      throw new Error(`Nobody could write for ${MOST_GAP_S} s:\n${await cluster.view()}`);
    await seconds(AFTERWARDS_S);
    await putRight();
    await seconds(AFTERWARDS_S);
  } finally {
    load.stop();
    logging.stop();
  }
  const until = Date.now();
  await loading;
  await cluster.whole();
  if (!(await program.isReadyAgain()))
    throw new Error(`The program ended after ${strike.name}:\n${program.lastLines}`);
  await load.sendAgain();
  await logging.sendAgain();
  return longestGap([from, ...load.writtenAt.filter((at) => at < until), until]) / 1000;
}

/** Waits until something is written that was begun after the strike. @returns false when that takes too long */
async function writesAgain({ writtenAt }: Load, struck: number): Promise<boolean> {
  const isWritten = (): boolean => (writtenAt.at(-1) ?? 0) >= struck + FELT_AFTER_MS;
  const end = struck + MOST_GAP_S * 1000;
  while (!isWritten() && Date.now() < end) await seconds(LOOK_S);
  return isWritten();
}

function longestGap(instants: readonly number[]): number {
  const gaps = instants.slice(1).map((at, index) => at - (instants[index] ?? at));
  return Math.max(0, ...gaps);
}

/**
 * After a round, of what was acknowledged in it, and of the newest instants: a register that grows would make each round
 * longer than the one before. At the end, of everything.
 */
async function faultsOf({ program, token, noted, logging, past }: Scene, before?: Counts): Promise<string[]> {
  const lost = await lossesOf(program.url, token, before ? acknowledgedAfter(noted, before) : noted);
  await logging.check();
  return [...lost, ...logging.faults, ...(await past.faults(before && NEWEST_INSTANTS))];
}

function tell(gaps: ReadonlyMap<Strike, readonly number[]>): void {
  for (const [{ name, mostGapS }, seen] of gaps) {
    const sorted = [...seen].sort((one, other) => one - other);
    const most = sorted[Math.ceil(sorted.length * PERCENTILE) - 1] ?? 0;
    const verdict = most <= mostGapS ? 'within' : 'BEYOND';
    say(
      `      ${name}: ${sorted.length} times, 95 of 100 within ${most.toFixed(1)} s (${verdict} the aim of ${mostGapS} s)`,
    );
  }
}

async function finish({ program, token, noted, logging }: Scene): Promise<string[]> {
  const faults = await faultsOfImports(program.url, token);
  const metrics = await (await fetch(`${program.url}/metrics`)).text();
  for (const line of metrics.split('\n')) if (line.startsWith('database_reads_total')) say(`      ${line}`);
  await program.stop();
  const verify = join(import.meta.dirname, 'cli/audit-verify.js');
  const env = { ...process.env, ...program.environment };
  const { stdout } = await promisify(execFile)(process.execPath, [verify], { env });
  say(`      ${stdout.trim()}`);
  const isTried = noted.companies.size > 0 && logging.logged > 0;
  return isTried ? faults : [...faults, 'No write was acknowledged, so that nothing was tried.'];
}
