import { describe, expect, it } from 'vitest';
import { INDICATORS } from '../indicators/catalogue';
import { LANGUAGES } from '../vocabulary/languages';
import type { BridgeEnd } from './bridge';
import { bridgeText, type ToldStep } from './bridge-text';
import { CLAUSES, STATEMENTS } from './bridge-words';

const SPAN = { asOf: '2021-05-01', from: '2015-01-01', knownAt: '2021-05-02T10:00:00Z', scope: 'programme' };
const end = (indicator: string, value: number | string, more: Partial<BridgeEnd> = {}): BridgeEnd => ({
  ...{ indicator, definitionVersion: 1, unit: 'count', value, ...SPAN },
  ...more,
});

const REACHED = end('companies_reached', 832);
const PARTICIPATED = end('companies_participated', 683);
const PARTICIPATING = end('companies_participating', 551);
const ONLY_REACHED: ToldStep = { reason: 'ONLY_REACHED', change: -149, total: 683 };
const LEFT_SINCE: ToldStep[] = [
  { reason: 'CENTRE_ENDED', change: -4, total: 679 },
  { reason: 'STOPPED_BEFORE', change: -128, total: 551, date: '2021-05-01' },
];
const EUROS = { unit: 'EUR' } as const;
const NBSP = '\u00A0';

/** The paragraphs as they go into a letter, to be read by eye. */
const LETTERS = [
  {
    what: 'from the companies reached to those taking part',
    of: [REACHED, PARTICIPATING, [ONLY_REACHED, ...LEFT_SINCE]],
    nl: 'Van de 832 bedrijven die van 1 januari 2015 tot en met 1 mei 2021 zijn bereikt, namen er 683 deel. Daarvan was van 4 het fieldlab beëindigd en waren er 128 vóór 1 mei 2021 gestopt. Op 1 mei 2021 deden er nog 551 mee.',
    en: 'Of the 832 companies reached from 1 January 2015 to 1 May 2021, 683 took part. Of these, the fieldlab of 4 had ended and 128 had stopped before 1 May 2021. On 1 May 2021, 551 were still taking part.',
  },
  {
    what: 'from the companies reached to those that took part',
    of: [REACHED, PARTICIPATED, [ONLY_REACHED]],
    nl: 'Van de 832 bedrijven die van 1 januari 2015 tot en met 1 mei 2021 zijn bereikt, namen er 683 deel.',
    en: 'Of the 832 companies reached from 1 January 2015 to 1 May 2021, 683 took part.',
  },
  {
    what: 'the other way round',
    of: [PARTICIPATING, PARTICIPATED, LEFT_SINCE.map((step) => ({ ...step, change: -Number(step.change) }))],
    nl: 'Op 1 mei 2021 deden 551 bedrijven mee. Daarnaast was van 4 het fieldlab beëindigd en waren er 128 vóór 1 mei 2021 gestopt. Van 1 januari 2015 tot en met 1 mei 2021 namen 683 bedrijven deel.',
    en: 'On 1 May 2021, 551 companies were taking part. In addition, the fieldlab of 4 had ended and 128 had stopped before 1 May 2021. From 1 January 2015 to 1 May 2021, 683 companies took part.',
  },
  {
    what: 'between two instants of knowledge, one company',
    of: [
      end('companies_participating', 552, { knownAt: '2021-04-22T10:00:00Z', scope: 'hub:HUB-NOORD' }),
      end('companies_participating', 551, { scope: 'hub:HUB-NOORD' }),
      [
        { reason: 'MERGED', change: -2, total: 550 },
        { reason: 'ADDED_SINCE', change: 1, total: 551 },
      ],
    ],
    nl: 'Op 1 mei 2021 deden binnen HUB-NOORD 552 bedrijven mee (zoals bekend op 22 april 2021). Daarvan bleken er 2 hetzelfde bedrijf als een ander. Daarnaast is er 1 sindsdien vastgelegd. Op 1 mei 2021 deden binnen HUB-NOORD 551 bedrijven mee (zoals bekend op 2 mei 2021).',
    en: 'On 1 May 2021, 552 companies were taking part within HUB-NOORD (as known on 22 April 2021). Of these, 2 proved to be the same company as another. In addition, 1 was recorded since. On 1 May 2021, 551 companies were taking part within HUB-NOORD (as known on 2 May 2021).',
  },
  {
    what: 'of amounts',
    of: [
      end('investment_realised', '370000000.00', EUROS),
      end('investment_private', '233000000.00', EUROS),
      [
        { reason: 'FROM_KNOWLEDGE_INSTITUTES', change: '-37000000.00', total: '333000000.00' },
        { reason: 'FROM_PUBLIC_SOURCES', change: '-100000000.00', total: '233000000.00' },
      ],
    ],
    nl: `Van 1 januari 2015 tot en met 1 mei 2021 werd €${NBSP}370.000.000 geïnvesteerd. Daarvan kwam €${NBSP}37.000.000 van kennisinstellingen en kwam €${NBSP}100.000.000 van overheden en de EU. Van 1 januari 2015 tot en met 1 mei 2021 investeerden bedrijven €${NBSP}233.000.000.`,
    en: `From 1 January 2015 to 1 May 2021, €${NBSP}370,000,000 was invested. Of this, €${NBSP}37,000,000 came from knowledge institutes and €${NBSP}100,000,000 came from public bodies and the EU. From 1 January 2015 to 1 May 2021, companies invested €${NBSP}233,000,000.`,
  },
  {
    what: 'that are equal',
    of: [end('fieldlabs_active', 1), end('fieldlabs_active', 1), []],
    nl: 'Op 1 mei 2021 was er 1 fieldlab. De twee cijfers zijn gelijk. Op 1 mei 2021 was er 1 fieldlab.',
    en: 'On 1 May 2021, there was 1 fieldlab. The two figures are equal. On 1 May 2021, there was 1 fieldlab.',
  },
] as const satisfies readonly {
  what: string;
  of: readonly [BridgeEnd, BridgeEnd, readonly ToldStep[]];
  nl: string;
  en: string;
}[];

describe(bridgeText.name, () => {
  it.each(LETTERS)('reads as a letter: $what', ({ of: [left, right, steps], nl, en }) => {
    expect(bridgeText(left, right, steps, 'nl')).toBe(nl);
    expect(bridgeText(left, right, steps, 'en')).toBe(en);
  });

  it('says of no figure and for no reason a code, or that a company is active', () => {
    const said = [...Object.values(STATEMENTS), ...Object.values(CLAUSES)].flatMap((one) =>
      LANGUAGES.map((language) => one[language]),
    );
    for (const text of said) expect(text).not.toMatch(/@|_|\bactie(f|ve)\b|\bactive\b/i);
    expect(Object.keys(STATEMENTS).sort()).toEqual([...new Set(INDICATORS.map(({ code }) => code))].sort());
  });
});
