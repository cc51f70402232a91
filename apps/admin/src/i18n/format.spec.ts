import { describe, expect, it } from 'vitest';
import { formatFor } from './format';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe(formatFor.name, () => {
  it('writes Dutch as Dutch people do', () => {
    const nl = formatFor('nl');
    expect(nl.date('2021-05-01')).toBe('1 mei 2021');
    expect(nl.shortDate('2021-05-01')).toBe('1-5-2021');
    expect(nl.month('2021-05-01')).toBe('mei 2021');
    expect(nl.weekdayName('2021-05-01', 'short')).toBe('za');
    expect(plain(nl.money('12500.50'))).toBe('€ 12.500,50');
    expect(plain(nl.shortMoney('370000000'))).toBe('€ 370,0 mln');
    expect(nl.figure('87.5', 'percent')).toBe('87,5%');
    expect(nl.figure(null, 'ratio')).toBe('–');
    expect(nl.change(-3, 'count')).toBe('−3');
  });

  it('writes English as English people do', () => {
    const en = formatFor('en');
    expect(en.date('2021-05-01')).toBe('1 May 2021');
    expect(en.shortDate('2021-05-01')).toBe('1 May 2021');
    expect(en.money('12500')).toBe('€12,500');
    expect(en.change(48, 'count')).toBe('+48');
  });
});
