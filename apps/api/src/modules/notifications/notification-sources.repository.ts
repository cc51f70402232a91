import type { NotificationKind, Role } from '@fieldlab/domain';
import { sql, type Sql } from '../../platform/database/sql';
import { readableBy, recordOfComment } from '../../resource/commented-records';
import { firmNameOf } from '../../resource/firms';

/** Whose notifications are looked for. */
export interface NotificationReader {
  id: string;
  role: Role;
  /** The centres that they answer for; nobody else is asked about those. */
  ownCentres: readonly string[];
  /** They see the records of these centres alone. */
  isBound: boolean;
}

/**
 * Selects what waits of a kind: `record_id`, `since` (the instant from which on), `path` (a page of the admin) and
 * `facts`. Stands beside `zone`, which names the programme's time zone.
 */
type Source = (who: NotificationReader) => Sql;

/** Of a great many, the newest; more than anybody goes through in a bell. */
const MOST = 50;
const IMPORT_DAYS = 14;
const MENTION_DAYS = 30;
const GIVEN_UP_DAYS = 14;

/** Where the notifications of each kind come from: the register as it is now. Nothing is written when something happens. */
export const NOTIFICATION_SOURCES: Record<NotificationKind, Source> = {
  ROUND_OPENED: roundsDue({ from: 8, since: sql`r.created_at` }),
  ROUND_DUE_IN_WEEK: roundsDue({ from: 2, to: 7, since: dayBefore(sql`r.due_on`, 7) }),
  ROUND_DUE_IN_DAY: roundsDue({ from: 0, to: 1, since: dayBefore(sql`r.due_on`, 1) }),
  ROUND_LATE: roundsDue({ to: -1, since: dayBefore(sql`r.due_on`, -1) }),
  // One of a round, however many answers wait in it; with each that comes it waits anew.
  ROUND_SUBMITTED: () => sql`
    select b.round_id as record_id, max(b.submitted_at) as since,
           '/rounds/' || b.round_id || case when count(*) = 1 then '/centres/' || min(b.centre_id::text) else '' end as path,
           jsonb_build_object('count', count(*)::text, 'quarter', min(b.period),
             'centre', (array_agg(b.name order by b.submitted_at desc, b.centre_id))[1],
             'person', (array_agg(b.submitted_by order by b.submitted_at desc, b.centre_id))[1]) as facts
      from round_board b where b.status = 'SUBMITTED' group by b.round_id`,
  ROUND_RETURNED: ({ ownCentres }) => sql`
    select b.submission_id as record_id, b.decided_at as since,
           '/rounds/' || b.round_id || '/centres/' || b.centre_id as path,
           jsonb_build_object('centre', b.name, 'quarter', b.period, 'person', b.decided_by) as facts
      from round_board b where b.status = 'RETURNED' and b.centre_id = any(${ownCentres}::uuid[])`,
  REPORT_SUBMITTED: ({ id }) => sql`
    select r.id as record_id, r.updated_at as since, '/reports/' || r.id as path,
           jsonb_build_object('title', r.title, 'person', r.submitted_by_name) as facts
      from reports r
     where r.deleted_at is null and r.status = 'SUBMITTED' and r.submitted_by_id is distinct from ${id}::uuid`,
  FOLLOW_UP_DUE: ({ ownCentres }) => sql`
    select n.id as record_id, greatest(n.created_at, ${dayBefore(sql`n.due_on`, 3)}) as since,
           '/companies/' || n.company_id || '/show?part=people' as path,
           jsonb_build_object('company', ${firmNameOf('c')}, 'dueOn', n.due_on) as facts
      from notes n join companies c on c.id = n.company_id cross join zone
     where n.deleted_at is null and n.done_on is null and n.due_on <= programme_today() + 3
       and n.centre_id = any(${ownCentres}::uuid[])`,
  MENTIONED: ({ id, role, isBound, ownCentres }) => sql`
    select * from (
      select c.id as record_id, m.mentioned_at as since, r.path || '?comment=' || c.id as path,
             jsonb_build_object('person', u.name, 'record', r.name) as facts
        from comment_mentions m
        join comments c on c.id = m.comment_id and c.withdrawn_at is null
        join users u on u.id = c.author_id
       cross join lateral (${recordOfComment(readableBy(role))}) r
       where m.user_id = ${id}::uuid and m.is_current
         and m.mentioned_at > now() - make_interval(days => ${MENTION_DAYS})
         and (r.centres is null or not ${isBound}::boolean or r.centres && ${ownCentres}::uuid[])
       order by m.mentioned_at desc, c.id limit ${MOST}) newest`,
  IMPORT_DONE: importsThatAre('DONE'),
  IMPORT_REJECTED: importsThatAre('REJECTED'),
  IMPORT_FAILED: importsThatAre('FAILED'),
  DUPLICATE_FOUND: ({ ownCentres }) => sql`
    select * from (
      select p.id as record_id, p.created_at as since, '/duplicates?companyId=' || p.left_id as path,
             jsonb_build_object('company', a.name, 'other', b.name) as facts
        from duplicate_pairs p
        join companies a on a.id = p.left_id
        join companies b on b.id = p.right_id
       where p.status = 'OPEN'
         and (p.company_id in (select company_id from participations
                                where centre_id = any(${ownCentres}::uuid[]) and deleted_at is null)
           or p.other_company_id in (select company_id from participations
                                      where centre_id = any(${ownCentres}::uuid[]) and deleted_at is null))
       order by p.created_at desc, p.id limit ${MOST}) newest`,
  REGISTER_DIFFERS: ({ isBound, ownCentres }) => sql`
    select * from (
      select p.id as record_id, p.created_at as since, '/register-proposals?companyId=' || p.company_id as path,
             jsonb_build_object('company', c.name) as facts
        from register_proposals p
        join companies c on c.id = p.company_id and c.deleted_at is null and c.merged_into_id is null
       where p.status = 'OPEN'
         and (not ${isBound}::boolean or p.company_id in (select firms_of_centres(${ownCentres}::uuid[])))
       order by p.created_at desc, p.id limit ${MOST}) newest`,
  TARGET_BEHIND: targetsThatAre('BEHIND'),
  TARGET_MISSED: targetsThatAre('MISSED'),
  // About mail as a whole, which has no record of its own.
  MAIL_GIVEN_UP: () => sql`
    select '00000000-0000-0000-0000-000000000000'::uuid as record_id, max(m.given_up_at) as since, '/users' as path,
           jsonb_build_object('count', count(*)::text) as facts
      from mails_given_up m where m.given_up_at > now() - make_interval(days => ${GIVEN_UP_DAYS})
    having count(*) > 0`,
};

