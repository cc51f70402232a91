/** Sums and roundings without floating point: amounts are whole hundredths. */

/** `1234.5` → `123450n`. */
export function hundredths(text: string): bigint {
  const parts = /^([0-9]+)(?:\.([0-9]{1,2}))?$/.exec(text);
  if (!parts) throw new Error(`not an amount: ${text}`);
  const [, whole = '', fraction = ''] = parts;
  return BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'));
}

/** `123450n` → `1234.50`; with one decimal: `123450n` → `12345.0`. */
export function decimalText(units: bigint, decimals: number): string {
  const digits = units.toString().padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The quotient of two amounts that are not negative, rounded half up. */
export function quotientText(dividend: bigint, divisor: bigint, decimals: number): string {
  const scaled = dividend * 10n ** BigInt(decimals);
  return decimalText((2n * scaled + divisor) / (2n * divisor), decimals);
}

export function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
