import type { PoolClient } from 'pg';
import type { Reader, StatementReader, Transaction } from '../platform/database/database';
import { inBatches } from '../platform/database/in-batches';
import { lockRow } from '../platform/database/lock-row';
import { rowsOf, type Sql } from '../platform/database/sql';
import type { Fields } from './fields';
import type { ListFilters, ListQuery } from './list-filters';
import { withMerged } from './firms';
import { ListTotals, type Counted } from './list-totals';
import { delegateOf, TABLES, type RecordDelegate } from './record-models';
import { scopeOf, selectionOf } from './record-selection';
import type { RecordOf, RecordSpec } from './record-spec';
import {
  allStatement,
  computedStatement,
  countStatement,
  growthStatement,
  isToldByHistory,
  pageStatement,
  READ_AT,
} from './record-sql';
import { answererOf, asRead, isReadWhole, toColumns } from './record-values';

type Row = Record<string, unknown>;
type Bound = readonly string[] | undefined;
export interface Page<T> {
  data: T[];
  total: number;
}
export interface WholeList {
  total: number;
  batches: AsyncIterable<Row[]>;
}
interface FindOptions {
  deleted?: boolean;
}

/**
 * Reads and writes one kind of record as its spec describes, by Prisma Client; a list is a statement of its own, and SQL
 * computes what no column holds. Permission and rules are the service's.
 */
export class RecordRepository<F extends Fields> {
  private readonly totals = new ListTotals();
  private readonly selection: Row;
  private readonly recordOf: (row: Row) => Row;

  constructor(readonly spec: RecordSpec<F>) {
    this.selection = selectionOf(spec);
    this.recordOf = answererOf(spec);
  }

  /** Not within a transaction that writes: its own changes are in no total yet. */
  async list(reader: StatementReader, asked: ListQuery, bound: Bound): Promise<Page<RecordOf<F>>> {
    const query = await this.ofFirms(reader.client, asked);
    const statement = pageStatement(this.spec, query, bound);
    const rows = await reader.prepared<Row>(statement, { instantsAsText: true });
    const total = await this.total(reader, query, bound, rows[0]?.[READ_AT]);
    return { data: rows.map((row) => this.recordOf(row) as RecordOf<F>), total };
  }

  /** All that a list has over its pages, a batch at a time, as it was at one moment. */
  async whole(client: PoolClient, asked: ListFilters, bound: Bound): Promise<WholeList> {
    const query = await this.ofFirms(client, asked);
    return {
      total: (await this.count(client, query, bound)).total,
      batches: inBatches<Row>(client, allStatement(this.spec, query, bound)),
    };
  }

  /** A live record, or a deleted one where asked, in the reader's scope. */
  async find(
    reader: Reader,
    id: string,
    bound: Bound,
    { deleted = false }: FindOptions = {},
  ): Promise<RecordOf<F> | undefined> {
    const live = deleted ? [] : [{ deletedAt: null }];
    const row = await this.records(reader.prisma).findFirst({
      where: { AND: [{ id }, ...live, ...scopeOf(this.spec, bound)] },
      ...this.reading(),
    });
    const [record] = row ? await this.completed(reader, [row], bound) : [];
    return record;
  }

  /** The same, which nobody else changes before the transaction ends. */
  async findToWrite(tx: Transaction, id: string, bound: Bound, options?: FindOptions) {
    await lockRow(tx.client, TABLES[this.spec.model], id);
    return this.find(tx, id, bound, options);
  }

  async insert({ prisma }: Transaction, values: Row): Promise<string> {
    const made = await this.records(prisma).create({
      data: toColumns(this.spec, values),
      select: { id: true },
    });
    return made.id;
  }

  /** Answers whether the record still had that version; the database counts it on. */
  async update({ prisma }: Transaction, id: string, version: number, values: Row): Promise<boolean> {
    const { count } = await this.records(prisma).updateMany({
      where: { id, version, deletedAt: null },
      // Also where only what is kept elsewhere changes: it is this record's next version.
      data: { ...toColumns(this.spec, values), updatedAt: new Date() },
    });
    return count > 0;
  }

