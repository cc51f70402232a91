import { findIndicator, valueOf } from '@fieldlab/domain';
import { empty, rowsOf, sql, type Sql } from '../../../platform/database/sql';
import { dateOf } from '../columns/days';
import type { RecordKind } from '../columns/records';
import { NONE, OPEN } from '../columns/versions';
import type { CopiedKind } from '../columns/versions-sql';
import type {
  CellValues,
  EngineContext,
  FigureFamily,
  MemberPage,
  MemberRow,
  PageRequest,
  RecordBehind,
} from './engine-context';
import type { FamilyShares } from './firm-shares';
import type { SharesText } from './shares-text';
import { companiesPage, MOST_BEHIND, page } from './member-page';
import { RecordRun } from './record-run';
import { recordShares } from './record-shares';
import type { RecordFamilySpec } from './record-spec';
import { ONE, type Sum } from './sum';

/** What one thing adds to a figure, in hundredths. */
interface Contribution {
  amount: number;
  trait: string | null;
}

export interface RecordFamily extends FigureFamily {
  /** Every member, by its number in the copy, with its part of the value: the parts add up to it. Not for ratios. */
  contributions(context: EngineContext, indicator: string): Promise<Map<number, Contribution>>;
  /** Of what kind the members are. */
  memberKind(indicator: string): CopiedKind;
  /** What firms add in each slice, at the finest grain that is ever told; ratios are made of it. */
  shares(context: EngineContext): Promise<FamilyShares<SharesText>>;
}

/** A figure family over one kind of record: counts and sums by cell in one pass for all its indicators. */
export function recordFamily<Kind extends RecordKind>(spec: RecordFamilySpec<Kind>): RecordFamily {
  return {
    indicators: Object.keys(spec.measures),
    measure: async (context, indicators) => measured(await RecordRun.open(spec, context), indicators),
    members: (context, indicator, request) => membersOf(spec, context, indicator, request),
    behind: (context, indicator, members) => behindOf(spec, context, indicator, members),
    contributions: async (context, indicator) =>
      contributionsOf(spec, await RecordRun.open(spec, context), indicator),
    memberKind: (indicator) => (spec.measures[indicator]?.adds === 'business' ? 'companies' : spec.kind),
    shares: (context) => recordShares(spec, context),

    async withoutEvidence(context, indicator) {
      const run = await RecordRun.open(spec, context);
      const has = run.evidenced();
      let count = 0;
      await run.visitCounted(run.countingAll(indicator), (place) => {
        if (!has(place)) count += 1;
      });
      return count;
    },

    async earliest(context, indicator) {
      const run = await RecordRun.open(spec, context);
      let first = OPEN;
      await run.visitCounted(run.counting(indicator, true), (place) => {
        first = Math.min(first, run.records.date[place] ?? OPEN);
      });
      return first === OPEN ? null : dateOf(first);
    },
  };
}

async function measured<Kind extends RecordKind>(
  run: RecordRun<Kind>,
  indicators: readonly string[],
): Promise<Map<string, CellValues>> {
  const measures = indicators.map((code) => ({
    ...{ code, counts: run.counting(code), newSum: run.sums(code), sums: new Map<string, Sum>() },
  }));
  await run.visit((place, slice) => {
    for (const { counts, newSum, sums } of measures) {
      if (!counts(place, slice)) continue;
      for (const cell of slice.cellsOf(place)) {
        const sum = sums.get(cell) ?? newSum();
        sums.set(cell, sum);
        sum.add(place);
      }
    }
  });
  return new Map(measures.map(({ code, sums }) => [code, valuesOf(code, sums)]));
}

function valuesOf(code: string, sums: ReadonlyMap<string, Sum>): CellValues {
  const unit = findIndicator(code)?.unit ?? 'count';
  return new Map(
    [...sums].flatMap(([cell, { value }]): [string, string][] =>
      value === undefined ? [] : [[cell, String(valueOf(value, unit))]],
    ),
  );
}

async function membersOf<Kind extends RecordKind>(
  spec: RecordFamilySpec<Kind>,
  context: EngineContext,
  indicator: string,
  request: PageRequest,
): Promise<MemberPage> {
  const run = await RecordRun.open(spec, context);
  const companies = new Map<string, string | null>();
  await run.visitCounted(run.counting(indicator), (place) => {
    companies.set(run.idOf(place), run.companyOf(place));
  });
  if (run.measure(indicator).adds === 'business') {
    return companiesPage(context, [...new Set(companies.values())], request);
  }
  return page(context.client, labelled(spec, context, companies), request);
}

/** Records by their ids, each with its company, as members: resource, id and label. */
function labelled<Kind extends RecordKind>(
  { kind, label, named }: RecordFamilySpec<Kind>,
  { register }: EngineContext,
  companies: ReadonlyMap<string, string | null>,
): Sql {
  return sql`
    select ${kind.replace('_', '-')}::text as resource, t.id::text as id, ${label} as label
      from unnest(${[...companies.keys()]}::uuid[], ${[...companies.values()]}::uuid[]) member (id, company_id)
      join ${register.table(kind)} t on t.id = member.id ${named?.(register) ?? empty}`;
}

/** Where companies are counted, the records for which each was; else a member is the record itself. */
async function behindOf<Kind extends RecordKind>(
  spec: RecordFamilySpec<Kind>,
  context: EngineContext,
  indicator: string,
  members: readonly MemberRow[],
): Promise<RecordBehind[]> {
  const run = await RecordRun.open(spec, context);
  if (run.measure(indicator).adds !== 'business') {
    return members.map(({ resource, id }) => ({
      ...{ member: id, resource, id },
      label: null,
      on: null,
      total: 1,
    }));
  }
  const places = new Map(members.map(({ id }): [string, number[]] => [id, []]));
  await run.visitCounted(run.counting(indicator), (place) =>
    places.get(run.companyOf(place) ?? '')?.push(place),
  );
  const day = (place: number): number => run.records.date[place] ?? OPEN;
  const found = [...places].flatMap(([member, own]) =>
    own
      .sort((one, other) => day(one) - day(other))
      .slice(0, MOST_BEHIND)
      .map((place) => ({ ...{ member, id: run.idOf(place) }, on: dateOf(day(place)), total: own.length })),
  );
  const named = await rowsOf<MemberRow & Record<string, unknown>>(
    context.client,
    labelled(spec, context, new Map(found.map(({ id, member }) => [id, member]))),
  );
  const names = new Map(named.map((row) => [row.id, row]));
  return found.flatMap((one) => {
    const row = names.get(one.id);
    return row ? [{ ...one, resource: row.resource, label: row.label }] : [];
  });
}

async function contributionsOf<Kind extends RecordKind>(
  { trait }: RecordFamilySpec<Kind>,
  run: RecordRun<Kind>,
  indicator: string,
): Promise<Map<number, Contribution>> {
  const { adds } = run.measure(indicator);
  const { record, company, amount } = run.records;
  const things = adds === 'business' ? company : record;
  const traitOf = trait && run.byTraits(trait);
  const contributions = new Map<number, Contribution>();
  await run.visitCounted(run.counting(indicator), (place) => {
    contributions.set(things[place] ?? NONE, {
      amount: adds === 'amount' ? (amount[place] ?? 0) : ONE,
      trait: traitOf?.(place) ?? null,
    });
  });
  return contributions;
}
