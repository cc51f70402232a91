import { describe, expect, it } from 'vitest';
import { cellLabel } from '../indicators/cell-label';
import { normaliseCompanyName } from './company-name';
import type { CountryProfile } from './country-profile';
import { findLegalForm, findRegion, readCompanyNumber, readPostcode } from './rules';
import { sectionLabel, sectionOf, sectorSchemeNamed } from './sectors';

/** A second country, to prove that nothing national hides outside the profile. */
const BELGIUM: CountryProfile = {
  country: 'BE',
  companyNumber: { scheme: 'KBO', name: 'ondernemingsnummer', pattern: /^[01][0-9]{9}$/, padTo: 10 },
  entityNumber: undefined,
  legalForms: [
    { code: 'SA', name: 'Société anonyme', spellings: ['S.A.', 'N.V.'], personality: 'legal' },
    { code: 'SPRL', name: 'Société privée', spellings: ['SPRL', 'BVBA'], personality: 'legal' },
  ],
  regions: [
    { code: 'BE-VLG', name: { nl: 'Vlaanderen', en: 'Flanders' } },
    { code: 'BE-WAL', name: { nl: 'Wallonië', en: 'Wallonia' }, aliases: ['Wallonie'] },
  ],
  places: () =>
    Promise.resolve({
      towns: [{ name: 'Gent', region: 'BE-VLG' }],
      named: () => [],
      regionOfPostcode: () => undefined,
    }),
  organisationNames: [{ type: 'PUBLIC', pattern: /^stad / }],
  postcode: { pattern: /^[1-9][0-9]{3}$/, normalise: (text) => text.trim().replace(/^B-?/i, '') },
  sectorSchemes: [
    {
      ...{ code: 'NACEBEL2025', version: '2025', name: 'NACE-BEL 2025', pattern: /^[0-9]{2,5}$/ },
      sections: [
        { code: 'A', divisions: ['01', '03'], name: { nl: 'Landbouw', en: 'Agriculture' } },
        { code: 'M', divisions: ['68', '68'], name: { nl: 'Onroerend goed', en: 'Real estate' } },
      ],
    },
  ],
  language: 'nl',
  locale: 'nl-BE',
  currency: 'EUR',
  timeZone: 'Europe/Brussels',
};

describe('a second country', () => {
  it('has its own numbers, postcodes, regions and legal forms', () => {
    expect(readCompanyNumber(BELGIUM.companyNumber, '403170701')).toEqual({
      number: '0403170701',
      padded: true,
    });
    expect(readCompanyNumber(BELGIUM.companyNumber, '69599068x')).toBeUndefined();
    expect(readPostcode(BELGIUM, 'B-9000')).toBe('9000');
    expect(readPostcode(BELGIUM, '7821 AA')).toBeUndefined();
    expect(findRegion(BELGIUM, 'wallonie')?.code).toBe('BE-WAL');
    expect(findLegalForm(BELGIUM, 'bvba')?.code).toBe('SPRL');
    expect(normaliseCompanyName(BELGIUM, 'Dupont S.A.')).toBe('dupont');
    expect(normaliseCompanyName(BELGIUM, 'Dupont GmbH')).toBe('dupont gmbh');
  });

  it('has versions and sections of its own sector code', () => {
    const scheme = sectorSchemeNamed(BELGIUM, '2025');
    expect(scheme && sectionOf(scheme, '68201')?.code).toBe('M');
    expect(scheme && sectionLabel(scheme, 'A', 'nl')).toBe('A – Landbouw');
    expect(sectorSchemeNamed(BELGIUM, '2008')).toBeUndefined();
  });

  it('labels its regions', () => {
    expect(cellLabel('province', 'BE-VLG', 'en', BELGIUM)).toBe('Flanders');
  });

  it('keeps numbers as they are where the register has no fixed length', () => {
    const scheme = { scheme: 'HR', name: 'Handelsregister', pattern: /^HR[AB] [0-9]+$/, padTo: undefined };
    expect(readCompanyNumber(scheme, 'HRB 71476')).toEqual({ number: 'HRB 71476', padded: false });
  });
});
