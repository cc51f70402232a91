import type { StepCounter, Token } from './tokens';

/** Digits with what parts thousands and decimals: `1.234,50`, `1 234`, `62,9`. */
interface WrittenDigits {
  value: number;
  /** The size of the last digit that says something: 680 is 10, 62.9 is 0.1. */
  precision: number;
  /** As one run of digits without separators, such as a year is written. */
  isPlain: boolean;
}

/** Where a run of digits and separators ends, and the number that it is; none for a date, a time or a version. */
export interface DigitRun {
  next: number;
  number: WrittenDigits | undefined;
}

const MARKS = '.,';
const THIN_SPACES = ' \u00A0\u202F';
const JOINTS = '.,-/:–';
const LONGEST = 40;

/** Reads the run that begins with the digits at `index`; `next` is the first token after it. */
export function digitRun(tokens: readonly Token[], index: number, counter: StepCounter): DigitRun {
  const groups = [tokens[index]?.text ?? ''];
  const marks: string[] = [];
  let next = index + 1;
  for (;;) {
    counter.steps += 1;
    const mark = markBetween(tokens, next, groups, marks);
    if (mark === undefined) break;
    marks.push(mark);
    groups.push(tokens[next + 1]?.text ?? '');
    next += 2;
  }
  if (!isJoined(tokens, next)) return { next, number: readGroups(groups, marks) };
  while (isJoined(tokens, next)) {
    counter.steps += 1;
    next += 2;
  }
  return { next, number: undefined };
}

function markBetween(
  tokens: readonly Token[],
  next: number,
  groups: readonly string[],
  marks: readonly string[],
): string | undefined {
  const mark = tokens[next]?.text ?? '';
  const after = tokens[next + 1];
  if (mark.length !== 1 || after?.kind !== 'digits') return undefined;
  if (MARKS.includes(mark)) return mark;
  const isGrouped = after.text.length === 3 && (groups[0]?.length ?? 0) <= 3;
  return THIN_SPACES.includes(mark) && isGrouped && marks.every((one) => THIN_SPACES.includes(one))
    ? mark
    : undefined;
}

/** Whether more digits hang on by what joins them to no number: `2015-2020`, `12:30`, `31/12`. */
const isJoined = (tokens: readonly Token[], next: number): boolean =>
  JOINTS.includes(tokens[next]?.text ?? '\0') && tokens[next + 1]?.kind === 'digits';

function readGroups(groups: readonly string[], marks: readonly string[]): WrittenDigits | undefined {
  const [last] = marks.slice(-1);
  if (groups.reduce((length, { length: one }) => length + one, 0) > LONGEST) return undefined;
  if (last === undefined) return { ...numberOf(groups[0] ?? '', ''), isPlain: true };
  if (areThousands(groups, marks)) return { ...numberOf(groups.join(''), ''), isPlain: false };
  const whole = groups.slice(0, -1);
  const before = marks.slice(0, -1);
  const isDecimal = MARKS.includes(last) && !before.includes(last) && areThousands(whole, before);
  return isDecimal ? { ...numberOf(whole.join(''), groups.at(-1) ?? ''), isPlain: false } : undefined;
}

/** Groups of exactly three digits behind one to three; a single group is one of any length. */
const areThousands = (groups: readonly string[], marks: readonly string[]): boolean =>
  groups.length === 1 ||
  (new Set(marks).size === 1 &&
    /^[1-9]\d{0,2}$/.test(groups[0] ?? '') &&
    groups.slice(1).every(({ length }) => length === 3));

function numberOf(whole: string, decimals: string): Pick<WrittenDigits, 'value' | 'precision'> {
  if (decimals !== '') return { value: Number(`${whole}.${decimals}`), precision: 10 ** -decimals.length };
  return { value: Number(whole), precision: roundness(whole) };
}

/** The size of the last digit of a whole number that is no nought: 10 for 680; a number of noughts is exact. */
export function roundness(whole: string): number {
  let zeros = 0;
  while (zeros < whole.length - 1 && whole.charAt(whole.length - 1 - zeros) === '0') zeros += 1;
  return /[1-9]/.test(whole) ? 10 ** zeros : 1;
}
