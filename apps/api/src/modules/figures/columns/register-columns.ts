import { copiedOut } from '../../../platform/database/copied-out';
import type { SqlClient } from '../../../platform/database/database';
import { rowsOf, sql } from '../../../platform/database/sql';
import { asStatements, TIME_LIMITS } from '../../../platform/database/time-limits';
import { CopiedRows, type CopiedRow } from './copied-rows';
import { Pause } from '../../../platform/work/in-turns';
import { newDrafts, RegisterCopy, type Drafts } from './register-copy';
import { COPIED, FIELDS, revisionsAfter, versionsBetween, type CopiedKind } from './versions-sql';

/** What is written of a history while it is read, and what PostgreSQL has not counted yet, finds room too. */
const AND_SOME_MORE = 1.1;
/** In bytes: the lengths of its fields, and what none is without. */
const SHORTEST_VERSION = 64;

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
    const { copy, seen } = await this.inTurn(() => this.catchUp(client));
    return (knownAt) => ({ copy, place: copy.placeAt(Math.min(new Date(knownAt).getTime(), seen)) });
  }

  /** What is known now with what the transaction behind `client` has written so far, until `work` ends. */
  async within<T>(client: SqlClient, work: (columns: ColumnsAt) => Promise<T>): Promise<T> {
    const drafts = newDrafts();
    let copy: RegisterCopy | undefined;
    try {
      const seen = await this.inTurn(async () => {
        const caught = await this.catchUp(client);
        copy = caught.copy;
        await readDrafts(client, copy, drafts);
        return { copy, place: copy.placeAt(caught.seen), drafts };
      });
      return await work(seen);
    } finally {
      copy?.dropDrafts(drafts);
    }
  }

  /** One adds to the copy at a time; who comes to catch up meanwhile finds most of it done. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
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
      await readRevisions(client, copy);
      if (copy.places === since) return;
      if (since === 0) await prepareForAll(client, copy);
      const statement = since === 0 ? versionsBetween() : versionsBetween(spanOf(copy, since));
      await readVersions(client, copy, statement, (row) => {
        copy.take(row, since);
      });
      copy.settle(since);
    } catch (error) {
      this.copy = new RegisterCopy();
      throw error;
    }
  }
}

async function readRevisions(client: SqlClient, copy: RegisterCopy): Promise<void> {
  const rows = new CopiedRows(2);
  for await (const piece of copied(client, revisionsAfter(copy.last.instant))) {
    rows.take(piece, ({ bytes, starts }) => {
      copy.addRevision(Number(bytes.readBigInt64BE(starts[0])), Number(bytes.readBigInt64BE(starts[1])));
    });
  }
}

/** All of a history takes as long to read as it is large, and the copy as much room. */
async function prepareForAll(client: SqlClient, copy: RegisterCopy): Promise<void> {
  await client.query(asStatements(TIME_LIMITS.batch));
  const rows = await rowsOf<{ kind: CopiedKind; versions: number }>(
    client,
    sql`select kind, greatest(reltuples, 0)::float8 as versions
          from unnest(${[...COPIED]}::text[]) kind join pg_class on oid = (kind || '_history')::regclass`,
  );
  for (const { kind, versions } of rows) await copy.makeRoom(kind, Math.ceil(versions * AND_SOME_MORE));
}

/** What this transaction has written. */
async function readDrafts(client: SqlClient, copy: RegisterCopy, drafts: Drafts): Promise<void> {
  const own = await ownRevision(client);
  if (own === undefined) return;
  await readVersions(client, copy, versionsBetween({ first: own, last: own }), (row) => {
    copy.takeDraft(row, drafts, own);
  });
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

async function readVersions(
  client: SqlClient,
  copy: RegisterCopy,
  statement: string,
  onRow: (row: CopiedRow) => void,
): Promise<void> {
  const rows = new CopiedRows(FIELDS);
  const pause = new Pause();
  for await (const piece of copied(client, statement)) {
    // Pieces that wait already come without a turn for others between them.
    await pause.ifDue();
    for (const kind of COPIED) await copy.makeRoom(kind, Math.ceil(piece.length / SHORTEST_VERSION));
    rows.take(piece, onRow);
  }
}

/** What a statement answers, as PostgreSQL sends it. */
const copied = (client: SqlClient, statement: string): AsyncIterable<Buffer> =>
  copiedOut(client, `copy (${statement}) to stdout (format binary)`);
