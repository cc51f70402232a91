import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { openEmbeddedCluster } from '@api/platform/database/embedded-postgres';
import { FaultyWay } from '../support/faulty-way';
import { freePort } from '../support/free-port';
import { Program } from '../support/own-program';
import { Random } from '../support/random';
import { fullDisk, smallDisk } from './full-disk';
import { kills, KINDS } from './kills';
import { nothingYet } from './load';
import { playCluster, type ClusterOptions } from './cluster/play';
import { directly, throughPgBouncer, type Lead } from './pooler';
import { playPointInTime } from './point-in-time/play';
import { playProcesses } from './processes';
import { SCENES } from './scenes';
import { faultsOfImports } from './together';
import { losses, say, WRITERS, written, type Stage } from './stage';

const MOST_ROUNDS = 1000;
const PARTS = ['kills', 'scenes', 'disk', 'processes', 'cluster', 'point-in-time'] as const;
type Part = (typeof PARTS)[number];
const USAGE = `npm run chaos [-- PART…] [--rounds N] [--seed N] [--only TEXT] [--pooler]   on this machine only, in folders of its own
  kills      the program, its database or both are killed while people write, N times (default 10, at most ${MOST_ROUNDS})
  scenes     its database hangs, is slow, is heard by halves; its clock goes back; it is ended
  disk       its disk is full (only as root, who alone may make a small one)
  processes  one of three programs on one database is killed behind a proxy, N times (where haproxy is installed)
  cluster    one of three servers of PostgreSQL 15 under Patroni is lost or hangs, or another leads, N times (where installed)
  point-in-time  a server is lost, and put back to a moment by pgbackrest (where it and PostgreSQL 15 are installed)
  --only of the cluster's strikes plays those with this text in their names
  --pooler leads scenes and cluster through pgbouncer in transaction mode. Where something was lost, the folder is kept.`;

/** Nothing was begun, for what was asked is not understood. */
class NotUnderstood extends Error {}

/** What must be undone, last done first, also after Ctrl-C. */
const undo: (() => Promise<unknown>)[] = [];
const later = (step: () => Promise<unknown>): void => void undo.push(step);
const folders: string[] = [];

