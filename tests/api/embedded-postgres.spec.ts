import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedCluster, type EmbeddedCluster } from '@api/platform/database/embedded-postgres';
import { projectRoot } from '@api/platform/config/project-root';
import { bundle } from '../support/bundle';
import { runProgram, type RunOptions } from '../support/child-program';

interface HolderSaid {
  ownerUrl: string;
  throwaway: string;
  said: string[];
}

const PATIENCE = { timeout: 40_000, interval: 100 };
const isRoot = process.getuid?.() === 0;
const idOfNobody = (id: '-u' | '-g'): number =>
  Number(execFileSync('id', [id, 'nobody'], { encoding: 'utf8' }));

let holder = '';
const folders: string[] = [];
const clusters: EmbeddedCluster[] = [];

async function newDataDir(mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fieldlab-cluster-'));
  await chmod(folder, mode);
  folders.push(folder);
  return folder;
}

async function open(
  dataDir: string,
  log: (line: string) => void = () => undefined,
): Promise<EmbeddedCluster> {
  const cluster = await openEmbeddedCluster({ dataDir, log });
  clusters.push(cluster);
  return cluster;
}

const hold = (dataDir: string, options?: RunOptions) => runProgram<HolderSaid>(holder, [dataDir], options);

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The folder that holds `pgdata`, wherever that is. */
async function homeOf(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'postgres');
  return (await readFile(join(folder, 'location'), 'utf8').catch(() => folder)).trim();
}

async function serverPid(dataDir: string): Promise<number | undefined> {
  const file = join(await homeOf(dataDir), 'pgdata', 'postmaster.pid');
  const content = await readFile(file, 'utf8').catch(() => undefined);
  return content === undefined ? undefined : Number(content.split('\n')[0]);
}

const databases = async (cluster: EmbeddedCluster): Promise<string[]> =>
  (await query<{ datname: string }>(cluster.ownerUrl('postgres'), 'select datname from pg_database')).map(
    ({ datname }) => datname,
  );

beforeAll(async () => {
  holder = await bundle('tests/support/cluster-holder.ts', `programs/${process.pid}`);
});

afterEach(async () => {
  await Promise.all(clusters.splice(0).map((cluster) => cluster.release()));
});

