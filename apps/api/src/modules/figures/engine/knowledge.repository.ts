import { Inject, Injectable } from '@nestjs/common';
import { Database, type Reading, type SqlClient } from '../../../platform/database/database';
import { rowsOf, sql, type Sql } from '../../../platform/database/sql';
import { RegisterColumns } from '../columns/register-columns';
import { RegisterAt, type Knowledge } from './register-at';

/** Opens the register as it was known at an instant. */
@Injectable()
export class KnowledgeRepository {
  private readonly columns = new RegisterColumns();

  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * Runs `work`, which may be more than once, in a snapshot in which everything known at `knownAt` is visible and stays so for ever.
   *
   * An instant at or before the last visible change is settled. A newer one first waits for whoever is settling
   * right now (the lock of settle_revision); after that no instant up to the present can be given out any more. The lock
   * is the primary's; the snapshot may be the replica's, which then holds whatever the primary held after the lock.
   */
  async readAt<T>(
    knownAt: string | undefined,
    work: (client: SqlClient, register: RegisterAt) => Promise<T>,
    options?: Pick<Reading, 'once'>,
  ): Promise<T> {
    const one = (client: SqlClient, [register]: RegisterAt[]): Promise<T> => {
      if (!register) throw new Error('One instant was asked');
      return work(client, register);
    };
    return this.readAtEach([knownAt], one, options);
  }

  /** The same for several instants beside each other, in one snapshot. */
  async readAtEach<T>(
    instants: readonly (string | undefined)[],
    work: (client: SqlClient, registers: RegisterAt[]) => Promise<T>,
    options: Pick<Reading, 'once'> = {},
  ): Promise<T> {
    const asked: (string | undefined)[] = [];
    for (const knownAt of instants) {
      asked.push((await this.passSettlingWriters(knownAt)) ? undefined : knownAt);
    }
    const reading = async (client: SqlClient): Promise<T> => {
      await client.query(`set local work_mem = '128MB'`);
      const known: Knowledge[] = [];
      for (const knownAt of asked) known.push(await resolve(client, knownAt));
      return work(client, this.open(client, known));
    };
    return this.database.reading(reading, { ...options, kind: 'figures' });
  }

  /** The register as a transaction under way sees it, for as long as `work` lasts: what it wrote itself included. */
  async within<T>(client: SqlClient, work: (register: RegisterAt) => Promise<T>): Promise<T> {
    const knowledge = { ...(await resolve(client, undefined)), isLatest: true };
    return this.columns.within(client, (columns) =>
      work(new RegisterAt(knowledge, () => Promise.resolve(columns))),
    );
  }

  /**
   * The register as it was known at the end of each of these days, read in a snapshot of the present; the days are in
   * their order. A day that has not ended knows what is known now.
   */
  async atEndOfDays(client: SqlClient, days: readonly string[], timeZone: string): Promise<RegisterAt[]> {
    const instants = sql`
      select (day + 1)::timestamp at time zone ${timeZone} - interval '1 millisecond' as instant
        from unnest(${days}::date[]) day`;
    return this.open(client, await resolveEach(client, instants));
  }

  /** Registers of one snapshot share the copy that is caught up with it, and so the numbers of what is in it. */
  private open(client: SqlClient, known: readonly Knowledge[]): RegisterAt[] {
    let seen: ReturnType<RegisterColumns['seenBy']> | undefined;
    return known.map(
      (knowledge) =>
        new RegisterAt(knowledge, async () =>
          (await (seen ??= this.columns.seenBy(client)))(knowledge.knownAt),
        ),
    );
  }

  /** Answers whether the present is asked: no instant, or one that has not passed yet. */
  private async passSettlingWriters(knownAt: string | undefined): Promise<boolean> {
    if (knownAt !== undefined && (await this.isSettled(knownAt))) return false;
    const { pool } = this.database;
    // A statement alone is a transaction, with which the lock ends: no session holds it, which a pooler would share.
    await pool.query('select pg_advisory_xact_lock_shared(knowledge_lock_key())');
    if (knownAt === undefined) return true;
    // Whole milliseconds: a change later in this very millisecond would get the same instant.
    const [row] = await rowsOf<{ future: boolean }>(
      pool,
      sql`select ${knownAt}::timestamptz >= date_trunc('milliseconds', clock_timestamp()) as future`,
    );
    return row?.future ?? true;
  }

  private async isSettled(knownAt: string): Promise<boolean> {
    const [row] = await rowsOf<{ settled: boolean }>(
      this.database.pool,
      sql`select ${knownAt}::timestamptz <= known_at as settled from knowledge_clock`,
    );
    return row?.settled ?? false;
  }
}

async function resolve(client: SqlClient, knownAt: string | undefined): Promise<Knowledge> {
  const [knowledge] = await resolveEach(
    client,
    sql`select coalesce(${knownAt ?? null}::timestamptz, c.known_at) as instant from knowledge_clock c`,
  );
  if (!knowledge) throw new Error('The knowledge clock has no row: the migrations are incomplete.');
  return knowledge;
}

/** What was known at each instant of a relation, in the order of the instants. */
async function resolveEach(client: SqlClient, instants: Sql): Promise<Knowledge[]> {
  const rows = await rowsOf<{ known_at: Date; latest: boolean; high: string; late: string[] }>(
    client,
    sql`
      with asked as (
        select i.instant, c.known_at as last,
               coalesce((select r.high from revisions r where r.known_at <= i.instant
                          order by r.known_at desc limit 1), 0) as high
          from (${instants}) i cross join knowledge_clock c)
      select asked.instant as known_at, asked.instant >= asked.last as latest, asked.high::text as high,
             array(select r.id::text from revisions r
                    where r.late and r.known_at > asked.instant and r.id < asked.high) as late
        from asked order by asked.instant`,
  );
  return rows.map(({ known_at: at, latest: isLatest, high, late }) => {
    return { knownAt: at.toISOString(), isLatest, high, late };
  });
}
