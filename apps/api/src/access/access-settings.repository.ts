import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@fieldlab/domain';
import type { Pool } from 'pg';
import { Database, type SqlClient } from '../platform/database/database';
import { rowsOf, sql } from '../platform/database/sql';

export interface AccessSettings {
  version: number;
  updatedAt: Date;
  secondFactorRequiredFor: Role[];
}

const COLUMNS = sql`
  version, updated_at as "updatedAt", second_factor_required_for::text[] as "secondFactorRequiredFor"`;

/** The one row of rules that administrators set for everybody. */
@Injectable()
export class AccessSettingsRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async read(): Promise<AccessSettings> {
    const [row] = await this.rows(this.database.pool, sql`select ${COLUMNS} from access_settings`);
    if (!row) throw new Error('The row of access_settings is gone.');
    return row;
  }

  /** Undefined when somebody else changed it since `version`. */
  async change(
    client: SqlClient,
    version: number,
    requiredFor: readonly Role[],
  ): Promise<AccessSettings | undefined> {
    const [row] = await this.rows(
      client,
      sql`update access_settings set second_factor_required_for = ${requiredFor}::text[]::user_role[]
           where version = ${version} returning ${COLUMNS}`,
    );
    return row;
  }

  private rows(client: Pool | SqlClient, statement: ReturnType<typeof sql>): Promise<AccessSettings[]> {
    return rowsOf<AccessSettings & Record<string, unknown>>(client, statement);
  }
}
