import { Inject, Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { Database } from '../../platform/database/database';
import { listOfIds, rowsOf, sql } from '../../platform/database/sql';

type Client = Pool | PoolClient;
interface RoundParticipation {
  /** How many rounds back. */
  rounds?: number;
  asOf?: string | null;
  client?: Client;
}

/** What rounds tell of the quality of a figure about companies. */
@Injectable()
export class ConfirmationsService {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * Which of these firms took part in one of the last rounds' quarters (that began by `asOf`) and were confirmed in
   * none of them. While no round was held there is nothing to confirm, and nobody is unconfirmed. Merged companies speak
   * for one another.
   */
  async unconfirmedAmong(
    companyIds: readonly string[],
    { rounds = 4, asOf = null, client = this.database.pool }: RoundParticipation = {},
  ): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      client,
      sql`
      with recent as (
        select id, started_on, ended_on from rounds 
           where deleted_at is null and (${asOf}::date is null or started_on <= ${asOf}::date)
           order by started_on desc limit ${rounds}),
      spoken as (
        select distinct p.company_id
          from recent r
          join round_submissions s on s.round_id = r.id and s.status in ('SUBMITTED', 'ACCEPTED')
          join round_answers a on a.submission_id = s.id and a.answer = 'CONFIRMED'
          join participations p on p.id = a.participation_id),
      confirmed as (select company_root(company_id) as id from spoken),
      asked as (
        select distinct p.company_id
          from recent r
          join participations p on p.deleted_at is null and p.level >= 'PARTICIPANT'
           and p.started_on < r.ended_on and (p.ended_on is null or p.ended_on > r.started_on)
          join centres z on z.id = p.centre_id and (z.ended_on is null or z.ended_on > r.started_on)),
      firm as (
        select distinct case when c.merged_into_id is null then c.id else company_root(c.id) end as id
          from asked join companies c on c.id = asked.company_id)
      select firm.id from firm
       where firm.id = any(${listOfIds(companyIds)}::uuid[]) and firm.id not in (select id from confirmed)`,
    );
    return rows.map(({ id }) => id);
  }

  /** How many of these firms, which were counted on a date, were not confirmed; null while there was no round by then. */
  async countUnconfirmed(
    companyIds: readonly string[],
    asOf: string,
    client: Client,
  ): Promise<number | null> {
    const held = await rowsOf(
      client,
      sql`select from rounds where deleted_at is null and started_on <= ${asOf}::date limit 1`,
    );
    return held.length === 0 ? null : (await this.unconfirmedAmong(companyIds, { asOf, client })).length;
  }
}
