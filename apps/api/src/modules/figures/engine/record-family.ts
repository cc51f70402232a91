import { findIndicator, valueOf, type Hundredths } from '@fieldlab/domain';
import { empty, sql } from '../../../platform/database/sql';
import { dateOf } from '../columns/days';
import type { RecordKind } from '../columns/records';
import { OPEN } from '../columns/versions';
import type { CellValues, EngineContext, FigureFamily, MemberPage, PageRequest } from './engine-context';
import type { FamilyShares, SharesText } from './firm-shares';
import { companiesPage, page } from './member-page';
import { RecordRun } from './record-run';
import { recordShares } from './record-shares';
import type { RecordFamilySpec } from './record-spec';
import type { Sum } from './sum';

/** What one member adds to a figure. */
export interface Contribution {
  key: string;
  amount: Hundredths;
  trait: string | null;
}

export interface RecordFamily extends FigureFamily {
  /** Every member with its part of the value: the parts add up to it. Not for ratios. */
  contributions(context: EngineContext, indicator: string): Promise<Contribution[]>;
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
): Promise<Contribution[]> {
  const { adds } = run.measure(indicator);
  const sums = new Map<string, { sum: Sum; trait: string | null }>();
  const newSum = run.sums(indicator);
  const traitOf = trait && run.byTraits(trait);
  await run.visitCounted(run.counting(indicator), (place) => {
    const key = (adds === 'business' ? run.companyOf(place) : run.idOf(place)) ?? '';
    const part = sums.get(key) ?? { sum: newSum(), trait: traitOf?.(place) ?? null };
    sums.set(key, part);
    part.sum.add(place);
  });
  return [...sums].map(([key, { sum, trait: own }]) => ({ key, amount: sum.value ?? 0n, trait: own }));
}
