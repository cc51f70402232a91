import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { rowsOf, sql } from '../../platform/database/sql';

/** What day it is where the programme is. */
@Injectable()
export class ProgrammeClock {
  async today(client: Pool | PoolClient): Promise<string> {
    const [row] = await rowsOf<{ today: string }>(client, sql`select programme_today() as today`);
    if (!row) throw new Error('There is a today');
    return row.today;
  }
}
