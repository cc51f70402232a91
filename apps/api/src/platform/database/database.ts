import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '@prisma-generated/client';
import { digestPads } from './digest-key';
import { instantOf } from './instants';
import { lentSessions } from './lent-sessions';
import { PreparedStatements } from './prepared-statements';
import { RegisterPool } from './register-pool';
import { programOn, schemaOf, searchPathOf } from './schema';
import type { Sql } from './sql';
import { asStatements, settingsOf, TIME_LIMITS, type KindOfWork } from './time-limits';

/** Prisma Client, within a transaction or not. */
export type Prisma = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>;
export type SqlClient = pg.PoolClient;

/** Where the register is read: records by Prisma, sets by SQL. */
export interface Reader {
  readonly prisma: Prisma;
  readonly client: pg.Pool | pg.PoolClient;
}
/** Where statements that only read are asked: at the pool, or over one connection. */
export interface StatementReader {
  readonly client: pg.Pool | pg.PoolClient;
  /** Runs a statement that is asked again and again, and answers its rows; with instants as they are, it answers Dates. */
  prepared<Row extends pg.QueryResultRow>(
    statement: Pick<Sql, 'text' | 'values'>,
    options?: { instantsAsText?: boolean },
  ): Promise<Row[]>;
}

export interface Reading {
  kind?: KindOfWork | undefined;
  /** Hands on what it reads while it reads, so that it cannot be run again where the replica falls away under it. */
  once?: boolean;
}

/** Another server that holds the same register, and is read instead of this one where it lacks nothing. */
export interface ReadReplica {
  /** Answers undefined where the primary is to answer: it was not read, or `work` may be run again. */
  read<T>(
    work: (client: SqlClient, reader: StatementReader) => Promise<T>,
    options: Reading,
  ): Promise<{ value: T } | undefined>;
}

/** A transaction under way; both speak over its one connection. */
export interface Transaction extends Reader {
  readonly client: SqlClient;
}

/** What stands between us and PostgreSQL: it lends a session for one transaction at a time. */
export type Pooler = 'transaction' | undefined;

export interface DatabaseOptions {
  maxConnections?: number;
  pooler?: Pooler;
  timeLimits?: typeof TIME_LIMITS;
  /** Of personal values in the audit trail; without it none are digested. */
  digestKey?: Buffer;
  /** The longest wait for a connection, in milliseconds; without it there is no limit but the network's. */
  connectMs?: number;
}

const SNAPSHOT = 'begin isolation level repeatable read read only';
// Dates stay the text they are (`YYYY-MM-DD`): a Date object would give them a time zone that they do not have.
const DATE_OID = pg.types.builtins.DATE;
/**
 * Prisma gives the connection back when its own time is over, while the work goes on speaking over it: so that is never
 * before PostgreSQL's limits of a statement and of idling end the work itself. The longest that a timer takes.
 */
const TRANSACTION_LIMITS = { maxWait: 30_000, timeout: 2 ** 31 - 1 };
const asText = (text: string): string => text;
/** A list is so many values to PostgreSQL, each in quotes of its own. */
const listed = (to: string | number | string[], quote = ''): string =>
  [to]
    .flat()
    .map((value) => `${quote}${value}${quote}`)
    .join(',');
const parserOf = pg.types.getTypeParser as (oid: number, format?: string) => (text: string) => unknown;
const typesWith = (parsers: ReadonlyMap<number, (text: string) => unknown>) => ({
  getTypeParser: (oid: number, format?: string) => parsers.get(oid) ?? parserOf(oid, format),
});
const DATES_AS_TEXT = typesWith(new Map([[DATE_OID, asText]]));
/** As answers write them. */
const INSTANTS_AS_TEXT = typesWith(
  new Map([
    [DATE_OID, asText],
    [pg.types.builtins.TIMESTAMPTZ, instantOf],
  ]),
);

/**
 * The register's PostgreSQL: one pool, spoken to by Prisma for records and by plain SQL where sets are computed.
 * Sessions run in UTC and read committed, which the rules in prisma/migrations count on. No statement, wait for a lock
 * or idle transaction lasts longer than its kind of work may; without a kind, somebody waits at a screen.
 */
export class Database implements Reader, StatementReader {
  readonly pool: RegisterPool;
  readonly prisma: PrismaClient;
  private readonly statements = new PreparedStatements();
  private replica: ReadReplica | undefined;
  /** Which holds the register, and all of it. */
  readonly schema: string;

