import pg from 'pg';
import { SCOPE, SUPERUSER, type ClusterNode } from './node';

const ANSWER_MS = 2_000;
const PREFIX = `/service/${SCOPE}/`;
/** The end of what begins with the prefix: its last sign is the next one. */
const PREFIX_END = `/service/${SCOPE}0`;
const IN_A_ROW = 10;

interface KeyValue {
  key: string;
  value?: string;
  mod_revision: string;
  lease?: string;
}

/** How a cluster that stands still looks to all that have a part in it: lines. */
export async function viewOf(
  nodes: readonly ClusterNode[],
  etcdPort: number,
  password: string,
): Promise<string> {
  const own = await Promise.all(nodes.map(async (node) => viewOfNode(node, password)));
  return [...own.flat(), ...(await viewOfEtcd(etcdPort))].join('\n');
}

async function viewOfNode(
  { name, own: { port, restPort } }: ClusterNode,
  password: string,
): Promise<string[]> {
  const paths = ['/patroni', '/cluster', '/history'];
  const said = await Promise.all(paths.map((path) => textAt(`http://127.0.0.1:${restPort}${path}`)));
  const told = paths.map((path, index) => `${name} ${path}: ${said[index] ?? ''}`);
  return [...told, `${name} pg_stat_replication: ${await replication(port, password)}`];
}

/** Who leads, who is synchronous, and what each node said last, with the revisions at which they were written. */
async function viewOfEtcd(port: number): Promise<string[]> {
  const [key, range_end] = [PREFIX, PREFIX_END].map((text) => Buffer.from(text).toString('base64'));
  const body = JSON.stringify({ key, range_end });
  const said = await textAt(`http://127.0.0.1:${port}/v3/kv/range`, { method: 'POST', body });
  try {
    const { kvs = [] } = JSON.parse(said) as { kvs?: KeyValue[] };
    const plain = (text = ''): string => Buffer.from(text, 'base64').toString();
    return kvs.map((one) => {
      const lease = one.lease === undefined ? '' : `, lease ${one.lease}`;
      return `etcd ${plain(one.key)} (revision ${one.mod_revision}${lease}): ${plain(one.value)}`;
    });
  } catch {
    return [`etcd: ${said}`];
  }
}

async function textAt(url: string, asked: RequestInit = {}): Promise<string> {
  const signal = AbortSignal.timeout(ANSWER_MS);
  return fetch(url, { ...asked, signal }).then(
    (answer) => answer.text(),
    (error: unknown) => `no answer (${String(error)})`,
  );
}

async function replication(port: number, password: string): Promise<string> {
  const client = new pg.Client({
    ...{ host: '127.0.0.1', port, user: SUPERUSER, password, database: 'postgres' },
    ...{ connectionTimeoutMillis: ANSWER_MS, query_timeout: ANSWER_MS },
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<object>(
      `select application_name, state, sync_state, sent_lsn, flush_lsn, replay_lsn,
              current_setting('synchronous_standby_names') as named
         from pg_stat_replication limit ${IN_A_ROW}`,
    );
    return JSON.stringify(rows);
  } catch (error) {
    return String(error);
  } finally {
    client.end().catch(() => undefined);
  }
}
