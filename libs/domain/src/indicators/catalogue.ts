import { CENTRE_INDICATORS } from './centre-indicators';
import { COMPANY_INDICATORS } from './company-indicators';
import type { IndicatorDefinition } from './definition';
import { INVESTMENT_INDICATORS } from './investment-indicators';
import { RESULT_INDICATORS } from './result-indicators';

const DEFINITIONS = [
  ...CENTRE_INDICATORS,
  ...COMPANY_INDICATORS,
  ...RESULT_INDICATORS,
  ...INVESTMENT_INDICATORS,
] as const;

export type IndicatorCode = (typeof DEFINITIONS)[number]['code'];

/** A definition whose code is one of the catalogue's, so that what is keyed by code can be exhaustive. */
export type Indicator = IndicatorDefinition & { code: IndicatorCode };

/** Every published definition, old versions beside new ones, in the order in which people read them. */
export const INDICATORS: readonly Indicator[] = DEFINITIONS;

/** The highest version of each code, in the order of the list. */
export function currentOf<T extends IndicatorDefinition>(definitions: readonly T[]): readonly T[] {
  return definitions.filter((one) =>
    definitions.every((other) => other.code !== one.code || other.version <= one.version),
  );
}

/** `jobs` finds the current version, `jobs@1` that one; anything else, `jobs@01` included, finds nothing. */
export function findIndicatorIn<T extends IndicatorDefinition>(
  definitions: readonly T[],
  reference: string,
): T | undefined {
  const parts = /^([a-z_]+)(?:@([1-9][0-9]*))?$/.exec(reference);
  if (!parts) return undefined;
  const [, code, version] = parts;
  const candidates = version === undefined ? currentOf(definitions) : definitions;
  return candidates.find(
    (one) => one.code === code && (version === undefined || one.version === Number(version)),
  );
}

export const currentIndicators: readonly Indicator[] = currentOf(INDICATORS);

export function findIndicator(reference: string): Indicator | undefined {
  return findIndicatorIn(INDICATORS, reference);
}

/** `jobs@1`, the way in which an edition pins a definition. */
export function indicatorReference({ code, version }: IndicatorDefinition): string {
  return `${code}@${version}`;
}
