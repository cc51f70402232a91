import { describe, expect, it } from 'vitest';
import { ERRORS, type ErrorCode } from './error-codes';
import { errorSentence } from './error-sentence';
import { ERROR_SENTENCES } from './sentence-catalogue';

const CODES = Object.keys(ERRORS) as ErrorCode[];

describe(errorSentence.name, () => {
  it.each(CODES)('%s says more than its title, and what one can do', (code) => {
    for (const language of ['nl', 'en'] as const) {
      const sentence = errorSentence(code, {}, language);
      expect(sentence).not.toContain('{');
      expect(sentence.length).toBeGreaterThan(ERRORS[code][language].length);
      expect(sentence).toMatch(/[.]$/);
    }
  });

  it.each(CODES)('%s names the same in both languages', (code) => {
    const { known }: { nl: string; known?: { nl: string; en: string } } = ERROR_SENTENCES[code];
    const named = (text = ''): string[] => [...(text.match(/\{\w+\}/g) ?? [])].toSorted();
    expect(named(known?.nl)).toEqual(named(known?.en));
  });

  it('says since when and at which level a company takes part already', () => {
    const about = {
      companyName: 'Van Dijk $& B.V.',
      centreName: 'Fieldlab Lassen',
      startedOn: '2019-03-03',
      level: 'PARTICIPANT',
    };
    expect(errorSentence('PARTICIPATION_OVERLAP', about, 'nl')).toBe(
      'Van Dijk $& B.V. doet sinds 3 maart 2019 al mee bij Fieldlab Lassen, als deelnemer. Leg een ander niveau vast, of verbeter die deelname.',
    );
    expect(errorSentence('PARTICIPATION_OVERLAP', { startedOn: '2019-03-03' }, 'nl')).toBe(
      ERROR_SENTENCES.PARTICIPATION_OVERLAP.nl,
    );
  });

  it('counts what points at a record', () => {
    expect(errorSentence('HAS_DEPENDANTS', { participations: '2', 'spin-offs': '1' }, 'nl')).toBe(
      'Hiernaar verwijzen nog: 2 deelnames, 1 spin-off. Verwijder of wijzig die eerst.',
    );
  });
});
