import { describe, expect, it } from 'vitest';
import { countries } from './countries';

describe(countries.name, () => {
  it('names every country once, in the language that is read', () => {
    const dutch = countries('nl');
    expect(dutch).toMatchObject({ NL: 'Nederland', DE: 'Duitsland', BE: 'België' });
    expect(countries('en')).toMatchObject({ NL: 'Netherlands', DE: 'Germany' });
    expect(new Set(Object.values(dutch)).size).toBe(Object.keys(dutch).length);
    expect(Object.keys(dutch).length).toBeGreaterThan(240);
    expect(dutch).not.toHaveProperty('EU');
  });
});
