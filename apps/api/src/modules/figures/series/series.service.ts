import { Inject, Injectable } from '@nestjs/common';
import { invalidInput, type FigureValue, type Indicator, type Scope, fault } from '@fieldlab/domain';
import type { CellValues, EngineContext, Slice } from '../engine/engine-context';
import { KnowledgeRepository } from '../engine/knowledge.repository';
import { measure } from '../engine/measure';
import { centresInScope, knowsScope } from '../engine/narrowing';
import type { RegisterAt } from '../engine/register-at';
import { toValue } from '../figure.mapper';
import { FigureContexts } from '../figure-contexts';
import { checkQuery } from '../figures-query';
import { FiguresRepository } from '../figures.repository';
import { KeptAnswers } from '../kept-answers';
import { slicesUntil } from './period-ends';
import type { FigureSeries, SeriesPoint, SeriesQuery } from './series.dto';

const MOST_KEPT = 200;

/** A figure at the end of every period, beside what it was taken for at the time. */
@Injectable()
export class SeriesService {
  private readonly kept = new KeptAnswers<FigureSeries>(MOST_KEPT);

  constructor(
    @Inject(KnowledgeRepository) private readonly knowledge: KnowledgeRepository,
    @Inject(FiguresRepository) private readonly figures: FiguresRepository,
    @Inject(FigureContexts) private readonly contexts: FigureContexts,
  ) {}

  /** @throws DomainError INVALID_INPUT as figures do, and for more periods than anybody reads. */
  async compute({ every, indicator: reference, ...query }: SeriesQuery): Promise<FigureSeries> {
    const checked = checkQuery({ ...query, indicators: [reference] });
    const [indicator] = checked.indicators;
    if (!indicator) throw invalidInput([fault('indicator', 'ONE_INDICATOR')]);
    return this.knowledge.readAt(undefined, async (client, register) => {
      const resolved = await this.contexts.resolve(client, register, checked);
      return this.kept.get([resolved, every, register.knowledge], async () => {
        const base = await this.contexts.base(client, register, resolved);
        const slices = await slicesUntil(base, indicator, every, resolved);
        return {
          indicator: indicator.code,
          definitionVersion: indicator.version,
          unit: indicator.unit,
          every,
          asOf: resolved.asOf,
          from: resolved.from ?? null,
          knownAt: register.knowledge.knownAt,
          scope: query.scope ?? 'programme',
          periods: await this.points({ ...base, by: every, slices }, indicator, checked.scope),
        };
      });
    });
  }

  private async points(now: EngineContext, indicator: Indicator, scope: Scope): Promise<SeriesPoint[]> {
    const { client, slices, register } = now;
    if (slices.length === 0) return [];
    const values = (await measure(now, [indicator])).get(indicator.code);
    const zone = await this.contexts.timeZone(client, register);
    const days = slices.map(({ to }) => to);
    const registers = await this.knowledge.atEndOfDays(client, days, zone);
    const points: SeriesPoint[] = [];
    for (const [index, slice] of slices.entries()) {
      const known = valueIn(indicator, values, slice);
      const then = registers[index];
      if (!then) throw new Error(`Nothing is known of ${slice.to}`);
      const point = { period: slice.key, on: slice.to, asKnownNow: known };
      points.push({ ...point, ...(await this.knownThen(now, { then, slice, known, indicator, scope })) });
    }
    return points;
  }

  /** What nothing changed since is known now as it was then. */
  private async knownThen(
    now: EngineContext,
    { then, slice, known, indicator, scope }: Moment,
  ): Promise<Pick<SeriesPoint, 'asKnownThen' | 'thenKnownAt'>> {
    const { knownAt: thenKnownAt, isLatest } = then.knowledge;
    if (isLatest) return { asKnownThen: known, thenKnownAt };
    const all = await this.figures.centres(now.client, then);
    if (all.length === 0 || !knowsScope(all, scope)) return { asKnownThen: null, thenKnownAt: null };
    const centres = centresInScope(all, scope);
    const context = { ...now, register: then, centres, slices: [slice] };
    const values = (await measure(context, [indicator])).get(indicator.code);
    return { asKnownThen: valueIn(indicator, values, slice), thenKnownAt };
  }
}

interface Moment {
  then: RegisterAt;
  slice: Slice;
  known: FigureValue;
  indicator: Indicator;
  scope: Scope;
}

const valueIn = (indicator: Indicator, values: CellValues | undefined, { key }: Slice): FigureValue =>
  toValue(indicator, values?.get(key));
