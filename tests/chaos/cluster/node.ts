import { chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findOsUser } from '@api/platform/database/embedded/os-user';
import { FaultyWay } from '../../support/faulty-way';
import { freePort } from '../../support/free-port';
import { childrenOf } from '../../support/processes-of';
import { Child } from './child';
import type { Programs } from './needed';

export const SUPERUSER = 'postgres';
export const SCOPE = 'fieldlab';

/** So that a node that is lost is replaced within half a minute: Patroni takes no shorter lease than 20 s. */
const TIMES = { ttl: 20, loop_wait: 2, retry_timeout: 4 };

interface NodeOptions {
  programs: Programs;
  folder: string;
  name: string;
  etcdPort: number;
  password: string;
}

/** One server of PostgreSQL with the Patroni that looks after it, in a folder of its own. */
export class ClusterNode {
  private constructor(
    readonly name: string,
    readonly port: number,
    /** Of Patroni. */
    readonly restPort: number,
    private readonly files: string,
    private readonly patroni: Child,
    /** To what keeps who leads. */
    readonly etcd: FaultyWay,
  ) {}

  static async make({ programs, folder, name, etcdPort, password }: NodeOptions): Promise<ClusterNode> {
    const home = join(folder, name);
    const user = await findOsUser(join(home, 'data'));
    await mkdir(home, { mode: 0o700 });
    const [port, restPort, etcd] = [await freePort(), await freePort(), await FaultyWay.to(etcdPort)];
    const file = join(home, 'patroni.yml');
    // JSON is YAML.
    const settings = settingsOf({ home, name, port, restPort, etcdPort: etcd.port, password, programs });
    await writeFile(file, JSON.stringify(settings, null, 2));
    if (user) for (const path of [home, file]) await chown(path, user.uid, user.gid);
    const environment = { PATH: `${programs.postgresql}:/usr/bin:/bin`, LC_ALL: 'C', HOME: home };
    const options = { ...user, cwd: home, env: environment };
    const patroni = new Child(programs.patroni, [file], join(folder, `${name}.log`), options);
    return new ClusterNode(name, port, restPort, join(home, 'data'), patroni, etcd);
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

  async close(): Promise<void> {
    await this.kill();
    await this.etcd.close();
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
  port: number;
  restPort: number;
  etcdPort: number;
  password: string;
  programs: Programs;
}

function settingsOf({ home, name, port, restPort, etcdPort, password, programs }: Place): object {
  const at = (one: number): string => `127.0.0.1:${one}`;
  const everybody = (database: string): string => `host ${database} all 127.0.0.1/32 scram-sha-256`;
  return {
    ...{ scope: SCOPE, name },
    restapi: { listen: at(restPort), connect_address: at(restPort) },
    // One way to it, which can be cut: it is not to tell others.
    etcd3: { hosts: [at(etcdPort)], use_proxies: true },
    bootstrap: {
      dcs: {
        ...TIMES,
        // A server that was killed is begun again where it is; one that does not come back in this time is replaced.
        ...{ primary_start_timeout: 10, maximum_lag_on_failover: 1_048_576, synchronous_mode: true },
        postgresql: {
          ...{ use_pg_rewind: true, use_slots: true },
          parameters: {
            ...{ max_connections: 100, shared_buffers: '64MB', max_wal_senders: 8, wal_keep_size: '256MB' },
            ...{ password_encryption: 'scram-sha-256', wal_sender_timeout: '5s', wal_receiver_timeout: '5s' },
          },
        },
      },
      initdb: [{ encoding: 'UTF8' }, { locale: 'C' }, 'data-checksums'],
      pg_hba: [everybody('replication'), everybody('all')],
    },
    postgresql: {
      ...{ listen: at(port), connect_address: at(port), bin_dir: programs.postgresql },
      ...{ data_dir: join(home, 'data'), pgpass: join(home, 'pgpass') },
      authentication: {
        superuser: { username: SUPERUSER, password },
        replication: { username: 'replicator', password },
        rewind: { username: 'rewinder', password },
      },
      parameters: { unix_socket_directories: home },
    },
    watchdog: { mode: 'off' },
  };
}
