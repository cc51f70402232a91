import { isByPlace, type Indicator, type IndicatorCode } from '@fieldlab/domain';
import { centreFamily } from './centre-family';
import { companyFamily } from './company-family';
import type { CellValues, EngineContext, FigureFamily } from './engine-context';
import { RECORD_FAMILIES } from './record-families';

const FAMILIES: readonly FigureFamily[] = [centreFamily, companyFamily, ...RECORD_FAMILIES];

/** The records that an indicator is read off. */
export function familyOf(indicator: Indicator): FigureFamily {
  const family = FAMILIES.find(({ indicators }) => indicators.includes(indicator.code));
  if (!family) throw new Error(`No figure family computes ${indicator.code}`);
  return family;
}

/** How many records each indicator that demands evidence leaves out for want of it; none of the others is asked. */
export async function withoutEvidence(
  context: EngineContext,
  indicators: readonly Indicator[],
): Promise<Map<IndicatorCode, number>> {
  const counts = new Map<IndicatorCode, number>();
  for (const { code } of indicators.filter(({ demandsEvidence }) => demandsEvidence)) {
    const family = FAMILIES.find((one) => one.indicators.includes(code));
    counts.set(code, (await family?.withoutEvidence?.(context, code)) ?? 0);
  }
  return counts;
}

/**
 * Measures indicators by cell, each family in one pass over its records. By place there are two passes where a family
 * has indicators of both kinds: those of the company's place and those of the centre's.
 */
export async function measure(
  context: EngineContext,
  indicators: readonly Indicator[],
): Promise<Map<IndicatorCode, CellValues>> {
  const values = new Map<IndicatorCode, CellValues>();
  for (const family of FAMILIES) {
    const mine = indicators.filter((indicator) => family.indicators.includes(indicator.code));
    for (const placedBy of ['company', 'centre'] as const) {
      const together = isByPlace(context.by) ? mine.filter((one) => one.placedBy === placedBy) : mine;
      if (together.length === 0 || (!isByPlace(context.by) && placedBy === 'centre')) continue;
      const measured = await family.measure(
        { ...context, placedBy },
        together.map((one) => one.code),
      );
      for (const { code } of together) values.set(code, measured.get(code) ?? new Map<string, string>());
    }
  }
  return values;
}
