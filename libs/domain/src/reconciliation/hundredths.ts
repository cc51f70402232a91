import type { FigureUnit, FigureValue } from '../figures';

/** Every value as a whole number of hundredths, so that differences add up to the cent. */
export type Hundredths = bigint;

/** `12.5` and `'12.50'` are 1250; nothing to divide (null) is undefined. */
export function hundredthsOf(value: FigureValue | undefined): Hundredths | undefined {
  if (value === null || value === undefined) return undefined;
  const [, sign, whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(String(value)) ?? [];
  if (sign === undefined) throw new Error(`${value} is not a decimal of at most two places`);
  const amount = BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
  return sign === '-' ? -amount : amount;
}

const DECIMALS = { EUR: 2, percent: 1, ratio: 2 } as const;

/** In the notation of the unit: counts and FTE are numbers, the others decimal strings. */
export function valueOf(amount: Hundredths, unit: FigureUnit): number | string {
  if (unit === 'count' || unit === 'FTE') return Number(amount) / 100;
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
  const places = `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return `${amount < 0n ? '-' : ''}${DECIMALS[unit] === 1 ? places.slice(0, -1) : places}`;
}
