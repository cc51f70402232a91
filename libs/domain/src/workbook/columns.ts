import type { FieldType } from '../register/field';
import type { ChoiceName } from '../vocabulary/enumerations';
import type { Localised } from '../vocabulary/languages';

/** What a column of the workbook holds: the field's own type, or what stands for it where no ids are known. */
export type ColumnType =
  | Exclude<
      FieldType,
      'money' | 'integer' | 'webAddress' | 'textList' | 'reference' | 'referenceList' | 'choice'
    >
  | 'amount'
  /** Whole, zero or more. */
  | 'count'
  /** Whole, more than zero. */
  | 'people'
  | 'url'
  /** Texts parted by `;`. */
  | 'list'
  /** The mark of a row, or of a row that it refers to. */
  | 'ref'
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
  /** Line ends stay in it. */
  lines?: true;
  /** The largest number. */
  largest?: number;
  /** How many a list holds at most. */
  items?: number;
  /** Of a region: the row may be of another country. */
  abroad?: true;
  /** It is turned into another column while a row is read, and not kept by itself. */
  derived?: true;
  /** Only an export of the register fills it. */
  exported?: true;
  /** People who paste rows without it are asked for it, though a row may have none. */
  asked?: true;
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
/** Kinds of which people paste rows. What is about people stands in no workbook, but is read by the same rules. */
export type RowSheetName = SheetName | 'contacts' | 'notes';

export interface Sheet<N extends RowSheetName = SheetName> {
  name: N;
  label: Localised;
  aliases?: readonly string[];
  help: Localised;
  columns: readonly Column[];
}
export type RowSheet = Sheet<RowSheetName>;

// Columns that are no field of a record.

export const REF: Column = {
  name: 'ref',
  type: 'ref',
  required: true,
  label: { nl: 'Verwijzing', en: 'Ref' },
  aliases: ['Referentie', 'Kenmerk'],
  help: {
    nl: 'Uw eigen kenmerk voor deze rij, waarnaar andere bladen verwijzen; elk kenmerk staat één keer op dit blad.',
    en: 'Your own mark for this row, to which other sheets refer; each stands once on this sheet.',
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
  largest: 2_147_483_647,
  exported: true,
  label: { nl: 'Versie', en: 'Version' },
  help: {
    nl: 'De versie die geëxporteerd werd. Laat staan wat er staat.',
    en: 'The version that was exported. Leave it as it is.',
  },
};
