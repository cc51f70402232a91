import { monthNumber } from '../workbook/dates';
import type { Token } from './tokens';

/** No month has a longer name. */
const LONGEST_MONTH = 9;

export const isYear = (digits: string): boolean => /^(?:19|20)\d{2}$/.test(digits);

/** Whether a month's name stands at `index`, behind a space where there is one. */
export function isAtMonth(tokens: readonly Token[], index: number): boolean {
  const { kind, text = '' } = tokens[afterSpace(tokens, index)] ?? {};
  return kind === 'word' && text.length <= LONGEST_MONTH && monthNumber(text) !== undefined;
}

/** The first token at or behind `index` that is no white space. */
export const afterSpace = (tokens: readonly Token[], index: number): number =>
  tokens[index]?.kind === 'space' ? index + 1 : index;

/** Where the date that begins at `index` ends: `31-12-2020`, `2020-12-31`, `1 mei 2021`, `1 May`; undefined for none. */
export function endOfDate(tokens: readonly Token[], index: number): number | undefined {
  return endOfNumericDate(tokens, index) ?? endOfNamedDate(tokens, index);
}

function endOfNumericDate(tokens: readonly Token[], index: number): number | undefined {
  const [first, mark, second, other, third] = tokens.slice(index, index + 5);
  const lengths = [first, second, third].map((token) => (token?.kind === 'digits' ? token.text.length : 0));
  const isMarked = [mark, other].every((token) => token?.text === '-' || token?.text === '/');
  const [one = 0, two = 0, three = 0] = lengths;
  const isDayFirst = one >= 1 && one <= 2 && two >= 1 && two <= 2 && three === 4;
  const isYearFirst = one === 4 && two === 2 && three === 2 && mark?.text === '-';
  return isMarked && (isDayFirst || isYearFirst) ? index + 5 : undefined;
}

function endOfNamedDate(tokens: readonly Token[], index: number): number | undefined {
  const isDay = (tokens[index]?.text.length ?? 0) <= 2 && tokens[index + 1]?.kind === 'space';
  if (!isDay || !isAtMonth(tokens, index + 1)) return undefined;
  const [space, year] = tokens.slice(index + 3, index + 5);
  return space?.kind === 'space' && /^\d{4}$/.test(year?.text ?? '') ? index + 5 : index + 3;
}
