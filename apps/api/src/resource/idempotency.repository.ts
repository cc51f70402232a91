import { DomainError } from '@fieldlab/domain';
import { webcrypto } from 'node:crypto';
import type { Pool } from 'pg';
import type { Database, SqlClient } from '../platform/database/database';
import { raw, rowsOf, sql, type Sql } from '../platform/database/sql';

/** One POST that may be sent again: whose it is, where it went, and what it said. */
export interface IdempotencyClaim {
  actorId: string;
  route: string;
  key: string;
  bodyHash: string;
  /** What is answered when it was carried out. */
  status: number;
}

/** A claim that was made: nobody else carries the request out while its process is heard of. */
export interface Claimed extends IdempotencyClaim {
  claimedAt: string;
}

/** Whoever carries a request out is heard of so often; who is not heard of for four times as long has died. */
export const HEARD_EVERY_MS = 5_000;
const DEAD_AFTER = raw("interval '20 seconds'");

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
 * Claims a key. Answers the claim for the first, or what the same request answered before, or that it is under way.
 * A claim whose process was not heard of is free again after 20 seconds, and any after a day.
 * @throws DomainError IDEMPOTENCY_CONFLICT with another body.
 */
export async function claim(
  database: Database,
  request: IdempotencyClaim,
): Promise<{ claimed: Claimed } | { earlier: Answer } | 'under way'> {
  const { actorId, route, key, bodyHash } = request;
  const [claimed] = await rowsOf<{ claimedAt: string }>(
    database.pool,
    sql`insert into idempotency_keys as k (actor_id, route, key, body_hash)
        values (${actorId}::uuid, ${route}, ${key}, ${bodyHash})
        on conflict (actor_id, route, key) do update
          set body_hash = excluded.body_hash, created_at = now(), seen_at = now(), released = false,
              status = null, response = null
        where k.released or k.created_at < now() - interval '24 hours'
           or (k.status is null and k.seen_at < now() - ${DEAD_AFTER})
        returning created_at::text as "claimedAt"`,
  );
  if (claimed) return { claimed: { ...request, ...claimed } };
  const [earlier] = await rowsOf<{ bodyHash: string; status: number | null; body: unknown }>(
    database.pool,
    sql`select body_hash as "bodyHash", status, response as body from idempotency_keys
         where actor_id = ${actorId}::uuid and route = ${route} and key = ${key}`,
  );
  if (earlier?.bodyHash !== bodyHash) {
    throw new DomainError('IDEMPOTENCY_CONFLICT', 'This key was used for a request with another body.');
  }
  const { status, body } = earlier;
  return status === null ? 'under way' : { earlier: { status, body } };
}

/** Says that the request is still being carried out. */
export async function renew(client: Pool, claimed: Claimed): Promise<void> {
  await rowsOf(
    client,
    sql`update idempotency_keys set seen_at = now() where ${ownedBy(claimed)} and status is null`,
  );
}

/** @see IdempotencyCleanup */
export async function forgetOldAnswers(client: Pool): Promise<void> {
  await rowsOf(client, sql`delete from idempotency_keys where created_at < now() - interval '24 hours'`);
}

/** The request failed: the next with this key is a first one. */
export async function release(client: Pool, claimed: Claimed): Promise<void> {
  await rowsOf(
    client,
    sql`update idempotency_keys set released = true where ${ownedBy(claimed)} and status is null`,
  );
}

/**
 * Keeps the first answer; a later one changes nothing. What makes a record calls it in the very transaction that makes
 * it, so that both are there or neither; for all else it is called when the answer is known.
 * @throws DomainError IDEMPOTENCY_CONFLICT where another process carries the request out, since this one was not heard of
 */
export async function keepAnswer(
  client: SqlClient | Pool,
  claimed: Claimed | undefined,
  body: unknown,
): Promise<void> {
  if (!claimed) return;
  const kept = await rowsOf(
    client,
    sql`update idempotency_keys
           set status = coalesce(status, ${claimed.status}), response = coalesce(response, ${JSON.stringify(body ?? null)}::json)
         where ${ownedBy(claimed)} returning 1`,
  );
  if (kept.length === 0)
    throw new DomainError('IDEMPOTENCY_CONFLICT', 'Another process carries this request out.');
}

const ownedBy = ({ actorId, route, key, claimedAt }: Claimed): Sql =>
  sql`actor_id = ${actorId}::uuid and route = ${route} and key = ${key} and created_at = ${claimedAt}::timestamptz`;
