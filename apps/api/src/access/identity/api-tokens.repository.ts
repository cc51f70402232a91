import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@fieldlab/domain';
import { Database } from '../../platform/database/database';
import { rowsOf, sql } from '../../platform/database/sql';

export interface TokenOwner {
  tokenId: string;
  id: string;
  name: string;
  role: Role;
  centreIds: string[];
  stale: boolean;
}

// Run by every request of a machine, so it is one statement, planned once for each connection.
const FIND_OWNER = {
  name: 'api-token-owner',
  text: `
    select t.id as "tokenId", u.id, u.name, u.role, u.centre_ids as "centreIds",
           coalesce(t.last_used_at < now() - interval '1 minute', true) as stale
      from api_tokens t join users u on u.id = t.user_id
     where t.token_hash = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())
       and u.deleted_at is null`,
};

@Injectable()
export class ApiTokensRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The token's user as they are now: a token never outlives a role. */
  async ownerOf(tokenHash: Buffer): Promise<TokenOwner | undefined> {
    const { rows } = await this.database.pool.query<TokenOwner>({ ...FIND_OWNER, values: [tokenHash] });
    return rows[0];
  }

  async noteUsed(id: string): Promise<void> {
    await rowsOf(this.database.pool, sql`update api_tokens set last_used_at = now() where id = ${id}::uuid`);
  }
}
