import { expect, it } from 'vitest';
import { currentIndicators } from './catalogue';
import { INDICATOR_GROUPS } from './groups';

it('every current indicator stands in one group', () => {
  const grouped = INDICATOR_GROUPS.flatMap(({ codes }) => codes);
  expect([...grouped].sort()).toEqual(currentIndicators.map(({ code }) => code).sort());
});