/** @param keeps the folders, with what everybody said and with the databases */
async function cleanUp(keeps = false): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step().catch((error: unknown) => say(String(error)));
  for (const folder of folders.splice(0)) {
    if (keeps) say(`Kept, to be looked at: ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  }
}

async function folderFor(part: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `fieldlab-chaos-${part}-`));
  await chmod(folder, 0o711); // as root, PostgreSQL runs as another user, who must be able to enter
  folders.push(folder);
  return folder;
}

/** A program of its own that is running, with nothing in its register. */
async function begin(dataDir: string, environment: NodeJS.ProcessEnv = {}): Promise<Stage> {
  const account = { email: 'chaos@people.example', password: 'a password of this run alone' };
  const main = join(import.meta.dirname, 'main.js');
  const program = new Program({ ...account, main, dataDir, environment, port: await freePort() });
  undo.push(async () => {
    await program.kill();
    if (!environment.DATABASE_URL) await program.killDatabase().catch(() => undefined);
  });
  await program.start();
  const token = await program.makeToken('Chaos', ['read', 'records:write', 'imports']);
  return { program, token, noted: nothingYet(), round: 0 };
}

/** The trail is whole, and the program ends well. Rounds in which nothing was written would find nothing lost as well. */
async function finish({ program, token, noted }: Stage): Promise<string[]> {
  const faults = program.isRunning ? await faultsOfImports(program.url, token) : [];
  await program.stop();
  const verify = join(import.meta.dirname, 'cli/audit-verify.js');
  const env = { ...process.env, ...program.environment };
  const { stdout } = await promisify(execFile)(process.execPath, [verify], { env });
  say(`      ${stdout.trim()}`);
  return noted.companies.size > 0
    ? faults
    : [...faults, 'No write was acknowledged, so that nothing was tried.'];
}

async function playKills(rounds: number, seed: number): Promise<string[]> {
  say(`${rounds} rounds, seed ${seed}: ${KINDS.join(', ')} killed while ${WRITERS} write and one imports.`);
  const stage = await begin(await folderFor('kills'));
  const lost = await kills(stage, rounds, new Random(seed));
  if (lost.length === 0) return finish(stage);
  say(stage.program.said);
  return lost;
}

async function playScenes(lead: Lead): Promise<string[]> {
  say(`Scenes, with the database behind a way that can fail, while ${WRITERS} write and one imports.`);
  const folder = await folderFor('scenes');
  const cluster = await openEmbeddedCluster({ dataDir: join(folder, 'database'), log: say });
  undo.push(() => cluster.release());
  await cluster.createDatabase('fieldlab');
  const [app, ownerUrl] = [cluster.appUrl('fieldlab'), cluster.ownerUrl('fieldlab')];
  const way = await FaultyWay.to(Number(new URL(app).port));
  undo.push(() => way.close());
  const addresses = await lead({ DATABASE_URL: way.of(app), DATABASE_OWNER_URL: way.of(ownerUrl) });
  const pidFile = join(folder, 'database', 'postgres', 'pgdata', 'postmaster.pid');
  const postmaster = Number((await readFile(pidFile, 'utf8')).split('\n')[0]);
  const stage = { ...(await begin(join(folder, 'data'), addresses)), way, ownerUrl, postmaster };
  const lost: string[] = [];
  for (const { name, play } of SCENES) {
    const found = [...(await play(stage)), ...(await losses(stage))];
    lost.push(...found.map((one) => `${name}: ${one}`));
    if (found.length > 0) say(stage.program.said);
    say(`      ${name}: ${written(stage.noted)}: ${found.length === 0 ? 'nothing' : 'something'} lost`);
  }
  return [...lost, ...(await finish(stage))];
}

async function playDisk(): Promise<string[]> {
  const disk = await smallDisk(await folderFor('disk'));
  if (!disk) {
    say('A full disk is not tried: only root may make a small one.');
    return [];
  }
  undo.push(() => disk.remove());
  const stage = await begin(disk.folder);
  const lost = await fullDisk(stage, disk.folder);
  if (lost.length > 0) return lost.map((one) => `Disk full: ${one}`);
  say(`      disk full for a while: ${written(stage.noted)}: nothing lost`);
  return finish(stage);
}

async function playTogether(rounds: number, seed: number): Promise<string[]> {
  const folder = await folderFor('processes');
  const cluster = await openEmbeddedCluster({ dataDir: join(folder, 'database'), log: say });
  undo.push(() => cluster.release());
  const main = join(import.meta.dirname, 'main.js');
  return playProcesses({ ...{ main, folder, cluster, rounds }, random: new Random(seed), undo: later });
}

async function playServers(options: Pick<ClusterOptions, 'rounds' | 'lead' | 'only'>, seed: number) {
  const folder = await folderFor('cluster');
  const main = join(import.meta.dirname, 'main.js');
  return playCluster({ ...options, ...{ main, folder }, random: new Random(seed), undo: later });
}

async function playRestore(): Promise<string[]> {
  const folder = await folderFor('point-in-time');
  const starts = (environment: NodeJS.ProcessEnv): Promise<Stage> => begin(join(folder, 'data'), environment);
  const played = await playPointInTime({ folder, undo: later, begin: starts });
  if (!played) return [];
  if (played.lost.length > 0) say(played.stage.program.said);
  return [...played.lost, ...(await finish(played.stage))];
}

/** A whole number from 1; undefined for anything else. */
const counted = (text: string, most: number): number | undefined => {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= most ? number : undefined;
};

const OPTIONS = {
  rounds: { type: 'string', default: '10' },
  seed: { type: 'string', default: '1' },
  only: { type: 'string', default: '' },
  pooler: { type: 'boolean', default: false },
} as const;

/** @throws NotUnderstood */
function asked() {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new NotUnderstood((error as Error).message);
  }
}

async function main(): Promise<number> {
  const { values, positionals } = asked();
  const [rounds, seed] = [counted(values.rounds, MOST_ROUNDS), counted(values.seed, 2 ** 31)];
  const isKnown = (part: string): part is Part => PARTS.some((one) => one === part);
  if (rounds === undefined || seed === undefined || !positionals.every(isKnown))
    throw new NotUnderstood('What is asked?');
  const lead = (): Lead => (values.pooler ? throughPgBouncer(later) : directly);
  const play: Record<Part, () => Promise<string[]>> = {
    kills: () => playKills(rounds, seed),
    scenes: () => playScenes(lead()),
    disk: playDisk,
    processes: () => playTogether(rounds, seed),
    cluster: () => playServers({ rounds, lead: lead(), only: values.only }, seed),
    'point-in-time': playRestore,
  };
  const lost: string[] = [];
  for (const part of positionals.length > 0 ? positionals.filter(isKnown) : PARTS) {
    let isLost = true;
    try {
      const found = await play[part]();
      lost.push(...found);
      isLost = found.length > 0;
    } finally {
      await cleanUp(isLost);
    }
  }
  for (const one of lost) say(`LOST: ${one}`);
  say(lost.length === 0 ? 'Nothing was lost.' : `${lost.length} things were lost.`);
  return lost.length === 0 ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void cleanUp().finally(() => process.exit(1)));
try {
  process.exitCode = await main();
} catch (error) {
  say(
    error instanceof NotUnderstood ? `${error.message}\n${USAGE}` : String((error as Error).stack ?? error),
  );
  process.exitCode = error instanceof NotUnderstood ? 2 : 1;
} finally {
  await cleanUp();
}
