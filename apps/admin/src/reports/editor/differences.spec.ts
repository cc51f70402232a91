import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf } from './differences';

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

describe(differencesOf.name, () => {
  it.each([
    ['een twee', 'een twee', []],
    ['', 'een', [{ former: [0, 0], now: [0, 1] }]],
    ['een', '', [{ former: [0, 1], now: [0, 0] }]],
    ['een twee drie', 'een vier drie', [{ former: [1, 2], now: [1, 2] }]],
    [
      'een twee drie vier',
      'nul een twee vier',
      [
        { former: [0, 0], now: [0, 1] },
        { former: [2, 3], now: [3, 3] },
      ],
    ],
  ])('of "%s" and "%s"', (former, now, expected) => {
    expect(differencesOf(words(former), words(now))).toEqual(expected);
  });

  it('turn the one into the other', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (former, now) => {
        const turned: string[] = [];
        let at = 0;
        for (const {
          former: [from, to],
          now: [start, end],
        } of differencesOf(former, now)) {
          turned.push(...former.slice(at, from), ...now.slice(start, end));
          at = to;
        }
        expect([...turned, ...former.slice(at)]).toEqual(now);
      }),
    );
  });

  it('of texts that share nothing are told as one', () => {
    const many = (word: string) => Array.from({ length: 5000 }, (_, index) => word + String(index));
    expect(differencesOf(many('a'), many('b'))).toEqual([{ former: [0, 5000], now: [0, 5000] }]);
  });
});
