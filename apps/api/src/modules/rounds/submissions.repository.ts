import { Injectable } from '@nestjs/common';
import { addDays, type RoundAnswer, type SubmissionStatus } from '@fieldlab/domain';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { rowsOf, sql } from '../../platform/database/sql';
import type { Ended } from '../participations/participations.service';
import { firmNameOf } from '../../resource/firms';
import type { RoundParticipation } from './submission.dto';

export interface PlaceKey {
  roundId: string;
  centreId: string;
}

interface RoundParticipationRow extends Omit<RoundParticipation, 'lastDay' | 'lastConfirmed'> {
  confirmedPeriod: string | null;
  confirmedAt: Date | null;
}

interface Locked {
  id: string;
  status: SubmissionStatus;
  /** What it ended; null where nobody knows what was before it. */
  ended: Ended[] | null;
}

@Injectable()
export class SubmissionsRepository {
  /** The submission, made where there is none yet, and locked: of two who act at once, the other sees what came of it. */
  async lock(client: PoolClient, { roundId, centreId }: PlaceKey) {
    await rowsOf(
      client,
      sql`insert into round_submissions (round_id, centre_id) values (${roundId}::uuid, ${centreId}::uuid)
          on conflict do nothing`,
    );
    const [row] = await rowsOf<Locked & QueryResultRow>(
      client,
      sql`select id, status, before_submit -> 'ended' as ended from round_submissions
           where round_id = ${roundId}::uuid and centre_id = ${centreId}::uuid for update`,
    );
    if (!row) throw new Error('The submission was just made');
    return row;
  }

  /** Writes down what the submission is, before it is submitted, so that that can be taken back. */
  async setSubmitted(
    client: PoolClient,
    id: string,
    { by, ended }: { by: string; ended: readonly Ended[] },
  ): Promise<void> {
    await rowsOf(
      client,
      sql`update round_submissions s
             set before_submit = jsonb_build_object(
                   'was', to_jsonb(s), 'ended', ${JSON.stringify(ended)}::jsonb, 'answers', (
                     select coalesce(jsonb_object_agg(a.participation_id, jsonb_build_array(a.answer, a.answered_at)), '{}')
                       from round_answers a where a.submission_id = s.id)),
                 status = 'SUBMITTED', submitted_at = clock_timestamp(), submitted_by = ${by},
                 decided_at = null, decided_by = null
           where id = ${id}::uuid`,
    );
  }

  /** What it was before it was submitted, of which the participations are not a part. */
  async setWithdrawn(client: PoolClient, id: string): Promise<void> {
    await rowsOf(
      client,
      sql`update round_answers a
             set answer = s.before_submit -> 'answers' -> a.participation_id::text ->> 0,
                 answered_at = coalesce(
                   (s.before_submit -> 'answers' -> a.participation_id::text ->> 1)::timestamptz, a.answered_at)
            from round_submissions s where s.id = ${id}::uuid and a.submission_id = s.id`,
    );
    await rowsOf(
      client,
      sql`update round_submissions s
             set status = was.status, submitted_at = was.submitted_at, submitted_by = was.submitted_by,
                 decided_at = was.decided_at, decided_by = was.decided_by, remark = was.remark,
                 before_submit = was.before_submit
            from round_submissions now
           cross join jsonb_populate_record(null::round_submissions, now.before_submit -> 'was') was
           where now.id = ${id}::uuid and s.id = now.id`,
    );
  }

  /** Submitted, as it was before somebody decided. */
  async setReopened(client: PoolClient, id: string): Promise<void> {
    await rowsOf(
      client,
      sql`update round_submissions
             set status = 'SUBMITTED', decided_at = null, decided_by = null,
                 remark = before_submit -> 'was' ->> 'remark'
           where id = ${id}::uuid`,
    );
  }

  async setDecided(
    client: PoolClient,
    id: string,
    { status, by, remark }: { status: SubmissionStatus; by: string; remark: string | null },
  ): Promise<void> {
    await rowsOf(
      client,
      sql`update round_submissions
             set status = ${status}, decided_at = clock_timestamp(), decided_by = ${by}, remark = ${remark}
           where id = ${id}::uuid`,
    );
  }

  /** An answer to the same question in a submission that was returned is replaced. */
  async answer(
    client: PoolClient,
    submissionId: string,
    answer: RoundAnswer,
    ids: readonly string[],
  ): Promise<void> {
    await rowsOf(
      client,
      sql`insert into round_answers (submission_id, participation_id, answer)
          select ${submissionId}::uuid, id, ${answer} from unnest(${ids}::uuid[]) id
          on conflict (submission_id, participation_id)
          do update set answer = excluded.answer, answered_at = now()`,
    );
  }

  /**
   * The companies that took part in the quarter, each by its last participation in it, and those of which this
   * submission said something. A company that stepped up took part once.
   */
  async asked(client: Pool | PoolClient, { roundId, centreId }: PlaceKey): Promise<RoundParticipation[]> {
    const rows = await rowsOf<RoundParticipationRow & Record<string, unknown>>(
      client,
      sql`
      with place as (select * from round_board where round_id = ${roundId}::uuid and centre_id = ${centreId}::uuid),
      listed as (
        select distinct on (p.company_id) p.*, b.submission_id, b.started_on as first_day,
               p.ended_on is null or p.ended_on >= b.ended_on as holds
          from place b
          join participations p on p.centre_id = b.centre_id and p.deleted_at is null and p.level >= 'PARTICIPANT'
         where (p.started_on < b.ended_on and (p.ended_on is null or p.ended_on > b.started_on))
            or exists (select from round_answers a where a.submission_id = b.submission_id and a.participation_id = p.id
                          and a.answer is not null)
         order by p.company_id, p.started_on desc)
      select l.id, l.company_id as "companyId", ${firmNameOf('c')} as "companyName", l.level, l.started_on as "startedOn",
             l.ended_on as "endedOn", l.holds and (z.ended_on is null or z.ended_on >= b.ended_on) as "isAsked",
             a.answer, last.period as "confirmedPeriod", last.answered_at as "confirmedAt"
        from listed l
        join place b on true
        join centres z on z.id = l.centre_id
        join companies c on c.id = l.company_id
        left join round_answers a on a.submission_id = l.submission_id and a.participation_id = l.id
        left join lateral (
          select r.period, e.answered_at
            from participations p
            join round_answers e on e.participation_id = p.id and e.answer = 'CONFIRMED'
            join round_submissions s on s.id = e.submission_id and s.status in ('SUBMITTED', 'ACCEPTED')
            join rounds r on r.id = s.round_id and r.deleted_at is null
           where p.company_id = l.company_id and s.centre_id = l.centre_id and r.started_on < l.first_day
           order by r.started_on desc limit 1) last on true
       order by "companyName", l.id`,
    );
    return rows.map(({ confirmedPeriod: period, confirmedAt, ...row }) => ({
      ...row,
      lastDay: row.endedOn === null ? null : addDays(row.endedOn, -1),
      lastConfirmed: period === null || !confirmedAt ? null : { period, at: confirmedAt.toISOString() },
    }));
  }
}
