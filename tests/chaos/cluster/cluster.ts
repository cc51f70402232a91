import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../support/free-port';
import { Child } from './child';
import type { Programs } from './needed';
import { ClusterNode, SUPERUSER } from './node';
import { replaced, shippedFile } from './shipped';
import { viewOf } from './view';

const NODES = ['node1', 'node2', 'node3'] as const;
const WHOLE_S = 120;
const LOOK_MS = 250;
/** Above this, in bytes, a server would not be taken for a leader (maximum_lag_on_failover). */
const MOST_LAG = 1_048_576;

interface Member {
  name: string;
  role: string;
  state: string;
  timeline?: number;
  /** How much of what the leader wrote it has not got, in bytes; of a server that does not answer, a word. */
  lag?: number | string;
}

/** Of whoever leads, and of those who follow, through haproxy; and of etcd. */
interface Ports {
  leader: number;
  followers: number;
  etcd: number;
}

/** Three servers of PostgreSQL, of which one leads and another has what it acknowledges; who leads is kept in etcd. */
export class Cluster {
  private constructor(
    readonly nodes: readonly ClusterNode[],
    private readonly ports: Ports,
    private readonly password: string,
  ) {}

  /** @param later is told what is to be undone */
  static async begin(
    programs: Programs,
    folder: string,
    later: (step: () => Promise<unknown>) => void,
  ): Promise<Cluster> {
    const password = randomBytes(16).toString('hex');
    const etcdPort = await beginEtcd(programs, folder, later);
    const nodes: ClusterNode[] = [];
    for (const name of NODES)
      nodes.push(await ClusterNode.make({ programs, folder, name, etcdPort, password }));
    later(() => Promise.all(nodes.map((node) => node.close())));
    const ports = { ...(await beginProxy(programs, folder, nodes, later)), etcd: etcdPort };
    const cluster = new Cluster(nodes, ports, password);
    for (const node of nodes) node.begin();
    await cluster.whole();
    return cluster;
  }

  /** The node with this part now; undefined while there is none. */
  async nodeThat(is: 'leader' | 'sync_standby'): Promise<ClusterNode | undefined> {
    const member = (await this.members()).find(({ role }) => role === is);
    return this.nodes.find(({ name }) => name === member?.name);
  }

  /** Waits until all are there, one leads, and the others follow it. @throws Error when that takes too long */
  async whole(): Promise<void> {
    const end = Date.now() + WHOLE_S * 1000;
    while (!isWhole(await this.members())) {
      if (Date.now() > end)
        throw new Error(`The cluster is not whole after ${WHOLE_S} s:\n${await this.view()}`);
      await sleep(LOOK_MS);
    }
  }

  /** What each node, and etcd, says of it now. */
  async view(): Promise<string> {
    return viewOf(this.nodes, this.ports.etcd, this.password);
  }

  /** Asks the leader to give its part to another, which takes it where it has everything. */
  async switchOver(): Promise<void> {
    const leader = await this.nodeThat('leader');
    if (!leader) throw new Error('Nobody leads.');
    const answer = await fetch(`http://127.0.0.1:${leader.own.restPort}/switchover`, {
      method: 'POST',
      body: JSON.stringify({ leader: leader.name }),
    });
    if (!answer.ok) throw new Error(`No switch-over: ${await answer.text()}`);
  }

  url(role: string, password: string, database: string, to: Exclude<keyof Ports, 'etcd'> = 'leader'): string {
    return `postgres://${role}:${password}@127.0.0.1:${this.ports[to]}/${database}`;
  }

  /** Roles and an empty register, as a database's administrator makes them. */
  async makeRegister(name: string, owner: string, app: string): Promise<void> {
    const say = async (database: string, ...statements: string[]): Promise<void> => {
      const client = new pg.Client({ connectionString: this.url(SUPERUSER, this.password, database) });
      await client.connect();
      for (const statement of statements) await client.query(statement);
      await client.end();
    };
    const roles = [owner, app].map((role) => `create role ${role} login password '${this.password}'`);
    await say('postgres', ...roles, `create database ${name} owner ${owner}`);
  }

  /** For the roles of the register. */
  get passwordOfRoles(): string {
    return this.password;
  }

  /** As any node tells it; nothing where none does. */
  private async members(): Promise<Member[]> {
    for (const { own } of this.nodes) {
      const signal = AbortSignal.timeout(1_000);
      const answer = await fetch(`http://127.0.0.1:${own.restPort}/cluster`, { signal }).catch(
        () => undefined,
      );
      if (answer?.ok) return ((await answer.json()) as { members: Member[] }).members;
    }
    return [];
  }
}

/** One that runs on a timeline of before, or far behind, follows nobody, whatever it says of itself. */
function isWhole(members: readonly Member[]): boolean {
  const count = (role: string): number => members.filter((one) => one.role === role).length;
  const leader = members.find(({ role }) => role === 'leader');
  const follows = ({ role, state, lag, timeline }: Member): boolean =>
    role === 'leader'
      ? state === 'running'
      : ['running', 'streaming'].includes(state) &&
        timeline === leader?.timeline &&
        typeof lag === 'number' &&
        lag <= MOST_LAG;
  return (
    members.length === NODES.length &&
    count('leader') === 1 &&
    count('sync_standby') === 1 &&
    members.every(follows)
  );
}

async function beginEtcd(
  { etcd }: Programs,
  folder: string,
  later: (step: () => Promise<unknown>) => void,
): Promise<number> {
  const [port, peers] = [await freePort(), await freePort()];
  const [own, peer] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${peers}`];
  const addresses = [
    ...['--listen-client-urls', own, '--advertise-client-urls', own],
    ...['--listen-peer-urls', peer, '--initial-advertise-peer-urls', peer],
    ...['--initial-cluster', `one=${peer}`, '--name', 'one', '--data-dir', join(folder, 'etcd')],
  ];
  // Other work on this disk is not to look like a partition.
  const child = new Child(etcd, [...addresses, '--unsafe-no-fsync'], join(folder, 'etcd.log'), {
    cwd: folder,
  });
  later(() => child.kill());
  child.begin();
  return port;
}

/** A way to whoever leads, and another to those who follow, as Patroni says: who is neither is cut off at once. */
async function beginProxy(
  { haproxy }: Programs,
  folder: string,
  nodes: readonly ClusterNode[],
  later: (step: () => Promise<unknown>) => void,
): Promise<{ leader: number; followers: number }> {
  const ports = { leader: await freePort(), followers: await freePort() };
  const ways = nodes.map(({ ways: { postgres, patroni } }, index): [string, string] => [
    `10.0.0.${index + 1}:5432 check port 8008`,
    `127.0.0.1:${postgres.port} check port ${patroni.port}`,
  ]);
  const file = join(folder, 'haproxy.cfg');
  await writeFile(
    file,
    replaced(shippedFile('haproxy.cfg'), [
      ['bind 127.0.0.1:5432', `bind 127.0.0.1:${ports.leader}`],
      ['bind 127.0.0.1:5433', `bind 127.0.0.1:${ports.followers}`],
      ...ways,
    ]),
  );
  const child = spawn(haproxy, ['-db', '-q', '-f', file], { stdio: 'ignore' });
  later(async () => {
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
  });
  return ports;
}