  async setDeleted(
    { prisma }: Transaction,
    id: string,
    version: number | undefined,
    deleted: boolean,
  ): Promise<boolean> {
    const { count } = await this.records(prisma).updateMany({
      where: {
        id,
        deletedAt: deleted ? null : { not: null },
        ...(version === undefined ? {} : { version }),
      },
      data: { deletedAt: deleted ? new Date() : null },
    });
    return count > 0;
  }

  private records(prisma: Reader['prisma']): RecordDelegate {
    return delegateOf(prisma, this.spec.model);
  }

  private reading() {
    return {
      select: this.selection,
      ...(this.spec.relations && { relationLoadStrategy: 'join' as const }),
    };
  }

  /** Of the list in the state of the register in which a page of it was read. */
  private async total(
    reader: StatementReader,
    query: ListFilters,
    bound: Bound,
    readAt: unknown,
  ): Promise<number> {
    const count = (): Promise<Counted> => this.count(reader.client, query, bound);
    if (!staysAsCounted(this.spec, query)) return (await count()).total;
    const { sort: _sort, page: _page, perPage: _perPage, ...filters } = query;
    const growth = isToldByHistory(this.spec, filters, bound)
      ? (revisions: readonly string[]) =>
          countOf(reader.client, growthStatement(this.spec, filters, bound, revisions))
      : undefined;
    return this.totals.of(reader, JSON.stringify([filters, bound]), { readAt, count, growth });
  }

  private async count(client: Reader['client'], query: ListFilters, bound: Bound): Promise<Counted> {
    const [row] = await rowsOf<{ count: string; knownAt: Date }>(
      client,
      countStatement(this.spec, query, bound),
    );
    if (!row) throw new Error('The register has no clock');
    return { total: Number(row.count), state: row.knownAt.toISOString() };
  }

  /** A filter on a company means the firm: the records of companies merged into it as well. */
  private async ofFirms<Q extends ListFilters>(client: Reader['client'], query: Q): Promise<Q> {
    const companies = Object.keys(this.spec.fields).filter(
      (name) => this.spec.fields[name]?.references === 'companies' && query[name] !== undefined,
    );
    const resolved: [string, string[]][] = [];
    for (const name of companies) resolved.push([name, await withMerged(client, query[name] as string[])]);
    return { ...query, ...Object.fromEntries(resolved) };
  }

  /** The records of rows that Prisma read, with what SQL computes of them. */
  private async completed({ client }: Reader, rows: readonly Row[], bound: Bound): Promise<RecordOf<F>[]> {
    const ids = rows.map(({ id }) => String(id));
    const computed = rows.every((row) => isReadWhole(this.spec, row))
      ? []
      : await rowsOf<Row>(client, computedStatement(this.spec, ids, bound));
    const byId = new Map(computed.map((row) => [row.id, row]));
    return rows.map((row) => this.recordOf(asRead(this.spec, row, byId.get(row.id))) as RecordOf<F>);
  }
}

async function countOf(client: Reader['client'], statement: Sql): Promise<number> {
  const [row] = await rowsOf<{ count: string }>(client, statement);
  return Number(row?.count);
}

/** What is read along with a record may come from where the knowledge clock does not reach. */
const staysAsCounted = (spec: RecordSpec, query: ListFilters): boolean =>
  spec.counted === true && !Object.keys(spec.derived ?? {}).some((name) => query[name] !== undefined);

/** The fields in which a record differs from values that were sent for it. */
export function changedFields(current: Row, sent: Row): Row {
  return Object.fromEntries(
    Object.entries(sent).filter(
      ([name, value]) => JSON.stringify(current[name] ?? null) !== JSON.stringify(value ?? null),
    ),
  );
}
