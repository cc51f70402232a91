import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findOsUser } from '@api/platform/database/embedded/os-user';
import pg from 'pg';
import { freePort } from '../../support/free-port';
import { programAt } from '../../support/program-at';

const POSTGRESQL = '/usr/lib/postgresql/15/bin';
const STANZA = 'register';
const DATABASE = 'register';
const PATIENCE_S = 120;
const LOOK_MS = 250;

const run = promisify(execFile);

/** Where pgbackrest is, or the packages of Debian that are not installed. */
export function restoringProgram(): string | { missing: string[] } {
  const pgbackrest = programAt('pgbackrest');
  const hasPostgresql = existsSync(`${POSTGRESQL}/postgres`);
  if (pgbackrest !== undefined && hasPostgresql) return pgbackrest;
  return {
    missing: [
      ...(pgbackrest === undefined ? ['pgbackrest'] : []),
      ...(hasPostgresql ? [] : ['postgresql-15']),
    ],
  };
}

/** A server of PostgreSQL 15 whose log pgbackrest archives to a folder, as docs/operations.md has it. */
export class ArchivedServer {
  private constructor(
    private readonly pgbackrest: string,
    private readonly home: string,
    private readonly port: number,
    private readonly user: { uid: number; gid: number } | undefined,
    private readonly password: string,
  ) {}

  static async make(pgbackrest: string, folder: string): Promise<ArchivedServer> {
    const home = join(folder, 'server');
    const user = await findOsUser(join(home, 'data'));
    const password = randomBytes(16).toString('hex');
    const server = new ArchivedServer(pgbackrest, home, await freePort(), user, password);
    const folders = ['', 'repo', 'log', 'lock', 'spool'].map((name) => join(home, name));
    for (const path of folders) await mkdir(path, { mode: 0o700 });
    await writeFile(join(home, 'password'), password);
    await writeFile(join(home, 'pgbackrest.conf'), server.settings());
    if (user)
      for (const path of [...folders, join(home, 'password'), join(home, 'pgbackrest.conf')])
        await chown(path, user.uid, user.gid);
    await server.say(
      ...[`${POSTGRESQL}/initdb`, '-D', server.data, '-U', 'postgres', '--auth-local=trust'],
      ...['--auth-host=scram-sha-256', `--pwfile=${join(home, 'password')}`],
    );
    await appendFile(join(server.data, 'postgresql.conf'), server.ownSettings());
    await server.begin();
    await server.back('stanza-create');
    return server;
  }

  /** Roles and an empty register, as a database's administrator makes them. */
  async makeRegister(): Promise<{ DATABASE_URL: string; DATABASE_OWNER_URL: string }> {
    for (const role of ['fieldlab_owner', 'fieldlab_app'])
      await this.ask(`create role ${role} login password '${this.password}'`);
    await this.ask(`create database ${DATABASE} owner fieldlab_owner`);
    return { DATABASE_URL: this.url('fieldlab_app'), DATABASE_OWNER_URL: this.url('fieldlab_owner') };
  }

  async begin(): Promise<void> {
    await this.say(
      `${POSTGRESQL}/pg_ctl`,
      '-D',
      this.data,
      '-l',
      join(this.home, 'log', 'postgres'),
      '-w',
      'start',
    );
    // While it recovers it answers readers.
    await this.until('select not pg_is_in_recovery() as done');
  }

  /** A whole backup, while it is written to. */
  async backUp(): Promise<void> {
    await this.back('--type=full', 'backup');
  }

  async now(): Promise<string> {
    const { rows } = await this.ask<{ now: string }>('select clock_timestamp()::text as now');
    return rows[0]?.now ?? '';
  }

  /** Whatever was written is in the archive: else what was not would be lost with the server. */
  async archived(): Promise<void> {
    const { rows } = await this.ask<{ file: string }>('select pg_walfile_name(pg_switch_wal()) as file');
    await this.until(`select last_archived_wal >= '${rows[0]?.file ?? ''}' as done from pg_stat_archiver`);
  }

  /** As if its disk were gone. */
  async destroy(): Promise<void> {
    await this.stop();
    await rm(this.data, { recursive: true });
  }

  /** On a server with nothing, from the archive alone. */
  async restore(moment: string): Promise<void> {
    await this.back('--type=time', `--target=${moment}`, '--target-action=promote', 'restore');
    await this.begin();
  }

  async stop(): Promise<void> {
    await this.say(`${POSTGRESQL}/pg_ctl`, '-D', this.data, '-m', 'immediate', '-w', 'stop').catch(
      () => undefined,
    );
  }

  private get data(): string {
    return join(this.home, 'data');
  }

  private settings(): string {
    const at = (name: string): string => join(this.home, name);
    return [
      '[global]',
      ...[`repo1-path=${at('repo')}`, 'repo1-retention-full=2', 'start-fast=y', 'log-level-console=warn'],
      ...[`log-path=${at('log')}`, `lock-path=${at('lock')}`, `spool-path=${at('spool')}`],
      `[${STANZA}]`,
      ...[
        `pg1-path=${this.data}`,
        `pg1-port=${this.port}`,
        `pg1-socket-path=${this.home}`,
        'pg1-user=postgres',
        '',
      ],
    ].join('\n');
  }

  private ownSettings(): string {
    const archive = `${this.pgbackrest} --config=${join(this.home, 'pgbackrest.conf')} --stanza=${STANZA} archive-push %p`;
    return [
      ...[
        `port = ${this.port}`,
        `listen_addresses = '127.0.0.1'`,
        `unix_socket_directories = '${this.home}'`,
      ],
      ...['archive_mode = on', `archive_command = '${archive}'`, 'archive_timeout = 60', ''],
    ].join('\n');
  }

  private url(role: string, database = DATABASE): string {
    return `postgres://${role}:${this.password}@127.0.0.1:${this.port}/${database}`;
  }

  private async back(...command: string[]): Promise<void> {
    await this.say(
      this.pgbackrest,
      `--config=${join(this.home, 'pgbackrest.conf')}`,
      `--stanza=${STANZA}`,
      ...command,
    );
  }

  private async say(program: string, ...args: string[]): Promise<void> {
    const env = { PATH: `${POSTGRESQL}:/usr/bin:/bin`, LC_ALL: 'C', HOME: this.home };
    await run(program, args, { ...this.user, cwd: this.home, env });
  }

  private async ask<Row extends pg.QueryResultRow>(statement: string): Promise<pg.QueryResult<Row>> {
    const client = new pg.Client({ connectionString: this.url('postgres', 'postgres') });
    await client.connect();
    try {
      return await client.query<Row>(statement);
    } finally {
      await client.end();
    }
  }

  private async until(question: string): Promise<void> {
    const end = Date.now() + PATIENCE_S * 1000;
    for (;;) {
      const { rows } = await this.ask<{ done: boolean | null }>(question);
      if (rows[0]?.done === true) return;
      if (Date.now() > end) throw new Error(`Not so after ${PATIENCE_S} s: ${question}`);
      await sleep(LOOK_MS);
    }
  }
}
