import { Inject, Injectable } from '@nestjs/common';
import { Database, type SqlClient } from '../../../platform/database/database';
import { rowsOf, sql } from '../../../platform/database/sql';
import { RegisterAt } from './register-at';

/** Opens the register as it was known at an instant. */
@Injectable()
export class KnowledgeRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * Runs `work` in a snapshot in which everything known at `knownAt` is visible and stays so for ever.
   *
   * An instant at or before the last visible change is settled. A newer one first waits for whoever is settling
   * right now (the lock of settle_revision); after that no instant up to the present can be given out any more.
   */
  async readAt<T>(
    knownAt: string | undefined,
    work: (client: SqlClient, register: RegisterAt) => Promise<T>,
  ): Promise<T> {
    return this.readAtEach([knownAt], (client, [register]) => {
      if (!register) throw new Error('One instant was asked');
      return work(client, register);
    });
  }

  /** The same for several instants beside each other, in one snapshot. */
  async readAtEach<T>(
    instants: readonly (string | undefined)[],
    work: (client: SqlClient, registers: RegisterAt[]) => Promise<T>,
  ): Promise<T> {
    const asked: (string | undefined)[] = [];
    for (const knownAt of instants) {
      asked.push((await this.passSettlingWriters(knownAt)) ? undefined : knownAt);
    }
    return this.database.snapshot(async (client) => {
      await client.query(`set local work_mem = '128MB'`);
      const registers: RegisterAt[] = [];
      for (const knownAt of asked) registers.push(new RegisterAt(await resolve(client, knownAt)));
      return work(client, registers);
    });
  }

  /** Answers whether the present is asked: no instant, or one that has not passed yet. */
  private async passSettlingWriters(knownAt: string | undefined): Promise<boolean> {
    if (knownAt !== undefined && (await this.isSettled(knownAt))) return false;
    const client = await this.database.pool.connect();
    try {
      await client.query('select pg_advisory_lock_shared(knowledge_lock_key())');
      await client.query('select pg_advisory_unlock_shared(knowledge_lock_key())');
      if (knownAt === undefined) return true;
      // Whole milliseconds: a change later in this very millisecond would get the same instant.
      const [row] = await rowsOf<{ future: boolean }>(
        client,
        sql`select ${knownAt}::timestamptz >= date_trunc('milliseconds', clock_timestamp()) as future`,
      );
      return row?.future ?? true;
    } finally {
      client.release();
    }
  }

  private async isSettled(knownAt: string): Promise<boolean> {
    const [row] = await rowsOf<{ settled: boolean }>(
      this.database.pool,
      sql`select ${knownAt}::timestamptz <= known_at as settled from knowledge_clock`,
    );
    return row?.settled ?? false;
  }
}

async function resolve(client: SqlClient, knownAt: string | undefined) {
  const [state] = await rowsOf<{ known_at: Date; latest: boolean; high: string; late: string[] }>(
    client,
    sql`
      with asked as (select coalesce(${knownAt ?? null}::timestamptz, c.known_at) as instant, c.known_at as last from knowledge_clock c),
      at as (
        select coalesce((select r.high from revisions r where r.known_at <= asked.instant order by r.known_at desc limit 1), 0) as high
        from asked)
      select asked.instant as known_at, asked.instant >= asked.last as latest, at.high::text as high,
        array(select r.id::text from revisions r where r.late and r.known_at > asked.instant and r.id < at.high) as late
      from asked, at`,
  );
  if (!state) throw new Error('The knowledge clock has no row: the migrations are incomplete.');
  return {
    knownAt: state.known_at.toISOString(),
    isLatest: state.latest,
    high: state.high,
    late: state.late,
  };
}
