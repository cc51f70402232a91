import {
  choice,
  formed,
  identifier,
  integer,
  LONGEST,
  name,
  reference,
  regionAnywhere,
  required,
  text,
  withDefault,
} from './field';
import { defineKind } from './kind';
import { KVK_NUMBER, MUNICIPALITY, NAME, PROVINCE, WEBSITE } from './shared-columns';

export const COMPANIES = defineKind({
  name: 'company',
  one: { nl: 'Bedrijf', en: 'Company' },
  many: { nl: 'Bedrijven', en: 'Companies' },
  about: {
    nl: 'Alle bedrijven van het programma, ook die al gestopt zijn. Elk bedrijf staat er één keer in, hoeveel fieldlabs het ook kent.',
    en: 'All companies of the programme, those that stopped included. Each is there once, however many fieldlabs it knows.',
  },
  access: { as: 'company', read: 'readers', write: 'coordinators', delete: 'administrators' },
  counted: true,
  calledBy: 'name',
  fields: {
    name: required(name({ ...NAME, aliases: ['Bedrijfsnaam', 'Company name'] })),
    kvkNumber: formed('companyNumber', KVK_NUMBER),
    country: withDefault(
      formed('country', {
        label: { nl: 'Land', en: 'Country' },
        aliases: ['Landcode'],
        help: {
          nl: 'De landcode van twee letters; leeg is NL.',
          en: 'The two-letter country code; empty means NL.',
        },
      }),
      'NL',
    ),
    foreignNumber: identifier({
      label: { nl: 'Buitenlands nummer', en: 'Foreign number' },
      help: {
        nl: 'Het nummer in het register van een ander land.',
        en: "The number in another country's register.",
      },
    }),
    organisationType: withDefault(
      choice('organisationType', {
        label: { nl: 'Soort organisatie', en: 'Organisation type' },
        aliases: ['Organisatietype'],
        help: {
          nl: 'Leeg is bedrijf; alleen bedrijven tellen mee.',
          en: 'Empty means business; only these count.',
        },
      }),
      'BUSINESS',
    ),
    legalForm: formed('legalForm', {
      label: { nl: 'Rechtsvorm', en: 'Legal form' },
      help: { nl: 'Zoals B.V. of eenmanszaak.', en: 'Such as B.V. or Ltd.' },
    }),
    sizeClass: choice('sizeClass', {
      label: { nl: 'Grootteklasse', en: 'Size class' },
      aliases: ['Omvang'],
      help: {
        nl: 'Micro (<10), klein (<50), middelgroot (<250) of groot.',
        en: 'Micro (<10), small (<50), medium (<250) or large.',
      },
    }),
    employees: integer(0, 10_000_000, {
      label: { nl: 'Medewerkers', en: 'Employees' },
      aliases: ['Aantal medewerkers', 'Werknemers'],
      help: { nl: 'Het aantal medewerkers.', en: 'The number of employees.' },
    }),
    sbiCode: formed('sectorCode', {
      label: { nl: 'SBI-code', en: 'SBI code' },
      aliases: ['SBI'],
      help: { nl: 'De code van de hoofdactiviteit.', en: 'The code of the main activity.' },
    }),
    sbiVersion: formed('sectorVersion', {
      label: { nl: 'SBI-versie', en: 'SBI version' },
      help: {
        nl: 'SBI 2008 of SBI 2025: waaruit de SBI-code komt. Leeg telt als SBI 2008.',
        en: 'SBI 2008 or SBI 2025: where the SBI code is from. Empty counts as SBI 2008.',
      },
    }),
    postcode: formed('postcode', {
      label: { nl: 'Postcode', en: 'Postcode' },
      help: { nl: 'Zoals 1234 AB.', en: 'Such as 1234 AB.' },
    }),
    municipality: text(LONGEST.municipality, MUNICIPALITY),
    province: regionAnywhere(PROVINCE),
    website: formed('webAddress', WEBSITE),
    // The parent; a workbook has no column for it.
    groupId: reference('companies'),
  },
  sheet: {
    label: { nl: 'Bedrijven', en: 'Companies' },
    aliases: ['Organisaties', 'Organisations'],
    help: {
      nl: 'Twee rijen met hetzelfde nummer zijn één bedrijf.',
      en: 'Two rows with the same number are one company.',
    },
    hasRef: true,
  },
  words: {
    organisationType: { nl: 'Soort organisatie', en: 'Kind of organisation' },
    employees: { nl: 'Werknemers', en: 'Employees' },
    sbiCode: { nl: 'SBI-code', en: 'Sector code (SBI)' },
    municipality: { nl: 'Plaats', en: 'Town' },
    groupId: { nl: 'Moederbedrijf', en: 'Parent company' },
    centreCount: { nl: 'Fieldlabs & hubs', en: 'Fieldlabs & hubs' },
    effectiveOn: { nl: 'Geldt vanaf', en: 'Holds from' },
    mergedIntoId: { nl: 'Samengevoegd met', en: 'Merged into' },
    companyId: { nl: 'Bedrijf', en: 'Company' },
    scheme: { nl: 'Register van het nummer', en: 'Register of the number' },
    number: { nl: 'Nummer', en: 'Number' },
    validFrom: { nl: 'Geldt vanaf', en: 'Holds from' },
    validTo: { nl: 'Geldt tot', en: 'Holds until' },
    otherCentreCount: { nl: 'Andere fieldlabs & hubs', en: 'Other fieldlabs & hubs' },
  },
});
