import { describe, expect, it } from 'vitest';
import { OPEN, Versions, type Draft } from './versions';

describe(Versions.name, () => {
  it('answers the versions that were current at each place, whatever came later', () => {
    const versions = new Versions(['value']);
    const first = versions.add(0, OPEN);
    versions.end(first, 2);
    const second = versions.add(2, 3);
    const other = versions.add(1, OPEN);
    expect([0, 1, 2, 3].map((place) => [...versions.at(place)])).toEqual([
      [first],
      [first, other],
      [second, other],
      [other],
    ]);
  });

  it('shows a draft to who has it and to nobody else, and forgets it', () => {
    const versions = new Versions(['value']);
    const kept = versions.add(0, OPEN);
    const ended = versions.add(0, OPEN);
    const draft: Draft = { added: [], ended: new Set([ended]) };
    const added = versions.draft(draft);
    expect([...versions.at(0, draft)]).toEqual([kept, added]);
    expect([...versions.at(0)]).toEqual([kept, ended]);
    versions.drop(draft);
    expect([...versions.at(0, draft)]).toEqual([kept, ended]);
    expect(versions.add(0, OPEN)).toBe(added);
  });

  it('keeps its versions while room is made', async () => {
    const versions = new Versions(['value'], true);
    const row = versions.add(0, OPEN);
    [versions.fields.value[row], versions.amounts[row]] = [7, 2 ** 40];
    versions.isCurrent(5, row);
    await versions.makeRoom(10_000);
    expect([...versions.at(0)]).toEqual([row]);
    expect([versions.fields.value[row], versions.amounts[row]]).toEqual([7, 2 ** 40]);
    expect([4, 5, 9_999].map((record) => versions.lastOf(record))).toEqual([-1, row, -1]);
  });

  it('keeps its fields while it grows', () => {
    const versions = new Versions(['value']);
    for (let value = 0; value < 1000; value += 1) {
      const row = versions.add(0, OPEN);
      versions.fields.value[row] = value;
    }
    expect(versions.at(0)).toHaveLength(1000);
    expect(versions.fields.value[999]).toBe(999);
  });
});
