import { DomainError } from '@fieldlab/domain';
import { webcrypto } from 'node:crypto';
import type { Pool } from 'pg';
import type { Database, SqlClient } from '../platform/database/database';
import { rowsOf, sql } from '../platform/database/sql';

/** One POST that may be sent again: whose it is, where it went, and what it said. */
export interface IdempotencyClaim {
  actorId: string;
  route: string;
  key: string;
  bodyHash: string;
  /** What is answered when it was carried out. */
  status: number;
}

/** The first answer to a request. */
export interface Answer {
  status: number;
  body: unknown;
}

/** The SHA-256 of all parts one after the other's digest, off the event loop: a part may be a whole workbook. */
export async function digestOf(parts: readonly Uint8Array<ArrayBuffer>[]): Promise<string> {
  const digests = await Promise.all(parts.map((part) => webcrypto.subtle.digest('SHA-256', part)));
  return digests.map((digest) => Buffer.from(digest).toString('hex')).join('');
}

/**
 * Claims a key. Answers what the same request answered before, or undefined for the first.
 * A claim whose process died is free again after five minutes, and any after a day.
 * @throws DomainError IDEMPOTENCY_CONFLICT with another body, or while the first is under way.
 */
export async function claim(database: Database, request: IdempotencyClaim): Promise<Answer | undefined> {
  const { actorId, route, key, bodyHash } = request;
  const claimed = await rowsOf(
    database.pool,
    sql`insert into idempotency_keys as k (actor_id, route, key, body_hash)
        values (${actorId}::uuid, ${route}, ${key}, ${bodyHash})
        on conflict (actor_id, route, key) do update
          set body_hash = excluded.body_hash, created_at = now(), released = false,
              status = null, response = null
        where k.released or k.created_at < now() - interval '24 hours'
           or (k.status is null and k.created_at < now() - interval '5 minutes')
        returning 1`,
  );
  if (claimed.length > 0) return undefined;
  const [earlier] = await rowsOf<{ bodyHash: string; status: number | null; body: unknown }>(
    database.pool,
    sql`select body_hash as "bodyHash", status, response as body from idempotency_keys
         where actor_id = ${actorId}::uuid and route = ${route} and key = ${key}`,
  );
  if (earlier?.bodyHash !== bodyHash) {
    throw new DomainError('IDEMPOTENCY_CONFLICT', 'This key was used for a request with another body.');
  }
  const { status, body } = earlier;
  if (status !== null) return { status, body };
  throw new DomainError('IDEMPOTENCY_CONFLICT', 'The first request with this key is under way.');
}

/** @see IdempotencyCleanup */
export async function forgetOldAnswers(client: Pool): Promise<void> {
  await rowsOf(client, sql`delete from idempotency_keys where created_at < now() - interval '24 hours'`);
}

/** The request failed: the next with this key is a first one. */
export async function release(client: Pool, { actorId, route, key }: IdempotencyClaim): Promise<void> {
  await rowsOf(
    client,
    sql`update idempotency_keys set released = true
         where actor_id = ${actorId}::uuid and route = ${route} and key = ${key} and status is null`,
  );
}

/**
 * Keeps the first answer; a later one changes nothing. What makes a record calls it in the very transaction that makes
 * it, so that both are there or neither; for all else it is called when the answer is known.
 */
export async function keepAnswer(
  client: SqlClient | Pool,
  request: IdempotencyClaim | undefined,
  body: unknown,
): Promise<void> {
  if (!request) return;
  const { actorId, route, key, status } = request;
  await rowsOf(
    client,
    sql`update idempotency_keys set status = ${status}, response = ${JSON.stringify(body ?? null)}::json
         where actor_id = ${actorId}::uuid and route = ${route} and key = ${key} and status is null`,
  );
}
