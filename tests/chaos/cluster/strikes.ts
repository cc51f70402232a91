import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster';
import { signal, type ClusterNode } from './node';

/** What befalls the cluster, and the longest that nobody may be able to write, 95 times of 100. */
export interface Strike {
  name: string;
  mostGapS: number;
  /** @returns how it is put right, where it does not put itself right */
  strike(cluster: Cluster): Promise<() => Promise<void>>;
}

const [LOST_S, BRIEF_S] = [30, 10];
/** Of the lease of 20 s in patroni.yml Patroni leaves 5: when a leader hangs, its watchdog resets the server in time. */
const WATCHDOG_MS = 15_000;
const nothing = (): Promise<void> => Promise.resolve();

async function the(cluster: Cluster, is: 'leader' | 'sync_standby'): Promise<ClusterNode> {
  const node = await cluster.nodeThat(is);
  if (!node) throw new Error(`There is no ${is}.`);
  return node;
}

const beginsAgain = (node: ClusterNode) => (): Promise<void> => {
  node.begin();
  return nothing();
};

async function frozen(node: ClusterNode): Promise<() => Promise<void>> {
  const pids = await node.freeze();
  return () => {
    signal(pids, 'SIGCONT');
    return nothing();
  };
}

/**
 * A leader that hangs is reset by its watchdog before its lease is over. Without one it may wake up after another was
 * chosen, and Patroni before 3.0.3 then takes the lead back: what the other acknowledged is lost.
 */
async function hung(node: ClusterNode): Promise<() => Promise<void>> {
  await node.freeze();
  const reset = sleep(WATCHDOG_MS).then(() => node.kill());
  return async () => {
    await reset;
    node.begin();
  };
}

const STRIKES: readonly Strike[] = [
  {
    name: "leader's PostgreSQL killed",
    mostGapS: BRIEF_S,
    strike: async (cluster) => {
      await (await the(cluster, 'leader')).killPostgres();
      return nothing;
    },
  },
  {
    name: 'switch-over',
    mostGapS: BRIEF_S,
    strike: async (cluster) => {
      await cluster.switchOver();
      return nothing;
    },
  },
  {
    name: 'leader lost',
    mostGapS: LOST_S,
    strike: async (cluster) => {
      const node = await the(cluster, 'leader');
      await node.kill();
      return beginsAgain(node);
    },
  },
  {
    name: "leader's Patroni killed",
    mostGapS: LOST_S,
    strike: async (cluster) => {
      const node = await the(cluster, 'leader');
      await node.killPatroni();
      return beginsAgain(node);
    },
  },
  {
    name: 'leader answers nobody',
    mostGapS: LOST_S,
    strike: async (cluster) => hung(await the(cluster, 'leader')),
  },
  {
    name: 'leader cut off from etcd',
    mostGapS: LOST_S,
    strike: async (cluster) => {
      const { etcd } = (await the(cluster, 'leader')).ways;
      etcd.become({ dropped: 'to-client' });
      return () => {
        etcd.become('none');
        return nothing();
      };
    },
  },
  {
    name: 'leader cut off from everybody',
    mostGapS: LOST_S,
    strike: async (cluster) => {
      const joinAgain = (await the(cluster, 'leader')).cutOff();
      return () => {
        joinAgain();
        return nothing();
      };
    },
  },
  {
    name: 'synchronous standby lost',
    mostGapS: LOST_S,
    strike: async (cluster) => {
      const node = await the(cluster, 'sync_standby');
      await node.kill();
      return beginsAgain(node);
    },
  },
  {
    name: 'synchronous standby answers nobody',
    mostGapS: LOST_S,
    strike: async (cluster) => frozen(await the(cluster, 'sync_standby')),
  },
];

/** Those with this in their name. @throws TypeError where there is none */
export function strikesLike(text: string): Strike[] {
  const found = STRIKES.filter(({ name }) => name.includes(text));
  if (found.length === 0) throw new TypeError(`No strike is called ${text}.`);
  return found;
}
