import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { rowsOf, sql } from '../../platform/database/sql';

const WINDOW_MINUTES = 15;

/** What failures are counted under, and how many of them in the window lock it. */
export interface FailureCount {
  key: Buffer;
  most: number;
}

/** The first lockout; each next one within a day is twice as long. */
const FIRST_LOCKOUT_MINUTES = 15;
const LONGEST_LOCKOUT_MINUTES = 60;
const FORGOTTEN_AFTER_HOURS = 24;

/** Counts failures in the database, so that all processes count together and a restart forgives nothing. */
@Injectable()
export class SignInFailuresRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The seconds until the last of these keys is open again; 0 when none is locked. */
  async secondsLocked(keys: readonly Buffer[]): Promise<number> {
    const [row] = await rowsOf<{ seconds: number }>(
      this.database.pool,
      sql`select coalesce(extract(epoch from max(locked_until) - now()), 0)::float8 as seconds
            from sign_in_failures where key = any (${keys}::bytea[]) and locked_until > now()`,
    );
    return row?.seconds ?? 0;
  }

  /** One statement, so that failures at the same moment are all counted. */
  async add({ key, most }: FailureCount): Promise<void> {
    const locks = sql`${recentFailures} + 1 >= ${most}`;
    await rowsOf(
      this.database.pool,
      sql`
      insert into sign_in_failures as f (key, failed_at) values (${key}, array[now()])
      on conflict (key) do update set
        updated_at = now(),
        failed_at = case when ${locks} then '{}' else ${recent} || now() end,
        lockouts = case when ${locks} then ${lockouts} + 1 else ${lockouts} end,
        locked_until = case when ${locks}
          then now() + least(${LONGEST_LOCKOUT_MINUTES}, ${FIRST_LOCKOUT_MINUTES} * 2 ^ least(${lockouts}, 10))
                       * interval '1 minute'
          else f.locked_until end`,
    );
  }

  /** The person proved to be who they are. */
  async forgive(keys: readonly Buffer[]): Promise<void> {
    await rowsOf(this.database.pool, sql`delete from sign_in_failures where key = any (${keys}::bytea[])`);
  }

  async forgetOld(): Promise<void> {
    await rowsOf(
      this.database.pool,
      sql`delete from sign_in_failures
           where updated_at < now() - make_interval(hours => ${FORGOTTEN_AFTER_HOURS})`,
    );
  }
}

const recent = sql`array(
  select t from unnest(f.failed_at) t where t > now() - make_interval(mins => ${WINDOW_MINUTES}))`;
const recentFailures = sql`cardinality(${recent})`;
const lockouts = sql`(case when f.updated_at < now() - make_interval(hours => ${FORGOTTEN_AFTER_HOURS})
  then 0 else f.lockouts end)`;
