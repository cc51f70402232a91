import { Inject, Injectable } from '@nestjs/common';
import {
  indicatorReference,
  invalidInput,
  type FigureCell,
  type FigureMember,
  type FiguresAnswer,
  type FiguresQuery,
  type Indicator,
  type Language,
  fault,
} from '@fieldlab/domain';
import type { SqlClient } from '../../platform/database/database';
import { AskedTogether } from './asked-together';
import { KnowledgeRepository } from './engine/knowledge.repository';
import { MAX_PERIODS, narrowToCell, slicesOf, totalSlice } from './engine/narrowing';
import {
  PERIODS,
  type CellValues,
  type EngineContext,
  type PageRequest,
  type Slice,
} from './engine/engine-context';
import { familyOf, measure, withoutEvidence } from './engine/measure';
import type { RegisterAt } from './engine/register-at';
import { withRecords } from './member-records';
import { toBreakdown, toFigure, type MeasuredCells } from './figure.mapper';
import { FigureContexts, type ResolvedQuery } from './figure-contexts';
import { checkQuery } from './figures-query';
import { KeptAnswers } from './kept-answers';

export interface MembersQuery extends Omit<FiguresQuery, 'indicators'> {
  indicator: string;
  key?: string | undefined;
  /** Whether to tell which records made each member count, and their evidence. */
  records?: boolean | undefined;
}

const MOST_KEPT = 500;

/** The one calculator: every figure that any part of the product shows comes from here. */
@Injectable()
export class FiguresService {
  private readonly kept = new KeptAnswers<FiguresAnswer>(MOST_KEPT);
  private readonly together = new AskedTogether<FiguresAnswer>();

  constructor(
    @Inject(KnowledgeRepository) private readonly knowledge: KnowledgeRepository,
    @Inject(FigureContexts) private readonly contexts: FigureContexts,
  ) {}

  /** Checks what needs no register, before anything is done for it. @throws DomainError INVALID_INPUT */
  check(query: FiguresQuery): void {
    checkQuery(query);
  }

  /** @throws DomainError INVALID_INPUT when a name, date, scope or pair means nothing. */
  async compute(query: FiguresQuery, language: Language): Promise<FiguresAnswer> {
    const checked = checkQuery(query);
    return this.knowledge.readAt(checked.knownAt, async (client, register) => {
      const resolved = await this.contexts.resolve(client, register, checked);
      return this.answerOf(client, register, resolved, { ...query, language });
    });
  }

  /** The same of what a transaction has written so far, for who wants to know what a change would do. */
  async computeWithin(client: SqlClient, query: FiguresQuery, language: Language): Promise<FiguresAnswer> {
    return this.knowledge.within(client, async (register) => {
      const resolved = await this.contexts.resolve(client, register, checkQuery(query));
      return this.answerOf(client, register, resolved, { ...query, language });
    });
  }

  /**
   * The same for who may ask it over and over, as every dashboard does: computed once for each state of the register,
   * and once for all who ask it at the same time.
   * @throws DomainError INVALID_INPUT as `compute`.
   */
  async answer(query: FiguresQuery, language: Language): Promise<FiguresAnswer> {
    const checked = checkQuery(query);
    let answer: FiguresAnswer | undefined;
    const compute = async (tell: (answer: FiguresAnswer) => void): Promise<void> => {
      const reading = (client: SqlClient, register: RegisterAt): Promise<FiguresAnswer> =>
        this.answerIn(client, register, query, language);
      tell(await this.knowledge.readAt(checked.knownAt, reading));
    };
    await this.together.ask([query, language], compute, (told) => (answer = told));
    if (!answer) throw new Error('Nothing was told of an answer');
    return answer;
  }

  /** The same in a snapshot that is open already, of the register as it was known at the query's instant. */
  async answerIn(
    client: SqlClient,
    register: RegisterAt,
    query: FiguresQuery,
    language: Language,
  ): Promise<FiguresAnswer> {
    const resolved = await this.contexts.resolve(client, register, checkQuery(query));
    const question = {
      ...resolved,
      indicators: resolved.indicators.map(indicatorReference),
      knownAt: register.knowledge,
      language,
    };
    return this.kept.get(question, () => this.answerOf(client, register, resolved, { ...query, language }));
  }

