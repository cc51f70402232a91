import type { Pool } from 'pg';
import { Injectable } from '@nestjs/common';
import type { SqlClient } from '../../../platform/database/database';
import { allOf, rowsOf, sql, type Sql } from '../../../platform/database/sql';
import type { Proposal, ProposalList, ProposedChange } from './register-proposal.dto';

type Client = Pool | SqlClient;
type Bound = readonly string[] | undefined;

export type ProposalRow = Pick<
  Proposal,
  'id' | 'version' | 'companyId' | 'companyName' | 'register' | 'changes' | 'status'
> & { readAt: Date; readOn: string };

const COLUMNS = sql`p.id, p.version, p.company_id as "companyId", c.name as "companyName", p.register, p.read_at as "readAt",
  (p.read_at at time zone programme_time_zone())::date as "readOn", p.changes, p.status`;
const FROM = sql`register_proposals p
  join companies c on c.id = p.company_id and c.deleted_at is null and c.merged_into_id is null`;

const seenBy = (bound: Bound): Sql =>
  bound ? sql`p.company_id in (select firms_of_centres(${bound}::uuid[]))` : sql`true`;

/** Proposals as far as somebody sees them: of all companies, or of those of their own centres. */
@Injectable()
export class RegisterProposalsRepository {
  async list(
    client: Client,
    { page, perPage, companyId }: ProposalList,
    bound: Bound,
  ): Promise<{ rows: ProposalRow[]; total: number }> {
    const where = allOf([
      sql`p.status = 'OPEN'`,
      seenBy(bound),
      ...(companyId === undefined ? [] : [sql`p.company_id = ${companyId}::uuid`]),
    ]);
    const rows = await rowsOf<ProposalRow & Record<string, unknown>>(
      client,
      sql`select ${COLUMNS} from ${FROM} where ${where}
           order by p.read_at desc, p.id limit ${perPage} offset ${(page - 1) * perPage}`,
    );
    const [counted] = await rowsOf<{ total: number }>(
      client,
      sql`select count(*)::int as total from ${FROM} where ${where}`,
    );
    return { rows, total: counted?.total ?? 0 };
  }

  async find(client: Client, id: string, bound: Bound): Promise<ProposalRow | undefined> {
    const [row] = await rowsOf<ProposalRow & Record<string, unknown>>(
      client,
      sql`select ${COLUMNS} from ${FROM} where p.id = ${id}::uuid and ${seenBy(bound)}`,
    );
    return row;
  }

  async decide(client: SqlClient, id: string, changes: readonly ProposedChange[]): Promise<void> {
    const status = changes.some(({ decision }) => decision === null) ? 'OPEN' : 'DECIDED';
    await rowsOf(
      client,
      sql`update register_proposals set changes = ${JSON.stringify(changes)}::jsonb, status = ${status}
           where id = ${id}::uuid`,
    );
  }

  /** Participations of a firm that began by its last day and hold after it. */
  runningAfter(
    client: Client,
    companyId: string,
    lastDay: string,
  ): Promise<{ id: string; centreId: string }[]> {
    return rowsOf<{ id: string; centreId: string }>(
      client,
      sql`select t.id, t.centre_id as "centreId" from participations t
           where t.company_id in (select companies_merged_into(array[${companyId}::uuid])) and t.deleted_at is null
             and t.started_on <= ${lastDay}::date and (t.ended_on is null or t.ended_on > ${lastDay}::date + 1)
           order by t.id`,
    );
  }
}
