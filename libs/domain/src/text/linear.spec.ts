import { describe, expect, it } from 'vitest';
import { numbersIn } from '../reports/numbers-in-text';
import { textPieces } from '../reports/text';
import { bracedIn } from '../reports/text-figures';
import { typedNumbers } from '../reports/typed-numbers';
import { tokensOf, type StepCounter } from './tokens';

const READERS: Record<string, (text: string, counter: StepCounter) => unknown> = {
  tokensOf,
  numbersIn,
  typedNumbers,
  bracedIn,
  textPieces,
};

/** What made readers slow, or would: long runs of what may belong to a number, and beginnings without an end. */
const HOSTILE = [
  ...[' ', '\n', '\u00A0', '\t', '0', '7', '.', ',', '-', '{', '}', 'a', 'é', 'e\u0301', '€', '%'],
  ...['7;', '7 ', '7.', '7,', '7-', '7/', '7:', '1.234.', '1 234 ', '12:', '7,-', '7\n', '1. ', '1) \n'],
  ...['zes ', 'zes-', 'twenty-', 'hundred and ', 'een ', 'a ', 'ten ', 'duizend ', 'miljoen ', 'anderhalf '],
  ...[
    'honderd',
    'duizend',
    'eenen',
    'ruim ',
    'more than ',
    'ca. ',
    'zo’n ',
    '€ ',
    'euro ',
    'mln. ',
    '1 mei ',
    '31-12-',
  ],
  ...[
    '{{',
    '{{a',
    '{{jobs:',
    '{{jobs:centre=',
    '{{jobs}} ',
    '{{jobs:centre=a b}} ',
    '{{}}',
    '{{{}}}',
    '{ {',
    '}}{{',
  ],
];
const AROUND = [
  ['', ''],
  ['', 'b'],
  ['{{jobs:centre=a', 'b}}'],
  ['7', '€'],
  ['ruim', '7'],
] as const;
const LENGTH = 4_000;

function stepsOf(read: (text: string, counter: StepCounter) => unknown, text: string): number {
  const counter = { steps: 0 };
  read(text, counter);
  return counter.steps;
}

describe.each(Object.entries(READERS))('%s', (_, read) => {
  it.each(AROUND)(
    'takes at most 2.5 times the steps for twice the text, between "%s" and "%s"',
    (before, after) => {
      const text = (piece: string, length: number) => before + piece.repeat(length / piece.length) + after;
      const worse = HOSTILE.filter((piece) => {
        const once = stepsOf(read, text(piece, LENGTH));
        return stepsOf(read, text(piece, 2 * LENGTH)) > 2.5 * once;
      });
      expect(worse).toEqual([]);
    },
  );

  it('takes a few steps for each character at most', () => {
    for (const piece of HOSTILE) {
      const text = piece.repeat(LENGTH / piece.length);
      expect(stepsOf(read, text), JSON.stringify(piece)).toBeLessThanOrEqual(4 * text.length + 4);
    }
  });
});
