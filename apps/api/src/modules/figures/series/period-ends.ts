import { invalidInput, type Indicator, fault } from '@fieldlab/domain';
import type { EngineContext, Slice } from '../engine/engine-context';
import { familyOf } from '../engine/measure';
import { MAX_PERIODS, slicesOf, totalSlice } from '../engine/narrowing';
import type { ResolvedQuery } from '../figure-contexts';
import type { SeriesQuery } from './series.dto';

/**
 * From the start of the whole span up to the end of each of its periods.
 * @throws DomainError INVALID_INPUT for more periods than anybody reads.
 */
export async function slicesUntil(
  base: EngineContext,
  indicator: Indicator,
  every: SeriesQuery['every'],
  span: ResolvedQuery,
): Promise<Slice[]> {
  const whole = { ...base, slices: [totalSlice(span)], placedBy: indicator.placedBy };
  const earliest = span.from ?? (await familyOf(indicator).earliest(whole, indicator.code));
  const periods = slicesOf(every, earliest, span);
  if (periods.length > MAX_PERIODS) {
    throw invalidInput([fault('from', 'TOO_MANY_PERIODS', { most: String(MAX_PERIODS) })]);
  }
  return periods.map(({ key, to }) => ({ key, from: span.from ?? null, to }));
}
