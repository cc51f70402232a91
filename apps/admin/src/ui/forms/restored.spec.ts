import { describe, expect, it } from 'vitest';
import { restored } from './restored';

describe(restored.name, () => {
  it('puts back what a form writes, codes of its own included', () => {
    const before = {
      id: 'x',
      version: 1,
      sbiCode: '2511',
      centreId: 'a',
      centreName: 'A',
      centreCode: 'FL-A',
    };
    const now = { id: 'x', version: 2, sbiCode: '2812', centreId: 'b', centreName: 'B', centreCode: 'FL-B' };
    expect(restored(now, before)).toEqual({
      ...now,
      sbiCode: '2511',
      centreId: 'a',
    });
  });
});
