import { totalmem } from 'node:os';
import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';
import type { Queryable } from '../database/sql';

type DuckDB = typeof import('@duckdb/node-api');

/** A place to compute over columns: a DuckDB in memory, whose work runs in threads of its own. */
export class ColumnStore {
  private constructor(
    private readonly duckdb: DuckDB,
    private readonly instance: DuckDBInstance,
  ) {}

  /** @throws Error that says what to do on a platform that DuckDB has no program for */
  static async open(): Promise<ColumnStore> {
    const duckdb = await loadDuckDB();
    const instance = await duckdb.DuckDBInstance.create(':memory:', {
      // Nothing is ever fetched from outside.
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      preserve_insertion_order: 'false',
      // One core: whoever works at a screen keeps the other. Rather files that fail than a machine that swaps.
      threads: '1',
      memory_limit: `${String(Math.round(totalmem() / 2 ** 21))}MiB`,
      temp_directory: '',
    });
    return new ColumnStore(duckdb, instance);
  }

  /** Runs `work` on a connection, in a transaction that is taken back when `work` fails. */
  async transaction<T>(work: (client: ColumnClient) => Promise<T>): Promise<T> {
    const client = new ColumnClient(this.duckdb, await this.instance.connect());
    try {
      await client.run(`set timezone = 'UTC'`);
      await client.run('begin transaction');
      const result = await work(client);
      await client.run('commit');
      return result;
    } finally {
      client.close();
    }
  }

  close(): void {
    this.instance.closeSync();
  }
}

/** One connection: answers rows as PostgreSQL's driver does, so days, money and whole numbers of 8 bytes are text. */
export class ColumnClient implements Queryable {
  constructor(
    private readonly duckdb: DuckDB,
    private readonly connection: DuckDBConnection,
  ) {}

  /** Runs statements that take no values and answer nothing. */
  async run(text: string): Promise<void> {
    await this.connection.run(text);
  }

  async query(text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
    const types = values.map((value) =>
      Array.isArray(value) ? this.duckdb.LIST(this.typeOf(value[0])) : this.typeOf(value),
    );
    const bound = values.map(
      (value) => (Array.isArray(value) ? this.duckdb.listValue(value) : value) as DuckDBValue,
    );
    const reader = await this.connection.runAndReadAll(text, bound, types);
    return { rows: reader.getRowObjectsJson() };
  }

  close(): void {
    this.connection.closeSync();
  }

  private typeOf(value: unknown) {
    const { BIGINT, BOOLEAN, DOUBLE, INTEGER, VARCHAR } = this.duckdb;
    if (typeof value === 'boolean') return BOOLEAN;
    if (typeof value === 'bigint') return BIGINT;
    if (typeof value !== 'number') return VARCHAR;
    return Number.isInteger(value) ? INTEGER : DOUBLE;
  }
}

async function loadDuckDB(): Promise<DuckDB> {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    throw new Error(
      `A snapshot is written by DuckDB, which has no program for ${process.platform} on ${process.arch} here. ` +
        'Write it on Linux, macOS or Windows on x64 or arm64, with the optional packages of npm installed.',
      { cause: error },
    );
  }
}
