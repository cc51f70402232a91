import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { Database, type SqlClient } from '../../platform/database/database';
import { rowsOf, sql } from '../../platform/database/sql';

export type LinkPurpose = 'INVITATION' | 'PASSWORD_RESET';

@Injectable()
export class OneTimeLinksRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async insert(
    client: SqlClient,
    {
      userId,
      purpose,
      tokenHash,
      mailId,
    }: { userId: string; purpose: LinkPurpose; tokenHash: Buffer; mailId: string },
    hours: number,
  ): Promise<void> {
    await rowsOf(
      client,
      sql`insert into one_time_links (token_hash, purpose, user_id, mail_id, expires_at)
          values (${tokenHash}, ${purpose}, ${userId}::uuid, ${mailId}::uuid, now() + make_interval(hours => ${hours}))`,
    );
  }

  /** Whose link it is, while it works. */
  async ownerOf(purpose: LinkPurpose, tokenHash: Buffer): Promise<string | undefined> {
    const [row] = await rowsOf<{ userId: string }>(
      this.database.pool,
      sql`select user_id as "userId" from one_time_links
           where token_hash = ${tokenHash} and purpose = ${purpose} and used_at is null and expires_at > now()`,
    );
    return row?.userId;
  }

  /** Answers false when somebody else used it a moment before. */
  async use(client: Pool | SqlClient, tokenHash: Buffer): Promise<boolean> {
    const rows = await rowsOf(
      client,
      sql`update one_time_links set used_at = now()
           where token_hash = ${tokenHash} and used_at is null and expires_at > now() returning 1`,
    );
    return rows.length > 0;
  }

  async madeLastHour(client: SqlClient, userId: string, purpose: LinkPurpose): Promise<number> {
    const [row] = await rowsOf<{ count: number }>(
      client,
      sql`select count(*)::int as count from one_time_links
           where user_id = ${userId}::uuid and purpose = ${purpose} and created_at > now() - interval '1 hour'`,
    );
    return row?.count ?? 0;
  }

  /** A newer link makes the older ones of its kind worthless. */
  async voidAll(client: SqlClient, userId: string, purpose: LinkPurpose): Promise<void> {
    await rowsOf(
      client,
      sql`update one_time_links set used_at = now()
           where user_id = ${userId}::uuid and purpose = ${purpose} and used_at is null`,
    );
  }

  async forgetOld(): Promise<void> {
    await rowsOf(
      this.database.pool,
      sql`delete from one_time_links where expires_at < now() - interval '30 days'`,
    );
  }
}
