import { Inject, Injectable } from '@nestjs/common';
import type { Role, TokenScope } from '@fieldlab/domain';
import { UnitOfWork, type Authorship } from '../../platform/database/unit-of-work';
import { noteAccess } from '../access-events';
import { Database, type SqlClient } from '../../platform/database/database';
import { rowsOf, sql } from '../../platform/database/sql';

export interface TokenOwner {
  tokenId: string;
  id: string;
  name: string;
  email: string;
  role: Role;
  centreIds: string[];
  scopes: TokenScope[];
  /** The owner's role asks for a second factor, and neither they nor whoever made the token showed one. */
  enrolmentDue: boolean;
  stale: boolean;
  /** Never used from this address before. */
  isElsewhere: boolean;
}

// Run by every request of a machine, so it is one statement, planned once for each connection.
const FIND_OWNER = `
    select t.id as "tokenId", u.id, u.name, u.email, u.role, u.centre_ids as "centreIds", t.scopes,
           u.role = any (a.second_factor_required_for) and not t.second_factor
             and not exists (select from second_factors f where f.user_id = u.id and f.confirmed_at is not null)
             as "enrolmentDue",
           coalesce(t.last_used_at < now() - interval '1 minute', true) as stale,
           not $2 = any (t.seen_from) as "isElsewhere"
      from api_tokens t join users u on u.id = t.user_id cross join access_settings a
     where t.token_hash = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())
       and u.deleted_at is null`;

/** The oldest gives way: a machine that wanders is told of again, and the list has an end. */
const MOST_ADDRESSES = 50;

@Injectable()
export class ApiTokensRepository {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The token's user as they are now: a token never outlives a role. */
  async ownerOf(tokenHash: Buffer, address: Buffer): Promise<TokenOwner | undefined> {
    const values = [tokenHash, address];
    const [owner] = await this.database.prepared<TokenOwner>({ text: FIND_OWNER, values });
    return owner;
  }

  /** For who lost hold of their account: whatever was made with it ends. */
  async revokeAllOf(client: SqlClient, userId: string): Promise<void> {
    await rowsOf(
      client,
      sql`update api_tokens set revoked_at = now(), updated_at = now(), version = version + 1
           where user_id = ${userId}::uuid and revoked_at is null`,
    );
  }

  /** The trail tells of each address that a token is used from once; of several requests at once, one does. */
  async noteAddress(by: Authorship, id: string, address: Buffer): Promise<void> {
    await this.unitOfWork.runSql(by, async (client) => {
      const noted = await rowsOf(
        client,
        sql`update api_tokens
               set seen_from = (seen_from || ${address}::bytea)[greatest(1, cardinality(seen_from) + 2 - ${MOST_ADDRESSES}):]
             where id = ${id}::uuid and not ${address}::bytea = any (seen_from) returning 1`,
      );
      if (noted.length > 0) await noteAccess(client, 'TOKEN_FROM_NEW_ADDRESS', id);
    });
  }

  async noteUsed(id: string): Promise<void> {
    await rowsOf(this.database.pool, sql`update api_tokens set last_used_at = now() where id = ${id}::uuid`);
  }
}
