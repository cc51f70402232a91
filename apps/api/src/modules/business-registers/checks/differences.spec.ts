import { describe, expect, it } from 'vitest';
import { differencesOf } from './differences';

const KNOWN = {
  ...{ name: 'Donald', legalForm: 'BV', postcode: '8823 SJ' },
  ...{ municipality: 'Súdwest-Fryslân', province: 'NL-FR' },
};
const TOLD = {
  ...{ name: 'Donald B.V.', legalForm: 'BV', postcode: '8823SJ' },
  ...{ municipality: 'Lollum', province: 'NL-FR', endedOn: null },
};

describe(differencesOf.name, () => {
  it('sees none in another spelling of the name, the postcode or the place', () => {
    expect(differencesOf(KNOWN, TOLD)).toEqual([]);
  });

  it('sees a firm that moved by its postcode, with all of the address that changes', () => {
    const told = { ...TOLD, postcode: '8011PK', municipality: 'Zwolle', province: 'NL-OV' };
    expect(differencesOf(KNOWN, told)).toEqual([
      { field: 'postcode', from: '8823 SJ', to: '8011 PK', decision: null },
      { field: 'municipality', from: 'Súdwest-Fryslân', to: 'Zwolle', decision: null },
      { field: 'province', from: 'NL-FR', to: 'NL-OV', decision: null },
    ]);
  });

  it('sees another name, another legal form and an end', () => {
    const told = { ...TOLD, name: 'Dagobert NV', legalForm: 'NV', endedOn: '2021-12-31' };
    expect(differencesOf(KNOWN, told).map(({ field, to }) => [field, to])).toEqual([
      ['name', 'Dagobert NV'],
      ['legalForm', 'NV'],
      ['endedOn', '2021-12-31'],
    ]);
  });

  it('takes nothing from what is not said, and nothing that our register would not keep', () => {
    const silent = { legalForm: null, postcode: null, municipality: null, province: null };
    expect(differencesOf(KNOWN, { ...TOLD, ...silent, endedOn: '2021-02-31' })).toEqual([]);
    expect(differencesOf(KNOWN, { ...TOLD, name: 'x'.repeat(400) })).toEqual([]);
  });

  it('fills in what is empty', () => {
    const blank = { ...KNOWN, municipality: null, province: null };
    expect(differencesOf(blank, TOLD).map(({ field }) => field)).toEqual(['municipality', 'province']);
  });
});
