import {
  ACTIVITY_KINDS,
  CENTRE_KINDS,
  CENTRE_TYPES,
  CLAIM_LEVELS,
  INVESTMENT_FORMS,
  INVESTMENT_SOURCES,
  INVESTMENT_STATUSES,
  ORGANISATION_TYPES,
  OUTCOME_KINDS,
  PARTICIPATION_LEVELS,
  SIZE_CLASSES,
} from '../vocabulary/enumerations';
import type { Localised } from '../vocabulary/languages';

/** The closed lists that a column can choose from, by the name under which their words stand in WORDS. */
export const CHOICES = {
  centreKind: CENTRE_KINDS,
  centreType: CENTRE_TYPES,
  organisationType: ORGANISATION_TYPES,
  sizeClass: SIZE_CLASSES,
  level: PARTICIPATION_LEVELS,
  activityKind: ACTIVITY_KINDS,
  source: INVESTMENT_SOURCES,
  status: INVESTMENT_STATUSES,
  form: INVESTMENT_FORMS,
  outcomeKind: OUTCOME_KINDS,
  claimLevel: CLAIM_LEVELS,
} as const;
export type ChoiceName = keyof typeof CHOICES;

export type ColumnType =
  | 'text'
  | 'date'
  /** Euro, two decimals, more than zero. */
  | 'amount'
  /** Whole, zero or more. */
  | 'count'
  /** Whole, more than zero. */
  | 'people'
  /** More than zero, two decimals. */
  | 'quantity'
  | 'companyNumber'
  | 'country'
  | 'region'
  | 'postcode'
  | 'legalForm'
  | 'sectorCode'
  | 'url'
  /** Texts parted by `;`. */
  | 'list'
  /** The id of a record of the register. */
  | 'recordId'
  | ChoiceName;

export interface Column {
  /** As in the contract and in the database: `started_on`. */
  name: string;
  type: ColumnType;
  required?: true;
  /** As on screen, and accepted as a column's name. */
  label: Localised;
  /** What belongs in it, for the template. */
  help: Localised;
  /** Other names that are accepted. */
  aliases?: readonly string[];
  /** The most characters of a text, or of each text of a list. */
  most?: number;
  /** It is turned into another column while a row is read, and not kept by itself. */
  derived?: true;
  /** Only an export of the register fills it. */
  exported?: true;
}

export const SHEET_NAMES = [
  'programme',
  'centres',
  'companies',
  'participations',
  'activities',
  'attendances',
  'investments',
  'spin_offs',
  'outcomes',
] as const;
export type SheetName = (typeof SHEET_NAMES)[number];

export interface Sheet {
  name: SheetName;
  label: Localised;
  aliases?: readonly string[];
  help: Localised;
  columns: readonly Column[];
}

export const optional = ({ required: _, ...column }: Column): Column => column;

export const date = (name: string, nl: string, en: string, more: Partial<Column> = {}): Column => ({
  name,
  type: 'date',
  label: { nl, en },
  help: { nl: 'Een datum, zoals 31-12-2020.', en: 'A date, such as 2020-12-31.' },
  ...more,
});

// Columns that several sheets have.

export const REF: Column = {
  name: 'ref',
  type: 'text',
  required: true,
  label: { nl: 'Verwijzing', en: 'Ref' },
  aliases: ['Referentie', 'Kenmerk'],
  help: {
    nl: 'Uw eigen kenmerk voor deze rij, waarnaar andere bladen verwijzen; elk kenmerk staat één keer op dit blad.',
    en: 'Your own mark for this row, to which other sheets refer; each stands once on this sheet.',
  },
};

export const CENTRE_CODE: Column = {
  name: 'centre_code',
  type: 'text',
  required: true,
  label: { nl: 'Praktijkomgeving', en: 'Centre' },
  aliases: ['Fieldlab', 'Centrum', 'Code praktijkomgeving'],
  help: {
    nl: 'De code van het fieldlab of de hub, uit dit werkboek of uit het register.',
    en: 'The code of the fieldlab or hub, from this workbook or from the register.',
  },
};

export const CENTRE_CODES: Column = {
  name: 'centre_codes',
  type: 'list',
  required: true,
  label: { nl: 'Praktijkomgevingen', en: 'Centres' },
  aliases: ['Fieldlabs', 'Centra'],
  help: {
    nl: 'De codes van de fieldlabs en hubs waaruit het voortkwam, gescheiden door een puntkomma.',
    en: 'The codes of the fieldlabs and hubs it came out of, parted by a semicolon.',
  },
};

export const COMPANY_REF: Column = {
  name: 'company_ref',
  type: 'text',
  required: true,
  label: { nl: 'Bedrijf', en: 'Company' },
  help: {
    nl: 'De verwijzing van het bedrijf op het blad Bedrijven.',
    en: 'The ref of the company on the sheet companies.',
  },
};

