import { describe, expect, it } from 'vitest';
import { codeWord } from './code-words';

describe(codeWord.name, () => {
  it.each([
    ['companies', 'country', 'DE', 'Duitsland', 'Germany'],
    ['companies', 'province', 'NL-FR', 'Fryslân', 'Friesland'],
    ['companies', 'sizeClass', 'SMALL', 'klein', 'small'],
    ['centres', 'kind', 'HUB', 'hub', 'hub'],
    ['outcomes', 'kind', 'JOBS', 'banen', 'jobs'],
    ['investments', 'status', 'COMMITTED', 'toegezegd', 'committed'],
    ['rounds', 'status', 'OPEN', 'nog niet ingediend', 'not submitted yet'],
    ['notes', 'state', 'OPEN', 'opvolgen', 'follow up'],
  ])('has words for %s.%s %s', (resource, field, code, dutch, english) => {
    const word = (language: 'nl' | 'en') => codeWord(language, { resource, field, code });
    expect([word('nl'), word('en')]).toEqual([dutch, english]);
  });

  it('leaves alone what is no code', () => {
    expect(codeWord('nl', { resource: 'companies', field: 'name', code: 'SMALL' })).toBeUndefined();
    expect(codeWord('nl', { resource: 'companies', field: 'sizeClass', code: 'HUGE' })).toBeUndefined();
  });
});
