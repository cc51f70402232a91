import { describe, expect, it } from 'vitest';
import { expectedOn, targetLight } from './target-light';

const growth = { kind: 'flow', aim: 1000, startedOn: '2015-01-01', dueOn: '2025-01-01' } as const;
const standing = { aim: 100, actual: 50, expected: 50, isOver: false };

describe('targetLight', () => {
  it.each([
    ['REACHED', { actual: 100 }],
    ['REACHED', { actual: 100, isOver: true }],
    ['ON_TRACK', {}],
    ['BEHIND', { actual: 49.99 }],
    ['BEHIND', { actual: 99, expected: 100 }],
    ['MISSED', { actual: 99, isOver: true }],
    ['UNKNOWN', { actual: null }],
    ['UNKNOWN', { actual: null, isOver: true }],
    ['ON_TRACK', { actual: 0, expected: 0 }],
    ['REACHED', { actual: 0, aim: 0 }],
  ])('is %s for %j', (light, changes) => {
    expect(targetLight({ ...standing, ...changes })).toBe(light);
  });
});

describe('expectedOn', () => {
  it('is nothing until the start, and grows by the day', () => {
    expect(expectedOn('2014-06-01', growth)).toBe(0);
    expect(expectedOn('2015-01-01', growth)).toBe(0);
    expect(expectedOn('2020-01-01', growth)).toBeCloseTo(1000 * (1826 / 3653));
    expect(expectedOn('2024-12-31', growth)).toBeCloseTo(1000 * (3652 / 3653));
  });

  it('is the aim from the due day on, and where there is no line to draw', () => {
    expect(expectedOn('2025-01-01', growth)).toBe(1000);
    expect(expectedOn('2030-01-01', growth)).toBe(1000);
    expect(expectedOn('2016-01-01', { ...growth, startedOn: undefined })).toBe(1000);
    expect(expectedOn('2016-01-01', { ...growth, startedOn: '2026-01-01' })).toBe(1000);
  });

  it('is the aim all along for a share or a ratio', () => {
    expect(expectedOn('2016-01-01', { ...growth, kind: 'ratio' })).toBe(1000);
  });
});
