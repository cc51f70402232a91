import { Inject, Injectable } from '@nestjs/common';
import type { TokenScope } from '@fieldlab/domain';
import { Database, type SqlClient } from '../../platform/database/database';
import { allOf, raw, rowsOf, sql, type Sql } from '../../platform/database/sql';
import type { ApiTokenQuery } from './api-tokens.dto';

export interface ApiTokenRow {
  id: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  userId: string;
  name: string;
  prefix: string;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  scopes: TokenScope[];
  narrowedAt: Date | null;
}

interface NewApiToken {
  userId: string;
  name: string;
  tokenHash: Buffer;
  prefix: string;
  expiresAt: string | null;
  scopes: readonly TokenScope[];
  /** In which it is made: whether a second factor was shown there is remembered. */
  sessionId: string;
}

const COLUMNS = sql`
  id, version, created_at as "createdAt", updated_at as "updatedAt", user_id as "userId", name, prefix,
  expires_at as "expiresAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt",
  scopes, narrowed_at as "narrowedAt"`;
const SORT_COLUMNS: Record<string, string> = {
  createdAt: 'created_at',
  name: 'name',
  expiresAt: 'expires_at',
  lastUsedAt: 'last_used_at',
};

@Injectable()
export class ApiTokensRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async insert(
    client: SqlClient,
    { userId, name, tokenHash, prefix, expiresAt, scopes, sessionId }: NewApiToken,
  ): Promise<ApiTokenRow> {
    const [row] = await rowsOf<ApiTokenRow & Record<string, unknown>>(
      client,
      sql`insert into api_tokens (user_id, name, token_hash, prefix, expires_at, scopes, second_factor)
          values (${userId}::uuid, ${name}, ${tokenHash}, ${prefix}, ${expiresAt}::timestamptz, ${scopes}::text[],
                  coalesce((select s.second_factor from sessions s where s.id = ${sessionId}::uuid), false))
          returning ${COLUMNS}`,
    );
    if (!row) throw new Error('The token was not inserted.');
    return row;
  }

  /** Of one user, or without an owner of everybody. */
  async list(
    query: ApiTokenQuery,
    ownerId: string | undefined,
  ): Promise<{ rows: ApiTokenRow[]; total: number }> {
    const conditions = [ownerId, query.userId].flatMap((id) => (id ? [sql`user_id = ${id}::uuid`] : []));
    if (query.narrowed !== undefined) {
      conditions.push(sql`(narrowed_at is not null and revoked_at is null) = ${query.narrowed}`);
    }
    const where = allOf(conditions);
    const rows = await this.rows(
      sql`select ${COLUMNS} from api_tokens where ${where} ${orderBy(query.sort)}
           limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`,
    );
    const [count] = await rowsOf<{ total: number }>(
      this.database.pool,
      sql`select count(*)::int as total from api_tokens where ${where}`,
    );
    return { rows, total: count?.total ?? 0 };
  }

  async find(id: string, ownerId: string | undefined): Promise<ApiTokenRow | undefined> {
    const owned = ownerId === undefined ? sql`true` : sql`user_id = ${ownerId}::uuid`;
    return (await this.rows(sql`select ${COLUMNS} from api_tokens where id = ${id}::uuid and ${owned}`))[0];
  }

  /** One that was revoked before stays as it is. */
  async revoke(client: SqlClient, id: string): Promise<void> {
    await rowsOf(
      client,
      sql`update api_tokens set revoked_at = now(), updated_at = now(), version = version + 1
           where id = ${id}::uuid and revoked_at is null`,
    );
  }

  private rows(statement: Sql): Promise<ApiTokenRow[]> {
    return rowsOf<ApiTokenRow & Record<string, unknown>>(this.database.pool, statement);
  }
}

function orderBy(sort: string): Sql {
  const column = raw(SORT_COLUMNS[sort.replace(/^-/, '')] ?? 'created_at');
  const direction = raw(sort.startsWith('-') ? 'desc nulls last' : 'asc nulls last');
  return sql`order by ${column} ${direction}, id`;
}