/** The beginning of a day so many days before another, where the programme is. */
function dayBefore(day: Sql, days: number): Sql {
  return sql`((${day} - ${days}::integer)::timestamp at time zone zone.name)`;
}

/** Rounds that still wait for a centre of theirs and are due in so many days, both included: one kind at a time. */
function roundsDue({ from, to, since }: { from?: number; to?: number; since: Sql }): Source {
  return ({ ownCentres }) => sql`
    select r.id as record_id, ${since} as since, '/rounds/' || r.id as path,
           jsonb_build_object('quarter', r.period, 'dueOn', r.due_on) as facts
      from rounds r cross join zone
     where r.deleted_at is null
       and (${from ?? null}::integer is null or r.due_on - programme_today() >= ${from ?? null}::integer)
       and (${to ?? null}::integer is null or r.due_on - programme_today() <= ${to ?? null}::integer)
       and exists (select from round_board b
                    where b.round_id = r.id and b.centre_id = any(${ownCentres}::uuid[])
                      and b.status in ('OPEN', 'RETURNED'))`;
}

/** Imports of their own that ended lately. */
function importsThatAre(status: 'DONE' | 'REJECTED' | 'FAILED'): Source {
  return ({ id }) => sql`
    select i.id as record_id, i.finished_at as since, '/imports?id=' || i.id as path,
           jsonb_build_object('file', i.file_name) as facts
      from imports i
     where i.actor_id = ${id}::uuid and i.status = ${status} and not i.dry_run
       and i.finished_at > now() - make_interval(days => ${IMPORT_DAYS})`;
}

/** Targets as they stood when they were looked at last; of who is bound, those of their own centres. */
function targetsThatAre(light: 'BEHIND' | 'MISSED'): Source {
  return ({ isBound, ownCentres }) => sql`
    select t.id as record_id, l.since, '/targets/' || t.id || '/show' as path,
           jsonb_build_object('indicators', t.indicator, 'scope', coalesce(z.name, t.scope), 'dueOn', t.due_on) as facts
      from target_lights l
      join targets t on t.id = l.target_id and t.deleted_at is null
      left join centres z on z.id = t.centre_id
     where l.light = ${light} and (not ${isBound}::boolean or t.centre_id = any(${ownCentres}::uuid[]))`;
}