  constructor(
    url: string,
    private readonly options: DatabaseOptions = {},
  ) {
    this.schema = schemaOf(url);
    this.pool = new RegisterPool({
      connectionString: url,
      max: options.maxConnections ?? 10,
      ...(options.connectMs !== undefined && { connectionTimeoutMillis: options.connectMs }),
      application_name: programOn(this.schema),
      ...(options.pooler === 'transaction'
        ? {
            Client: lentSessions(
              this.settings.map(([name, to]) => `set local ${name} = ${listed(to, "'")}`).join('; '),
            ),
          }
        : { options: this.settings.map(([name, to]) => `-c ${name}=${listed(to)}`).join(' ') }),
      types: DATES_AS_TEXT,
    });
    // A connection that dies while idle is replaced at the next query; without a listener it would end the process.
    this.pool.on('error', () => undefined);
    // One that dies in use fails the query under way, which is told; without a listener that too would end the process.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    this.prisma = new PrismaClient({
      adapter: new PrismaPg(this.pool, {
        disposeExternalPool: false,
        schema: this.schema,
        statementNameGenerator: ({ sql }) => this.nameOf(sql) ?? '',
      }),
    });
  }

  get client(): pg.Pool {
    return this.pool;
  }

  async prepared<Row extends pg.QueryResultRow>(
    statement: Pick<Sql, 'text' | 'values'>,
    options?: { instantsAsText?: boolean },
  ): Promise<Row[]> {
    return this.at(this.pool).prepared<Row>(statement, options);
  }

  /** The same over one connection of the pool. */
  at(client: pg.Pool | pg.PoolClient): StatementReader {
    return {
      client,
      prepared: async <Row extends pg.QueryResultRow>(
        { text, values }: Pick<Sql, 'text' | 'values'>,
        { instantsAsText = false } = {},
      ) => {
        const name = this.nameOf(text);
        const types = instantsAsText ? INSTANTS_AS_TEXT : DATES_AS_TEXT;
        const { rows } = await client.query<Row>({
          text,
          values,
          types,
          ...(name !== undefined && { name }),
        });
        return rows;
      },
    };
  }

  /**
   * Runs `work` in a transaction of Prisma's, read committed, with the connection that it holds.
   * Counted records are written through UnitOfWork, not here.
   */
  async prismaTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.pool.watched((connection) =>
      this.prisma.$transaction((prisma) => work({ prisma, client: connection() }), TRANSACTION_LIMITS),
    );
  }

  /** Runs `work` in a read-only snapshot: all its queries see the register at one and the same moment. */
  async snapshot<T>(work: (client: SqlClient) => Promise<T>, kind: KindOfWork = 'interactive'): Promise<T> {
    return this.snapshotOn(await this.pool.connect(), work, kind);
  }

  /** The same over a connection of the pool, which it gives back. */
  async snapshotOn<T>(
    client: SqlClient,
    work: (client: SqlClient) => Promise<T>,
    kind: KindOfWork = 'interactive',
  ): Promise<T> {
    return this.inTransaction(client, SNAPSHOT, { work, kind });
  }

  /** From now on what goes through `reading` and `listing` is asked there, where nothing is missing. */
  readFrom(replica: ReadReplica): void {
    this.replica = replica;
  }

  /**
   * A snapshot that may be one of the replica: it holds whatever was committed before it was asked for, wherever it is
   * taken. Nothing can be written in it. `work` may run more than once, unless it says `once`.
   */
  async reading<T>(work: (client: SqlClient) => Promise<T>, options: Reading = {}): Promise<T> {
    const read = await this.replica?.read(work, options);
    return read ? read.value : this.snapshot(work, options.kind);
  }

  /** The same for some statements that need no snapshot: without a replica there is none. */
  async listing<T>(work: (reader: StatementReader) => Promise<T>): Promise<T> {
    const read = await this.replica?.read((_, reader) => work(reader), {});
    return read ? read.value : work(this);
  }

  /** Runs `work` in a read-committed transaction. Counted records are written through UnitOfWork, not here. */
  async transaction<T>(
    work: (client: SqlClient) => Promise<T>,
    kind: KindOfWork = 'interactive',
  ): Promise<T> {
    return this.inTransaction(await this.pool.connect(), 'begin', { work, kind });
  }

  async close(): Promise<void> {
    await this.prisma.$disconnect();
    await this.pool.end();
  }

  /** Of the session under which every statement runs. */
  private get settings(): [name: string, to: string | number | string[]][] {
    const { digestKey } = this.options;
    return [
      ['search_path', searchPathOf(this.schema)],
      ['timezone', 'UTC'],
      // A word may differ from what is searched by a letter or two: at pg_trgm's own 0.6, "philps" misses "Philips".
      ['pg_trgm.word_similarity_threshold', 0.5],
      ...settingsOf(this.limits.interactive),
      ...(digestKey ? [['fieldlab.digest_key', digestPads(digestKey)] as [string, string]] : []),
    ];
  }

  /** A statement that a session keeps by a name is not there in the next session that is lent. */
  private nameOf(text: string): string | undefined {
    return this.options.pooler === 'transaction' ? undefined : this.statements.nameOf(text);
  }

  private get limits(): typeof TIME_LIMITS {
    return this.options.timeLimits ?? TIME_LIMITS;
  }

  private async inTransaction<T>(
    client: SqlClient,
    begin: string,
    { work, kind }: { work: (client: SqlClient) => Promise<T>; kind: KindOfWork },
  ): Promise<T> {
    let broken: Error | undefined;
    try {
      // Connections begin with the limits of interactive work.
      await client.query(kind === 'interactive' ? begin : `${begin}; ${asStatements(this.limits[kind])}`);
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client
        .query('rollback')
        .catch(
          (failure: unknown) => (broken = failure instanceof Error ? failure : new Error(String(failure))),
        );
      throw error;
    } finally {
      client.release(broken);
    }
  }
}
