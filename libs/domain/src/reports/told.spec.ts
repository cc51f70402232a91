import { describe, expect, it } from 'vitest';
import { shortValue, toldValue } from './told';

describe(toldValue.name, () => {
  it('tells a number in the notation of the language, and says where there is none', () => {
    expect(toldValue({ value: '370000000.00' }, 'EUR', 'nl')).toBe('€\u00A0370.000.000');
    expect(toldValue({ value: null }, 'percent', 'en')).toBe('empty');
    expect(toldValue({ value: null, suppressed: true }, 'count', 'nl')).toBe('afgeschermd');
  });
});

describe(shortValue.name, () => {
  it('says millions and billions with one decimal, and less as it is', () => {
    expect(shortValue({ value: '12345678.90' }, 'EUR', 'nl')).toBe('€\u00A012,3\u00A0mln');
    expect(shortValue({ value: '2500000000' }, 'EUR', 'en')).toBe('€\u00A02.5\u00A0bn');
    expect(shortValue({ value: '1234.56' }, 'EUR', 'nl')).toBe('€\u00A01.235');
    expect(shortValue({ value: 683 }, 'count', 'nl')).toBe('683');
    expect(shortValue({ value: '62.9' }, 'percent', 'en')).toBe('62.9%');
  });

  it('has a dash for what is not told', () => {
    expect(shortValue({ value: null, suppressed: true }, 'count', 'nl')).toBe('–');
  });
});
