import { to as copyTo } from 'pg-copy-streams';
import type { SqlClient } from '../../../platform/database/database';
import { rowsOf, sql } from '../../../platform/database/sql';
import { CopiedRows, type CopiedRow } from './copied-rows';
import { newDrafts, RegisterCopy, type Drafts } from './register-copy';
import { FIELDS, revisionsAfter, versionsBetween } from './versions-sql';

/** The copy as one reader sees it: up to a place in the order of revisions, and what its own transaction wrote. */
export interface ColumnsAt {
  copy: RegisterCopy;
  place: number;
  drafts?: Drafts | undefined;
}

/**
 * The register's history in columns, in this process. It is caught up with whatever a reader's snapshot sees before
 * that reader is answered, so an answer holds everything that was committed before it was asked. A copy that stands on a
 * history which is no longer there, as after a restore, is made anew; so is one that holds what was erased since.
 */
export class RegisterColumns {
  private copy = new RegisterCopy();
  /** What had been erased when the copy was begun. */
  private erased = '';
  /** Ends when nobody is catching up. */
  private turn: Promise<unknown> = Promise.resolve();

  /** All that the snapshot behind `client` sees: answers the register as it was known at any instant of it. */
  async seenBy(client: SqlClient): Promise<(knownAt: string) => ColumnsAt> {
    const { copy, seen } = await this.caughtUp(client);
    return (knownAt) => ({ copy, place: copy.placeAt(Math.min(new Date(knownAt).getTime(), seen)) });
  }

  /** What is known now with what the transaction behind `client` has written so far, until `work` ends. */
  async within<T>(client: SqlClient, work: (columns: ColumnsAt) => Promise<T>): Promise<T> {
    const { copy, seen } = await this.caughtUp(client);
    const drafts = newDrafts();
    try {
      const own = await ownRevision(client);
      if (own !== undefined) {
        await readCopied(client, versionsBetween({ first: own, last: own }), FIELDS, (row) => {
          copy.takeDraft(row, drafts, own);
        });
      }
      return await work({ copy, place: copy.placeAt(seen), drafts });
    } finally {
      copy.dropDrafts(drafts);
    }
  }

  /** One catches up at a time; who comes meanwhile finds most of it done. */
  private caughtUp(client: SqlClient): Promise<{ copy: RegisterCopy; seen: number }> {
    const mine = this.turn.then(() => this.catchUp(client));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async catchUp(client: SqlClient): Promise<{ copy: RegisterCopy; seen: number }> {
    const [clock] = await rowsOf<{ seen: string; erased: string }>(
      client,
      sql`select (extract(epoch from c.known_at) * 1000)::bigint::text as seen,
                 (select count(*) from erasures where table_name = 'companies') || ' '
                   || (select count(*) || ' ' || coalesce(sum(version), 0) from erased_texts) as erased
            from knowledge_clock c`,
    );
    if (!clock) throw new Error('The knowledge clock has no row: the migrations are incomplete.');
    const seen = Number(clock.seen);
    if (this.erased !== clock.erased || !(await this.stands(client, this.copy.placeAt(seen)))) {
      this.copy = new RegisterCopy();
      this.erased = clock.erased;
    }
    if (seen > this.copy.last.instant) await this.readSince(client);
    return { copy: this.copy, seen };
  }

  /** Answers whether the last revision that both the copy and the reader know is the same: then so is all before it. */
  private async stands(client: SqlClient, place: number): Promise<boolean> {
    if (place < 0) return this.copy.places === 0;
    const { revision, instant } = this.copy.revisionAt(place);
    const [row] = await rowsOf<{ stands: boolean }>(
      client,
      sql`select exists (select from revisions
                          where id = ${revision}::bigint and known_at = to_timestamp(${instant}::float8 / 1000.0)) as stands`,
    );
    return row?.stands ?? false;
  }

  private async readSince(client: SqlClient): Promise<void> {
    const { copy } = this;
    const since = copy.places;
    try {
      await readCopied(client, revisionsAfter(copy.last.instant), 2, ({ bytes, starts }) => {
        copy.addRevision(Number(bytes.readBigInt64BE(starts[0])), Number(bytes.readBigInt64BE(starts[1])));
      });
      if (copy.places === since) return;
      const statement = since === 0 ? versionsBetween() : versionsBetween(spanOf(copy, since));
      await readCopied(client, statement, FIELDS, (row) => {
        copy.take(row, since);
      });
      copy.settle();
    } catch (error) {
      this.copy = new RegisterCopy();
      throw error;
    }
  }
}

/** The number of the revision that this transaction writes; undefined where it has written nothing. */
async function ownRevision(client: SqlClient): Promise<number | undefined> {
  // A revision that is not known yet is seen by its own transaction alone.
  const [own] = await rowsOf<{ id: string }>(
    client,
    sql`select id::text as id from revisions where known_at is null`,
  );
  return own && Number(own.id);
}

/** The lowest and the highest number of the revisions from a place on. */
function spanOf(copy: RegisterCopy, since: number): { first: number; last: number } {
  let [first, last] = [Number.MAX_SAFE_INTEGER, 0];
  for (let place = since; place < copy.places; place += 1) {
    first = Math.min(first, copy.revisionAt(place).revision);
    last = Math.max(last, copy.revisionAt(place).revision);
  }
  return { first, last };
}

async function readCopied(
  client: SqlClient,
  statement: string,
  fields: number,
  onRow: (row: CopiedRow) => void,
): Promise<void> {
  const rows = new CopiedRows(fields);
  const pieces = client.query(copyTo(`copy (${statement}) to stdout (format binary)`));
  for await (const piece of pieces as AsyncIterable<Buffer>) rows.take(piece, onRow);
}
