import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { allOf, raw, rowsOf, sql, type Sql } from '../../platform/database/sql';
import type { BoardLine } from './round.dto';

type Client = Pool | PoolClient;
type Dated = 'submittedAt' | 'decidedAt' | 'remindedAt';
type Line = Omit<BoardLine, Dated> & Record<Dated, Date | null>;

/** A centre on the board with the round that it is asked in. */
export interface Place extends BoardLine {
  roundId: string;
  period: string;
  firstDay: string;
  lastDay: string;
  dueOn: string;
}
type PlaceRow = Line & Omit<Place, keyof BoardLine>;

const LINE = raw(`
  b.round_id as "roundId", b.period, b.started_on as "firstDay", b.ended_on - 1 as "lastDay", b.due_on as "dueOn",
  b.centre_id as "centreId", b.code as "centreCode", b.name as "centreName", b.kind as "centreKind", b.status,
  b.is_late as "isLate", a.confirmed, a.ended, b.submitted_at as "submittedAt", b.submitted_by as "submittedBy",
  b.decided_at as "decidedAt", b.decided_by as "decidedBy", b.remark, b.reminded_at as "remindedAt"`);

/** Who is where in a round. */
@Injectable()
export class BoardRepository {
  /** The round's centres as far as the reader sees them, in the order of their names. */
  lines(client: Client, roundId: string, bound: readonly string[] | undefined): Promise<Place[]> {
    const conditions = [sql`b.round_id = ${roundId}::uuid`];
    if (bound) conditions.push(sql`b.centre_id = any(${bound}::uuid[])`);
    return this.read(client, allOf(conditions));
  }

  async place(client: Client, roundId: string, centreId: string): Promise<Place | undefined> {
    const found = await this.read(
      client,
      sql`b.round_id = ${roundId}::uuid and b.centre_id = ${centreId}::uuid`,
    );
    return found[0];
  }

  private async read(client: Client, condition: Sql): Promise<Place[]> {
    const rows = await rowsOf<PlaceRow & Record<string, unknown>>(
      client,
      sql`select ${LINE}
            from round_board b
           cross join lateral (
             select count(*) filter (where a.answer = 'CONFIRMED')::integer as confirmed,
                    count(*) filter (where a.answer = 'ENDED')::integer as ended
               from round_answers a where a.submission_id = b.submission_id) a
           where ${condition} order by b.name, b.centre_id`,
    );
    return rows.map((row) => ({
      ...row,
      submittedAt: row.submittedAt?.toISOString() ?? null,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      remindedAt: row.remindedAt?.toISOString() ?? null,
    }));
  }
}
