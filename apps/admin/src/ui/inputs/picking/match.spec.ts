import { describe, expect, it } from 'vitest';
import { rankOf, ranked, searchText } from './match';

const DIJK = { name: 'Van Dijk Metaal B.V.', kvkNumber: '12345678' };
const named = (name: string) => ({ name });
const nameOf = ({ name }: { name: string }): string => name;

describe('how well a record answers to what was typed', () => {
  it.each([
    ['12345678', 'number'],
    ['1234 56 78', 'number'],
    ['Van Dijk Metaal B.V.', 'name'],
    ['van dijk metaal bv', 'name'],
    ['van dijk metaal', 'name'],
    ['van d', 'beginning'],
    ['dijk', 'similar'],
    ['1234567', 'similar'],
    ['', 'similar'],
  ])('%s: %s', (typed, rank) => {
    expect(rankOf(typed, DIJK, DIJK.name)).toBe(rank);
  });

  it('puts the one that was meant first, whatever came first', () => {
    const found = ['Aalbers Jansen', 'Jansen Staal', 'Jansen'].map(named);
    const { hits, meant, isSole } = ranked('jansen', found, nameOf);
    expect(hits.map(nameOf)).toEqual(['Jansen', 'Jansen Staal', 'Aalbers Jansen']);
    expect([meant?.name, isSole]).toEqual(['Jansen', true]);
  });

  it('means none that is merely similar, and does not choose between namesakes', () => {
    expect(ranked('jansn', [named('Jansen')], nameOf).meant).toBeUndefined();
    expect(ranked('jansen', [named('Jansen'), named('Jansen')], nameOf).isSole).toBe(false);
    expect(ranked('jan', [], nameOf)).toEqual({ hits: [], meant: undefined, isSole: false });
  });

  it.each([
    ['1234 56.78', '12345678'],
    ['Van Dijk Metaal BV', 'Van Dijk Metaal'],
    ['Van Dijk Metaal', 'Van Dijk Metaal'],
    ["O'Neill & Zonen", "O'Neill & Zonen"],
  ])('asks the server about %s for %s', (typed, asked) => {
    expect(searchText(typed)).toBe(asked);
  });
});
