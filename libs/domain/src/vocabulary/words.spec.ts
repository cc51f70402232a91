import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './languages';
import { WORDS } from './words';

describe('WORDS', () => {
  it.each(LANGUAGES)('has a different word for every value of a list (%s)', (language) => {
    for (const list of Object.values<string | Record<string, string>>({ ...WORDS[language] })) {
      const words = typeof list === 'string' ? [list] : Object.values(list);
      expect(words.every((word) => word.trim() === word && word !== '')).toBe(true);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it('uses the Dutch words of the glossary for the ladder of participation', () => {
    expect(Object.values(WORDS.nl.level)).toEqual(['bereikt', 'actief', 'deelnemer', 'partner']);
  });
});
