import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port';
import { programAt } from './program-at';

const LOOK_MS = 50;
const MOST_LOOKS = 200;
/** Fewer than who asks, so that sessions go from one to the other. */
const SESSIONS = 3;

/** Where Debian puts it; undefined where it is not installed. */
export const pgbouncerProgram = (): string | undefined => programAt('pgbouncer');

export interface PgBouncer {
  /** The address by which a database is reached through it. */
  url: string;
  stop(): Promise<void>;
}

interface PgBouncerOptions {
  /** What it forgets of how a session begins. */
  ignored?: string | undefined;
  /** So many sessions of PostgreSQL it shares out. */
  sessions?: number;
  /** Further lines of its settings. */
  settings?: readonly string[];
}

/** A pooler in transaction mode in front of one database. */
export async function startPgBouncer(
  program: string,
  url: string,
  { ignored, sessions = SESSIONS, settings = [] }: PgBouncerOptions = {},
): Promise<PgBouncer> {
  const { hostname, port: serverPort, username, password, pathname } = new URL(url);
  const name = decodeURIComponent(pathname.slice(1));
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'fieldlab-pgbouncer-'));
  await chmod(folder, 0o755); // as root it runs as another user, who reads its settings
  const file = join(folder, 'pgbouncer.ini');
  await writeFile(
    file,
    `[databases]
${name} = host=${hostname} port=${serverPort} dbname=${name} user=${username} password=${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${sessions}
max_client_conn = 200
${[...settings, ...(ignored === undefined ? [] : [`ignore_startup_parameters = ${ignored}`])].join('\n')}
`,
  );
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn(program, ['-q', ...user, file], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
  await listening(child, port, () => said);
  const through = new URL(url);
  through.port = String(port);
  return {
    url: through.href,
    stop: async () => {
      const ended = once(child, 'close');
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function listening(child: ChildProcess, port: number, said: () => string): Promise<void> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    if (child.exitCode !== null) throw new Error(`pgbouncer ended: ${said()}`);
    if (await answers(port)) return;
    await sleep(LOOK_MS);
  }
  throw new Error(`pgbouncer does not listen: ${said()}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
