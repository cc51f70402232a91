import type { FigureUnit } from '@fieldlab/domain';

/** As figures have it: counts and FTE are numbers, the rest decimal strings. */
export type Quantity = number | string;

const DECIMALS: Record<FigureUnit, number> = { count: 0, FTE: 2, EUR: 2, percent: 1, ratio: 2 };

/** A number as a figure of that unit is answered. */
export function inUnit(unit: FigureUnit, value: number): Quantity {
  const text = value.toFixed(DECIMALS[unit]);
  return unit === 'count' || unit === 'FTE' ? Number(text) : text;
}

/** Answers whether a value has no more decimals than its unit. */
export const fitsUnit = (unit: FigureUnit, value: Quantity): boolean =>
  Number(Number(value).toFixed(DECIMALS[unit])) === Number(value);
