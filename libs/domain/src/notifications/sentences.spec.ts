import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../vocabulary/languages';
import { NOTIFICATION_KINDS } from './kinds';
import { notificationSentence } from './sentences';

const FACTS = {
  count: '12',
  ...{ quarter: '2026-Q3', dueOn: '2026-10-15', centre: 'Fieldlab A', person: 'Anna', title: 'Voortgang' },
  ...{
    company: 'Een BV',
    other: 'Een',
    record: 'Een BV',
    file: 'stand.xlsx',
    indicators: 'jobs',
    scope: 'programme',
  },
};

describe(notificationSentence.name, () => {
  it.each(LANGUAGES)('says every kind in %s as a sentence, without codes', (language) => {
    for (const kind of NOTIFICATION_KINDS) {
      const sentence = notificationSentence(kind, FACTS, language);
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
      expect(sentence).not.toMatch(/[{}]|2026-|programme\b.*op|undefined/);
    }
  });

  it('says of a round what waits in it, as one or as many', () => {
    const said = (count: string) => notificationSentence('ROUND_SUBMITTED', { ...FACTS, count }, 'nl');
    expect(said('1')).toBe(
      'Anna diende de opgave van Fieldlab A over het 3e kwartaal 2026 in. U kunt die beoordelen.',
    );
    expect(said('12')).toBe(
      'Over het 3e kwartaal 2026 wachten 12 opgaven op uw oordeel; de nieuwste is die van Fieldlab A, van Anna.',
    );
  });

  it('says days, quarters and indicators as people do', () => {
    expect(notificationSentence('ROUND_OPENED', FACTS, 'nl')).toBe(
      'De ronde van het 3e kwartaal 2026 is open. Uw opgave is nodig uiterlijk op 15 oktober 2026.',
    );
    expect(notificationSentence('TARGET_MISSED', FACTS, 'en')).toMatch(
      /^Missed: the target for “[^”]+” of the whole programme by 15 October 2026\.$/,
    );
  });
});
