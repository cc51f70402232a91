import { parseDecimal } from '../workbook/numbers';

/** By how many zeros a word behind an amount multiplies it, in Dutch and English. */
const ZEROS: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['duizend', 3],
  ['thousand', 3],
  ['m', 6],
  ['mln', 6],
  ['mio', 6],
  ['miljoen', 6],
  ['million', 6],
  ['mld', 9],
  ['mrd', 9],
  ['miljard', 9],
  ['bn', 9],
  ['billion', 9],
]);
const CURRENCIES: ReadonlySet<string> = new Set(['€', 'eur', 'euro', 'euros', "euro's", 'euro’s']);
/** No amount is written longer; longer text is not searched through. */
const LONGEST = 40;
/** What the register holds of an amount: twelve digits before the point. */
const MOST_DIGITS = 12;
const CENTS = 2;

/**
 * An amount of euros as somebody types it into a form who sees at once how it was read: `12.500,50`, `12,5 mln`,
 * `€ 1.2k`, `1,5 miljoen euro`.
 * @returns Decimal text as the API takes it, such as `12500.5`; undefined where the text says no amount that it takes.
 */
export const readTypedAmount = (text: string): string | undefined =>
  text.length > LONGEST ? undefined : readTypedNumber(withoutCurrency(text.trim().toLowerCase()));

/**
 * A number that is no amount of money, in the same ways: `1.200`, `2,5`, `12 duizend`.
 * @returns Decimal text such as `1200`; undefined where the text says no number from 0 on with at most two decimals.
 */
export function readTypedNumber(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const { number, word } = apart(text.trim().toLowerCase());
  const zeros = word === '' ? 0 : ZEROS.get(word);
  const decimal = zeros === undefined ? undefined : parseDecimal(number);
  if (zeros === undefined || !decimal || decimal.negative) return undefined;
  return shifted(decimal.whole, decimal.fraction, zeros);
}

/** The same amount without the sign or word for euros before or behind it. */
function withoutCurrency(text: string): string {
  for (const sign of CURRENCIES) {
    if (text.startsWith(sign) && !isLetter(text.charAt(sign.length))) return text.slice(sign.length).trim();
    if (text.endsWith(sign)) return text.slice(0, -sign.length).trim();
  }
  return text;
}

/** The number, and the word behind it without its full stop. */
function apart(text: string): { number: string; word: string } {
  const bare = text.endsWith('.') ? text.slice(0, -1) : text;
  let from = bare.length;
  while (from > 0 && isLetter(bare.charAt(from - 1))) from -= 1;
  return { number: bare.slice(0, from).trim(), word: bare.slice(from) };
}

function shifted(whole: string, fraction: string, zeros: number): string | undefined {
  const digits = fraction.padEnd(zeros, '0');
  const before = withoutZerosBefore(whole + digits.slice(0, zeros));
  const after = withoutZerosBehind(digits.slice(zeros));
  if (before.length > MOST_DIGITS || after.length > CENTS) return undefined;
  return after === '' ? before : `${before}.${after}`;
}

function withoutZerosBefore(digits: string): string {
  let from = 0;
  while (from < digits.length - 1 && digits.charAt(from) === '0') from += 1;
  return digits.slice(from);
}

function withoutZerosBehind(digits: string): string {
  let to = digits.length;
  while (to > 0 && digits.charAt(to - 1) === '0') to -= 1;
  return digits.slice(0, to);
}

const isLetter = (character: string): boolean => character.toLowerCase() !== character.toUpperCase();
