import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grantToApplication } from '@api/platform/database/grants';
import { openEmbeddedCluster } from '@api/platform/database/embedded-postgres';
import { Database } from '@api/platform/database/database';
import { migrate } from '@api/platform/database/migrate';
import pg from 'pg';
import { line } from './compare';
import { benchDisclosure, benchGenerated } from './disclosure.bench';
import { benchFigures } from './figures.bench';
import { benchImport } from './import.bench';
import { fillLargeRegister } from './large-register';
import { benchLists, rateLine } from './lists.bench';
import { benchScreens, screenLine } from './screens.bench';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const tables = process.env.BENCH_DISCLOSURE_TABLES;
if (process.argv.includes('disclosure')) {
  if (!tables) say('BENCH_DISCLOSURE_TABLES names no folder of tables: generated ones are measured.');
  try {
    if (tables) for (const text of await benchDisclosure(tables)) say(text);
    else for await (const texts of benchGenerated()) for (const text of texts) say(text);
    process.exit(0);
  } catch (error) {
    say(
      `Disclosure control of ${tables ?? ''} was not measured: ${error instanceof Error ? error.message : String(error)}`,
    );
    process.exit(1);
  }
}

const dataDir = await mkdtemp(join(tmpdir(), 'fieldlab-bench-'));
await chmod(dataDir, 0o711); // as root, PostgreSQL runs as another user, who must be able to enter
const cluster = await openEmbeddedCluster({ dataDir, log: say });
try {
  say(line(await benchImport(cluster)));
  const name = cluster.throwawayName();
  await cluster.createDatabase(name);
  await migrate(cluster.ownerUrl(name));
  const owner = new pg.Client({ connectionString: cluster.ownerUrl(name) });
  await owner.connect();
  await grantToApplication(owner, 'fieldlab_app');
  say('Filling a large register …');
  const { between } = await fillLargeRegister(owner);
  for (const measured of await benchLists(owner, cluster.appUrl(name))) say(rateLine(measured));
  for await (const measured of benchScreens(owner, cluster.appUrl(name))) say(screenLine(measured));
  await owner.end();
  const database = new Database(cluster.appUrl(name));
  for (const measured of await benchFigures(database, between)) say(line(measured));
  await database.close();
  await cluster.dropDatabase(name);
} finally {
  await cluster.release();
  await rm(dataDir, { recursive: true, force: true });
}
