import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf, normaliseText } from './plain-text';

describe(normaliseText.name, () => {
  it.each([
    ['composes', 'e\u0301e\u0301n BV', '\u00e9\u00e9n BV'],
    ['composes what a character in between kept apart', 'e\u200b\u0301', '\u00e9'],
    ['trims', ' \u00a0 Vonk\ufeff ', 'Vonk'],
    ['drops control characters', 'AB\u000b\u0001C\u0085 BV\u009f', 'ABC  BV'],
    ['drops what is no character', 'A\ufffeB\uffff\ud800C\u{1fffe}', 'ABC'],
    ['makes a line end or a tab a space', 'Jansen\r\nBV\tZuid\u2028West', 'Jansen BV Zuid West'],
    ['drops format characters', '1\u200b1\u200e1\u202a1\u2060\u00ad\ufeff1', '11111'],
    ['drops fillers that look like nothing', '\u3164\u115fA\uffa0\u034f', 'A'],
    ['drops a joiner between Latin letters', 'Von\u200dk \u200cBV\ufe0f', 'Vonk BV'],
    [
      'keeps a family together',
      '\u{1f468}\u200d\u{1f469}\u200d\u{1f467} BV',
      '\u{1f468}\u200d\u{1f469}\u200d\u{1f467} BV',
    ],
    ['keeps a heart red, and a key a key', '\u2764\ufe0f 1\ufe0f\u20e3', '\u2764\ufe0f 1\ufe0f\u20e3'],
    [
      'keeps the flag of Scotland',
      '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
      '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    ],
    ['drops tags that spell nothing', 'A\u{e0041}\u{e0042} \u{1f3f4}\u{e0067}', 'A \u{1f3f4}'],
    [
      'keeps joiners of Persian and Hindi',
      '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u0915\u094d\u200d\u0937',
      '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u0915\u094d\u200d\u0937',
    ],
    ['is empty without anything visible', '\u200b \u2800\u00ad\t\n', ''],
  ])('%s', (_, text, kept) => {
    expect(normaliseText(text)).toBe(kept);
  });

  it('keeps line ends, all of one kind, where text has lines', () => {
    expect(normaliseText(' a\r\nb\rc\u2028d\n\n- e\tf ', { lines: true })).toBe('a\nb\nc\nd\n\n- e    f');
  });

  it('gives the same when it is done again', { timeout: 30_000 }, () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(text, fc.boolean(), (any, lines) => {
        const once = normaliseText(any, { lines });
        expect(normaliseText(once, { lines })).toBe(once);
      }),
      { seed: 20261128, numRuns: 200 },
    );
  });

  it('counts an emoji as one character', () => {
    expect(lengthOf('\u{1f680}a')).toBe(2);
  });
});
