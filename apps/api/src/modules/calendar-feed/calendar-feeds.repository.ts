import { Injectable } from '@nestjs/common';
import type { ActivityKind, Language, Role } from '@fieldlab/domain';
import type { Pool } from 'pg';
import { rowsOf, sql, type Sql } from '../../platform/database/sql';

export interface FeedOwner {
  id: string;
  role: Role;
  centreIds: string[];
  language: Language;
}

/** A day, or days, in a calendar. No company, no person, and no text in which one could be named. */
export interface CalendarEntry {
  kind: 'ROUND' | 'FOLLOW_UP' | 'ACTIVITY';
  id: string;
  /** Of an activity. */
  activity: ActivityKind | null;
  /** Of a round. */
  quarter: string | null;
  centre: string | null;
  on: string;
  /** The first day on which it is over. */
  endedOn: string;
  path: string;
  changedAt: Date;
}

/** What a calendar is read for, and more than it holds in practice. */
const WINDOW = { pastDays: 60, futureDays: 400, most: 2000 };

export interface Wanted {
  rounds: boolean;
  followUps: boolean;
  activities: boolean;
  /** The centres that bound the owner; null for none. */
  bound: readonly string[] | null;
}

@Injectable()
export class CalendarFeedsRepository {
  async createdAt(client: Pool, userId: string): Promise<Date | undefined> {
    const [row] = await rowsOf<{ createdAt: Date }>(
      client,
      sql`select created_at as "createdAt" from calendar_feeds where user_id = ${userId}::uuid`,
    );
    return row?.createdAt;
  }

  /** In the place of the one before, which ends. */
  async renew(client: Pool, userId: string, tokenHash: Buffer): Promise<Date> {
    const [row] = await rowsOf<{ createdAt: Date }>(
      client,
      sql`insert into calendar_feeds (user_id, token_hash) values (${userId}::uuid, ${tokenHash})
          on conflict (user_id) do update set token_hash = excluded.token_hash, created_at = now()
          returning created_at as "createdAt"`,
    );
    if (!row) throw new Error('The calendar was just made');
    return row.createdAt;
  }

  async end(client: Pool, userId: string): Promise<void> {
    await rowsOf(client, sql`delete from calendar_feeds where user_id = ${userId}::uuid`);
  }

  async ownerOf(client: Pool, tokenHash: Buffer): Promise<FeedOwner | undefined> {
    const [row] = await rowsOf<FeedOwner & Record<string, unknown>>(
      client,
      sql`select u.id, u.role, u.centre_ids as "centreIds", u.language
            from calendar_feeds f join users u on u.id = f.user_id and u.deleted_at is null
           where f.token_hash = ${tokenHash}`,
    );
    return row;
  }

  /** In the order of their days. */
  entries(client: Pool, wanted: Wanted): Promise<CalendarEntry[]> {
    return rowsOf<CalendarEntry & Record<string, unknown>>(
      client,
      sql`select * from (
            select 'ROUND' as kind, r.id, null as activity, r.period as quarter, null as centre, r.due_on as "on",
                   r.due_on + 1 as "endedOn", '/rounds/' || r.id as path, r.updated_at as "changedAt"
              from rounds r
             where ${wanted.rounds}::boolean and r.deleted_at is null
               and exists (select from round_board b where b.round_id = r.id and ${within(sql`b.centre_id`, wanted)})
            union all
            select 'FOLLOW_UP', n.id, null, null, z.name, n.due_on, n.due_on + 1,
                   '/companies/' || n.company_id || '/show?part=people', n.updated_at
              from notes n join centres z on z.id = n.centre_id
             where ${wanted.followUps}::boolean and n.deleted_at is null and n.due_on is not null
               and n.done_on is null and ${within(sql`n.centre_id`, wanted)}
            union all
            select 'ACTIVITY', a.id, a.kind::text, null, z.name, a.held_on, coalesce(a.ended_on, a.held_on + 1),
                   '/activities/' || a.id || '/show', a.updated_at
              from activities a join centres z on z.id = a.centre_id
             where ${wanted.activities}::boolean and a.deleted_at is null and ${within(sql`a.centre_id`, wanted)}) e
           where e."on" between programme_today() - ${WINDOW.pastDays}::integer and programme_today() + ${WINDOW.futureDays}::integer
           order by e."on", e.kind, e.id limit ${WINDOW.most}`,
    );
  }
}

const within = (centreId: Sql, { bound }: Wanted): Sql =>
  sql`(${bound}::uuid[] is null or ${centreId} = any(${bound}::uuid[]))`;
