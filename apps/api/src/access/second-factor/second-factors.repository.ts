import { Inject, Injectable } from '@nestjs/common';
import { Database, type SqlClient } from '../../platform/database/database';
import { rowsOf, sql } from '../../platform/database/sql';

export interface StoredFactor {
  sealedSecret: Buffer;
  isConfirmed: boolean;
  recoveryCodesLeft: number;
}

@Injectable()
export class SecondFactorsRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async find(userId: string): Promise<StoredFactor | undefined> {
    const [row] = await rowsOf<StoredFactor & Record<string, unknown>>(
      this.database.pool,
      sql`select sealed_secret as "sealedSecret", confirmed_at is not null as "isConfirmed",
                 cardinality(recovery_codes) as "recoveryCodesLeft"
            from second_factors where user_id = ${userId}::uuid`,
    );
    return row;
  }

  /** A secret that was never confirmed gives way to the new one. Answers whether it was kept. */
  async begin(userId: string, sealedSecret: Buffer): Promise<boolean> {
    const rows = await rowsOf(
      this.database.pool,
      sql`insert into second_factors as f (user_id, sealed_secret) values (${userId}::uuid, ${sealedSecret})
          on conflict (user_id) do update set sealed_secret = excluded.sealed_secret, created_at = now()
                where f.confirmed_at is null
          returning 1`,
    );
    return rows.length > 0;
  }

  /** Answers whether there was a secret to confirm. */
  async confirm(
    client: SqlClient,
    userId: string,
    step: number,
    recoveryCodes: readonly Buffer[],
  ): Promise<boolean> {
    const rows = await rowsOf(
      client,
      sql`update second_factors
             set confirmed_at = now(), last_step = ${step}, recovery_codes = ${recoveryCodes}::bytea[]
           where user_id = ${userId}::uuid and confirmed_at is null returning 1`,
    );
    return rows.length > 0;
  }

  /** Uses up a time step; answers false when it, or a later one, was used before: a code works once. */
  async useStep(userId: string, step: number): Promise<boolean> {
    const rows = await rowsOf(
      this.database.pool,
      sql`update second_factors set last_step = ${step}
           where user_id = ${userId}::uuid and last_step < ${step} returning 1`,
    );
    return rows.length > 0;
  }

  async useRecoveryCode(userId: string, code: Buffer): Promise<boolean> {
    const rows = await rowsOf(
      this.database.pool,
      sql`update second_factors set recovery_codes = array_remove(recovery_codes, ${code}::bytea)
           where user_id = ${userId}::uuid and confirmed_at is not null
             and ${code}::bytea = any (recovery_codes) returning 1`,
    );
    return rows.length > 0;
  }

  async replaceRecoveryCodes(
    client: SqlClient,
    userId: string,
    recoveryCodes: readonly Buffer[],
  ): Promise<void> {
    await rowsOf(
      client,
      sql`update second_factors set recovery_codes = ${recoveryCodes}::bytea[] where user_id = ${userId}::uuid`,
    );
  }

  /** Sessions that were opened with it, and tokens made in them, owe one again where the role asks for it. */
  async remove(client: SqlClient, userId: string): Promise<boolean> {
    await rowsOf(client, sql`update sessions set second_factor = false where user_id = ${userId}::uuid`);
    await rowsOf(
      client,
      sql`update api_tokens set second_factor = false where user_id = ${userId}::uuid and second_factor`,
    );
    const rows = await rowsOf(
      client,
      sql`delete from second_factors where user_id = ${userId}::uuid returning 1`,
    );
    return rows.length > 0;
  }
}
