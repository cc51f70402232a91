import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import type { Reader } from '../../platform/database/database';
import { rowsOf, sql } from '../../platform/database/sql';

export interface Calendar {
  today: string;
  /** The start of the programme, once it has one. */
  startedOn: string | undefined;
}

@Injectable()
export class TargetsRepository {
  /** Answers whether a scope, `hub:CODE` or `centre:CODE`, names a centre that is there. */
  async isScope({ prisma }: Reader, scope: string): Promise<boolean> {
    const [kind, ...code] = scope.split(':');
    const found = await prisma.centre.count({
      where: { deletedAt: null, code: code.join(':'), ...(kind === 'centre' ? {} : { kind: 'HUB' }) },
    });
    return found > 0;
  }

  async calendar(client: Pool | PoolClient): Promise<Calendar> {
    const [row] = await rowsOf<{ today: string; startedOn: string | null }>(
      client,
      sql`select programme_today() as today,
                 (select started_on from programmes where deleted_at is null) as "startedOn"`,
    );
    if (!row) throw new Error('The calendar has one row');
    return { today: row.today, startedOn: row.startedOn ?? undefined };
  }
}
