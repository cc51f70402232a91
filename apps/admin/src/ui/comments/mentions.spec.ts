import { describe, expect, it } from 'vitest';
import { inPieces, namedIn, nameAsked, withName } from './mentions';

const ANNA = { id: '1', name: 'Anna Jansen' };
const ANNABEL = { id: '2', name: 'Anna Jansen-Bos' };

describe('names in a comment', () => {
  it('are asked for from the @ on, and not in an e-mail address', () => {
    expect(nameAsked('Dag @an', 7)).toBe('an');
    expect(nameAsked('@', 1)).toBe('');
    expect(nameAsked('info@an', 7)).toBeUndefined();
    expect(nameAsked('Dag @an', 3)).toBeUndefined();
    expect(nameAsked('@an\nx', 5)).toBeUndefined();
  });

  it('take the place of what was typed of them', () => {
    expect(withName('Dag @an, klopt dit?', 7, ANNA.name)).toEqual({
      text: 'Dag @Anna Jansen , klopt dit?',
      caret: 17,
    });
  });

  it('are told apart from the rest of the text, the longest first', () => {
    expect(namedIn('Dag @Anna Jansen', [ANNA, ANNABEL])).toEqual([ANNA]);
    expect(inPieces('Dag @Anna Jansen-Bos!', [ANNA, ANNABEL])).toEqual([
      { text: 'Dag ', isName: false },
      { text: '@Anna Jansen-Bos', isName: true },
      { text: '!', isName: false },
    ]);
  });
});
