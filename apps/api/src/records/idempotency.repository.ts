import { DomainError } from '@fieldlab/domain';
import { createHash } from 'node:crypto';
import type { Database, SqlClient } from '../platform/database/database';
import { rowsOf, sql } from '../platform/database/sql';

/** One POST that may be sent again: whose it is, where it went, and what it said. */
export interface IdempotencyClaim {
  actorId: string;
  route: string;
  key: string;
  bodyHash: string;
}

export const hashOf = (body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest('hex');

/**
 * Claims a key. Answers what the same request answered before, or undefined for the first.
 * A claim whose process died is free again after five minutes, and any after a day.
 * @throws DomainError IDEMPOTENCY_CONFLICT with another body, or while the first is under way.
 */
export async function claim(
  database: Database,
  request: IdempotencyClaim,
): Promise<{ response: unknown } | undefined> {
  const { actorId, route, key, bodyHash } = request;
  const claimed = await rowsOf(
    database.pool,
    sql`insert into idempotency_keys as k (actor_id, route, key, body_hash)
        values (${actorId}::uuid, ${route}, ${key}, ${bodyHash})
        on conflict (actor_id, route, key) do update
          set body_hash = excluded.body_hash, created_at = now(), released = false, response = null
        where k.released or k.created_at < now() - interval '24 hours'
           or (k.response is null and k.created_at < now() - interval '5 minutes')
        returning 1`,
  );
  if (claimed.length > 0) return undefined;
  const [earlier] = await rowsOf<{ body_hash: string; response: unknown }>(
    database.pool,
    sql`select body_hash, response from idempotency_keys
         where actor_id = ${actorId}::uuid and route = ${route} and key = ${key}`,
  );
  if (earlier?.body_hash === bodyHash && earlier.response !== null) return { response: earlier.response };
  const reason =
    earlier?.body_hash === bodyHash ? 'The first request with this key is under way.' : undefined;
  throw new DomainError(
    'IDEMPOTENCY_CONFLICT',
    reason ?? 'This key was used for a request with another body.',
  );
}

/** The request failed: the next with this key is a first one. */
export async function release(database: Database, { actorId, route, key }: IdempotencyClaim): Promise<void> {
  await rowsOf(
    database.pool,
    sql`update idempotency_keys set released = true
         where actor_id = ${actorId}::uuid and route = ${route} and key = ${key} and response is null`,
  );
}

/** Keeps the answer in the very transaction that made the record: both are there, or neither. */
export async function keepResponse(
  client: SqlClient,
  request: IdempotencyClaim | undefined,
  response: unknown,
): Promise<void> {
  if (!request) return;
  await client.query(
    'update idempotency_keys set response = $4 where actor_id = $1 and route = $2 and key = $3',
    [request.actorId, request.route, request.key, JSON.stringify(response)],
  );
}
