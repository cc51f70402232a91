import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareCompanies, evidenceCeiling, readCompany } from './company-comparison';
import { ceilingOf, weigh } from './learnt-weights';
import type { Evidence } from './name-comparison';
import { isShown } from './verdict';

/** Words that are like one another in every way that words are compared in. */
const WORDS =
  `vandermeulen vandermeulne vander meulen meulenaar star light starlight starlights bakkerij bakery bakk
  holding beheer transport logistics log pkg packaging schweiz 2012 2013 de the and bv gmbh ltd abn algemene bank
  nederland a b c 3m x1 x2 straalkoning straatkoning starl ight
  vandermeulenbakkery lightstar straalkoninglogistics ldt limted v.oo.f`.split(/\s+/u);

const company = fc
  .record({
    words: fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }),
    isInverted: fc.boolean(),
    number: fc.option(fc.constantFrom('11111111', '22222222'), { nil: undefined }),
    country: fc.constantFrom('NL', 'DE', undefined),
    street: fc.constantFrom('Havenweg 1', 'Havenweg 2', undefined),
    postcode: fc.constantFrom('8011 AB', '8012 XY', undefined),
    municipality: fc.constantFrom('Zwolle', 'Kampen', undefined),
    website: fc.constantFrom('www.vander.example', 'star.example', undefined),
    phone: fc.constantFrom('0381234567', '0387654321', undefined),
  })
  .map(({ words, isInverted, ...fields }) => {
    const [first = '', ...others] = words;
    return readCompany({ name: isInverted ? `${others.join(' ')}, ${first}` : words.join(' '), ...fields });
  });

const bitsIn = (evidence: readonly Evidence[]): number =>
  evidence.reduce((sum, { weight }) => sum + weight, 0);

it('is never below what comparing finds, with published weights and with learnt ones', () => {
  const weights = {
    decisions: 20,
    factors: { SAME_TOWN: 2.5, OTHER_WORDS: 0.4, SIMILAR_WORDS: 1.5, OTHER_NUMBER: 1 },
    prior: -2,
  };
  const mostOf = ceilingOf(weights);
  fc.assert(
    fc.property(company, company, fc.integer({ min: 2, max: 10 }), (left, right, most) => {
      const bitsOf = ({ bits }: { bits: number }): number => Math.min(bits, most);
      const ceiling = evidenceCeiling(left, right, bitsOf);
      const evidence = compareCompanies(left, right, bitsOf);
      expect(ceiling.pro + ceiling.contra).toBeGreaterThanOrEqual(bitsIn(evidence) - 1e-9);
      expect(mostOf(ceiling)).toBeGreaterThanOrEqual(bitsIn(weigh(evidence, weights)) - 1e-9);
    }),
    { numRuns: 5000 },
  );
});

it('is of a comparison that finds the same whichever name comes first', () => {
  fc.assert(
    fc.property(company, company, (left, right) => {
      expect(bitsIn(compareCompanies(left, right))).toBeCloseTo(bitsIn(compareCompanies(right, left)), 9);
    }),
    { numRuns: 5000 },
  );
});

it.each([
  ['another name behind the same door', 'Vandermeulen Bakkerij', 'Straalkoning Zagerij'],
  ['another trade in the same town', 'Vandermeulen Bakkerij', 'Vandermeulen Zagerij'],
])('tells %s apart without pairing its words', (_, one, other) => {
  const town = { municipality: 'Zwolle', postcode: '8011 AB' };
  const [left, right] = [readCompany({ name: one, ...town }), readCompany({ name: other, ...town })];
  const { pro, contra } = evidenceCeiling(left, right, ({ bits }) => bits);
  expect(isShown(pro + contra)).toBe(false);
});
