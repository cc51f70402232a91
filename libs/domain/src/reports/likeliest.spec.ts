import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeliest, type PublishedNumber } from './likeliest';
import { howEqual, numbersIn, reachOf } from './numbers-in-text';

const told = (indicator: string, value: number, over: Partial<PublishedNumber> = {}): PublishedNumber => ({
  ...{ indicator, value, unit: 'count', labelWords: undefined, scope: 'programme' },
  ...{ publishedAt: '2021-05-01T00:00:00.000Z', ...over },
});
const FIVES = [
  told('spin_offs', 5, { labelWords: ' gelderland ' }),
  told('spin_offs', 5),
  told('companies_reached', 5),
  told('hubs_active', 5, { labelWords: ' 2019 ' }),
  told('hubs_active', 5),
  told('sme_share', 5, { unit: 'percent' }),
  told('investment_realised', 5, { unit: 'EUR' }),
];
const names = (text: string, candidates = FIVES) => {
  const [written] = numbersIn(text);
  return written
    ? likeliest(written, candidates).map(
        ({ published: { indicator, labelWords } }) => indicator + (labelWords?.trimEnd() ?? ''),
      )
    : expect.fail('no number');
};

describe(likeliest.name, () => {
  it.each([
    ['Er zijn 5 hubs.', 'hubs_active'],
    ['There are five hubs in the country.', 'hubs_active'],
    ['Hubs: 5', 'hubs_active'],
    ['In 2019 waren er 5 hubs.', 'hubs_active 2019'],
    ['5 bedrijven werden bereikt', 'companies_reached'],
    ['vijf bedrijven', 'companies_reached'],
    ['5 new spin-offs', 'spin_offs'],
    ['Spin-offs, Gelderland: 5', 'spin_offs gelderland'],
    ['5 spin-offs in Gelderland', 'spin_offs gelderland'],
    ['5%', 'sme_share'],
    ['€ 5', 'investment_realised'],
  ])('takes "%s" for %s', (text, expected) => {
    expect(names(text)[0]).toBe(expected);
  });

  it('leaves out what the words beside it do not speak of', () => {
    expect(names('5 hubs')).toEqual(['hubs_active', 'hubs_active 2019']);
  });

  it('tells each number of a sentence by its own words', () => {
    const [fieldlabs, hubs] = numbersIn('45 fieldlabs en 5 hubs');
    const candidates = [...FIVES, told('fieldlabs_active', 45), told('fieldlabs_active', 5)];
    expect(fieldlabs && likeliest(fieldlabs, candidates)[0]?.published.indicator).toBe('fieldlabs_active');
    expect(hubs && likeliest(hubs, candidates)[0]?.published.indicator).toBe('hubs_active');
  });

  it('answers five at most, the newest first among equals', () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      told('hubs_active', 5, { publishedAt: `202${index}-01-01T00:00:00.000Z` }),
    );
    const [written] = numbersIn('5');
    const found = written ? likeliest(written, many) : [];
    expect(found).toHaveLength(5);
    expect(found[0]?.published.publishedAt).toBe('2028-01-01T00:00:00.000Z');
  });
});

describe(reachOf.name, () => {
  it('leaves out no value that a written number equals', () => {
    const texts = fc.constantFrom(
      '683',
      '680',
      'ruim 680',
      'bijna 700',
      '5',
      '62,9',
      '370 miljoen',
      '100',
      'zes',
    );
    fc.assert(
      fc.property(texts, fc.double({ min: -0.2, max: 0.2, noNaN: true }), (text, part) => {
        const [written] = numbersIn(text);
        if (!written) return;
        const value = Math.round(written.value * (1 + part) * 10) / 10;
        const { low, high } = reachOf(written);
        expect(howEqual(written, value, 'count') === undefined || (value >= low && value <= high)).toBe(true);
      }),
    );
  });
});
