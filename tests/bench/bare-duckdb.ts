import * as duckdb from '@duckdb/node-api';
import type { Database } from '@api/platform/database/database';
import { ColumnClient } from '@api/platform/columns/column-store';
import {
  copyRows,
  createEnumerations,
  createTable,
  describeTables,
} from '@api/modules/figures/snapshot/copied-tables';

/** What the statements by hand read, by table. */
const READ: Readonly<Record<string, readonly string[]>> = {
  companies: ['id', 'organisation_type', 'deleted_at'],
  centres: ['id', 'code', 'started_on', 'ended_on', 'deleted_at'],
  participations: ['company_id', 'centre_id', 'level', 'started_on', 'ended_on', 'deleted_at'],
};

/**
 * The same rows in a DuckDB of this process, which may use all cores: as fast as columns are read by who knows nothing of
 * merges, evidence, two clocks or anything else that figures are.
 */
export class BareDuckDb {
  private constructor(
    private readonly instance: duckdb.DuckDBInstance,
    private readonly client: ColumnClient,
  ) {}

  static async of(database: Database): Promise<BareDuckDb> {
    const instance = await duckdb.DuckDBInstance.create(':memory:');
    const client = new ColumnClient(duckdb, await instance.connect());
    await database.snapshot(async (from) => {
      await createEnumerations(from, client);
      for (const { name, columns } of await describeTables(from, Object.keys(READ))) {
        const table = { name, columns: columns.filter((column) => READ[name]?.includes(column.name)) };
        await createTable(client, table);
        await copyRows(from, client, table);
      }
    }, 'batch');
    return new BareDuckDb(instance, client);
  }

  query(statement: string): Promise<{ rows: unknown[] }> {
    return this.client.query(statement);
  }

  close(): void {
    this.client.close();
    this.instance.closeSync();
  }
}
