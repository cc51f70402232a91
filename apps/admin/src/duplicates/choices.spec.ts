import { describe, expect, it } from 'vitest';
import type { Duplicate } from '../providers/duplicates';
import { firstChoices, mergeOf } from './choices';

const pair = (left: object, right: object): Duplicate =>
  ({
    left: { id: 'L', kvkNumber: null, ...left },
    right: { id: 'R', kvkNumber: null, ...right },
  }) as Duplicate;

describe('what becomes of two companies', () => {
  it('is the older one, with what only the other knows', () => {
    const two = pair({ name: 'A', municipality: null }, { name: 'B', municipality: 'Ede' });
    expect(mergeOf(two, firstChoices(two))).toEqual({
      ...{ survivorId: 'L', mergedId: 'R' },
      fields: ['municipality'],
    });
  });

  it('is the one with a number, and what was chosen field by field', () => {
    const two = pair({ name: 'A', website: 'x' }, { name: 'B', kvkNumber: '12345678' });
    expect(mergeOf(two, firstChoices(two))).toEqual({ survivorId: 'R', mergedId: 'L', fields: ['website'] });
    expect(mergeOf(two, { survivor: 'left', fields: { kvkNumber: 'left', name: 'right' } })).toEqual({
      ...{ survivorId: 'L', mergedId: 'R' },
      fields: ['name'],
    });
  });
});
