import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../vocabulary/languages';
import { CHOICES, type ChoiceName } from '../vocabulary/enumerations';
import { readChoice } from './choices';
import { FINDINGS } from './findings-catalogue';
import { SHEETS, sheetOf } from './format';
import { findSheet, plainName, readHeader } from './headers';
import { WORDS } from '../vocabulary/words';

const header = (...names: string[]) => ({
  row: 1,
  cells: names.map((text, column) => ({ column, kind: 'text' as const, text })),
});

describe(findSheet.name, () => {
  it.each([
    ['spin_offs', 'spin_offs'],
    ['Spin-offs', 'spin_offs'],
    ['SPIN OFFS', 'spin_offs'],
    ['Bedrijven', 'companies'],
    ['Praktijkomgevingen', 'centres'],
    ['Aanwezigheid', 'attendances'],
  ])('takes %s for %s', (name, sheet) => {
    expect(findSheet(name)?.name).toBe(sheet);
  });

  it('does not know every sheet', () => {
    expect(findSheet('Blad1')).toBeUndefined();
  });
});

describe(readHeader.name, () => {
  it('says what is missing, twice there, and not known', () => {
    const { remarks } = readHeader(
      sheetOf('attendances'),
      header('Activity Ref', 'activiteit', 'People', 'Kleur'),
    );
    expect(remarks.map(({ code, column }) => `${code} ${column}`)).toEqual([
      'COLUMN_REPEATED activity_ref',
      'COLUMN_UNKNOWN Kleur',
      'COLUMN_MISSING company_ref',
    ]);
  });

  it('has one meaning for every name within a sheet', () => {
    for (const sheet of SHEETS) {
      const names = sheet.columns.flatMap((column) => [
        ...new Set([column.name, column.label.nl, column.label.en, ...(column.aliases ?? [])].map(plainName)),
      ]);
      expect(new Set(names).size, sheet.name).toBe(names.length);
    }
  });
});

describe(readChoice.name, () => {
  it('accepts every value as such, in lower case, and in the words on screen', () => {
    for (const choice of Object.keys(CHOICES) as ChoiceName[]) {
      for (const value of CHOICES[choice]) {
        const words = LANGUAGES.map(
          (language) => (WORDS[language][choice] as Record<string, string>)[value] ?? '',
        );
        for (const word of [value, value.toLowerCase().replace('_', ' '), ...words]) {
          expect(readChoice(choice, word).value, `${choice} ${word}`).toBe(value);
        }
      }
    }
  });
});

describe('the sentences of findings', () => {
  it('use the same parameters in both languages', () => {
    const parameters = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    for (const [code, texts] of Object.entries(FINDINGS)) {
      expect(parameters(texts.nl), code).toEqual(parameters(texts.en));
    }
  });
});
