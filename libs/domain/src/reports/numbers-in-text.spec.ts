import { describe, expect, it } from 'vitest';
import { howEqual, numbersIn } from './numbers-in-text';

describe('numbersIn', () => {
  it('reads a paragraph from a newspaper', () => {
    const text =
      'Sinds 2015 deden ruim 680 bedrijven mee in 45 fieldlabs (peildatum 1 mei 2021). De partners staken er € 370 miljoen in, ' +
      'waarvan 62,9% privaat; 1.234 keer volgde iemand een training. Zie 31-12-2020.';
    expect(
      numbersIn(text).map(({ text: written, value, unit, hedge }) => [written, value, unit, hedge]),
    ).toEqual([
      ['ruim 680', 680, undefined, 'over'],
      ['45', 45, undefined, undefined],
      ['€ 370 miljoen', 370e6, 'EUR', undefined],
      ['62,9%', 62.9, 'percent', undefined],
      ['1.234', 1234, undefined, undefined],
    ]);
  });

  it('says where each stands', () => {
    const text = 'about 830 companies and EUR 1,234.50';
    expect(numbersIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'about 830',
      'EUR 1,234.50',
    ]);
  });
});

describe('numbersIn, in words', () => {
  const values = (text: string) => numbersIn(text).map(({ text: said, value }) => [said, value]);
  it.each([
    ['zes bedrijven', [['zes', 6]]],
    ['six companies', [['six', 6]]],
    ['Tweeëndertig hubs', [['Tweeëndertig', 32]]],
    ['tweee\u0308ndertig hubs', [['tweee\u0308ndertig', 32]]],
    [
      'thirty-two hubs and forty five fieldlabs',
      [
        ['thirty-two', 32],
        ['forty five', 45],
      ],
    ],
    ['driehonderdzeventig miljoen euro', [['driehonderdzeventig miljoen euro', 370e6]]],
    ['three hundred and seventy million euros', [['three hundred and seventy million euros', 370e6]]],
    ['ruim zeshonderdtachtig bedrijven', [['ruim zeshonderdtachtig', 680]]],
    ['twaalfhonderd', [['twaalfhonderd', 1200]]],
    ['zesduizend tweehonderdvijf', [['zesduizend tweehonderdvijf', 6205]]],
    [
      'honderdeneen en honderdvier',
      [
        ['honderdeneen', 101],
        ['honderdvier', 104],
      ],
    ],
    ['eenentwintig', [['eenentwintig', 21]]],
    [
      'twenty-one and one hundred and one',
      [
        ['twenty-one', 21],
        ['one hundred and one', 101],
      ],
    ],
    [
      'een miljoen, anderhalf miljoen, a million',
      [
        ['een miljoen', 1e6],
        ['anderhalf miljoen', 1.5e6],
        ['a million', 1e6],
      ],
    ],
    ['two thousand five hundred', [['two thousand five hundred', 2500]]],
    [
      'zes of zeven, zes zeven',
      [
        ['zes', 6],
        ['zeven', 7],
        ['zes', 6],
        ['zeven', 7],
      ],
    ],
    ['vijftig procent', [['vijftig procent', 50]]],
    ['2,5 miljoen', [['2,5 miljoen', 2.5e6]]],
    [
      "‘5 hubs’, '6 hubs'",
      [
        ['5', 5],
        ['6', 6],
      ],
    ],
    [
      'zo’n 40 en ca. 50',
      [
        ['zo’n 40', 40],
        ['ca. 50', 50],
      ],
    ],
    ['ten companies took part', [['ten', 10]]],
  ] as const)('reads %s', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it.each([
    'een bedrijf en één hub',
    'one company, a hub',
    'ten opzichte van het jaar ervoor',
    'twee derde van de bedrijven, two thirds of them',
    'een zesjarig kind, een zes-jarig plan, the twenty-first, de zesde',
    'miljoenen, de miljoen',
    'om 12:30, op 31.12.2020 en 31/12/2020, in 2015-2020, versie 1.2.3',
    'N30, covid-19, de 4e, 3D',
  ])('finds none in %s', (text) => {
    expect(values(text)).toEqual([]);
  });

  it('reads at most fifty', () => {
    expect(numbersIn('7;'.repeat(9_999))).toHaveLength(50);
    expect(numbersIn('zes '.repeat(5_000))).toHaveLength(50);
  });
});

describe('howEqual', () => {
  const equal = (text: string, value: number, unit: 'count' | 'EUR' | 'percent' = 'count') => {
    const [written] = numbersIn(text);
    return written && howEqual(written, value, unit);
  };
  it.each([
    ['683', 683, 'exact'],
    ['ruim 680', 683, 'rounded'],
    ['680', 683, 'rounded'],
    ['ruim 680', 679, undefined],
    ['bijna 700', 683, undefined],
    ['bijna 690', 683, 'rounded'],
    ['ongeveer 550', 551, 'rounded'],
    ['100', 83, undefined],
    ['684', 683, undefined],
  ] as const)('%s and %d', (text, value, how) => {
    expect(equal(text, value)).toBe(how);
  });

  it('tells units apart', () => {
    expect(equal('€ 370 miljoen', 370e6, 'EUR')).toBe('exact');
    expect(equal('370 miljoen', 369.8e6, 'EUR')).toBe('rounded');
    expect(equal('€ 45', 45)).toBeUndefined();
    expect(equal('62,9%', 62.9, 'percent')).toBe('exact');
    expect(equal('63%', 62.9, 'percent')).toBe('rounded');
  });
});
