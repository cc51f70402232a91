import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';

const execute = promisify(execFile);
/** Where administration programs are; a shell that became root without signing in may not look there. */
const ENVIRONMENT = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };

const run = (program: string, args: string[], options: Partial<OsUser> = {}): Promise<{ stdout: string }> =>
  execute(program, args, { ...options, cwd: '/', env: ENVIRONMENT });

/** The name that PostgreSQL's own packages use for its operating-system user. */
const NAME = 'postgres';

/** Whom the server runs as, when that is not ourselves. */
export interface OsUser {
  uid: number;
  gid: number;
}

const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * PostgreSQL refuses to run as root. Root runs it as the owner of the data where there is data already,
 * else as the user `postgres`, made when there is none. Anyone else runs it as themselves: `undefined`.
 */
export async function findOsUser(pgdata: string): Promise<OsUser | undefined> {
  if (!isRoot()) return undefined;
  const owner = await stat(pgdata).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await lookUp()) ?? (await create());
}

async function lookUp(): Promise<OsUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', NAME]), run('id', ['-g', NAME])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function create(): Promise<OsUser> {
  const args = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME];
  const failure = await run('useradd', args).then(
    () => undefined,
    (error: unknown) => error,
  );
  const user = await lookUp();
  if (user) return user;
  throw new Error(
    `PostgreSQL does not run as root, and a user "${NAME}" to run it could not be made. ` +
      'Make one, start this as an ordinary user, or set DATABASE_URL.',
    { cause: failure },
  );
}

/** Whether that user can come into these folders: asked of the system itself, which knows more than modes. */
export async function canEnter(user: OsUser | undefined, folders: string[]): Promise<boolean> {
  if (!user) return true;
  const script = 'for folder in "$@"; do cd "$folder" || exit 1; done';
  return run('/bin/sh', ['-c', script, 'sh', ...folders], user).then(
    () => true,
    () => false,
  );
}
