import { Inject, Injectable } from '@nestjs/common';
import { Database, type SqlClient, type Transaction } from './database';
import { isLostRace } from './database-errors';
import type { KindOfWork } from './time-limits';

/** Who writes, and by which request: kept with every version that the transaction makes. */
export interface Authorship {
  actorId: string | null;
  actorName: string;
  requestId?: string | undefined;
  reason?: string | undefined;
}

/** Ends a transaction that was only to be seen. */
class Rehearsed extends Error {
  constructor(readonly outcome: unknown) {
    super('Taken back, as it was only to be seen.');
  }
}

const ANNOUNCE_AUTHOR = 'select announce_author($1::uuid, $2, $3, $4)';
const authorshipValues = (by: Authorship): (string | null)[] => [
  by.actorId,
  by.actorName,
  by.requestId ?? null,
  by.reason ?? null,
];

const MAX_ATTEMPTS = 4;

/**
 * The one way to write counted records: a transaction that is one revision of the register, if it writes at all.
 * `work` may run more than once, so it does nothing but database work; what leaves the house goes after it.
 */
@Injectable()
export class UnitOfWork {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws what `work` throws; nothing is written then. */
  async run<T>(by: Authorship, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return retried(() =>
      this.database.prismaTransaction(async (tx) => {
        await tx.client.query(ANNOUNCE_AUTHOR, authorshipValues(by));
        return work(tx);
      }),
    );
  }

  /**
   * Does the work to see what comes of it, by all rules of the database, and leaves nothing of it.
   * @throws what `work` throws, and what the end of its transaction would.
   */
  async rehearse<T>(by: Authorship, work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      await this.run(by, async (tx) => {
        const outcome = await work(tx);
        await tx.client.query('set constraints all immediate');
        throw new Rehearsed(outcome);
      });
    } catch (error) {
      if (error instanceof Rehearsed) return error.outcome as T;
      throw error;
    }
    throw new Error('A rehearsal always ends by being taken back.');
  }

  /** The same for work on whole sets, in plain SQL (imports, restores). */
  async runSql<T>(
    by: Authorship,
    work: (client: SqlClient) => Promise<T>,
    kind: KindOfWork = 'interactive',
  ): Promise<T> {
    return retried(() =>
      this.database.transaction(async (client) => {
        await client.query(ANNOUNCE_AUTHOR, authorshipValues(by));
        return work(client);
      }, kind),
    );
  }
}

async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (count >= MAX_ATTEMPTS || !isLostRace(error)) throw error;
    }
  }
}
