import type { Pool } from 'pg';
import { Inject, Injectable } from '@nestjs/common';
import { Database, type SqlClient } from '../../../platform/database/database';
import { rowsOf, sql, type Sql } from '../../../platform/database/sql';
import type { CheckState, ProposedChange } from '../proposals/register-proposal.dto';

export type Outcome = 'SAME' | 'DIFFERS' | 'UNKNOWN' | 'UNANSWERED';
type Stop = NonNullable<NonNullable<CheckState['last']>['stoppedBy']>;

/** A company that is looked up, by the number that it has now. */
export interface DueCompany {
  id: string;
  scheme: string;
  number: string;
  /** The first day on which the number does not hold any more. */
  validTo: string | null;
}

interface RunRow {
  id: string;
  startedAt: Date;
  finishedAt: Date | null;
  checked: number;
  proposed: number;
  stoppedBy: Stop | null;
}

const DEAD_AFTER_MINUTES = 5;
/** Where the programme is, when nobody works. */
const NIGHT = '02:00';

/** Companies with a number that a connected register knows firms by. */
const numbered = (schemes: readonly string[]): Sql => sql`
  select c.id, n.scheme, n.number, n.valid_to as "validTo", k.checked_at as checked_at, k.outcome
    from companies c
    join company_numbers n on n.company_id = c.id and n.deleted_at is null and n.scheme = any(${schemes}::text[])
     and (n.valid_from is null or n.valid_from <= programme_today())
     and (n.valid_to is null or n.valid_to > programme_today())
    left join register_checks k on k.company_id = c.id
   where c.deleted_at is null and c.merged_into_id is null`;

/** Which companies were looked up when, and what is proposed of what was found. */
@Injectable()
export class RegisterChecksRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  private get pool(): Pool {
    return this.database.pool;
  }

  async secondsUntilNight(): Promise<number> {
    const [row] = await rowsOf<{ seconds: number }>(
      this.pool,
      sql`select ceil(extract(epoch from (
            case when at > now() then at else (local + 1 + ${NIGHT}::time) at time zone zone end) - now()))::int as seconds
            from (select zone, local, (local + ${NIGHT}::time) at time zone zone as at
                    from (select programme_time_zone() as zone, programme_today() as local) today) tonight`,
    );
    return row?.seconds ?? 0;
  }

  /** Begins a run; undefined while another one is under way. */
  begin(): Promise<string | undefined> {
    return this.database.transaction(async (client) => {
      await rowsOf(client, sql`lock table register_check_runs in share row exclusive mode`);
      const [made] = await rowsOf<{ id: string }>(
        client,
        sql`insert into register_check_runs (started_at)
            select now() where not exists (
              select from register_check_runs
               where finished_at is null and seen_at > now() - make_interval(mins => ${DEAD_AFTER_MINUTES}))
            returning id`,
      );
      return made?.id;
    }, 'interactive');
  }

  async tell(id: string, { checked, proposed }: { checked: number; proposed: number }): Promise<void> {
    await rowsOf(
      this.pool,
      sql`update register_check_runs set checked = ${checked}, proposed = ${proposed}, seen_at = now()
           where id = ${id}::uuid`,
    );
  }

  async finish(id: string, stoppedBy: Stop | null): Promise<void> {
    await rowsOf(
      this.pool,
      sql`update register_check_runs set finished_at = now(), stopped_by = ${stoppedBy} where id = ${id}::uuid`,
    );
  }

  /** Those of the oldest check first. */
  due(schemes: readonly string[], most: number): Promise<DueCompany[]> {
    return rowsOf<DueCompany & Record<string, unknown>>(
      this.pool,
      sql`select d.id, d.scheme, d.number, d."validTo" from (${numbered(schemes)}) d
           order by d.checked_at nulls first, d.id limit ${most}`,
    );
  }

  async note(client: Pool | SqlClient, companyId: string, outcome: Outcome): Promise<void> {
    await rowsOf(
      client,
      sql`insert into register_checks (company_id, outcome) values (${companyId}::uuid, ${outcome})
          on conflict (company_id) do update set outcome = excluded.outcome, checked_at = now()`,
    );
  }

  async noteOne(companyId: string, outcome: Outcome): Promise<void> {
    await this.note(this.pool, companyId, outcome);
  }

  async last(): Promise<RunRow | undefined> {
    const [run] = await rowsOf<RunRow & Record<string, unknown>>(
      this.pool,
      sql`select id, started_at as "startedAt", finished_at as "finishedAt", checked, proposed, stopped_by as "stoppedBy"
            from register_check_runs order by started_at desc, id desc limit 1`,
    );
    return run;
  }

  async counts(schemes: readonly string[]): Promise<Pick<CheckState, 'companies' | 'unchecked' | 'unknown'>> {
    const [row] = await rowsOf<Pick<CheckState, 'companies' | 'unchecked' | 'unknown'>>(
      this.pool,
      sql`select count(*)::int as companies, count(*) filter (where d.checked_at is null)::int as unchecked,
                 count(*) filter (where d.outcome = 'UNKNOWN')::int as unknown
            from (${numbered(schemes)}) d`,
    );
    return row ?? { companies: 0, unchecked: 0, unknown: 0 };
  }

  /** What of these changes was not declined before. */
  async notDeclined(
    client: SqlClient,
    companyId: string,
    changes: ProposedChange[],
  ): Promise<ProposedChange[]> {
    const declined = await rowsOf<{ field: string; to: string }>(
      client,
      sql`select c ->> 'field' as field, c ->> 'to' as "to"
            from register_proposals p cross join lateral jsonb_array_elements(p.changes) c
           where p.company_id = ${companyId}::uuid and c ->> 'decision' = 'DECLINED'`,
    );
    return changes.filter(
      ({ field, to }) => !declined.some((before) => before.field === field && before.to === to),
    );
  }

  /** The proposal that waits for a decision, which nobody decides upon meanwhile. */
  async lockOpen(
    client: SqlClient,
    companyId: string,
  ): Promise<{ id: string; changes: ProposedChange[] } | undefined> {
    const [open] = await rowsOf<{ id: string; changes: ProposedChange[] }>(
      client,
      sql`select id, changes from register_proposals
           where company_id = ${companyId}::uuid and status = 'OPEN' for update`,
    );
    return open;
  }

  async supersede(client: SqlClient, id: string): Promise<void> {
    await rowsOf(client, sql`update register_proposals set status = 'SUPERSEDED' where id = ${id}::uuid`);
  }

  async propose(
    client: SqlClient,
    companyId: string,
    { register, readAt, changes }: { register: string; readAt: string; changes: ProposedChange[] },
  ): Promise<void> {
    await rowsOf(
      client,
      sql`insert into register_proposals (company_id, register, read_at, changes)
          values (${companyId}::uuid, ${register}, ${readAt}::timestamptz, ${JSON.stringify(changes)}::jsonb)`,
    );
  }
}
