import { describe, expect, it } from 'vitest';
import { guessMapping, meaningOf, type SheetLooks } from './guess-mapping';
import { lackingOf, sourcesOf } from './import-mapping';

const looks = (name: string, columns: Record<string, string[]>): SheetLooks => ({
  name,
  headerRow: 1,
  columns: Object.entries(columns).map(([heading, samples]) => ({ heading, samples })),
});
const guessed = (name: string, columns: Record<string, string[]>): string[] =>
  guessMapping([looks(name, columns)]).sheets.flatMap((sheet) =>
    sheet.columns.map(({ heading, sheet: kind, column }) => `${heading} → ${kind}.${column}`),
  );

describe('the guess of what columns hold', () => {
  it.each([
    ['Dutch', ['Bedrijf', 'KvK nr', 'Plaats', 'Fieldlab', 'Niveau', 'Sinds', 'Geïnvesteerd']],
    ['English', ['Company', 'kvk_number', 'Town', 'Field lab', 'Level', 'Since', 'Invested']],
  ])('makes companies, participations and investments of one wide sheet in %s', (_, headings) => {
    const samples = ['Anker BV', '12345678', 'Ede', 'Brug', 'partner', '1-3-2020', '1000'];
    const columns = Object.fromEntries(headings.map((heading, at) => [heading, [samples[at] ?? '']]));
    const [sheet] = guessMapping([looks('Blad1', columns)]).sheets;
    const kinds = new Set(sheet?.columns.map(({ sheet: kind }) => kind));
    expect(kinds).toEqual(new Set(['companies', 'participations', 'investments']));
    expect(sheet?.columns.map(({ column }) => column)).toEqual([
      ...['name', 'kvk_number', 'municipality', 'centre_code', 'level', 'started_on', 'amount_eur'],
    ]);
    expect(sheet && lackingOf(sheet, 'participations')).toEqual([]);
    expect(sheet && lackingOf(sheet, 'investments')).toEqual([]);
  });

  it('does not mind case, accents and marks', () => {
    expect(guessed('x', { 'BEDRIJFS-NAAM': ['A'], 'post code': ['1234 AB'] })).toEqual([
      'BEDRIJFS-NAAM → companies.name',
      'post code → companies.postcode',
    ]);
  });

  it('leaves alone what it does not know, and a kind that lacks what makes it one', () => {
    expect(guessed('Omzet', { Jaar: ['2020'], Bedrag: ['10'] })).toEqual([]);
    expect(guessed('x', { Bedrijf: ['A'], Kleur: ['rood'], Sinds: ['2020-01-01'] })).toEqual([
      'Bedrijf → companies.name',
    ]);
  });

  it('takes a column whose cells say otherwise for another', () => {
    expect(
      guessed('x', { Bedrijf: ['A'], Fieldlab: ['B'], Rol: ['directeur', 'inkoper'], Niveau: ['partner'] }),
    ).toEqual([
      'Bedrijf → companies.name',
      'Fieldlab → participations.centre_code',
      'Niveau → participations.level',
    ]);
  });

  it('of a sheet with a name of the format tries that first', () => {
    expect(
      guessed('Activiteiten', { Titel: ['Open dag'], Soort: ['demo'], Datum: ['1-2-2020'], Fieldlab: ['B'] }),
    ).toContain('Soort → activities.kind');
  });

  it('finds the row of headings by what it means', () => {
    expect(meaningOf(['Overzicht 2024', ''])).toBe(0);
    expect(meaningOf(['Bedrijf', 'Fieldlab', 'Kleur'])).toBe(2);
  });
});

describe('where a kind of record gets its columns', () => {
  it('borrows the centre and the day of the other kinds in the row', () => {
    const [sheet] = guessMapping([
      looks('Blad1', {
        Bedrijf: ['A'],
        Fieldlab: ['B'],
        Niveau: ['partner'],
        Sinds: ['1-3-2020'],
        Bedrag: ['10'],
      }),
    ]).sheets;
    const sources = sheet && Object.fromEntries(sourcesOf(sheet, 'investments'));
    expect(sources).toMatchObject({
      centre_code: { heading: 'Fieldlab' },
      dated_on: { heading: 'Sinds' },
      amount_eur: { heading: 'Bedrag' },
      source: { value: 'COMPANIES' },
    });
  });
});
