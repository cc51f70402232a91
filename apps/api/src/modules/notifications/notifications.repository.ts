import { Injectable } from '@nestjs/common';
import type { MailTime, NotificationKind } from '@fieldlab/domain';
import type { Pool } from 'pg';
import type { SqlClient } from '../../platform/database/database';
import { join, rowsOf, sql, type Sql } from '../../platform/database/sql';
import { NOTIFICATION_SOURCES, type NotificationReader } from './notification-sources.repository';

type Client = Pool | SqlClient;

export interface Notification {
  id: string;
  kind: NotificationKind;
  since: Date;
  isRead: boolean;
  path: string;
  facts: Record<string, string>;
}

const MOST = 100;

/** What waits for somebody, and what they saw of it. */
@Injectable()
export class NotificationsRepository {
  /** The newest first, at most 100, and how many there are. */
  async list(
    client: Client,
    who: NotificationReader,
    kinds: readonly NotificationKind[],
  ): Promise<{ data: Notification[]; total: number; unread: number }> {
    if (kinds.length === 0) return { data: [], total: 0, unread: 0 };
    const rows = await rowsOf<Notification & { total: number; unread: number }>(
      client,
      sql`${waiting(who, kinds)}
          select n.id, n.kind, n.since, s.read_at is not null as "isRead", n.path, n.facts,
                 count(*) over ()::integer as total, count(*) filter (where s.read_at is null) over ()::integer as unread
            from known n
            left join notification_states s on s.user_id = ${who.id}::uuid and s.notification_id = n.id
           order by n.since desc, n.id limit ${MOST}`,
    );
    const [first] = rows;
    const data = rows.map(({ total: _, unread: __, ...notification }) => notification);
    return { data, total: first?.total ?? 0, unread: first?.unread ?? 0 };
  }

  /** Notes that they opened these, of those that wait; all of them without ids. */
  async setRead(
    client: Client,
    who: NotificationReader,
    kinds: readonly NotificationKind[],
    ids: readonly string[] | undefined,
  ): Promise<void> {
    if (kinds.length === 0) return;
    await rowsOf(
      client,
      sql`${waiting(who, kinds)}
          insert into notification_states (user_id, notification_id, read_at)
          select ${who.id}::uuid, n.id, now() from known n
           where ${ids ?? null}::uuid[] is null or n.id = any(${ids ?? null}::uuid[])
          on conflict (user_id, notification_id) do update set read_at = excluded.read_at
           where notification_states.read_at is null`,
    );
  }

  /** Notes that what waits unread goes by mail now, and answers it: each goes once. */
  async takeForMail(
    client: SqlClient,
    who: NotificationReader,
    kinds: readonly NotificationKind[],
  ): Promise<Notification[]> {
    if (kinds.length === 0) return [];
    return rowsOf<Notification & Record<string, unknown>>(
      client,
      sql`${waiting(who, kinds)},
          taken as (
            insert into notification_states (user_id, notification_id, mailed_at)
            select ${who.id}::uuid, n.id, now() from known n
            on conflict (user_id, notification_id) do update set mailed_at = excluded.mailed_at
             where notification_states.read_at is null and notification_states.mailed_at is null
            returning notification_id)
          select n.id, n.kind, n.since, false as "isRead", n.path, n.facts
            from known n join taken on taken.notification_id = n.id
           order by n.since desc, n.id`,
    );
  }

  async mailTime(client: Client, userId: string): Promise<MailTime> {
    const [row] = await rowsOf<{ mail: MailTime }>(
      client,
      sql`select mail from notification_settings where user_id = ${userId}::uuid`,
    );
    return row?.mail ?? 'NEVER';
  }

  /** The first daily or weekly mail comes at its next time, and not at once. */
  async setMailTime(client: Client, userId: string, mail: MailTime): Promise<void> {
    await rowsOf(
      client,
      sql`insert into notification_settings (user_id, mail) values (${userId}::uuid, ${mail})
          on conflict (user_id) do update set mail = excluded.mail, mailed_at = now()`,
    );
  }

  async forgetOld(client: Client, days: number): Promise<void> {
    await rowsOf(
      client,
      sql`delete from notification_states where noted_at < now() - make_interval(days => ${days}::int)`,
    );
  }
}

/** What waits, as `known`; its id stands for a digest (RFC 9562, version 8) of what it is about and since when. */
const waiting = (who: NotificationReader, kinds: readonly NotificationKind[]): Sql => sql`
  with zone as (select programme_time_zone() as name),
  known as (
    select overlay(overlay(left(encode(sha256(convert_to(
             w.kind || ' ' || w.record_id || ' ' || extract(epoch from w.since), 'UTF8')), 'hex'), 32)
             placing '8' from 13) placing '8' from 17)::uuid as id, w.*
      from (${join(
        kinds.map(
          (kind) => sql`select ${kind}::text as kind, s.* from (${NOTIFICATION_SOURCES[kind](who)}) s`,
        ),
        ' union all ',
      )}) w)`;
