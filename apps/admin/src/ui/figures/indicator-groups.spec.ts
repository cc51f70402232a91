import { currentIndicators } from '@fieldlab/domain';
import { expect, it } from 'vitest';
import { INDICATOR_GROUPS } from './indicator-groups';

it('every current indicator stands in one group', () => {
  const grouped = INDICATOR_GROUPS.flatMap(({ codes }) => codes);
  expect([...grouped].sort()).toEqual(currentIndicators.map(({ code }) => code).sort());
});
