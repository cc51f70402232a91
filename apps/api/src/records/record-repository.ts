import { addDays } from '@fieldlab/domain';
import type { Pool, PoolClient } from 'pg';
import { inBatches } from '../platform/database/in-batches';
import { allOf, join, raw, rowsOf, sql, type Sql } from '../platform/database/sql';
import type { Field, Fields } from './fields';
import { ListTotals } from './list-totals';
import { columnOf, type RecordOf, type RecordSpec } from './record-spec';
import {
  allStatement,
  countStatement,
  fromRecords,
  pageStatement,
  recordColumns,
  type ListFilters,
  type ListQuery,
} from './record-sql';

type Client = Pool | PoolClient;
type Row = Record<string, unknown>;
type Bound = readonly string[] | undefined;
export interface Page<T> {
  data: T[];
  total: number;
}

/** Reads and writes one kind of record as its spec describes; permission and rules are the service's. */
export class RecordRepository<F extends Fields> {
  private readonly totals = new ListTotals();

  constructor(readonly spec: RecordSpec<F>) {}

  /** Not within a transaction that writes: its own changes are in no total yet. */
  async list(client: Pool, query: ListQuery, bound: Bound): Promise<Page<RecordOf<F>>> {
    const count = countStatement(this.spec, query, bound);
    const totals = staysAsCounted(this.spec, query) ? this.totals : undefined;
    const total = totals?.columns(count) ?? sql`(${count}) as "listTotal"`;
    const rows = await rowsOf<Row>(client, pageStatement(this.spec, query, bound, total));
    const [first] = rows;
    if (!first) return { data: [], total: query.page > 1 ? await this.count(client, query, bound) : 0 };
    const known = Number(first.listTotal);
    totals?.keep(count, { state: String(first.listState), total: known });
    return { data: rows.map((row) => this.toRecord(row)), total: known };
  }

  /** All that a list has over its pages, a batch at a time, as it was at one moment. */
  batches(client: PoolClient, query: ListFilters, bound: Bound): AsyncGenerator<Row[]> {
    return inBatches<Row>(client, allStatement(this.spec, query, bound));
  }

  async count(client: Client, query: ListFilters, bound: Bound): Promise<number> {
    const [row] = await rowsOf<Row>(client, countStatement(this.spec, query, bound));
    return Number(row?.count ?? 0);
  }

  /** A live record, or a deleted one where asked, in the reader's scope. */
  async find(
    client: Client,
    id: string,
    bound: Bound,
    options: { deleted?: boolean; lock?: boolean } = {},
  ): Promise<RecordOf<F> | undefined> {
    const conditions = [sql`t.id = ${id}::uuid`];
    if (!options.deleted) conditions.push(sql`t.deleted_at is null`);
    if (bound && this.spec.within) conditions.push(this.spec.within.read(bound));
    const lock = options.lock ? sql`for no key update of t` : sql``;
    const [row] = await rowsOf<Row>(
      client,
      sql`select ${recordColumns(this.spec, bound)} ${fromRecords(this.spec)} where ${allOf(conditions)} ${lock}`,
    );
    return row && this.toRecord(row);
  }

  /** Answers whether a record, live or not, lies in the writer's scope. */
  async isWritable(client: Client, id: string, bound: Bound): Promise<boolean> {
    if (!bound || !this.spec.within) return true;
    const condition = this.spec.within.write(bound);
    const rows = await rowsOf(
      client,
      sql`select 1 ${fromRecords(this.spec)} where t.id = ${id}::uuid and ${condition}`,
    );
    return rows.length > 0;
  }

  async isDeleted(client: Client, id: string): Promise<boolean> {
    const table = raw(this.spec.table);
    return (
      (await rowsOf(client, sql`select 1 from ${table} where id = ${id}::uuid and deleted_at is not null`))
        .length > 0
    );
  }

  async insert(client: Client, values: Row): Promise<string> {
    const entries = this.toColumns(values);
    const [row] = await rowsOf<{ id: string }>(
      client,
      sql`insert into ${raw(this.spec.table)} (${join(entries.map(([name]) => raw(`"${name}"`)))})
          values (${join(entries.map(([, value]) => value))}) returning id`,
    );
    if (!row) throw new Error(`Nothing was inserted into ${this.spec.table}`);
    return row.id;
  }

  /** Answers whether the record still had that version; the database counts it on. */
  async update(client: Client, id: string, version: number, values: Row): Promise<boolean> {
    const entries = this.toColumns(values);
    const changes = [
      ...entries.map(([name, value]) => sql`${raw(`"${name}"`)} = ${value}`),
      sql`updated_at = now()`,
    ];
    const rows = await rowsOf(
      client,
      sql`update ${raw(this.spec.table)} set ${join(changes)}
           where id = ${id}::uuid and version = ${version} and deleted_at is null returning 1`,
    );
    return rows.length > 0;
  }

  async setDeleted(
    client: Client,
    id: string,
    version: number | undefined,
    deleted: boolean,
  ): Promise<boolean> {
    const conditions = [
      sql`id = ${id}::uuid`,
      deleted ? sql`deleted_at is null` : sql`deleted_at is not null`,
    ];
    if (version !== undefined) conditions.push(sql`version = ${version}`);
    const rows = await rowsOf(
      client,
      sql`update ${raw(this.spec.table)} set deleted_at = ${deleted ? sql`clock_timestamp()` : sql`null`}
           where ${allOf(conditions)} returning 1`,
    );
    return rows.length > 0;
  }

  private toColumns(values: Row): [string, Sql][] {
    const own = Object.entries(values).flatMap(([name, value]): [string, Sql][] => {
      const field = this.spec.fields[name];
      if (!field) throw new Error(`${this.spec.resource} has no field ${name}`);
      const sent = field.kind === 'json' ? JSON.stringify(value) : value;
      return field.elsewhere ? [] : [[columnOf(name), sql`${sent}${castOf(field)}`]];
    });
    const computed = Object.entries(this.spec.computed?.(values) ?? {});
    return [...own, ...computed.map(([name, value]): [string, Sql] => [name, sql`${value}`])];
  }

  private toRecord(row: Row): RecordOf<F> {
    const { period } = this.spec;
    const { listTotal: _total, listState: _state, ...values } = row;
    const record: Row = { ...values, createdAt: instant(row.createdAt), updatedAt: instant(row.updatedAt) };
    for (const [name, { kind, answer }] of Object.entries(this.spec.fields)) {
      if (kind === 'number' && row[name] !== null) record[name] = Number(row[name]);
      if (kind === 'instant') record[name] = instant(row[name]);
      if (answer) record[name] = answer(record[name], record);
    }
    if (period) {
      const end = row[period.end];
      record.lastDay = typeof end === 'string' ? addDays(end, -1) : null;
    }
    return record as RecordOf<F>;
  }
}

/** What is read along with a record may come from where the knowledge clock does not reach. */
const staysAsCounted = (spec: RecordSpec, query: ListQuery): boolean =>
  spec.counted === true && !Object.keys(spec.derived ?? {}).some((name) => query[name] !== undefined);

function castOf({ kind, references }: Field): Sql {
  if (kind === 'json') return raw('::jsonb');
  return kind === 'list' ? raw(references ? '::uuid[]' : '::text[]') : sql``;
}

const instant = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);

/** The fields in which a record differs from values that were sent for it. */
export function changedFields(current: Row, sent: Row): Row {
  return Object.fromEntries(
    Object.entries(sent).filter(
      ([name, value]) => JSON.stringify(current[name] ?? null) !== JSON.stringify(value ?? null),
    ),
  );
}
