import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPrograms, type Programs } from './binaries';
import { canEnter, findOsUser, type OsUser } from './os-user';

/** Where root keeps what the database's own user must reach and cannot reach in the project. */
const REFUGE = '/var/lib/fieldlab';
/** Enough to pass through, too little to look around. */
const PASSABLE = 0o711;

/** Where the files of one cluster are, and whom it runs as. */
export interface ClusterSite {
  /** Holds `pgdata`, and for a moment what is being made beside it, so that moving is renaming. */
  home: string;
  pgdata: string;
  user: OsUser | undefined;
  programs: Programs;
}

/** Finds, or chooses and makes, the place of the cluster that `folder` (in DATA_DIR) belongs to. */
export async function prepareSite(folder: string, log: (line: string) => void): Promise<ClusterSite> {
  const home = await findHome(folder, log);
  const pgdata = join(home, 'pgdata');
  const user = await findOsUser(pgdata);
  return { home, pgdata, user, programs: await findPrograms(user, makeRefuge) };
}

/** `folder` itself, or the place elsewhere that `folder/location` names. */
async function findHome(folder: string, log: (line: string) => void): Promise<string> {
  const record = join(folder, 'location');
  const elsewhere = (await readFile(record, 'utf8').catch(() => '')).trim();
  if (elsewhere !== '') return existing(elsewhere, record);
  const user = await findOsUser(join(folder, 'pgdata'));
  if (user) await chmod(folder, PASSABLE);
  if (await canEnter(user, [folder])) return folder;
  const home = await makeHome(folder);
  await writeFile(record, `${home}\n`);
  log(
    `PostgreSQL does not run as root, and its user cannot enter ${folder}: the database is kept in ${home}.`,
  );
  return home;
}

function existing(home: string, record: string): string {
  if (existsSync(home)) return home;
  throw new Error(
    `The database folder ${home} is gone. Bring it back, or remove ${record} to begin an empty register.`,
  );
}

/**
 * Named at random and remembered in `folder`, not derived from its path: a project that is moved keeps its register,
 * and a new project at an old path begins a new one.
 */
async function makeHome(folder: string): Promise<string> {
  const home = join(await makeRefuge(), `register-${randomBytes(6).toString('hex')}`);
  await mkdir(home);
  await chmod(home, PASSABLE);
  await writeFile(join(home, 'belongs-to'), `${folder}\n`);
  return home;
}

async function makeRefuge(): Promise<string> {
  await mkdir(REFUGE, { recursive: true });
  await chmod(REFUGE, PASSABLE);
  return REFUGE;
}
