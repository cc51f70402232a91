import { Injectable } from '@nestjs/common';
import type { Language } from '@fieldlab/domain';
import type { Pool, PoolClient } from 'pg';
import { rowsOf, sql } from '../../platform/database/sql';

export interface Coordinator {
  name: string;
  email: string;
  language: Language;
  centreIds: string[];
}

@Injectable()
export class RemindersRepository {
  /** Who coordinates one of these centres. */
  coordinators(client: Pool | PoolClient, centreIds: readonly string[]): Promise<Coordinator[]> {
    return rowsOf<Coordinator & Record<string, unknown>>(
      client,
      sql`select name, email, language, centre_ids as "centreIds" from users
           where role = 'COORDINATOR' and deleted_at is null and centre_ids && ${centreIds}::uuid[]
           order by name, id`,
    );
  }

  async noteReminded(client: PoolClient, roundId: string, centreIds: readonly string[]): Promise<void> {
    await rowsOf(
      client,
      sql`insert into round_submissions (round_id, centre_id, reminded_at)
          select ${roundId}::uuid, id, clock_timestamp() from unnest(${centreIds}::uuid[]) id
          on conflict (round_id, centre_id) do update set reminded_at = excluded.reminded_at`,
    );
  }
}
