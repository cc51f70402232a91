import { Injectable } from '@nestjs/common';
import type { Language, Role } from '@fieldlab/domain';
import type { Pool } from 'pg';
import type { SqlClient } from '../../platform/database/database';
import { rowsOf, sql } from '../../platform/database/sql';

export interface Recipient {
  id: string;
  name: string;
  email: string;
  role: Role;
  centreIds: string[];
  language: Language;
}

/** When the day begins, and the week on a Monday, for mail: local time of the programme. */
const MORNING_HOUR = 7;

/** Live accounts whose time for mail has come. */
const DUE = sql`
  from notification_settings s
  join users u on u.id = s.user_id and u.deleted_at is null
 cross join lateral (select programme_time_zone() as zone) p
 cross join lateral (
   select now() at time zone p.zone - make_interval(hours => ${MORNING_HOUR}) as local) l
 where case s.mail
         when 'AT_ONCE' then true
         when 'DAILY' then s.mailed_at < (date_trunc('day', l.local) + make_interval(hours => ${MORNING_HOUR})) at time zone p.zone
         when 'WEEKLY' then s.mailed_at < (date_trunc('week', l.local) + make_interval(hours => ${MORNING_HOUR})) at time zone p.zone
         else false end`;

@Injectable()
export class NotificationMailsRepository {
  async due(client: Pool): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(client, sql`select u.id ${DUE} order by u.id`);
    return rows.map(({ id }) => id);
  }

  /** Whom it is for, while it is still their time; nobody else writes to them before this transaction ends. */
  async take(client: SqlClient, userId: string): Promise<Recipient | undefined> {
    const [row] = await rowsOf<Recipient & Record<string, unknown>>(
      client,
      sql`select u.id, u.name, u.email, u.role, u.centre_ids as "centreIds", u.language
          ${DUE} and u.id = ${userId}::uuid for update of s skip locked`,
    );
    if (row) {
      await rowsOf(
        client,
        sql`update notification_settings set mailed_at = now() where user_id = ${userId}::uuid`,
      );
    }
    return row;
  }
}
