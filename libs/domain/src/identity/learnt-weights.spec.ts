import { describe, expect, it } from 'vitest';
import { findDuplicates } from './duplicate-search';
import { LEAST_DECISIONS, learnWeights, PUBLISHED_WEIGHTS, weigh, type PairDecision } from './learnt-weights';

const NAME = { code: 'SAME_NAME', weight: 12 } as const;
const POSTCODE = { code: 'SAME_POSTCODE', weight: 7 } as const;
const OTHER_TOWN = { code: 'OTHER_TOWN', weight: -7 } as const;
const SIMILAR = { code: 'SIMILAR_WORDS', weight: 6 } as const;

const times = (count: number, decision: PairDecision): PairDecision[] =>
  Array.from({ length: count }, () => decision);

/** A register in which many share a building: the same postcode says next to nothing there. */
const BUSINESS_PARK: readonly PairDecision[] = [
  ...times(60, { isSame: false, reasons: [SIMILAR, POSTCODE] }),
  ...times(4, { isSame: true, reasons: [SIMILAR, POSTCODE] }),
  ...times(30, { isSame: true, reasons: [NAME, POSTCODE] }),
  ...times(20, { isSame: true, reasons: [NAME] }),
  ...times(20, { isSame: false, reasons: [NAME, OTHER_TOWN, OTHER_TOWN] }),
];

describe('learnWeights', () => {
  it('keeps the published weights until enough was decided', () => {
    expect(learnWeights([])).toEqual(PUBLISHED_WEIGHTS);
    expect(learnWeights(BUSINESS_PARK.slice(0, LEAST_DECISIONS - 1))).toEqual(PUBLISHED_WEIGHTS);
  });

  it('has evidence tell less where it was often wrong, and leaves what was never seen', () => {
    const { decisions, factors } = learnWeights(BUSINESS_PARK);
    expect(decisions).toBe(BUSINESS_PARK.length);
    expect(factors.SAME_POSTCODE).toBeLessThan(0.75);
    expect(factors.SAME_NAME).toBeGreaterThan(0.9);
    expect(factors.SAME_STREET).toBeUndefined();
  });

  it('judges what it did not learn from better than the published weights', () => {
    const doubt = (weights: typeof PUBLISHED_WEIGHTS, { isSame, reasons }: PairDecision): number => {
      const evidence = weigh(
        reasons.map((one) => ({ ...one, words: '' })),
        weights,
      );
      const bits = evidence.reduce((sum, { weight }) => sum + weight, -7);
      return Math.log2(1 + 2 ** (isSame ? -bits : bits));
    };
    const [taught, kept] = [0, 1].map((half) => BUSINESS_PARK.filter((_, at) => at % 2 === half));
    const sum = (weights: typeof PUBLISHED_WEIGHTS) =>
      (kept ?? []).reduce((total, decision) => total + doubt(weights, decision), 0);
    expect(sum(learnWeights(taught ?? []))).toBeLessThan(sum(PUBLISHED_WEIGHTS) * 0.9);
  });

  it('does not depend on the order of the decisions', () => {
    expect(learnWeights([...BUSINESS_PARK].reverse())).toEqual(learnWeights(BUSINESS_PARK));
  });

  it('never turns evidence round, and stays within bounds whatever was decided', () => {
    const perverse = [
      ...times(5000, { isSame: false, reasons: [{ ...NAME, weight: 40 }] }),
      ...times(5000, { isSame: true, reasons: [{ ...OTHER_TOWN, weight: -40 }] }),
    ];
    const { factors, prior } = learnWeights(perverse);
    expect(factors.SAME_NAME).toBe(0);
    expect(factors.OTHER_TOWN).toBe(0);
    expect(Math.abs(prior)).toBeLessThanOrEqual(3);
    const sameAlways = learnWeights(times(10_000, { isSame: true, reasons: [POSTCODE] }));
    expect(sameAlways.factors.SAME_POSTCODE).toBeLessThanOrEqual(3);
    expect(sameAlways.prior).toBeLessThanOrEqual(3);
  });

  it('takes numbers for what the law says that they are', () => {
    const { factors } = learnWeights(
      times(100, { isSame: true, reasons: [NAME, { code: 'OTHER_NUMBER', weight: -12 }] }),
    );
    expect(Object.keys(factors)).toEqual(['SAME_NAME']);
  });
});

describe('a list that is compared with what was learnt', () => {
  const LIST = [
    { name: 'Zilverschoon Robotica', postcode: '7601 AB' },
    { name: 'Zilverschoon Robotika', postcode: '7601 AB' },
  ];
  it('says of each reason what it weighs, and what it weighs for everybody', () => {
    const weights = { decisions: 50, factors: { SAME_POSTCODE: 0.5 }, prior: -1 };
    const [before] = findDuplicates(LIST);
    const [after] = findDuplicates(LIST, undefined, weights);
    expect(before?.reasons.every(({ weight, published }) => weight === published)).toBe(true);
    const reasons = new Map(after?.reasons.map((reason) => [reason.code, reason]));
    expect(reasons.get('SAME_POSTCODE')).toMatchObject({ weight: 3.5, published: 7 });
    expect(reasons.get('EARLIER_DECISIONS')).toMatchObject({ weight: -1, published: 0 });
    expect(after?.score).toBeLessThan(before?.score ?? 0);
  });

  it('hides no pair that the published weights find', () => {
    const harsh = { decisions: 10_000, factors: { SAME_POSTCODE: 0, SIMILAR_WORDS: 0 }, prior: -3 };
    const found = findDuplicates(LIST, undefined, harsh);
    expect(found).toMatchObject([{ left: 0, right: 1, verdict: 'different' }]);
  });
});
