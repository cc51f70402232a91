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
