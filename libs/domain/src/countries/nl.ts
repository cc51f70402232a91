import { DUTCH_TIME_ZONE } from './nl-time-zone';
import type { CountryProfile } from './country-profile';
import { DUTCH_ORGANISATION_NAMES } from './nl-organisation-names';
import { SBI } from './nl-sectors';

/**
 * The eleven-test: the digits weighed 9, 8, … 2 and −1 add up to a multiple of eleven. A citizen's number passes
 * it just as well, so an RSIN is asked and stored for legal persons only.
 */
export function isRsin(text: string): boolean {
  if (!/^[0-9]{9}$/.test(text) || text === '000000000') return false;
  const sum = Array.from(text).reduce(
    (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
    0,
  );
  return sum % 11 === 0;
}

export const NETHERLANDS: CountryProfile = {
  country: 'NL',
  companyNumber: { scheme: 'KVK', name: 'KvK-nummer', pattern: /^[0-9]{8}$/, padTo: 8 },
  entityNumber: { scheme: 'RSIN', isValid: isRsin },
  // Foreign forms too: a German or British firm that takes part keeps its own.
  legalForms: [
    { code: 'BV', name: 'Besloten vennootschap', spellings: ['B.V.', 'B.V. i.o.'], personality: 'legal' },
    { code: 'NV', name: 'Naamloze vennootschap', spellings: ['N.V.'], personality: 'legal' },
    {
      code: 'COOPERATIE',
      name: 'Coöperatie',
      spellings: ['Coöperatie', 'Coöp.', 'U.A.', 'B.A.', 'W.A.'],
      personality: 'legal',
    },
    { code: 'STICHTING', name: 'Stichting', spellings: ['Stichting'], personality: 'legal' },
    { code: 'VERENIGING', name: 'Vereniging', spellings: ['Vereniging'], personality: 'legal' },
    { code: 'PUBLIEK', name: 'Publiekrechtelijke rechtspersoon', spellings: [], personality: 'legal' },
    { code: 'VOF', name: 'Vennootschap onder firma', spellings: ['V.O.F.'], personality: 'partnership' },
    { code: 'CV', name: 'Commanditaire vennootschap', spellings: ['C.V.'], personality: 'partnership' },
    { code: 'MAATSCHAP', name: 'Maatschap', spellings: ['Maatschap'], personality: 'partnership' },
    { code: 'EENMANSZAAK', name: 'Eenmanszaak', spellings: ['Eenmanszaak'], personality: 'natural' },
    { code: 'SE', name: 'Europese vennootschap', spellings: ['SE'], personality: 'legal' },
    { code: 'GMBH', name: 'GmbH', spellings: ['GmbH'], personality: 'legal' },
    {
      code: 'GMBH_CO_KG',
      name: 'GmbH & Co. KG',
      spellings: ['GmbH & Co. KG', 'KG'],
      personality: 'partnership',
    },
    { code: 'AG', name: 'Aktiengesellschaft', spellings: ['AG'], personality: 'legal' },
    { code: 'LTD', name: 'Limited', spellings: ['Ltd.', 'Limited', 'PLC'], personality: 'legal' },
    {
      code: 'BVBA',
      name: 'Besloten vennootschap (België, vóór 2019)',
      spellings: ['BVBA', 'SPRL', 'SRL'],
      personality: 'legal',
    },
    { code: 'SA', name: 'Société anonyme', spellings: ['S.A.'], personality: 'legal' },
    {
      code: 'SARL',
      name: 'Société à responsabilité limitée',
      spellings: ['SARL', 'SAS'],
      personality: 'legal',
    },
    { code: 'INC', name: 'Incorporated', spellings: ['Inc.', 'LLC', 'Corp.'], personality: 'legal' },
  ],
  regions: [
    { code: 'NL-DR', name: { nl: 'Drenthe', en: 'Drenthe' } },
    { code: 'NL-FL', name: { nl: 'Flevoland', en: 'Flevoland' } },
    { code: 'NL-FR', name: { nl: 'Fryslân', en: 'Friesland' } },
    { code: 'NL-GE', name: { nl: 'Gelderland', en: 'Gelderland' } },
    { code: 'NL-GR', name: { nl: 'Groningen', en: 'Groningen' } },
    { code: 'NL-LI', name: { nl: 'Limburg', en: 'Limburg' } },
    { code: 'NL-NB', name: { nl: 'Noord-Brabant', en: 'North Brabant' }, aliases: ['Brabant'] },
    { code: 'NL-NH', name: { nl: 'Noord-Holland', en: 'North Holland' } },
    { code: 'NL-OV', name: { nl: 'Overijssel', en: 'Overijssel' } },
    { code: 'NL-UT', name: { nl: 'Utrecht', en: 'Utrecht' } },
    { code: 'NL-ZE', name: { nl: 'Zeeland', en: 'Zeeland' } },
    { code: 'NL-ZH', name: { nl: 'Zuid-Holland', en: 'South Holland' } },
  ],
  places: async () => (await import('./nl-places')).DUTCH_PLACES,
  organisationNames: DUTCH_ORGANISATION_NAMES,
  postcode: {
    // SA, SD and SS are not issued.
    pattern: /^[1-9][0-9]{3} (?!SA|SD|SS)[A-Z]{2}$/,
    normalise: (text) =>
      text
        .toUpperCase()
        .replace(/\s/g, '')
        .replace(/^([0-9]{4})([A-Z]{2})$/, '$1 $2'),
  },
  sectorSchemes: SBI,
  language: 'nl',
  locale: 'nl-NL',
  currency: 'EUR',
  timeZone: DUTCH_TIME_ZONE,
};
