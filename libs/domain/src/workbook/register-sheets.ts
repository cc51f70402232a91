import {
  CENTRE_CODE,
  COMPANY_REF,
  ENDED_ON,
  KVK_NUMBER,
  LAST_DAY,
  MUNICIPALITY,
  NAME,
  NOTE,
  PROVINCE,
  REF,
  WEBSITE,
  date,
  type Sheet,
} from './columns';

/** What the register stands on: the programme, its centres, the companies and who takes part where. */

export const PROGRAMME: Sheet = {
  name: 'programme',
  label: { nl: 'Programma', en: 'Programme' },
  aliases: ['Program'],
  help: { nl: 'Eén rij: het programma zelf.', en: 'One row: the programme itself.' },
  columns: [
    NAME,
    date('started_on', 'Startdatum', 'Started on', { required: true, aliases: ['Begindatum'] }),
  ],
};

export const CENTRES: Sheet = {
  name: 'centres',
  label: { nl: 'Praktijkomgevingen', en: 'Centres' },
  aliases: ['Fieldlabs & hubs', 'Fieldlabs en hubs', 'Fieldlabs', 'Centra', 'Centers'],
  help: { nl: 'De fieldlabs en hubs.', en: 'The fieldlabs and hubs.' },
  columns: [
    {
      name: 'code',
      type: 'text',
      required: true,
      label: { nl: 'Code', en: 'Code' },
      help: { nl: 'De korte code, zoals FL-01; uniek.', en: 'The short code, such as FL-01; unique.' },
    },
    {
      name: 'kind',
      type: 'centreKind',
      required: true,
      label: { nl: 'Soort', en: 'Kind' },
      help: { nl: 'Fieldlab of hub.', en: 'Fieldlab or hub.' },
    },
    NAME,
    {
      name: 'type',
      type: 'centreType',
      label: { nl: 'Type', en: 'Type' },
      help: {
        nl: 'Kennis en technologie, demonstratie, vaardigheden of gecombineerd.',
        en: 'Knowledge, demonstration, skills or combined.',
      },
    },
    {
      name: 'hub_code',
      type: 'text',
      label: { nl: 'Hub', en: 'Hub' },
      help: {
        nl: 'De code van de hub waaronder een fieldlab valt.',
        en: 'The code of the hub of a fieldlab.',
      },
    },
    PROVINCE,
    MUNICIPALITY,
    {
      name: 'technologies',
      type: 'list',
      label: { nl: 'Technologieën', en: 'Technologies' },
      aliases: ['Technologie', 'Technology'],
      help: { nl: 'Gescheiden door een puntkomma.', en: 'Parted by a semicolon.' },
    },
    date('started_on', 'Startdatum', 'Started on', { aliases: ['Begindatum', 'Start'] }),
    ENDED_ON,
    LAST_DAY,
    WEBSITE,
  ],
};

export const COMPANIES: Sheet = {
  name: 'companies',
  label: { nl: 'Bedrijven', en: 'Companies' },
  aliases: ['Organisaties', 'Organisations'],
  help: {
    nl: 'Twee rijen met hetzelfde nummer zijn één bedrijf.',
    en: 'Two rows with the same number are one company.',
  },
  columns: [
    REF,
    KVK_NUMBER,
    {
      name: 'country',
      type: 'country',
      label: { nl: 'Land', en: 'Country' },
      aliases: ['Landcode'],
      help: {
        nl: 'De landcode van twee letters; leeg is NL.',
        en: 'The two-letter country code; empty means NL.',
      },
    },
    {
      name: 'foreign_number',
      type: 'text',
      label: { nl: 'Buitenlands nummer', en: 'Foreign number' },
      help: {
        nl: 'Het nummer in het register van een ander land.',
        en: "The number in another country's register.",
      },
    },
    { ...NAME, aliases: ['Bedrijfsnaam', 'Company name'] },
    {
      name: 'organisation_type',
      type: 'organisationType',
      label: { nl: 'Soort organisatie', en: 'Organisation type' },
      aliases: ['Organisatietype'],
      help: {
        nl: 'Leeg is bedrijf; alleen bedrijven tellen mee.',
        en: 'Empty means business; only these count.',
      },
    },
    {
      name: 'legal_form',
      type: 'legalForm',
      label: { nl: 'Rechtsvorm', en: 'Legal form' },
      help: { nl: 'Zoals B.V. of eenmanszaak.', en: 'Such as B.V. or Ltd.' },
    },
    {
      name: 'size_class',
      type: 'sizeClass',
      label: { nl: 'Grootteklasse', en: 'Size class' },
      aliases: ['Omvang'],
      help: {
        nl: 'Micro (<10), klein (<50), middelgroot (<250) of groot.',
        en: 'Micro (<10), small (<50), medium (<250) or large.',
      },
    },
    {
      name: 'employees',
      type: 'count',
      label: { nl: 'Medewerkers', en: 'Employees' },
      aliases: ['Aantal medewerkers', 'Werknemers'],
      help: { nl: 'Het aantal medewerkers.', en: 'The number of employees.' },
    },
    {
      name: 'sbi_code',
      type: 'sectorCode',
      label: { nl: 'SBI-code', en: 'SBI code' },
      aliases: ['SBI'],
      help: { nl: 'De code van de hoofdactiviteit.', en: 'The code of the main activity.' },
    },
    {
      name: 'postcode',
      type: 'postcode',
      label: { nl: 'Postcode', en: 'Postcode' },
      help: { nl: 'Zoals 1234 AB.', en: 'Such as 1234 AB.' },
    },
    MUNICIPALITY,
    PROVINCE,
    WEBSITE,
  ],
};

export const PARTICIPATIONS: Sheet = {
  name: 'participations',
  label: { nl: 'Deelnames', en: 'Participations' },
  help: {
    nl: 'Deelnames van één bedrijf in één praktijkomgeving overlappen elkaar nooit.',
    en: 'Participations of one company in one centre never overlap.',
  },
  columns: [
    COMPANY_REF,
    CENTRE_CODE,
    {
      name: 'level',
      type: 'level',
      required: true,
      label: { nl: 'Niveau', en: 'Level' },
      help: { nl: 'Bereikt, actief, deelnemer of partner.', en: 'Reached, engaged, participant or partner.' },
    },
    date('started_on', 'Startdatum', 'Started on', {
      required: true,
      aliases: ['Sinds', 'Begindatum', 'Since'],
    }),
    ENDED_ON,
    LAST_DAY,
    NOTE,
  ],
};