  /**
   * The things or records behind a figure, or behind its cell `key` of breakdown `by`: exactly those counted.
   * @param bound the centres that bound the reader; undefined is no bound.
   * @throws DomainError INVALID_INPUT as `compute`; FORBIDDEN in a scope that was not the reader's own.
   */
  async members(
    query: MembersQuery,
    page: PageRequest,
    bound?: readonly string[],
  ): Promise<{ data: FigureMember[]; total: number }> {
    const checked = checkQuery({ ...query, indicators: [query.indicator] });
    const indicator = checked.indicators[0];
    if (!indicator) throw invalidInput([fault('indicator', 'ONE_INDICATOR')]);
    if ((query.key === undefined) !== (checked.by === undefined)) {
      throw invalidInput([fault('key', 'CELL_INCOMPLETE')]);
    }
    return this.knowledge.readAt(checked.knownAt, async (client, register) => {
      const resolved = await this.contexts.resolve(client, register, checked);
      const base = await this.contexts.base(client, register, resolved, bound);
      const context = { ...base, slices: [totalSlice(resolved)], placedBy: indicator.placedBy };
      const narrowed = narrowToCell(context, indicator, resolved.by, query.key);
      if (!narrowed) return { data: [], total: 0 };
      const { rows, total } = await familyOf(indicator).members(narrowed, indicator.code, page);
      return { data: query.records ? await withRecords(narrowed, indicator, rows) : rows, total };
    });
  }

  private async answerOf(
    client: SqlClient,
    register: RegisterAt,
    resolved: ResolvedQuery,
    { scope = 'programme', language }: { scope?: string | undefined; language: Language },
  ): Promise<FiguresAnswer> {
    const base = await this.contexts.base(client, register, resolved);
    const whole = { ...base, slices: [totalSlice(resolved)] };
    const totals = await measure(whole, resolved.indicators);
    const leftOut = await withoutEvidence(whole, resolved.indicators);
    const broken = await this.measureCells(base, resolved);
    return {
      asOf: resolved.asOf,
      from: resolved.from ?? null,
      knownAt: register.knowledge.knownAt,
      scope,
      ...(resolved.countBy === 'group' && { countBy: resolved.countBy }),
      ...(resolved.sectors && {
        sectorVersion: resolved.sectors.version,
        sectorVersions: resolved.sectors.versions,
      }),
      ...(resolved.placesOn !== undefined && { placesOn: resolved.placesOn }),
      figures: resolved.indicators.map((indicator) =>
        toFigure(indicator, totals.get(indicator.code), broken?.get(indicator), {
          ...base,
          language,
          withoutEvidence: leftOut.get(indicator.code),
        }),
      ),
    };
  }

  /** The cells of every indicator that knows the breakdown, as they are shown. */
  async cellsOf(
    base: EngineContext,
    query: ResolvedQuery,
    language: Language,
  ): Promise<Map<Indicator, FigureCell[]>> {
    const measured = (await this.measureCells(base, query)) ?? new Map<Indicator, MeasuredCells>();
    return new Map(
      [...measured].map(([indicator, cells]) => [
        indicator,
        toBreakdown(indicator, cells, { ...base, language }),
      ]),
    );
  }

  /** The slices over which one indicator is broken down: its periods, or the whole span. */
  async slicesOf(base: EngineContext, query: ResolvedQuery, indicator: Indicator): Promise<Slice[]> {
    const starts = await this.startsOf(base, [indicator], query);
    return query.by === undefined ? [totalSlice(query)] : slicesOf(query.by, earliestOf(starts), query);
  }

  private async measureCells(
    base: EngineContext,
    query: ResolvedQuery,
  ): Promise<Map<Indicator, MeasuredCells> | undefined> {
    const { by } = query;
    if (by === undefined) return undefined;
    const known = query.indicators.filter((indicator) => indicator.breakdowns.includes(by));
    const starts = await this.startsOf(base, known, query);
    const slices = slicesOf(by, earliestOf(starts), query);
    if (slices.length > MAX_PERIODS) {
      throw invalidInput([fault('by', 'TOO_MANY_PERIODS', { most: String(MAX_PERIODS) })]);
    }
    const values =
      slices.length > 0 ? await measure({ ...base, by, slices }, known) : new Map<string, CellValues>();
    return new Map(
      known.map((indicator) => {
        const start = starts.get(indicator) ?? null;
        const own = PERIODS.includes(by) ? slices.filter(({ to }) => start !== null && to >= start) : slices;
        return [indicator, { by, slices: own, values: values.get(indicator.code) }];
      }),
    );
  }

  /** Where the periods of each indicator begin: at `from`, or without a lower bound at its earliest counted record. */
  private async startsOf(base: EngineContext, indicators: readonly Indicator[], query: ResolvedQuery) {
    const starts = new Map<Indicator, string | null>();
    const found = new Map<string, string | null>();
    const needed = query.from === undefined && query.by !== undefined && PERIODS.includes(query.by);
    for (const indicator of indicators) {
      const context = { ...base, slices: [totalSlice(query)], placedBy: indicator.placedBy };
      const family = familyOf(indicator);
      const first = family.beginsWith?.(indicator.code) ?? indicator.code;
      if (needed && !found.has(first)) found.set(first, await family.earliest(context, first));
      starts.set(indicator, (needed ? found.get(first) : query.from) ?? null);
    }
    return starts;
  }
}

/** The first of the starts; null when nothing is counted. */
const earliestOf = (starts: ReadonlyMap<unknown, string | null>): string | null =>
  [...starts.values()].filter((start) => start !== null).sort()[0] ?? null;
