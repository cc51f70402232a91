import { describe, expect, it } from 'vitest';
import { normaliseCompanyName } from './company-name';
import { NETHERLANDS } from './nl';

describe(normaliseCompanyName.name, () => {
  it.each([
    ['Jansen B.V.', 'jansen'],
    ['JANSEN BV', 'jansen'],
    ['Jansen B. V.', 'jansen'],
    ['V.O.F. De Vries', 'de vries'],
    ['Café-Zuid N.V.', 'cafe zuid'],
    ['Müller GmbH & Co. KG', 'muller'],
    ['Müller GmbH', 'muller'],
    ["'t Hoekje Ltd", 't hoekje'],
    ['Bvlgari', 'bvlgari'],
    ['Coöperatie Boer U.A.', 'boer'],
    ['B.V.', 'bv'],
    ['', ''],
  ])('%j gives %j', (name, expected) => {
    expect(normaliseCompanyName(NETHERLANDS, name)).toBe(expected);
  });
});
