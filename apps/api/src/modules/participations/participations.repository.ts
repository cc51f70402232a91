import type { ParticipationLevel } from '@fieldlab/domain';
import type { SqlClient } from '../../platform/database/database';
import { rowsOf, sql, type Sql } from '../../platform/database/sql';
import { firmNameOf } from '../../resource/firms';
import type { QueryResultRow } from 'pg';

/** The period in which a company takes part in a centre. */
export interface TakingPart {
  companyId: string;
  centreId: string;
  startedOn: string;
  /** The first day on which it no longer holds. */
  endedOn: string | null;
}

/** A participation that lies in the way of another one. */
export interface Other {
  id: string;
  companyName: string;
  centreName: string;
  level: ParticipationLevel;
  startedOn: string;
}

/**
 * A live participation in the same centre that lies in the way of a new period: of the same firm, after merges, as
 * those of merged companies may not overlap from then on.
 */
export const findInTheWayOfNew = (client: SqlClient, period: TakingPart): Promise<Other | undefined> =>
  findOverlapping(client, period, sql`select company_family(${period.companyId}::uuid)`);

/** The same for a period that exists: what overlapped when companies were merged stays as it is. */
export const findInTheWayOfKnown = (
  client: SqlClient,
  period: TakingPart & { id: string },
): Promise<Other | undefined> =>
  findOverlapping(client, period, sql`select ${period.companyId}::uuid`, period.id);

/** An array of companies serves the index that keeps periods apart. */
async function findOverlapping(
  client: SqlClient,
  { centreId, startedOn, endedOn }: TakingPart,
  companies: Sql,
  exceptId?: string,
): Promise<Other | undefined> {
  const [other] = await rowsOf<Other & QueryResultRow>(
    client,
    sql`select t.id, ${firmNameOf('c')} as "companyName", z.name as "centreName", t.level::text as level,
               t.started_on as "startedOn"
          from participations t join companies c on c.id = t.company_id join centres z on z.id = t.centre_id
         where t.company_id = any(array(${companies})) and t.centre_id = ${centreId}::uuid
           and t.deleted_at is null and t.id is distinct from ${exceptId ?? null}::uuid
           and daterange(t.started_on, t.ended_on) && daterange(${startedOn}::date, ${endedOn}::date)
         order by t.started_on limit 1`,
  );
  return other;
}

/** The period that a step closed, and what it was before. */
export interface ClosedByStep {
  id: string;
  endedOn: string | null;
  /** Neither of the two periods was changed after the step. */
  isUntouched: boolean;
}

/** What a step closed to open a period; undefined where the period was not opened by a step. */
export async function findClosedByStep(client: SqlClient, nextId: string): Promise<ClosedByStep | undefined> {
  const [closed] = await rowsOf<ClosedByStep & QueryResultRow>(
    client,
    sql`with opened as (select * from participations_history where id = ${nextId}::uuid order by rev_from limit 1)
        select before.id, before.ended_on as "endedOn",
               now.version = after.version and now.deleted_at is null and next.version = opened.version as "isUntouched"
          from opened
          join participations next on next.id = opened.id
          join participations_history after on after.rev_from = opened.rev_from and after.id <> opened.id
           and after.centre_id = opened.centre_id and after.ended_on = opened.started_on
          join participations_history before on before.id = after.id and before.rev_to = opened.rev_from
           and before.ended_on is not distinct from opened.ended_on
          join participations now on now.id = after.id
         where after.company_id = any(array(select company_family(opened.company_id)))
         limit 1`,
  );
  return closed;
}
