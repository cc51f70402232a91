import { findIndicator, UNKNOWN_CELL, type Breakdown } from '@fieldlab/domain';
import { allOf, empty, join, raw, rowsOf, sql, type Sql } from '../../../platform/database/sql';
import { centreCellsBy } from './centre-cells';
import { centreCellsRelation, slicesRelation, PERIODS, TOTAL } from './engine-context';
import type { CellValues, EngineContext, FigureFamily } from './engine-context';
import { page } from './member-page';
import { profilesOnSlice } from './profile-columns';
import type { RegisterAt } from './register-at';

/** How one indicator is read off a kind of record t, in a slice s. */
export interface RecordMeasure {
  /** Which records count. */
  when: Sql;
  /** What is made of them: one aggregate over all records of the run, filtered by itself. */
  value: Sql;
  /** The same without its filter, where it is one aggregate. */
  aggregate?: Sql;
  /** Its date. */
  date: Sql;
  /** Which records count at any time up to the slice's last day, when that is more than `when`. */
  ever?: Sql;
  /** What the members are, when not the records themselves. */
  member?: { resource: string; id: Sql; label: Sql };
}

/** The usual measure: one aggregate over the records that count. */
export const measured = (date: Sql, when: Sql, aggregate: Sql): RecordMeasure => ({
  date,
  when,
  aggregate,
  value: sql`${aggregate} filter (where ${when})`,
});

/** A kind of record that is added up or counted. */
export interface RecordFamilySpec {
  resource: string;
  /** The record t, with what its measures look at joined in; `t.id` is its identity. */
  from: (register: RegisterAt) => Sql;
  /** The centre, or the list of centres, in which a record lies. */
  centres: { one: Sql } | { many: Sql };
  label: Sql;
  measures: Record<string, RecordMeasure>;
  /** Breakdowns that are read off the record itself; null is the unknown cell. */
  attributes: Partial<Record<Breakdown, Sql>>;
  /** Which records have evidence, for indicators that demand it. */
  evidenced?: (register: RegisterAt) => Sql;
  /** What about a record explains that another indicator leaves it out. */
  trait?: Sql;
  /** The firm that it names, before merges; null where it names none. */
  firm?: Sql;
}

/** What one member adds to a figure: decimal text. */
export interface Contribution {
  key: string;
  amount: string;
  trait: string | null;
}

export interface RecordFamily extends FigureFamily {
  /** Every member with its part of the value: the parts add up to it. Not for ratios. */
  contributions(context: EngineContext, indicator: string): Promise<Contribution[]>;
  /** How its records are read, for who reads them in another way. */
  spec: RecordFamilySpec;
}

/** A figure family over one kind of record: sums and counts by cell in one pass for all its indicators. */
export function recordFamily(spec: RecordFamilySpec): RecordFamily {
  return {
    indicators: Object.keys(spec.measures),

    async measure(context, indicators) {
      const columns = indicators.map((code, index) => {
        return sql`(${measureOf(spec, code, context.register).value})::text as ${raw(`m${index}`)}`;
      });
      const rows = await rowsOf<Record<string, string | null>>(
        context.client,
        sql`select ${cellOf(spec, context)} as cell, ${join(columns)} ${facts(spec, context)} group by 1`,
      );
      return new Map(
        indicators.map((code, index): [string, CellValues] => [code, columnOf(rows, `m${index}`)]),
      );
    },

    async members(context, indicator, request) {
      const { when, member } = measureOf(spec, indicator, context.register);
      const { resource, id, label } = member ?? { resource: spec.resource, id: sql`t.id`, label: spec.label };
      return page(
        context.client,
        sql`select distinct ${resource}::text as resource, (${id})::text as id, ${label} as label
          ${facts(spec, context)} and ${when}`,
        request,
      );
    },

    async withoutEvidence(context, indicator) {
      const [row] = await rowsOf<{ count: string }>(
        context.client,
        sql`select count(distinct t.id) as count ${facts(spec, context)} and ${defined(spec, indicator).when}
              and not ${evidencedBy(spec, context.register)}`,
      );
      return Number(row?.count ?? 0);
    },

    contributions: (context, indicator) => contributionsOf(spec, context, indicator),
    spec,

    async earliest(context, indicator) {
      const { date, when, ever } = measureOf(spec, indicator, context.register);
      const [row] = await rowsOf<{ date: string | null }>(
        context.client,
        sql`select min(${date}) as date ${facts(spec, context)} and ${ever ?? when}`,
      );
      return row?.date ?? null;
    },
  };
}

