import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, chown, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Program } from './binaries';
import { freePort, settingsFile, type Settings } from './settings';
import type { ClusterSite } from './site';

const START_SECONDS = 120;
const ATTEMPTS = 20;
const BETWEEN_ATTEMPTS_MS = 500;
const LARGEST_LOG_BYTES = 5_000_000;
const UNFINISHED = 'unfinished-';

/** What makes the files outlives for a moment the program that was killed, and goes on writing. */
const UNTIL_IT_ENDS = { maxRetries: 20, retryDelay: 50 };

/** Makes the cluster's files when there are none. What an interrupted making left is thrown away. */
export async function initialise(site: ClusterSite, superuser: string, password: string): Promise<boolean> {
  if (existsSync(join(site.pgdata, 'PG_VERSION'))) return false;
  for (const name of await readdir(site.home)) {
    if (!name.startsWith(UNFINISHED)) continue;
    await rm(join(site.home, name), { recursive: true, force: true, ...UNTIL_IT_ENDS });
  }
  const workshop = await mkdtemp(join(site.home, UNFINISHED));
  const passwordFile = join(workshop, 'password');
  const files = join(workshop, 'pgdata');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await giveTo(site, workshop, passwordFile);
  // Sorting and case by Unicode's own rules, built into PostgreSQL: the same on every machine, whatever its locale.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${superuser}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  await runProgram(site, 'initdb', ['--pgdata', files, ...access, ...locale, '--no-instructions']);
  await appendFile(join(files, 'postgresql.conf'), "include = 'fieldlab.conf'\n");
  await rename(files, site.pgdata);
  await rm(workshop, { recursive: true, force: true });
  return true;
}

/** Starts the server as a process of its own, which outlives us. Answers its port. */
export async function start(
  site: ClusterSite,
  preferredPort: number | undefined,
  extra: Settings,
): Promise<number> {
  const log = join(site.pgdata, 'server.log');
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LARGEST_LOG_BYTES) await rm(log);
  for (let attempt = 1; ; attempt += 1) {
    await removeStalePidFile(site.pgdata);
    const port = await freePort(attempt === 1 ? preferredPort : 0);
    const settings = join(site.pgdata, 'fieldlab.conf');
    await writeFile(settings, settingsFile(port, extra));
    await giveTo(site, settings);
    const args = [
      'start',
      '--pgdata',
      site.pgdata,
      '--log',
      log,
      '--silent',
      '--wait',
      `--timeout=${START_SECONDS}`,
    ];
    try {
      await runProgram(site, 'pg_ctl', args);
      return port;
    } catch (error) {
      const said = await readFile(log, 'utf8').catch(() => '');
      if (attempt === ATTEMPTS || !passes(lastRun(said))) {
        throw new Error(`The embedded PostgreSQL did not start:\n${lastRun(said)}`, { cause: error });
      }
      await sleep(BETWEEN_ATTEMPTS_MS);
    }
  }
}

export async function stop(site: ClusterSite): Promise<void> {
  const args = [
    'stop',
    '--pgdata',
    site.pgdata,
    '--mode=fast',
    '--silent',
    '--wait',
    `--timeout=${START_SECONDS}`,
  ];
  await runProgram(site, 'pg_ctl', args);
}

/** The port of the cluster's server while its process exists; it may still be starting or stopping. */
export async function runningPort(pgdata: string): Promise<number | undefined> {
  const { pid, port } = await readPidFile(pgdata);
  return pid > 0 && (await isPostgres(pid)) ? port : undefined;
}

/** PostgreSQL writes the port on the fourth line, a moment after the process number on the first. */
async function readPidFile(pgdata: string): Promise<{ pid: number; port: number }> {
  const lines = (await readFile(join(pgdata, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3] ?? 0) };
}

/** Another program may have got the number of a server that was killed; where the system tells, we look. */
async function isPostgres(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => undefined);
  return name === undefined || name.trim() === 'postgres';
}

/** PostgreSQL itself refuses to start while the number in that file is anyone's. */
async function removeStalePidFile(pgdata: string): Promise<void> {
  if ((await runningPort(pgdata)) === undefined) await rm(join(pgdata, 'postmaster.pid'), { force: true });
}

/** Passing troubles: the port was taken since we looked, or a killed server's children are not gone yet. */
const passes = (log: string): boolean =>
  /could not bind|could not create any TCP|shared memory block|postmaster\.pid" already exists/.test(log);

const lastRun = (log: string): string => log.trimEnd().split('\n').slice(-8).join('\n');

async function giveTo({ user }: ClusterSite, ...paths: string[]): Promise<void> {
  if (!user) return;
  for (const path of paths) await chown(path, user.uid, user.gid);
}

/** Not the caller's: its PG… variables and its language would change what the programs do and say. */
const ENVIRONMENT = { LC_ALL: 'C', PATH: '/usr/bin:/bin' };

function runProgram(site: ClusterSite, name: Program, args: string[]): Promise<void> {
  const child = spawn(site.programs(name), args, {
    ...site.user,
    cwd: site.home,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Away from our terminal: its Ctrl-C is for us.
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${name} ended with ${String(code)}: ${said.trim()}`));
    });
  });
}
