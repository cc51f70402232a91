import type { FigureUnit } from '../figures';
import { digitRun } from '../text/digits';
import { numberWords } from '../text/number-words';
import { isMostlyEnglish, tokensOf, type StepCounter, type Token } from '../text/tokens';
import { hedgeBefore, moneyBefore, multiplierAt, unitAt, type Hedge } from '../text/number-company';
import { surroundingsOf, type Surroundings } from '../text/surroundings';
import { isAtMonth, isYear } from '../text/written-dates';

/** A number as somebody wrote it. */
export interface WrittenNumber {
  /** As it stands there, with what belongs to it: `ruim 680`, `€ 370 miljoen`, `62,9%`, `six`. */
  text: string;
  start: number;
  end: number;
  value: number;
  /** What it says of its unit: euros, a percentage, or nothing. */
  unit: 'EUR' | 'percent' | undefined;
  /** The size of its last digit that says something: 680 is 10, 370 miljoen is 10,000,000. */
  precision: number;
  /** It says that the real number is a little more, or a little less. */
  hedge: Exclude<Hedge, 'about'> | undefined;
  /** The words that say what it is a number of. */
  surroundings: Surroundings;
}

/** The longest text that anybody may ask about, in UTF-16 code units. */
export const LONGEST_CHECKED = 20_000;
/** No text has more numbers than this looked up. */
export const MOST_NUMBERS = 50;

/** A number by itself, from the token `from` up to `next`. */
interface Bare {
  from: number;
  next: number;
  value: number;
  precision: number;
  /** It could as well be a year. */
  isYear: boolean;
}

/** The numbers in a text, in figures or words, in their order, at most `MOST_NUMBERS`; dates and years are none. */
export function numbersIn(text: string, counter: StepCounter = { steps: 0 }): WrittenNumber[] {
  const tokens = tokensOf(text, counter);
  const isEnglish = isMostlyEnglish(tokens);
  const numbers: WrittenNumber[] = [];
  let free = 0;
  for (let at = 0; at < tokens.length && numbers.length < MOST_NUMBERS;) {
    counter.steps += 1;
    const { next, bare } = bareNumberAt(tokens, at, { counter, isEnglish });
    const whole = bare && withCompany(text, tokens, bare, free);
    at = whole?.next ?? next;
    if (!whole) continue;
    numbers.push(whole.number);
    free = at; // What belongs to one number belongs to no other.
  }
  return numbers;
}

/** The number that begins at a token, if any, and where to look on. */
function bareNumberAt(
  tokens: readonly Token[],
  at: number,
  reading: { counter: StepCounter; isEnglish: boolean },
): { next: number; bare?: Bare } {
  const kind = tokens[at]?.kind;
  if (kind === 'digits') {
    const { next, number } = digitRun(tokens, at, reading.counter);
    const isApart = !isAttached(tokens[at - 1]) && tokens[next]?.kind !== 'word';
    if (!number || !isApart) return { next };
    const { value, precision, isPlain } = number;
    const bare = { from: at, next, value, precision };
    return { next, bare: { ...bare, isYear: isPlain && isYear(tokens[at]?.text ?? '') } };
  }
  const words =
    kind === 'word' && tokens[at - 1]?.text !== '-' ? numberWords(tokens, at, reading) : undefined;
  return words ? { next: words.next, bare: { from: at, ...words, isYear: false } } : { next: at + 1 };
}

/** `N30`, `covid-19` and what follows a point are no numbers of things. */
const isAttached = (before: Token | undefined): boolean =>
  before !== undefined && (before.kind === 'word' || '.,-'.includes(before.text));

/** The number with what stands around it and belongs to it; undefined for a date or a year. */
function withCompany(
  text: string,
  tokens: readonly Token[],
  bare: Bare,
  free: number,
): { number: WrittenNumber; next: number } | undefined {
  const multiplier = multiplierAt(tokens, bare.next);
  const after = unitAt(tokens, multiplier.next);
  const money = moneyBefore(tokens, bare.from, free);
  const isMarked = multiplier.factor !== 1 || money.isMoney || after.unit !== undefined;
  if (!isMarked && (bare.isYear || isAtMonth(tokens, bare.next))) return undefined;
  const hedge = hedgeBefore(tokens, money.from, free);
  const start = tokens[hedge.from]?.start ?? 0;
  const end = tokens[after.next - 1]?.end ?? text.length;
  const number: WrittenNumber = {
    ...{ text: text.slice(start, end), start, end },
    value: bare.value * multiplier.factor,
    precision: bare.precision * multiplier.factor,
    unit: after.unit === 'percent' ? 'percent' : money.isMoney ? 'EUR' : after.unit,
    hedge: hedge.hedge === 'about' ? undefined : hedge.hedge,
    surroundings: surroundingsOf(tokens, hedge.from, after.next),
  };
  return { number, next: after.next };
}

/** A number rounded by more than this part of it could be anything. */
const COARSEST = 0.05;

/** How a written number equals a figure: exactly, as rounded, or not at all. */
export function howEqual(
  written: WrittenNumber,
  value: number,
  unit: FigureUnit,
): 'exact' | 'rounded' | undefined {
  if (written.unit === 'EUR' ? unit !== 'EUR' : written.unit === 'percent' && unit !== 'percent')
    return undefined;
  if (written.value === value) return 'exact';
  if (written.precision > COARSEST * Math.abs(value)) return undefined;
  const difference = value - written.value;
  if (written.hedge === 'over')
    return difference > 0 && difference < written.precision ? 'rounded' : undefined;
  if (written.hedge === 'under')
    return difference < 0 && -difference < written.precision ? 'rounded' : undefined;
  return Math.abs(difference) <= written.precision / 2 ? 'rounded' : undefined;
}

/** Between which values everything lies that a written number equals. */
export function reachOf({ value, precision, hedge }: WrittenNumber): { low: number; high: number } {
  const [below, above] = {
    over: [0, precision],
    under: [precision, 0],
    none: [precision / 2, precision / 2],
  }[hedge ?? 'none'] as [number, number];
  const [low, high] = [Math.max(value - below, precision / COARSEST), value + above];
  return low > high
    ? { low: value, high: value }
    : { low: Math.min(low, value), high: Math.max(high, value) };
}
