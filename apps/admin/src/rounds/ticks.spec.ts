import { describe, expect, it } from 'vitest';
import type { RoundParticipation } from '../providers/rounds';
import { firstWithoutDay, submissionOf, toggled } from './ticks';

const asked = (id: string, isAsked = true) => ({ id, isAsked }) as RoundParticipation;
const LIST = [asked('a'), asked('b'), asked('gone', false)];

describe(submissionOf.name, () => {
  it('is one word when nothing changed', () => {
    expect(submissionOf(LIST, {})).toEqual({ nothingChanged: true });
  });

  it('confirms those that are asked and still ticked, and ends the others', () => {
    expect(submissionOf(LIST, { b: '2021-06-10' })).toEqual({
      confirmed: ['a'],
      ended: [{ participationId: 'b', lastDay: '2021-06-10' }],
    });
  });
});

describe(toggled.name, () => {
  it('asks a last day of who is unticked, and forgets it when they are ticked again', () => {
    const once = toggled({ a: '2021-01-01' }, 'b');
    expect(once).toEqual({ a: '2021-01-01', b: '' });
    expect(firstWithoutDay(once)).toBe('b');
    expect(toggled(once, 'b')).toEqual({ a: '2021-01-01' });
    expect(firstWithoutDay({})).toBeUndefined();
  });
});