export const ACTIVITY_REF: Column = {
  name: 'activity_ref',
  type: 'text',
  label: { nl: 'Activiteit', en: 'Activity' },
  help: {
    nl: 'De verwijzing van de activiteit op het blad Activiteiten.',
    en: 'The ref of the activity on the sheet activities.',
  },
};

export const ENDED_ON: Column = {
  name: 'ended_on',
  type: 'date',
  label: { nl: 'Geëindigd op', en: 'Ended on' },
  help: {
    nl: 'De eerste dag waarop het niet meer geldt. Vul dit of de laatste dag in, of niets als het nog loopt.',
    en: 'The first day on which it no longer holds. Fill in this or the last day, or neither while it goes on.',
  },
};

export const LAST_DAY: Column = {
  name: 'last_day',
  type: 'date',
  derived: true,
  label: { nl: 'Laatste dag', en: 'Last day' },
  // "Einddatum 31-12-2020" is read as "up to and including" by whoever types it.
  aliases: ['Einddatum', 'T/m', 'Tot en met', 'End date'],
  help: {
    nl: 'De laatste dag waarop het geldt: t/m. Leeg als het nog loopt.',
    en: 'The last day on which it holds, included. Empty while it goes on.',
  },
};

export const NOTE: Column = {
  name: 'note',
  type: 'text',
  label: { nl: 'Notitie', en: 'Note' },
  aliases: ['Toelichting', 'Opmerking', 'Opmerkingen'],
  most: 10_000,
  help: { nl: 'Vrije tekst; telt nergens mee.', en: 'Free text; never counted.' },
};

export const NAME: Column = {
  name: 'name',
  type: 'text',
  required: true,
  label: { nl: 'Naam', en: 'Name' },
  help: { nl: 'De naam voluit.', en: 'The full name.' },
};

export const KVK_NUMBER: Column = {
  name: 'kvk_number',
  type: 'companyNumber',
  label: { nl: 'KvK-nummer', en: 'KvK number' },
  aliases: ['KvK', 'Chamber of Commerce number'],
  help: {
    nl: 'Acht cijfers. Geef de kolom de opmaak tekst, anders vallen nullen vooraan weg.',
    en: 'Eight digits. Give the column a text format, or leading zeros are lost.',
  },
};

export const PROVINCE: Column = {
  name: 'province',
  type: 'region',
  label: { nl: 'Provincie', en: 'Province' },
  help: { nl: 'De naam of de code, zoals NL-DR.', en: 'Its name or its code, such as NL-DR.' },
};

export const MUNICIPALITY: Column = {
  name: 'municipality',
  type: 'text',
  label: { nl: 'Gemeente', en: 'Municipality' },
  aliases: ['Plaats', 'Vestigingsplaats'],
  help: { nl: 'De gemeente of plaats.', en: 'The municipality or town.' },
};

export const WEBSITE: Column = {
  name: 'website',
  type: 'url',
  label: { nl: 'Website', en: 'Website' },
  help: { nl: 'Het webadres.', en: 'The web address.' },
};

export const CLAIM_LEVEL: Column = {
  name: 'claim_level',
  type: 'claimLevel',
  required: true,
  label: { nl: 'Onderbouwing', en: 'Claim level' },
  aliases: ['Bewijsniveau', 'Claimniveau'],
  help: {
    nl: 'Eigen opgave, bevestigd door de coördinator, of met bewijs.',
    en: 'Self-reported, confirmed by the coordinator, or evidenced.',
  },
};

export const EVIDENCE_URL: Column = {
  name: 'evidence_url',
  type: 'url',
  label: { nl: 'Bewijsstuk', en: 'Evidence' },
  aliases: ['Bewijs', 'Link naar bewijs', 'Evidence link'],
  help: { nl: 'Een link naar het bewijsstuk.', en: 'A link to the evidence.' },
};

// What an export adds: a row with them is that record, as it was at that version.

export const ID: Column = {
  name: 'id',
  type: 'recordId',
  exported: true,
  label: { nl: 'Id', en: 'Id' },
  help: {
    nl: 'Het nummer van het gegeven in het register. Laat staan wat er staat, en laat het leeg in nieuwe rijen.',
    en: "The record's id in the register. Leave it as it is, and leave it empty in new rows.",
  },
};

export const VERSION: Column = {
  name: 'version',
  type: 'people',
  exported: true,
  label: { nl: 'Versie', en: 'Version' },
  help: {
    nl: 'De versie die geëxporteerd werd. Laat staan wat er staat.',
    en: 'The version that was exported. Leave it as it is.',
  },
};
