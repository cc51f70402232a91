import { roundness } from './digits';
import { foldedWord, type StepCounter, type Token } from './tokens';
import { SCALES, dutchWord, englishWord } from './number-vocabulary';

/** A number written as words, up to the token `next`: `tweeëndertig`, `thirty-two`, `driehonderdzeventig miljoen`. */
export interface WrittenWords {
  next: number;
  value: number;
  precision: number;
}

/** What the words so far say, and what may follow them. */
interface Sum {
  /** Thousands and millions that are closed. */
  total: number;
  /** What stands before the next scale. */
  open: number;
  /** Only what is smaller may follow: after `twintig duizend` hundreds and less. */
  below: number;
  /** What has to follow before it is a number: `a` wants a scale, `hundred and` wants more. */
  wanted?: 'scale' | 'more';
}

const NOTHING: Sum = { total: 0, open: 0, below: Infinity };
/** Before a scale they say one of it; by themselves they are no number. */
const ARTICLES = new Set(['een', 'one', 'a']);
/** `anderhalf miljoen`. */
const ONE_AND_A_HALF = 'anderhalf';
/** `twee derde`, `two thirds`: parts, not numbers of things. */
const FRACTIONS = new Set(
  'derde derden kwart vierde vijfde third thirds quarter quarters fifth fifths half halves'.split(' '),
);

/**
 * Reads the number words that begin at `index`, in Dutch or English; undefined where none stand there. One word more
 * is taken only while it makes a larger number by the rules of the language, so `zes zeven` is six.
 */
export function numberWords(
  tokens: readonly Token[],
  index: number,
  { counter, isEnglish }: { counter: StepCounter; isEnglish: boolean },
): WrittenWords | undefined {
  let sum = NOTHING;
  let next: number | undefined;
  for (let at = index; tokens[at]?.kind === 'word'; at += 2) {
    counter.steps += 1;
    const more = added(sum, foldedWord(tokens[at]?.text ?? ''), isEnglish);
    if (!more) break;
    sum = more;
    if (sum.wanted === undefined) next = at + 1;
    if (!isBetweenWords(tokens[at + 1])) break;
  }
  if (next === undefined || isPartOfMore(tokens, next)) return undefined;
  const value = sum.total + sum.open;
  return { next, value, precision: roundness(String(value)) };
}

const isBetweenWords = (token: Token | undefined): boolean => token?.kind === 'space' || token?.text === '-';

/** `zes-jarig`, `twenty-first` and `twee derde` say something else than their number. */
function isPartOfMore(tokens: readonly Token[], next: number): boolean {
  const [mark, word] = [tokens[next], tokens[next + 1]];
  if (word?.kind !== 'word') return false;
  return mark?.text === '-' || FRACTIONS.has(foldedWord(word.text));
}

/** The sum with one word more; undefined where the word does not belong to the number. */
function added(sum: Sum, word: string, isEnglish: boolean): Sum | undefined {
  const scale = SCALES.get(word);
  if (scale !== undefined) return sum.wanted === 'more' ? undefined : scaled(sum, scale);
  if (sum.wanted === 'scale') return undefined;
  if (sum === NOTHING) {
    if (ARTICLES.has(word)) return { ...sum, open: 1, wanted: 'scale' };
    if (word === ONE_AND_A_HALF) return { ...sum, open: 1.5, wanted: 'scale' };
  }
  if (word === 'and') return isRound(sum) ? { ...sum, wanted: 'more' } : undefined;
  const english = englishWord(word, isEnglish || sum !== NOTHING);
  const value = english ?? dutchWord(word);
  if (value === undefined || value >= sum.below || value >= room(sum, english !== undefined))
    return undefined;
  const { total, open, below } = sum;
  return value < 1000 ? { total, open: open + value, below } : { total: total + value, open: 0, below: 1000 };
}

function scaled({ total, open, below }: Sum, scale: number): Sum | undefined {
  if (scale >= below) return undefined;
  const isFirst = open === 0 && total === 0;
  if (scale === 100)
    return isFirst || (open > 0 && open < 100) ? { total, open: (open || 1) * 100, below } : undefined;
  // `miljoen` by itself counts nothing; `duizend` does.
  if (open === 0 && !(isFirst && scale === 1000)) return undefined;
  return { total: total + (open || 1) * scale, open: 0, below: scale };
}

/** Whether `and` may follow: after hundreds, thousands and millions. */
const isRound = ({ total, open, wanted }: Sum): boolean =>
  wanted === undefined && (open === 0 ? total > 0 : open % 100 === 0);

/** What still fits behind the open part: anything behind nothing, tens behind hundreds, units behind English tens. */
function room({ open }: Sum, isEnglish: boolean): number {
  if (open === 0) return Infinity;
  if (open % 100 === 0) return 100;
  return isEnglish && open % 10 === 0 && open % 100 >= 20 ? 10 : 0;
}
