import { Inject, Injectable } from '@nestjs/common';
import { Database, type SqlClient } from '../database/database';
import { rowsOf, sql, type Sql } from '../database/sql';

export interface WaitingMail {
  id: string;
  createdAt: Date;
  sealed: Buffer;
  attempts: number;
  /** What it holds is of no use any more. */
  isOver: boolean;
}

/** Mails that wait to be sent: sealed, found by the digest of their address alone, and gone once sent or given up. */
@Injectable()
export class MailsRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async add(
    client: SqlClient,
    { sealed, addressDigest, hours }: { sealed: Buffer; addressDigest: Buffer; hours: number },
  ): Promise<string> {
    const [mail] = await rowsOf<{ id: string }>(
      client,
      sql`insert into mails (sealed, address_digest, expires_at)
          values (${sealed}, ${addressDigest}, now() + make_interval(hours => ${hours}::int)) returning id`,
    );
    if (!mail) throw new Error('Nothing was inserted into mails');
    return mail.id;
  }

  /** It is whose who asks for so long; answers undefined where it is another's, or is not there any more. */
  async claim(id: string, seconds: number): Promise<WaitingMail | undefined> {
    const [mail] = await rowsOf<WaitingMail & Record<string, unknown>>(
      this.database.pool,
      sql`update mails set claimed_until = now() + make_interval(secs => ${seconds}), attempts = attempts + 1
           where id = ${id}::uuid and (claimed_until is null or claimed_until <= now())
       returning id, created_at as "createdAt", sealed, attempts, expires_at <= now() as "isOver"`,
    );
    return mail;
  }

  /** Works in a transaction in which nobody else can remove it; not at all where it is not there any more. */
  async whileThere(id: string, work: (client: SqlClient) => Promise<void>): Promise<void> {
    await this.database.transaction(async (client) => {
      const rows = await rowsOf(client, sql`select from mails where id = ${id}::uuid for update`);
      if (rows.length > 0) await work(client);
    });
  }

  async letGo(client: SqlClient, id: string): Promise<void> {
    await rowsOf(client, sql`update mails set claimed_until = null where id = ${id}::uuid`);
  }

  /** Answers whether it was there: somebody may have forgotten it meanwhile. */
  async remove(id: string): Promise<boolean> {
    const rows = await rowsOf(this.database.pool, sql`delete from mails where id = ${id}::uuid returning 1`);
    return rows.length > 0;
  }

  async forget(client: SqlClient, addressDigest: Buffer): Promise<void> {
    await rowsOf(client, sql`delete from mails where address_digest = ${addressDigest}`);
  }

  /** Answers whether it was there. */
  async giveUp(id: string): Promise<boolean> {
    const rows = await this.givenUp(sql`id = ${id}::uuid`);
    return rows.length > 0;
  }

  /** Those that nobody sent in time, since no process was there; answers their ids. */
  async giveUpOverdue(): Promise<string[]> {
    const rows = await this.givenUp(sql`expires_at < now() - interval '1 hour'`);
    return rows.map(({ id }) => id);
  }

  async forgetGivenUp(days: number): Promise<void> {
    await rowsOf(
      this.database.pool,
      sql`delete from mails_given_up where given_up_at < now() - make_interval(days => ${days}::int)`,
    );
  }

  private givenUp(which: Sql): Promise<{ id: string }[]> {
    return rowsOf(
      this.database.pool,
      sql`with gone as (delete from mails where ${which} returning id)
          insert into mails_given_up (id) select id from gone returning id`,
    );
  }
}
