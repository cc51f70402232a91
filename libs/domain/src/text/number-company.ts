import { SCALES } from './number-vocabulary';
import { foldedWord, type Token } from './tokens';
import { afterSpace } from './written-dates';

/** What stands around a number and belongs to it. Every look is at a fixed number of tokens. */

export type Hedge = 'over' | 'under' | 'about';

const HEDGES: Readonly<Record<Hedge, readonly string[]>> = {
  over: ['ruim', 'meer dan', 'over', 'more than', 'boven de', 'minstens', 'at least'],
  under: ['bijna', 'nearly', 'almost', 'krap', 'under', 'less than', 'minder dan'],
  about: [
    ...['ongeveer', 'circa', 'ca', 'zo n', 'rond de', 'rond', 'about', 'around', 'some', 'approximately'],
  ],
};
const HEDGE_OF = new Map(
  Object.entries(HEDGES).flatMap(([hedge, words]) => words.map((word) => [word, hedge as Hedge] as const)),
);
/** Beside the scales, what only stands behind digits. */
const SHORT_SCALES = new Map([
  ['m', 1e6],
  ['bn', 1e9],
]);
const ABBREVIATED = new Set(['mln', 'mld', 'bn']);
const EURO = new Set(['€', 'eur', 'euro']);
const UNITS = new Map<string, 'EUR' | 'percent'>([
  ...['%', 'procent', 'percent'].map((word) => [word, 'percent'] as const),
  ...['€', 'eur', 'euro', 'euros'].map((word) => [word, 'EUR'] as const),
]);

const wordAt = (tokens: readonly Token[], index: number): string => foldedWord(tokens[index]?.text ?? '');
const beforeSpace = (tokens: readonly Token[], index: number): number =>
  tokens[index]?.kind === 'space' ? index - 1 : index;

/** ` miljoen`, ` mln.` and `,-` behind a number. */
export function multiplierAt(tokens: readonly Token[], index: number): { factor: number; next: number } {
  const isWhole = tokens[index]?.text === ',' && ['-', '–', '—'].includes(tokens[index + 1]?.text ?? '');
  const start = isWhole ? index + 2 : index;
  const at = afterSpace(tokens, start);
  const word = wordAt(tokens, at);
  const factor = SCALES.get(word) ?? SHORT_SCALES.get(word);
  if (factor === undefined || factor === 100) return { factor: 1, next: start };
  const isDotted = ABBREVIATED.has(word) && tokens[at + 1]?.text === '.';
  return { factor, next: isDotted ? at + 2 : at + 1 };
}

/** `%`, ` procent`, ` euro` behind a number. */
export function unitAt(
  tokens: readonly Token[],
  index: number,
): { unit: 'EUR' | 'percent' | undefined; next: number } {
  const at = afterSpace(tokens, index);
  const unit = UNITS.get(wordAt(tokens, at));
  return { unit, next: unit === undefined ? index : at + 1 };
}

/** `€ ` or `EUR ` before the token `from`, not before `free`. */
export function moneyBefore(
  tokens: readonly Token[],
  from: number,
  free: number,
): { isMoney: boolean; from: number } {
  const at = beforeSpace(tokens, from - 1);
  const isMoney = at >= free && EURO.has(wordAt(tokens, at));
  return { isMoney, from: isMoney ? at : from };
}

/** `meer dan` and `zo’n` are two words. */
const isBetween = (token: Token | undefined): boolean =>
  token?.kind === 'space' || token?.text === "'" || token?.text === '’';

/** `ruim`, `more than`, `ca.` before the token `from`, not before `free`. */
export function hedgeBefore(
  tokens: readonly Token[],
  from: number,
  free: number,
): { hedge: Hedge | undefined; from: number } {
  const end = beforeSpace(tokens, from - 1);
  const last = tokens[end]?.text === '.' && wordAt(tokens, end - 1) === 'ca' ? end - 1 : end;
  const first = last - 2;
  const two = isBetween(tokens[last - 1]) ? `${wordAt(tokens, first)} ${wordAt(tokens, last)}` : '';
  for (const [words, at] of [
    [two, first],
    [wordAt(tokens, last), last],
  ] as const) {
    const hedge = at >= free ? HEDGE_OF.get(words) : undefined;
    if (hedge) return { hedge, from: at };
  }
  return { hedge: undefined, from };
}
