import { tokensOf, type StepCounter, type Token } from '../text/tokens';
import { endOfDate, isYear } from '../text/written-dates';
import { bracedIn } from './text-figures';

/** Numbers that somebody typed instead of naming a figure; dates, years and the numbering of a list are none. */
export function typedNumbers(text: string, counter: StepCounter = { steps: 0 }): string[] {
  const tokens = tokensOf(prose(text, counter), counter);
  const numbers: string[] = [];
  for (let at = 0; at < tokens.length;) {
    counter.steps += 1;
    if (tokens[at]?.kind !== 'digits' || isNumbering(tokens, at)) {
      at += 1;
      continue;
    }
    const date = endOfDate(tokens, at);
    const end = date ?? endOfRun(tokens, at, counter);
    if (date === undefined && standsApart(tokens, at, end)) {
      const number = tokens
        .slice(at, end)
        .map((token) => token.text)
        .join('');
      if (!isYear(number)) numbers.push(number);
    }
    at = end;
  }
  return numbers;
}

/** So many are shown to who has to vouch for them; who reads further reads the text itself. */
const MOST_SHOWN = 20;

/** The first of them, for a sentence about them. */
export const shownNumbers = (numbers: readonly string[], separator: string): string =>
  [...numbers.slice(0, MOST_SHOWN), ...(numbers.length > MOST_SHOWN ? ['…'] : [])].join(separator);

/** The text with a space for every figure that is named in it. */
function prose(text: string, counter: StepCounter): string {
  const pieces: string[] = [];
  let end = 0;
  for (const braced of bracedIn(text, counter)) {
    if (!braced.figure) continue;
    pieces.push(text.slice(end, braced.start));
    end = braced.end;
  }
  return [...pieces, text.slice(end)].join(' ');
}

/** `1. ` or `1) ` at the beginning of a line. */
function isNumbering(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const beginsLine =
    before === undefined || (before.kind === 'space' && (at === 1 || before.text.includes('\n')));
  return beginsLine && ['.', ')'].includes(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.kind === 'space';
}

/** Digits with points and commas between them. */
function endOfRun(tokens: readonly Token[], at: number, counter: StepCounter): number {
  let end = at + 1;
  while (['.', ','].includes(tokens[end]?.text ?? '') && tokens[end + 1]?.kind === 'digits') {
    counter.steps += 1;
    end += 2;
  }
  return end;
}

/** Not part of a word, and no single digit that hangs on by a mark, as in `covid-9`. */
function standsApart(tokens: readonly Token[], at: number, end: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind === 'word' || tokens[end]?.kind === 'word') return false;
  const isSingle = end === at + 1 && tokens[at]?.text.length === 1;
  return !(isSingle && before !== undefined && '.,-'.includes(before.text));
}
