import type { Cell } from './cell';
import { fault, read, type Reading } from './reading';

/** Amounts and quantities: decimal text in, decimal text out. Money never passes through a binary fraction. */

interface Decimal {
  negative: boolean;
  whole: string;
  fraction: string;
  /** A single kind of separator was taken to part thousands: `370.000`. */
  grouped: boolean;
}

const CURRENCY = /^(?:€|EUR|euro)|(?:€|EUR|euro)$/gi;
/** `370.000,-` and `370.000,--`: no cents. */
const NO_CENTS = /[.,]\s*[-–—]{1,2}$/;
const GROUPED_BY_SPACES = /^[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?=$|[.,])/;
/** No number is written longer; longer text is not searched through. */
const LONGEST = 60;
/** What a spreadsheet stores is true to fifteen digits; the rest is noise of binary fractions. */
const TRUE_DIGITS = 15;

/** Reads a number as people write it, Dutch or English; undefined where it is none. */
export function parseDecimal(text: string, currency = false): Decimal | undefined {
  if (text.length > LONGEST) return undefined;
  let rest = text.trim();
  const sign = /^[-−]\s*/;
  let negative = sign.test(rest);
  rest = rest.replace(sign, '');
  if (currency) {
    rest = rest.replace(CURRENCY, '').trim();
    if (!negative && sign.test(rest)) {
      negative = true;
      rest = rest.replace(sign, '');
    }
  }
  const withoutCents = rest.replace(NO_CENTS, '');
  const parts = separated(withoutCents.replace(GROUPED_BY_SPACES, (digits) => digits.replace(/[^0-9]/g, '')));
  if (!parts) return undefined;
  const whole = parts.whole.replace(/^0+(?=[0-9])/, '');
  return { negative, whole, fraction: parts.fraction, grouped: parts.grouped && withoutCents === rest };
}

const isGrouped = (groups: readonly string[]): boolean =>
  groups.every((group, index) => (index === 0 ? /^[1-9][0-9]{0,2}$/ : /^[0-9]{3}$/).test(group));

function separated(text: string): Pick<Decimal, 'whole' | 'fraction' | 'grouped'> | undefined {
  if (!/^[0-9]+(?:[.,][0-9]+)*$/.test(text)) return undefined;
  const kinds = new Set(text.replace(/[0-9]/g, ''));
  const groups = text.split(/[.,]/);
  if (kinds.size === 0) return { whole: text, fraction: '', grouped: false };
  if (kinds.size === 1) {
    if (isGrouped(groups)) return { whole: groups.join(''), fraction: '', grouped: true };
    return groups.length === 2
      ? { whole: groups[0] ?? '', fraction: groups[1] ?? '', grouped: false }
      : undefined;
  }
  // Two kinds: the last parts the decimals, all before it are of the other kind.
  const fraction = groups.pop() ?? '';
  const before = text.slice(0, text.length - fraction.length - 1);
  const decimalMark = text.charAt(before.length);
  return before.includes(decimalMark) || !isGrouped(groups)
    ? undefined
    : { whole: groups.join(''), fraction, grouped: false };
}

/**
 * A number as a spreadsheet stores it, at `scale` decimals, rounded half up: `1098639.2199999999` is `1098639.22`.
 * Undefined where it is no finite number.
 */
export function storedDecimal(stored: string, scale: number): { text: string; rounded: boolean } | undefined {
  if (stored.length > LONGEST || !/^-?[0-9.]+(?:[eE][+-]?[0-9]+)?$/.test(stored)) return undefined;
  const number = Number(stored);
  if (!Number.isFinite(number)) return undefined;
  const [mantissa = '0', exponent = '0'] = Math.abs(number)
    .toExponential(TRUE_DIGITS - 1)
    .split('e');
  const digits = BigInt(mantissa.replace('.', ''));
  const shift = Number(exponent) - (TRUE_DIGITS - 1) + scale;
  const exact = shift >= 0 ? digits * 10n ** BigInt(shift) : digits;
  const divisor = shift >= 0 ? 1n : 10n ** BigInt(-shift);
  const units = (exact * 2n + divisor) / (divisor * 2n);
  const padded = units.toString().padStart(scale + 1, '0');
  const text = scale === 0 ? padded : `${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
  return { text: number < 0 && units !== 0n ? `-${text}` : text, rounded: units * divisor !== exact };
}

export interface NumberRule {
  label: string;
  /** Euro signs are understood, and it is called an amount. */
  currency?: boolean;
  /** 0 or 2. */
  scale: number;
  zeroAllowed?: boolean;
  /** The most that fits, as a whole number. */
  most: bigint;
}

/** Reads an amount or a quantity; the value is a decimal text with exactly `scale` decimals. */
export function readNumber(cell: Pick<Cell, 'kind' | 'text'>, rule: NumberRule): Reading {
  return cell.kind === 'number' ? storedNumber(cell.text, rule) : typedNumber(cell.text, rule);
}

function storedNumber(value: string, rule: NumberRule): Reading {
  const stored = storedDecimal(value, rule.scale);
  if (!stored) return fault('NOT_A_NUMBER', { value });
  if (stored.rounded && rule.scale === 0) return fault('NOT_A_WHOLE_NUMBER', { value, label: rule.label });
  const checked = checkedNumber(stored.text, value, rule);
  if (checked.value === null || !stored.rounded) return checked;
  return read(checked.value, { code: 'NUMBER_ROUNDED', params: { value, read: stored.text } });
}

function typedNumber(value: string, rule: NumberRule): Reading {
  const decimal = parseDecimal(value, rule.currency);
  if (!decimal) return fault(rule.currency ? 'NOT_AN_AMOUNT' : 'NOT_A_NUMBER', { value });
  const fraction = withoutTrailingZeros(decimal.fraction);
  if (fraction.length > rule.scale) {
    return rule.scale === 0
      ? fault('NOT_A_WHOLE_NUMBER', { value, label: rule.label })
      : fault('TOO_MANY_DECIMALS', { value });
  }
  const decimals = rule.scale === 0 ? '' : `.${fraction.padEnd(rule.scale, '0')}`;
  const checked = checkedNumber(`${decimal.negative ? '-' : ''}${decimal.whole}${decimals}`, value, rule);
  if (checked.value === null || !decimal.grouped) return checked;
  return read(checked.value, { code: 'THOUSANDS_ASSUMED', params: { value, read: checked.value } });
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits.charAt(end - 1) === '0') end -= 1;
  return digits.slice(0, end);
}

function checkedNumber(text: string, value: string, rule: NumberRule): Reading {
  const negative = text.startsWith('-') && /[1-9]/.test(text);
  const zero = !/[1-9]/.test(text);
  const { label, most } = rule;
  if (rule.zeroAllowed ? negative : negative || zero) {
    return fault(rule.zeroAllowed ? 'NUMBER_NEGATIVE' : 'NUMBER_NOT_POSITIVE', { value, label });
  }
  if (BigInt(text.replace(/^-/, '').split('.')[0] ?? '0') > most) {
    return fault('NUMBER_TOO_LARGE', { value, most: most.toString() });
  }
  return read(zero ? text.replace('-', '') : text);
}
