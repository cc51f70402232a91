import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '@api/platform/config/project-root';
import type { EmbeddedCluster } from '@api/platform/database/embedded-postgres';
import { migrate } from '@api/platform/database/migrate';
import pg from 'pg';
import type { Row } from './bench';
import { timed } from './compare';
import { fillLargeRegister, SIZE } from './large-register';

/** The last migration of the release before this program, 1.0.0. */
const RELEASED = '20261122180000_added_reports';
/** A write that waits longer is noticed. */
const AIM_MS = 2_000;
/** Of a migration that holds writes up for less nothing is printed. */
const WORTH_TELLING_MS = 100;
const BETWEEN_WRITES_MS = 5;
const DEADLOCK = '40P01';

interface MeasuredMigration {
  migration: string;
  milliseconds: number;
  /** The longest that a write waited meanwhile, those counted in that it was begun again. */
  longestWait: number;
  /** How many writes lost a deadlock to it, which the program begins again. */
  begunAgain: number;
}

/**
 * Upgrades a large register of the previous release a migration at a time while somebody writes, as the processes that
 * are still up do, and tells how long each holds writes up.
 */
export async function* benchMigrations(cluster: EmbeddedCluster): AsyncGenerator<Row> {
  const all = join(projectRoot(), 'prisma', 'migrations');
  const folder = await mkdtemp(join(tmpdir(), 'fieldlab-bench-migrations-'));
  const names = (await readdir(all)).sort();
  const take = (name: string): Promise<void> => cp(join(all, name), join(folder, name), { recursive: true });
  try {
    for (const name of names) if (name <= RELEASED) await take(name);
    const database = cluster.throwawayName();
    await cluster.createDatabase(database);
    const url = cluster.ownerUrl(database);
    await migrate(url, { folder });
    await filled(url);
    const measured: MeasuredMigration[] = [];
    for (const name of names.filter((one) => one > RELEASED && /^\d/.test(one))) {
      await take(name);
      const row = await measuredWhileWritten(name, url, folder);
      measured.push(row);
      if (row.longestWait > WORTH_TELLING_MS || row.begunAgain > 0)
        yield { text: migrationLine(row), measured: row };
    }
    await cluster.dropDatabase(database);
    yield summary(measured);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function filled(url: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await fillLargeRegister(owner, SIZE);
  await owner.end();
}

async function measuredWhileWritten(
  migration: string,
  url: string,
  folder: string,
): Promise<MeasuredMigration> {
  const writer = new pg.Client({ connectionString: url });
  await writer.connect();
  const over = new AbortController();
  let [longestWait, begunAgain] = [0, 0];
  const again = (): void => void (begunAgain += 1);
  const writing = (async (): Promise<void> => {
    for (let count = 0; !over.signal.aborted; count += 1) {
      longestWait = Math.max(longestWait, await timed(() => writeUntilDone(writer, count, again)));
      await sleep(BETWEEN_WRITES_MS);
    }
  })();
  const milliseconds = await timed(() => migrate(url, { folder }));
  over.abort();
  await writing;
  await writer.end();
  return { migration, milliseconds, longestWait, begunAgain };
}

async function writeUntilDone(writer: pg.Client, count: number, onAgain: () => void): Promise<void> {
  for (;;) {
    try {
      await write(writer, count);
      return;
    } catch (error) {
      await writer.query('rollback');
      if ((error as pg.DatabaseError).code !== DEADLOCK) throw error;
      onAgain();
    }
  }
}

/** What every release knows: a company, and a change of somebody's participation. */
async function write(writer: pg.Client, count: number): Promise<void> {
  await writer.query('begin');
  await writer.query(`select announce_author(null, 'bench', null, null)`);
  await writer.query(
    `insert into companies (name, match_name, organisation_type) values ($1, lower($1), 'BUSINESS')`,
    [`Upgraded ${process.hrtime.bigint()}`],
  );
  await writer.query(
    `update participations set note = $1 where id = (select id from participations order by id limit 1)`,
    [`upgraded ${count}`],
  );
  await writer.query('commit');
}

const migrationLine = ({ migration, milliseconds, longestWait, begunAgain }: MeasuredMigration): string =>
  `${migration}: ${milliseconds.toFixed(0)} ms, in which a write waited at most ${longestWait.toFixed(0)} ms (aim: at most ${AIM_MS} ms), and ${begunAgain} were begun again`;

function summary(measured: readonly MeasuredMigration[]): Row {
  const total = measured.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const longest = Math.max(...measured.map(({ longestWait }) => longestWait));
  const text = `${measured.length} migrations of a register with ${SIZE.companies * SIZE.participationsEach} participations: ${(total / 1000).toFixed(1)} s, in which a write waited at most ${longest.toFixed(0)} ms`;
  return { text, measured: { what: 'all migrations', milliseconds: total, longestWait: longest } };
}
