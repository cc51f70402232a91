import { describe, expect, it } from 'vitest';
import { apart, changesOf, filledIn, listQuery } from './list-query';

describe(listQuery.name, () => {
  it('asks for a page, sorted and filtered, as the API reads it', () => {
    const query = listQuery({
      pagination: { page: 2, perPage: 50 },
      sort: { field: 'name', order: 'DESC' },
      filter: { q: 'jansen', province: ['NL-DR', 'NL-FL'] },
    });
    expect(query).toEqual({ page: 2, perPage: 50, sort: '-name', q: 'jansen', province: ['NL-DR', 'NL-FL'] });
  });

  it('leaves out what is empty, and sorting by id, which the API does not know', () => {
    expect(
      listQuery({ sort: { field: 'id', order: 'ASC' }, filter: { q: '', level: [], hubId: null } }),
    ).toEqual({});
  });
});

describe(changesOf.name, () => {
  it('names only what differs; an emptied field is null', () => {
    expect(changesOf({ name: 'A', note: '', size: 3 }, { name: 'A', note: 'x', size: 2, id: '1' })).toEqual({
      note: null,
      size: 3,
    });
  });

  it('sees no change between nothing and empty', () => {
    expect(changesOf({ note: '' }, { note: null })).toEqual({});
  });
});

describe(filledIn.name, () => {
  it('drops what was left empty', () => {
    expect(filledIn({ name: 'A', note: '', kvkNumber: null })).toEqual({ name: 'A' });
  });
});

describe(apart.name, () => {
  it('keeps what is said about a change out of the record, and an empty reason out of both', () => {
    const typed = { name: 'A', note: '', reason: ' moved ', effectiveOn: '2026-01-01' };
    expect(apart(typed)).toEqual({
      record: { name: 'A', note: '' },
      about: { reason: 'moved', effectiveOn: '2026-01-01' },
    });
    expect(apart({ name: 'A', reason: ' ', effectiveOn: null })).toEqual({
      record: { name: 'A' },
      about: {},
    });
  });
});