afterAll(async () => {
  for (const folder of folders.reverse()) {
    await rm(await homeOf(folder), { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
  await rm(join(holder, '..'), { recursive: true, force: true });
});

describe(openEmbeddedCluster.name, () => {
  it('makes a cluster with a password and two roles, of which requests get the lesser', async () => {
    const dataDir = await newDataDir();
    const cluster = await open(dataDir);
    expect(await cluster.createDatabase('fieldlab')).toBe(true);
    expect(await cluster.createDatabase('fieldlab')).toBe(false);

    await query(cluster.ownerUrl('fieldlab'), 'create table records (id int); create extension btree_gist');
    const create = query(cluster.appUrl('fieldlab'), 'create table mine (id int)');
    await expect(create).rejects.toThrow('permission denied');
    const [role] = await query(
      cluster.appUrl('fieldlab'),
      'select rolsuper or rolcreatedb or rolcreaterole or rolbypassrls as mighty from pg_roles where rolname = current_user',
    );
    expect(role).toEqual({ mighty: false });

    const stranger = new URL(cluster.ownerUrl('fieldlab'));
    stranger.password = 'guess';
    await expect(query(stranger.href, 'select 1')).rejects.toThrow('password authentication failed');
    const { mode } = await stat(join(dataDir, 'postgres', 'credentials.json'));
    expect(mode & 0o077).toBe(0);
  });

  it('keeps what was written when it is closed and opened', async () => {
    const dataDir = await newDataDir();
    const first = await open(dataDir);
    await first.createDatabase('fieldlab');
    await query(first.ownerUrl('fieldlab'), 'create table records as select 42 as answer');
    await first.release();
    expect(await serverPid(dataDir)).toBeUndefined();
    const second = await open(dataDir);
    expect(second.ownerUrl('fieldlab')).toBe(first.ownerUrl('fieldlab'));
    expect(await query(second.ownerUrl('fieldlab'), 'select answer from records')).toEqual([{ answer: 42 }]);
  });

  it('is shared by processes that come at once, and stopped by the last', async () => {
    const dataDir = await newDataDir();
    const [first, second, third] = await Promise.all([hold(dataDir), hold(dataDir), hold(dataDir)]);
    const urls = new Set([first, second, third].map(({ said }) => said.ownerUrl));
    expect(urls.size).toBe(1);
    await Promise.all([first.finish(), second.finish()]);
    expect(await query(third.said.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await third.finish();
    expect(await serverPid(dataDir)).toBeUndefined();
  });

  it('takes over from a process that was killed, and drops the throw-away databases of the dead only', async () => {
    const dataDir = await newDataDir();
    const [dead, alive] = await Promise.all([hold(dataDir), hold(dataDir)]);
    const before = await serverPid(dataDir);
    await dead.kill();
    // The server hears of a death when it next looks at the connection.
    const seenByTheNext = async (): Promise<string[]> => {
      const next = await openEmbeddedCluster({ dataDir, log: () => undefined });
      return databases(next).finally(() => next.release());
    };
    await expect.poll(seenByTheNext, { timeout: 15_000 }).not.toContain(dead.said.throwaway);
    const cluster = await open(dataDir);
    expect(await serverPid(dataDir)).toBe(before);
    expect(await databases(cluster)).toContain(alive.said.throwaway);
    await alive.finish();
    await cluster.release();
    expect(await serverPid(dataDir)).toBeUndefined();
  });

  it('recovers when the server was killed too, also when its number now belongs to another process', async () => {
    const dataDir = await newDataDir();
    const dead = await hold(dataDir);
    const pid = await serverPid(dataDir);
    await dead.kill();
    process.kill(pid ?? 0, 'SIGKILL');
    const file = join(await homeOf(dataDir), 'pgdata', 'postmaster.pid');
    const stale = await readFile(file, 'utf8');
    await writeFile(file, stale.replace(/^\d+/, String(process.pid)));
    expect(await databases(await open(dataDir))).toContain('postgres');
  });

  it('comes back by itself when its server falls away', async () => {
    const dataDir = await newDataDir();
    const cluster = await open(dataDir);
    const pid = await serverPid(dataDir);
    process.kill(pid ?? 0, 'SIGKILL');
    await expect
      .poll(() => databases(cluster).catch(() => []), { timeout: 25_000, interval: 100 })
      .toContain('postgres');
    expect(await serverPid(dataDir)).not.toBe(pid);
  });

  it.each([
    [
      'it refuses to start, as on a full disk',
      async (pgdata: string) => {
        const file = join(pgdata, 'postgresql.conf');
        const kept = await readFile(file, 'utf8');
        await writeFile(file, `${kept}\nnonsense = on\n`);
        return () => writeFile(file, kept);
      },
    ],
    [
      'its files are gone, of which it makes no new ones',
      async (pgdata: string) => {
        await rename(pgdata, `${pgdata}.aside`);
        return () => rename(`${pgdata}.aside`, pgdata);
      },
    ],
  ])('comes back however long %s', async (_, befall) => {
    const dataDir = await newDataDir();
    const said: string[] = [];
    const cluster = await open(dataDir, (line) => said.push(line));
    await cluster.createDatabase('fieldlab');
    const pid = await serverPid(dataDir);
    const putRight = await befall(join(await homeOf(dataDir), 'pgdata'));
    process.kill(pid ?? 0, 'SIGKILL');
    await expect.poll(() => said, PATIENCE).toEqual([expect.stringContaining('is gone')]);
    await putRight();
    await expect.poll(() => databases(cluster).catch(() => []), PATIENCE).toContain('fieldlab');
    await expect.poll(() => said.at(-1), PATIENCE).toBe('The embedded PostgreSQL is back.');
  });

  it('begins again when it was interrupted while making the cluster', async () => {
    const dataDir = await newDataDir();
    const interrupted = hold(dataDir).catch(() => undefined);
    const home = join(dataDir, 'postgres');
    await expect
      .poll(() => readdir(home).catch(() => []), { timeout: 20_000, interval: 5 })
      .toEqual(expect.arrayContaining([expect.stringContaining('unfinished-')]));
    const pid = Number((await readFile(join(home, 'lock'), 'utf8')).split(' ')[0]);
    process.kill(pid, 'SIGKILL');
    await interrupted;
    expect(await databases(await open(dataDir))).toContain('postgres');
    expect((await readdir(home)).filter((name) => name.startsWith('unfinished-'))).toEqual([]);
  });

  it('says so when its passwords do not fit its data', async () => {
    const dataDir = await newDataDir();
    const other = await hold(dataDir);
    const file = join(dataDir, 'postgres', 'credentials.json');
    const kept = await readFile(file, 'utf8');
    await writeFile(file, kept.replace(/("postgres": ")[^"]+/, '$1other'));
    await expect(open(dataDir)).rejects.toThrow('password authentication failed');
    await writeFile(file, kept);
    await other.finish();
  });
});

describe.skipIf(!isRoot)(`${openEmbeddedCluster.name} as root (skipped for others: needs root)`, () => {
  it('moves the data to where its user can come, says so, and finds it again', async () => {
    const dataDir = join(await newDataDir(0o700), 'data');
    folders.push(dataDir);
    const said: string[] = [];
    const first = await open(dataDir, (line) => said.push(line));
    await first.createDatabase('fieldlab');
    await first.release();
    const home = await homeOf(dataDir);
    expect(home).toMatch(/^\/var\/lib\/fieldlab\/register-/);
    expect(said).toEqual([expect.stringContaining(home)]);
    expect(existsSync(join(dataDir, 'postgres', 'pgdata'))).toBe(false);
    const again = await open(dataDir, (line) => said.push(line));
    expect(await databases(again)).toContain('fieldlab');
    expect(said).toHaveLength(1);
  });

  it('refuses to begin an empty register where the moved one is gone', async () => {
    const dataDir = await newDataDir();
    await mkdir(join(dataDir, 'postgres'));
    await writeFile(join(dataDir, 'postgres', 'location'), '/var/lib/fieldlab/register-gone\n');
    await expect(open(dataDir)).rejects.toThrow('is gone');
    await rm(join(dataDir, 'postgres'), { recursive: true });
  });

  it('shares the cluster of an ordinary user, and runs it as that user', async ({ skip }) => {
    const nobody = { uid: idOfNobody('-u'), gid: idOfNobody('-g') };
    if (!canRead(nobody)) skip('the project lies where no other user can read it');
    const dataDir = await newDataDir();
    await chown(dataDir, nobody.uid, nobody.gid);
    const first = await hold(dataDir, nobody);
    expect((await stat(join(dataDir, 'postgres', 'pgdata'))).uid).toBe(nobody.uid);
    await first.finish();
    expect(await databases(await open(dataDir))).toContain('postgres');
    expect((await stat(join(dataDir, 'postgres', 'pgdata', 'postmaster.pid'))).uid).toBe(nobody.uid);
  });
});

function canRead(user: RunOptions): boolean {
  try {
    execFileSync(process.execPath, ['-e', ''], { ...user, cwd: projectRoot() });
    return true;
  } catch {
    return false;
  }
}

describe('the log of the embedded server', () => {
  it('tells no value of what failed, neither of a statement nor of its parameters', async () => {
    const dataDir = await newDataDir();
    const cluster = await open(dataDir);
    const client = new pg.Client({ connectionString: cluster.ownerUrl('postgres') });
    await client.connect();
    await client.query('create temporary table people (name text primary key)');
    const insert = ['insert into people values ($1)', ['Geheim Persoon']] as const;
    await client.query(insert[0], [...insert[1]]);
    const failing: [string, string[]][] = [
      [insert[0], [...insert[1]]],
      [`select 'Geheim Persoon'::date`, []],
      ['select $1::int', ['Geheim Persoon']],
      [`do $$ begin raise exception 'No such person: %', 'Geheim Persoon'; end $$`, []],
      [`do $$ begin raise warning 'No such person: %', 'Geheim Persoon'; end $$`, []],
    ];
    for (const [text, values] of failing) await client.query(text, values).catch(() => undefined);
    await client.end();
    const log = await readFile(join(await homeOf(dataDir), 'pgdata', 'server.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toMatch(/Geheim|insert into|ERROR|STATEMENT|DETAIL/);
    // As operators of docker-compose have it.
    const compose = await readFile(join(projectRoot(), 'docker-compose.yml'), 'utf8');
    const rows = await query<{ name: string; setting: string }>(
      cluster.ownerUrl('postgres'),
      `select name, setting from pg_settings
        where name in ('log_min_messages', 'log_min_error_statement', 'log_error_verbosity', 'log_statement',
          'log_parameter_max_length', 'log_parameter_max_length_on_error', 'log_min_duration_statement')`,
    );
    for (const { name, setting } of rows) expect(compose).toContain(`-c${name}=${setting}`);
    expect(rows).toHaveLength(7);
  });
});
