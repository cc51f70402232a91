import { Inject, Injectable } from '@nestjs/common';
import { Database, type SqlClient } from '../../platform/database/database';
import { allOf, raw, rowsOf, sql, type Sql } from '../../platform/database/sql';
import type { AuditEventDto, AuditQuery } from './audit-event.dto';

/** An entry as the trail has it, without what its record is called now. */
export type AuditEntry = Omit<AuditEventDto, 'record'>;

interface AuditRow extends Omit<AuditEntry, 'at' | 'actor' | 'changes' | 'link'> {
  at: Date;
  actorId: string | null;
  actorName: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  position: string;
  hash: Buffer;
  [column: string]: unknown;
}

const FROM = sql`from audit_events e join audit_links l on l.id = e.link_id`;
const ENTRY = sql`
  select e.id::text as id, l.at, l.actor_id as "actorId", l.actor_name as "actorName", e.action, e.resource,
         e.record_id as "recordId", l.request_id as "requestId", l.reason,
         l.reason is null and l.reason_digest is not null as "isReasonErased",
         e.before, e.after, l.position, l.hash
    ${FROM}`;
const TIME_ZONE = sql`programme_time_zone()`;

@Injectable()
export class AuditEventsRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async list(query: AuditQuery): Promise<{ data: AuditEntry[]; total: number }> {
    const conditions = allOf(conditionsOf(query));
    const direction = raw(query.sort === 'at' ? 'asc' : 'desc');
    const rows = await rowsOf<AuditRow>(
      this.database.pool,
      sql`${ENTRY} where ${conditions} order by e.id ${direction}
           limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`,
    );
    const [counted] = await rowsOf<{ count: string }>(
      this.database.pool,
      sql`select count(*) ${FROM} where ${conditions}`,
    );
    return { data: rows.map(toAuditEntry), total: Number(counted?.count ?? 0) };
  }

  async find(id: string): Promise<AuditEntry | undefined> {
    const [row] = await rowsOf<AuditRow>(this.database.pool, sql`${ENTRY} where e.id = ${id}::bigint`);
    return row && toAuditEntry(row);
  }

  /** Erases the reason of the change that the entry is part of; false where there is none. */
  async eraseReason(client: SqlClient, id: string): Promise<boolean> {
    const [row] = await rowsOf<{ erased: boolean }>(
      client,
      sql`select erase_reason(${id}::bigint) as erased`,
    );
    return row?.erased ?? false;
  }
}

function conditionsOf(query: AuditQuery): Sql[] {
  const { resource, recordId, actorId, action, requestId, atFrom, atTo } = query;
  const conditions: Sql[] = [];
  if (resource !== undefined) conditions.push(sql`e.resource = ${resource}`);
  if (recordId !== undefined) conditions.push(sql`e.record_id = ${recordId}::uuid`);
  if (actorId !== undefined) conditions.push(sql`l.actor_id = ${actorId}::uuid`);
  if (action !== undefined) conditions.push(sql`e.action = ${action}`);
  if (requestId !== undefined) conditions.push(sql`l.request_id = ${requestId}`);
  if (atFrom !== undefined)
    conditions.push(sql`l.at >= ${atFrom}::date::timestamp at time zone ${TIME_ZONE}`);
  if (atTo !== undefined)
    conditions.push(sql`l.at < (${atTo}::date + 1)::timestamp at time zone ${TIME_ZONE}`);
  return conditions;
}

function toAuditEntry({
  at,
  actorId,
  actorName,
  before,
  after,
  position,
  hash,
  ...event
}: AuditRow): AuditEntry {
  const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const changes = columns.map((column) => [
    column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    { from: before?.[column] ?? null, to: after?.[column] ?? null },
  ]);
  return {
    ...event,
    at: at.toISOString(),
    actor: { id: actorId, name: actorName },
    changes: Object.fromEntries(changes) as AuditEventDto['changes'],
    link: { position: Number(position), hash: hash.toString('hex') },
  };
}
