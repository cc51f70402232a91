import { chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findOsUser } from '@api/platform/database/embedded/os-user';
import { FaultyWay, type Fault } from '../../support/faulty-way';
import { freePort } from '../../support/free-port';
import { childrenOf } from '../../support/processes-of';
import { parse } from 'yaml';
import { z } from 'zod';
import { Child } from './child';
import { shippedFile } from './shipped';
import type { Programs } from './needed';

export const SUPERUSER = 'postgres';
export const SCOPE = 'fieldlab';

/** What of the shipped settings is replaced here; the rest stays as it is. */
const shippedSchema = z.looseObject({
  scope: z.literal(SCOPE),
  bootstrap: z.looseObject({
    dcs: z.looseObject({
      postgresql: z.looseObject({ parameters: z.record(z.string(), z.unknown()) }),
    }),
  }),
  postgresql: z.looseObject({
    authentication: z.record(z.string(), z.object({ username: z.string(), password: z.string() })),
  }),
});

interface NodeOptions {
  programs: Programs;
  folder: string;
  name: string;
  etcdPort: number;
  password: string;
}

/** The ways by which others reach it, and by which it reaches what keeps who leads. */
export interface Ways {
  postgres: FaultyWay;
  patroni: FaultyWay;
  etcd: FaultyWay;
}

/** One server of PostgreSQL with the Patroni that looks after it, in a folder of its own. */
export class ClusterNode {
  private constructor(
    readonly name: string,
    /** Of PostgreSQL and of Patroni, past the ways that can fail. */
    readonly own: { port: number; restPort: number },
    private readonly files: string,
    private readonly patroni: Child,
    readonly ways: Ways,
  ) {}

  static async make({ programs, folder, name, etcdPort, password }: NodeOptions): Promise<ClusterNode> {
    const home = join(folder, name);
    const user = await findOsUser(join(home, 'data'));
    await mkdir(home, { mode: 0o700 });
    const own = { port: await freePort(), restPort: await freePort() };
    const ways = {
      postgres: await FaultyWay.to(own.port),
      patroni: await FaultyWay.to(own.restPort),
      etcd: await FaultyWay.to(etcdPort),
    };
    const file = join(home, 'patroni.yml');
    // JSON is YAML.
    const settings = settingsOf({ home, name, own, ways, password, programs });
    await writeFile(file, JSON.stringify(settings, null, 2));
    if (user) for (const path of [home, file]) await chown(path, user.uid, user.gid);
    const environment = { PATH: `${programs.postgresql}:/usr/bin:/bin`, LC_ALL: 'C', HOME: home };
    const options = { ...user, cwd: home, env: environment };
    const patroni = new Child(programs.patroni, [file], join(folder, `${name}.log`), options);
    return new ClusterNode(name, own, join(home, 'data'), patroni, ways);
  }

  begin(): void {
    this.patroni.begin();
  }

  async killPatroni(): Promise<void> {
    await this.patroni.kill();
  }

  /** Its PostgreSQL, and nothing else: who is served by it is cut off with it. */
  async killPostgres(): Promise<void> {
    const postmaster = await this.postmaster();
    if (postmaster !== undefined) signal([postmaster], 'SIGKILL');
  }

  async kill(): Promise<void> {
    await this.killPatroni();
    const postmaster = await this.postmaster();
    if (postmaster !== undefined) signal([postmaster, ...(await childrenOf(postmaster))], 'SIGKILL');
  }

  /** Nothing of it answers, and nothing of it ends. */
  async freeze(): Promise<number[]> {
    const postmaster = await this.postmaster();
    const own = [this.patroni.pid, postmaster].filter((pid) => pid !== undefined);
    const pids = [...own, ...(postmaster === undefined ? [] : await childrenOf(postmaster))];
    signal(pids, 'SIGSTOP');
    return pids;
  }

  /** It reaches nobody, and nobody reaches it. @returns how it is put right */
  cutOff(): () => void {
    const become = (fault: Fault): void => this.everyWay.forEach((way) => way.become(fault));
    become({ dropped: 'both' });
    return () => become('none');
  }

  async close(): Promise<void> {
    await this.kill();
    for (const way of this.everyWay) await way.close();
  }

  private get everyWay(): FaultyWay[] {
    const { postgres, patroni, etcd } = this.ways;
    return [postgres, patroni, etcd];
  }

  /** Its PostgreSQL's process, where it runs. */
  private async postmaster(): Promise<number | undefined> {
    const text = await readFile(join(this.files, 'postmaster.pid'), 'utf8').catch(() => '');
    const pid = Number(text.split('\n')[0]);
    const name = pid > 1 ? await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '') : '';
    return name.trim() === 'postgres' ? pid : undefined;
  }
}

/** One that ended meanwhile needs nothing. */
export function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

interface Place {
  home: string;
  name: string;
  own: ClusterNode['own'];
  ways: Ways;
  password: string;
  programs: Programs;
}

/** What is shipped is tried, with the addresses, folders and passwords of this run, and less memory. */
function settingsOf({ home, name, own, ways, password, programs }: Place): object {
  const { bootstrap, postgresql, ...shipped } = shippedSchema.parse(parse(shippedFile('patroni.yml')));
  const at = (one: number): string => `127.0.0.1:${one}`;
  const everybody = (database: string): string => `host ${database} all 127.0.0.1/32 scram-sha-256`;
  const parameters = { ...bootstrap.dcs.postgresql.parameters, shared_buffers: '64MB' };
  return {
    ...{ ...shipped, name },
    restapi: { listen: at(own.restPort), connect_address: at(ways.patroni.port) },
    // One way to it, which can be cut: it is not to tell others.
    etcd3: { hosts: [at(ways.etcd.port)], use_proxies: true },
    bootstrap: {
      ...bootstrap,
      dcs: { ...bootstrap.dcs, postgresql: { ...bootstrap.dcs.postgresql, parameters } },
      pg_hba: [everybody('replication'), everybody('all')],
    },
    postgresql: {
      ...{ ...postgresql, bin_dir: programs.postgresql, data_dir: join(home, 'data') },
      ...{ listen: at(own.port), connect_address: at(ways.postgres.port), pgpass: join(home, 'pgpass') },
      authentication: Object.fromEntries(
        Object.entries(postgresql.authentication).map(([part, one]) => [part, { ...one, password }]),
      ),
      parameters: { unix_socket_directories: home },
    },
    watchdog: { mode: 'off' },
  };
}
