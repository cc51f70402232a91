/**
 * A process that holds an embedded cluster, for the tests of sharing and of sudden death:
 * `node cluster-holder.js DATA_DIR [DATABASE]` prints one line of JSON when it is open, and lets go when its standard
 * input ends.
 */
import { openEmbeddedCluster } from '@api/platform/database/embedded-postgres';

const [dataDir = '', database] = process.argv.slice(2);
const said: string[] = [];
const cluster = await openEmbeddedCluster({ dataDir, log: (line) => said.push(line) });
const throwaway = cluster.throwawayName();
await cluster.createDatabase(database ?? throwaway);
process.stdout.write(`${JSON.stringify({ ownerUrl: cluster.ownerUrl('postgres'), throwaway, said })}\n`);
process.stdin.resume().once('end', () => void cluster.release());
