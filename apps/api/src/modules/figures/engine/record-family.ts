import { findIndicator, valueOf } from '@fieldlab/domain';
import { empty, sql } from '../../../platform/database/sql';
import { dateOf } from '../columns/days';
import type { RecordKind } from '../columns/records';
import { NONE, OPEN } from '../columns/versions';
import type { CopiedKind } from '../columns/versions-sql';
import type { CellValues, EngineContext, FigureFamily, MemberPage, PageRequest } from './engine-context';
import type { FamilyShares, SharesText } from './firm-shares';
import { companiesPage, page } from './member-page';
import { RecordRun } from './record-run';
import { recordShares } from './record-shares';
import type { RecordFamilySpec } from './record-spec';
import { ONE, type Sum } from './sum';

/** What one thing adds to a figure, in hundredths. */
export interface Contribution {
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
  const { register, client } = context;
  const members = sql`
    select ${spec.kind.replace('_', '-')}::text as resource, t.id::text as id, ${spec.label} as label
      from unnest(${[...companies.keys()]}::uuid[], ${[...companies.values()]}::uuid[]) member (id, company_id)
      join ${register.table(spec.kind)} t on t.id = member.id ${spec.named?.(register) ?? empty}`;
  return page(client, members, request);
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