function contributionsOf(
  spec: RecordFamilySpec,
  context: EngineContext,
  indicator: string,
): Promise<Contribution[]> {
  const { when, value, member } = measureOf(spec, indicator, context.register);
  return rowsOf<Contribution & Record<string, string | null>>(
    context.client,
    sql`select (${member?.id ?? sql`t.id`})::text as key, (${value})::text as amount,
               min(${spec.trait ?? sql`null::text`}) as trait
          ${facts(spec, context)} and ${when} group by 1`,
  );
}

function columnOf(rows: readonly Record<string, string | null>[], column: string): CellValues {
  const values: CellValues = new Map();
  for (const row of rows) {
    const value = row[column];
    if (value !== null && value !== undefined) values.set(row.cell ?? TOTAL, value);
  }
  return values;
}

/** As it is written down in the family. */
function defined(spec: RecordFamilySpec, code: string): RecordMeasure {
  const measure = spec.measures[code];
  if (!measure) throw new Error(`${code} is not read off ${spec.resource}`);
  return measure;
}

/** As its definition has it: of what has evidence alone, where it demands that. */
function measureOf(spec: RecordFamilySpec, code: string, register: RegisterAt): RecordMeasure {
  const measure = defined(spec, code);
  if (!findIndicator(code)?.demandsEvidence) return measure;
  const { aggregate, date, when, ever, ...rest } = measure;
  if (!aggregate) throw new Error(`${code} is no single aggregate, and cannot demand evidence`);
  const has = evidencedBy(spec, register);
  return {
    ...rest,
    ...measured(date, sql`${when} and ${has}`, aggregate),
    ...(ever && { ever: sql`${ever} and ${has}` }),
  };
}

function evidencedBy({ evidenced, resource }: RecordFamilySpec, register: RegisterAt): Sql {
  if (!evidenced) throw new Error(`Nothing of ${resource} has evidence`);
  return evidenced(register);
}

function attributeCell(
  spec: RecordFamilySpec,
  by: Breakdown | undefined,
  context: EngineContext,
): Sql | undefined {
  if (by === undefined || (by === 'province' && context.provinceOf === 'centre')) return undefined;
  const attribute = spec.attributes[by];
  return attribute && sql`coalesce((${attribute})::text, ${UNKNOWN_CELL})`;
}

function cellOf(spec: RecordFamilySpec, context: EngineContext): Sql {
  if (context.by !== undefined && PERIODS.includes(context.by)) return sql`s.key`;
  return (
    attributeCell(spec, context.by, context) ?? (centreCellsBy(context.by) ? sql`k.key` : sql`${TOTAL}::text`)
  );
}

/** FROM and WHERE: the records in scope, once per cell in which one of their centres lies. */
export function facts(spec: RecordFamilySpec, context: EngineContext): Sql {
  const conditions = [inScope(spec, context)];
  const { only } = context;
  const cell = only && attributeCell(spec, only.by, context);
  if (only && cell) conditions.push(sql`${cell} = ${only.key}`);
  return sql`from ${spec.from(context.register)} cross join ${slicesRelation(context)} s
    ${profileOnSlice(spec, context)} ${joinCells(spec, context)} where ${allOf(conditions)}`;
}

function inScope(spec: RecordFamilySpec, context: EngineContext): Sql {
  const ids = sql`${context.centres.map((centre) => centre.id)}::uuid[]`;
  return 'one' in spec.centres ? sql`${spec.centres.one} = any(${ids})` : sql`${spec.centres.many} && ${ids}`;
}

/** The firm's profile on the slice's last day, for families whose `from` offers a firm c. */
function profileOnSlice(spec: RecordFamilySpec, context: EngineContext): Sql {
  return spec.attributes.sizeClass ? profilesOnSlice(context) : empty;
}

function joinCells(spec: RecordFamilySpec, context: EngineContext): Sql {
  const cellsOf = attributeCell(spec, context.by, context) ? undefined : centreCellsBy(context.by);
  if (!cellsOf) return empty;
  const cells = centreCellsRelation(context, cellsOf);
  if ('one' in spec.centres)
    return sql`join ${cells} k (centre_id, key) on k.centre_id = ${spec.centres.one}`;
  // Two centres of one record in one cell: the record lies in that cell once.
  return sql`cross join lateral (
    select distinct cell.key from ${cells} cell (centre_id, key) where cell.centre_id = any(${spec.centres.many})) k`;
}
