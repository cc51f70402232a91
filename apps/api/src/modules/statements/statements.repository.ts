import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { SqlClient } from '../../platform/database/database';
import { raw, rowsOf, sql, type Sql } from '../../platform/database/sql';
import { firmNameOf } from '../../resource/firms';
import type { LinkDto, Stated, StatementDto } from './statement.dto';

type Client = Pool | SqlClient;
type Dated = 'askedAt' | 'openUntil' | 'answeredAt' | 'decidedAt';
export type StatementRow = Omit<StatementDto, Dated> &
  Record<Dated, Date | null> & { id: string; askedAt: Date };
export type LinkRow = Omit<LinkDto, 'openUntil'> & { openUntil: Date; id: string };

export interface Addressee {
  participationId: string;
  companyName: string;
  centreName: string;
  name: string;
  email: string;
}

/** As long as a company has for answering. */
export const LINK_DAYS = 14;
/** More people of one company are not asked the same. */
const MOST_PEOPLE = 5;

const REGISTERED = raw(
  `jsonb_build_object('level', p.level, 'startedOn', p.started_on, 'lastDay', p.ended_on - 1)`,
);
const STATED = raw(`case when s.answer = 'CORRECTED' then jsonb_build_object(
  'level', s.stated_level, 'startedOn', s.stated_started_on, 'lastDay', s.stated_last_day) end`);

/** What companies are asked about their participations, and what they say. */
@Injectable()
export class StatementsRepository {
  async list(client: Client, roundId: string, centreId: string): Promise<StatementRow[]> {
    return this.read(client, sql`s.round_id = ${roundId}::uuid and p.centre_id = ${centreId}::uuid`);
  }

  /** One that nobody else decides upon before this transaction ends. */
  async lock(client: SqlClient, roundId: string, participationId: string): Promise<StatementRow | undefined> {
    const key = sql`s.round_id = ${roundId}::uuid and s.participation_id = ${participationId}::uuid`;
    await rowsOf(client, sql`select from participation_statements s where ${key} for update`);
    return (await this.read(client, key))[0];
  }

  /** Whom to write to about these participations of a centre: the contacts that have an address. */
  addressees(client: Client, centreId: string, participationIds: readonly string[]): Promise<Addressee[]> {
    return rowsOf<Addressee & Record<string, unknown>>(
      client,
      sql`select p.id as "participationId", ${firmNameOf('c')} as "companyName", z.name as "centreName", k.name, k.email
            from participations p
            join companies c on c.id = p.company_id
            join centres z on z.id = p.centre_id
           cross join lateral (
             select k.name, k.email from contacts k
              where k.centre_id = p.centre_id and k.deleted_at is null and k.email is not null
                and company_root(k.company_id) = company_root(p.company_id)
              order by k.id limit ${MOST_PEOPLE}) k
           where p.id = any(${participationIds}::uuid[]) and p.centre_id = ${centreId}::uuid and p.deleted_at is null
           order by p.id, k.name`,
    );
  }

  /** Asks, or asks again; what was said before to the same question is gone, and so is its link. */
  async ask(
    client: SqlClient,
    {
      roundId,
      participationId,
      by,
      tokenHash,
    }: { roundId: string; participationId: string; by: string; tokenHash: Buffer },
  ): Promise<void> {
    const [row] = await rowsOf<{ id: string }>(
      client,
      sql`insert into participation_statements (round_id, participation_id, asked_by_id)
          values (${roundId}::uuid, ${participationId}::uuid, ${by}::uuid)
          on conflict (round_id, participation_id) do update
             set asked_at = now(), asked_by_id = excluded.asked_by_id, answered_at = null, answer = null, stated_level = null,
                 stated_started_on = null, stated_last_day = null, decided_at = null, decided_by_id = null, decision = null
          returning id`,
    );
    await rowsOf(
      client,
      sql`insert into participation_links (statement_id, token_hash, expires_at)
          values (${row?.id ?? null}::uuid, ${tokenHash}, now() + make_interval(days => ${LINK_DAYS}))
          on conflict (statement_id) do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at`,
    );
  }

  async endLink(client: SqlClient, id: string): Promise<void> {
    await rowsOf(client, sql`delete from participation_links where statement_id = ${id}::uuid`);
  }

  async forgetOldLinks(client: Client): Promise<void> {
    await rowsOf(client, sql`delete from participation_links where expires_at < now()`);
  }

  /** What a link shows, while it works. */
  async byToken(client: Client, tokenHash: Buffer): Promise<LinkRow | undefined> {
    const [row] = await rowsOf<LinkRow & Record<string, unknown>>(
      client,
      sql`select s.id, ${firmNameOf('c')} as "companyName", z.name as "centreName", r.period as quarter,
                 r.started_on as "firstDay", r.ended_on - 1 as "lastDayOfQuarter", ${REGISTERED} as registered,
                 l.expires_at as "openUntil", s.answer, ${STATED} as stated
            from participation_links l
            join participation_statements s on s.id = l.statement_id and s.decision is null
            join rounds r on r.id = s.round_id and r.deleted_at is null
            join participations p on p.id = s.participation_id and p.deleted_at is null
            join companies c on c.id = p.company_id
            join centres z on z.id = p.centre_id
           where l.token_hash = ${tokenHash} and l.expires_at > now()`,
    );
    return row;
  }

  /** Answers false where the link ended a moment before. */
  async answer(client: SqlClient, tokenHash: Buffer, stated: Stated | undefined): Promise<boolean> {
    const rows = await rowsOf(
      client,
      sql`update participation_statements s
             set answered_at = now(), answer = ${stated ? 'CORRECTED' : 'CONFIRMED'},
                 stated_level = ${stated?.level ?? null}::participation_level,
                 stated_started_on = ${stated?.startedOn ?? null}::date, stated_last_day = ${stated?.lastDay ?? null}::date
            from participation_links l
           where l.statement_id = s.id and l.token_hash = ${tokenHash} and l.expires_at > now() and s.decision is null
          returning 1`,
    );
    return rows.length > 0;
  }

  async decide(
    client: SqlClient,
    id: string,
    { decision, by }: { decision: 'ACCEPTED' | 'DECLINED'; by: string },
  ): Promise<void> {
    await rowsOf(
      client,
      sql`update participation_statements set decision = ${decision}, decided_at = now(), decided_by_id = ${by}::uuid
           where id = ${id}::uuid`,
    );
    await this.endLink(client, id);
  }

  private read(client: Client, condition: Sql): Promise<StatementRow[]> {
    return rowsOf<StatementRow & Record<string, unknown>>(
      client,
      sql`select s.id, p.id as "participationId", p.company_id as "companyId", ${firmNameOf('c')} as "companyName",
                 p.version, ${REGISTERED} as registered, s.asked_at as "askedAt", a.name as "askedBy",
                 l.expires_at as "openUntil", s.answered_at as "answeredAt", s.answer, ${STATED} as stated,
                 s.decided_at as "decidedAt", d.name as "decidedBy", s.decision
            from participation_statements s
            join participations p on p.id = s.participation_id and p.deleted_at is null
            join companies c on c.id = p.company_id
            left join users a on a.id = s.asked_by_id
            left join users d on d.id = s.decided_by_id
            left join participation_links l on l.statement_id = s.id and l.expires_at > now()
           where ${condition} order by "companyName", p.id`,
    );
  }
}
