import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { rowsOf, sql } from '../../platform/database/sql';

/** Requests in a window that ends in so many milliseconds. */
export interface WindowCount {
  hits: number;
  milliseconds: number;
}

@Injectable()
export class RequestCountsRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Counts one more in one statement, so that requests at the same moment are all counted. */
  async count(key: Buffer, windowMs: number): Promise<WindowCount> {
    const [row] = await rowsOf<WindowCount & Record<string, unknown>>(
      this.database.pool,
      sql`insert into request_counts as c (key, hits, ends_at)
          values (${key}, 1, now() + ${windowMs} * interval '1 millisecond')
          on conflict (key) do update set
            hits = case when c.ends_at <= now() then 1 else c.hits + 1 end,
            ends_at = case when c.ends_at <= now() then excluded.ends_at else c.ends_at end
          returning hits, (extract(epoch from ends_at - now()) * 1000)::float8 as milliseconds`,
    );
    if (!row) throw new Error('A request was not counted');
    return row;
  }

  async forgetOld(): Promise<void> {
    await rowsOf(this.database.pool, sql`delete from request_counts where ends_at <= now()`);
  }
}
