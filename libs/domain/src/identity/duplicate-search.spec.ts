import { describe, expect, it } from 'vitest';
import type { CompanyDescription } from './company-comparison';
import { findDuplicates, matchPair } from './duplicate-search';

const verdictOf = (left: string, right: string): string => matchPair({ name: left }, { name: right }).verdict;

describe('matchPair', () => {
  it.each([
    ['another legal form', 'Hollandse Signaalapparaten B.V.', 'HOLLANDSE SIGNAALAPPARATEN N V'],
    ['accents and signs', 'Café-Zuid & Zonen', 'CAFE ZUID EN ZONEN'],
    ['another order', 'Textiles, Penhale Ltd', 'Penhale Textiles Limited'],
    ['an abbreviation', 'Hollandse Signaalapparaten', 'Hollandse Signaalapp.'],
    ['a typing error', 'Vanderlande Machinefabriek', 'Vanderlnade Machinefabriek'],
    ['another language', 'Technische Universiteit Delft', 'Delft University of Technology'],
    ['another script', 'ОАО Газпром', 'Gazprom PJSC'],
    ['an article', 'The Boeing Company', 'Boeing Co'],
    ['words written as one', 'Star Light Systems', 'Starlight Systems'],
    ['words written as one and turned round', 'Systems Starlight', 'Starlightsystems'],
    ['words written as one with a mistake', 'Ramshaw Orchards', 'RamshaweOrchards'],
    ['words written as one and abbreviated', 'Straalkoning Giete.', 'StraalkoningGieterij'],
    ['a letter too much in the legal form', 'Straalkoning Gieterij V.O.F.', 'Straalkoning Gieterij V.OO.F.'],
    ['a letter too few in the legal form', 'Straalkoning Gieterij Limited', 'Straalkoning Gieterij Limted'],
    ['initials', 'IRISL', 'Islamic Republic of Iran Shipping Lines'],
  ])('takes two names for one company in spite of %s', (_, left, right) => {
    expect(verdictOf(left, right)).toBe('same');
  });

  it.each([
    ['a country', 'UBS AG', 'UBS Schweiz AG'],
    ['a trade', 'Philips Lighting B.V.', 'Philips Electronics NV'],
    ['a year', 'Olympia 2012 Ltd', 'Olympia 2014 Ltd'],
    ['a trade written as one with the name', 'Straalkoning Meubelen', 'StraalkoningZagerij'],
    ['an acronym that looks like a legal form', 'Straalkoning PSA', 'Straalkoning Gieterij'],
    ['a holding', 'Jansen Holding B.V.', 'Jansen Transport B.V.'],
    ['another name', 'Deutsche Bank AG', 'Deutsche Börse AG'],
    ['nothing at all', '', ''],
  ])('tells two names apart by %s', (_, left, right) => {
    expect(verdictOf(left, right)).toBe('different');
  });

  it('knows two firms of one name by their numbers and towns', () => {
    const name = 'Bakkerij Van der Meulen';
    expect(matchPair({ name, number: '11111111' }, { name, number: '22222222' }).verdict).not.toBe('same');
    expect(matchPair({ name, number: '11111111' }, { name, number: '11111111' }).verdict).toBe('same');
  });

  it.each([
    ['two trades', 'Vandermeulen Machinefabriek', 'Vandermeulen Bakkerij'],
    ['a trade and a word of their own', 'Vandermeulen Machinefabriek', 'Vandermeulen Elektrowerken'],
    [
      'two trades, one of which is written as one with the name',
      'VandermeulenZagerij',
      'Vandermeulen Meubelen',
    ],
  ])('asks about two firms behind one door that have %s', (_, left, right) => {
    const door = { postcode: '8011 AB', street: 'Havenweg 1', municipality: 'Zwolle' };
    expect(matchPair({ name: left, ...door }, { name: right, ...door }).verdict).not.toBe('same');
    expect(matchPair({ name: left, ...door }, { name: left, ...door }).verdict).toBe('same');
  });

  it('asks where the numbers differ, however much else is the same', () => {
    const firm = { name: 'Vandermeulen Machinefabriek', postcode: '8011 AB', street: 'Havenweg 1' };
    const other = { ...firm, website: 'www.vandermeulen.example', number: '22222222' };
    expect(matchPair({ ...other, number: '11111111' }, other).verdict).toBe('review');
  });

  it('gives the same score whichever comes first', () => {
    const [left, right] = [
      { name: 'Penhale Log. Inc', municipality: 'Glasgow', website: 'www.penhale.example' },
      { name: 'Penhale Logistics Group', municipality: 'Glasgow', website: 'https://penhale.example/en' },
    ];
    expect(matchPair(left, right).score).toBe(matchPair(right, left).score);
  });

  it('reads hostile names in time that grows with their length', () => {
    const name = `${'a '.repeat(20_000)}${'.'.repeat(20_000)}${',x'.repeat(20_000)}`;
    expect(matchPair({ name }, { name: `${name} b` }).verdict).toBeDefined();
  });
});

