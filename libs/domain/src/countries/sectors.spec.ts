import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../vocabulary/languages';
import { NETHERLANDS } from './nl';
import { divisionsOf, schemeOfUnversioned, sectionLabel, sectionOf, sectorSchemeNamed } from './sectors';

const scheme = (version: string) => {
  const found = sectorSchemeNamed(NETHERLANDS, version);
  if (!found) throw new Error(`There is no SBI ${version}`);
  return found;
};

describe(sectionOf.name, () => {
  it.each([
    ['0111', 'A', 'A'],
    ['09', 'B', 'B'],
    ['2562', 'C', 'C'],
    ['45', 'G', undefined],
    ['47', 'G', 'G'],
    ['5811', 'J', 'J'],
    ['6201', 'J', 'K'],
    ['64', 'K', 'L'],
    ['7112', 'M', 'N'],
    ['99', 'U', 'V'],
    ['04', undefined, undefined],
    ['002562', undefined, undefined],
    ['3', undefined, undefined],
    ['', undefined, undefined],
  ])('puts %s in %s of 2008 and in %s of 2025', (code, old, now) => {
    expect(sectionOf(scheme('2008'), code)?.code).toBe(old);
    expect(sectionOf(scheme('2025'), code)?.code).toBe(now);
  });
});

describe('the versions of the SBI', () => {
  it.each([
    ['2008', 'ABCDEFGHIJKLMNOPQRSTU', 88],
    ['2025', 'ABCDEFGHIJKLMNOPQRSTUV', 87],
  ])('%s has its sections in order, each division in one of them', (version, letters, count) => {
    const { sections } = scheme(version);
    expect(sections.map(({ code }) => code).join('')).toBe(letters);
    const divisions = sections.flatMap(divisionsOf);
    expect(divisions).toEqual([...new Set(divisions)].sort());
    expect(divisions).toHaveLength(count);
    for (const language of LANGUAGES)
      expect(new Set(sections.map(({ name }) => name[language])).size).toBe(sections.length);
  });

  it('labels a section by letter and name, in the version that is meant', () => {
    expect(sectionLabel(scheme('2008'), 'C', 'nl')).toBe('C – Industrie');
    expect(sectionLabel(scheme('2025'), 'C', 'en')).toBe('C – Manufacturing');
    expect(sectionLabel(scheme('2008'), 'J', 'en')).toBe('J – Information and communication');
    expect(sectionLabel(scheme('2008'), 'V', 'nl')).toBeUndefined();
  });

  it('takes a code of which nobody said the version for one of the oldest', () => {
    expect(schemeOfUnversioned(NETHERLANDS).version).toBe('2008');
  });
});
