import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { TOKEN_SCOPES } from '@fieldlab/domain';
import { Database } from '@api/platform/database/database';
import type { EmbeddedCluster } from '@api/platform/database/embedded-postgres';
import { addUser } from '../support/actors';
import { freePort } from '../support/free-port';
import { haproxyProgram, startHaproxy } from '../support/haproxy';
import { Program } from '../support/own-program';
import { Random } from '../support/random';
import { aToken } from '../support/register';
import { lossesOf } from './check';
import { Load, nothingYet } from './load';
import { say, seconds, WRITERS, written } from './stage';
import { faultsAcross, faultsOfImports, Logging, publishWhile, type Together } from './together';

const PROCESSES = 3;
const STRIKES_AFTER_S = [1, 4] as const;
const SECRET = 'a secret that these programs share, of this run';

interface Options {
  main: string;
  folder: string;
  cluster: EmbeddedCluster;
  rounds: number;
  random: Random;
  /** What is to be undone. */
  undo: (step: () => Promise<unknown>) => void;
}

/** Several programs on one database behind a proxy, one killed at random while people write. @returns what was lost */
export async function playProcesses(options: Options): Promise<string[]> {
  const haproxy = haproxyProgram();
  if (haproxy === undefined) {
    say('Several processes are not tried: haproxy is not installed (Debian: apt-get install haproxy).');
    return [];
  }
  const { rounds, random } = options;
  say(
    `${rounds} rounds: one of ${PROCESSES} programs behind haproxy killed while ${WRITERS} write and one imports.`,
  );
  const together = await begin(options, haproxy);
  const [noted, logging] = [nothingYet(), new Logging(together, new Random(random.int(1, 2 ** 31)))];
  await logging.prepare();
  const lost: string[] = [];
  for (let round = 1; round <= rounds && lost.length === 0; round += 1) {
    const load = new Load(together.proxy, together.tokens.writer, noted, round);
    const loading = Promise.all([load.run(WRITERS), logging.run()]);
    await seconds(random.int(...STRIKES_AFTER_S));
    const victim = random.pick(together.programs);
    const [at, laterS] = [together.programs.indexOf(victim) + 1, random.int(0, 1)];
    say(
      `${String(round).padStart(4)}  killed while a report is published, ${laterS} s after it was asked: program ${at}`,
    );
    const killed = (): Promise<void> => seconds(laterS).then(() => victim.kill());
    lost.push(...(await publishWhile(together, killed)));
    load.stop();
    logging.stop();
    await loading;
    await victim.start();
    await load.sendAgain();
    const left = await logging.sendAgain();
    lost.push(...(await lossesOf(together.proxy, together.tokens.writer, noted)), ...logging.faults);
    say(
      `      ${written(noted)}, ` +
        `${logging.logged} participations, ${logging.reads} figures read elsewhere, ${left} keys still claimed`,
    );
  }
  return [...lost, ...(await finish(options, together, logging))];
}

async function begin({ main, folder, cluster, undo }: Options, haproxy: string): Promise<Together> {
  await cluster.createDatabase('together');
  const [app, owner] = [cluster.appUrl('together'), cluster.ownerUrl('together')];
  const environment = {
    ...{ DATABASE_URL: app, DATABASE_OWNER_URL: owner, SESSION_SECRET: SECRET },
    ...{ BACKUP_PASSPHRASE: SECRET, BACKUP_TO: shelfIn(folder), BACKUP_EVERY: '24' },
  };
  await mkdir(shelfIn(folder), { recursive: true });
  const account = { email: 'together@people.example', password: 'a password of this run alone' };
  const ports = await portsFor(PROCESSES);
  const programs = ports.map(
    (port) => new Program({ ...account, main, port, environment, dataDir: join(folder, String(port)) }),
  );
  undo(() => Promise.all(programs.map((program) => program.kill())));
  // All at once, on a database with nothing in it.
  await Promise.all(programs.map((program) => program.start()));
  const proxy = await startHaproxy(haproxy, ports);
  undo(() => proxy.stop());
  const database = new Database(app, { maxConnections: 2 });
  try {
    const { rowCount: made } = await database.pool.query('select from users');
    if (made !== 1) throw new Error(`Three that started at once made ${String(made)} first administrators.`);
    const [one, other] = [await addUser({ database }), await addUser({ database })];
    const tokens = {
      writer: await aToken({ database }, one, TOKEN_SCOPES),
      approver: await aToken({ database }, other, TOKEN_SCOPES),
    };
    await seconds(2); // until the proxy has asked each
    return { programs, proxy: proxy.url, tokens };
  } finally {
    await database.close();
  }
}

async function portsFor(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}

const shelfIn = (folder: string): string => join(folder, 'backups');

async function finish({ folder }: Options, together: Together, logging: Logging): Promise<string[]> {
  const waiting = await faultsOfImports(together.proxy, together.tokens.writer);
  await logging.check();
  const backups = await readdir(shelfIn(folder));
  const faults = [
    ...waiting,
    ...(backups.length === 1 ? [] : [`Three schedules made ${backups.length} backups.`]),
    ...(await faultsAcross(together)),
    ...(logging.logged > 0 && logging.reads > 0 ? logging.faults : ['Nothing was logged or read.']),
  ];
  say(`      ${logging.logged} participations, each once in each process; 1 backup, 1 first administrator`);
  return faults;
}