describe('findDuplicates', () => {
  it('counts a name as common for its other addresses, and not for the two that it compares', () => {
    const at = (postcode: string, municipality = 'Zwolle') => ({
      ...{ name: 'Vandermeulen Machinefabriek', municipality, postcode },
    });
    const common = (list: ReturnType<typeof at>[]): boolean =>
      findDuplicates(list).some(({ reasons }) => reasons.some(({ code }) => code === 'COMMON_NAME'));
    expect(common([at('8011 AB'), at('8012 XY')])).toBe(false);
    expect(common([at('8011 AB'), at('8011 AB')])).toBe(false);
    expect(common([at('8011 AB'), at('8012 XY'), at('8019 ZZ')])).toBe(true);
  });

  it('takes a row for the likelier of two companies, and asks about the other', () => {
    const row = { name: 'Stiebeek Lasertechniek' };
    const exact = { name: 'Stiebeek Lasertechniek GmbH', postcode: '8011 AB', municipality: 'Zwolle' };
    const similar = { name: 'Stibeek Lasertechniek BV', postcode: '9012 SD', municipality: 'Joure' };
    expect(verdicts([row, similar])).toEqual([['Stibeek', 'Stiebeek', 'same', false]]);
    for (const list of [
      [row, exact, similar],
      [similar, exact, row],
    ]) {
      expect(verdicts(list)).toEqual([
        ['Stiebeek', 'Stiebeek', 'same', false],
        ['Stibeek', 'Stiebeek', 'review', true],
      ]);
    }
  });

  it('keeps a row with two others that may be one company themselves', () => {
    const street = { street: 'Havenweg 1' };
    const rows = [
      { name: 'Stiebeek Lasertechniek', ...street },
      { name: 'Stiebeek Lasertechniek GmbH', ...street, municipality: 'Zwolle' },
      { name: 'Stibeek Lasertechniek', ...street, municipality: 'Zwolle' },
    ];
    expect(verdicts(rows).map(([, , verdict]) => verdict)).toEqual(['same', 'same', 'same']);
  });

  /** The first words of each pair, its verdict, and whether another match spoke against it, in a list where words are rare. */
  function verdicts(list: CompanyDescription[]) {
    const syllables = 'bak del fig hom jur kas len mip nov pru'.split(' ');
    const others = syllables.flatMap((one) => syllables.map((other) => ({ name: one + other + one })));
    return findDuplicates([...list, ...others]).map(({ left, right, verdict, reasons }) => {
      const names = [left, right].map((place) => list[place]?.name.split(' ')[0]).sort();
      return [...names, verdict, reasons.some(({ code }) => code === 'BETTER_MATCH')];
    });
  }

  const companies = [
    { name: 'Machinefabriek Vandermeulen B.V.', municipality: 'Zwolle' },
    { name: 'Bakkerij Terpstra', municipality: 'Leeuwarden' },
    { name: 'Vandermeulen Machinefabr. BV', municipality: 'Zwolle' },
    { name: '' },
    { name: 'Terpstra Bakkery', municipality: 'Leeuwarden' },
    { name: '' },
  ];

  it('finds the same pairs in whatever order the list is', () => {
    const namesOf = (list: typeof companies): string[] =>
      findDuplicates(list)
        .map(({ left, right, score }) =>
          [list[left]?.name, list[right]?.name].sort().concat(String(score)).join('|'),
        )
        .sort();
    expect(namesOf(companies)).toHaveLength(2);
    expect(namesOf([...companies].reverse())).toEqual(namesOf(companies));
  });

  it('finds the same pairs in any order where very many have one name and one address', () => {
    const phones = Array.from({ length: 300 }, (_, at) => ({ phone: String(3_812_340_000 + (at % 70)) }));
    const list = phones.map((phone, at) => ({
      ...{ name: `Vandermeulen Machinefabriek ${['B.V.', 'N.V.', ''][at % 3]}`, ...phone },
      postcode: at % 5 === 0 ? '8012 XY' : '8011 AB',
    }));
    const found = (companies: typeof list): string[] =>
      findDuplicates(companies)
        .map(({ left, right, score }) => {
          const told = [left, right].map((place) => JSON.stringify(companies[place]));
          return [...told.sort(), score].join();
        })
        .sort();
    const shuffled = list.map(
      (_, at) => list[(at * 97) % list.length] ?? { name: '', phone: '', postcode: '' },
    );
    expect(found(list).length).toBeGreaterThan(1000);
    expect(found(shuffled)).toEqual(found(list));
    expect(found([...list].reverse())).toEqual(found(list));
  });

  it('compares few of very many that share a word', () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({ name: `Vandermeulen ${index}` }));
    expect(findDuplicates(many)).toEqual([]);
  });
});
