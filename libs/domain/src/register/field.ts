import type { ChoiceName, ChoiceOf } from '../vocabulary/enumerations';
import type { Localised } from '../vocabulary/languages';

/** What a field of a record holds: how it is written, read, kept and compared follows from it. */
export type FieldType =
  | 'text'
  /** The code by which people refer to a centre. */
  | 'code'
  | 'date'
  /** Euro, two decimals, more than zero. */
  | 'money'
  | 'integer'
  /** More than zero, two decimals. */
  | 'quantity'
  | 'companyNumber'
  /** A number or mark that somebody else's register gave. */
  | 'identifier'
  | 'country'
  /** A region of the home country by its ISO code; of another country any name, where the field is of one. */
  | 'region'
  | 'postcode'
  | 'legalForm'
  | 'sectorCode'
  /** The version of the sector code's classification. */
  | 'sectorVersion'
  | 'webAddress'
  | 'email'
  | 'phone'
  /** Texts that hold no `;`, each at most once. */
  | 'textList'
  /** The id of a record. */
  | 'reference'
  | 'referenceList'
  | 'choice';

export type Referenced = 'centres' | 'companies' | 'activities';

/** How a field stands in the programme's workbook. */
export interface FieldColumn {
  /** Where it is not the field's own name in the notation of the format: `hub_code` for `hubId`. */
  name?: string;
  label: Localised;
  /** What belongs in it, for the template. */
  help: Localised;
  /** Other names that are accepted. */
  aliases?: readonly string[];
  /** People who paste rows without it are asked for it, though a row may have none. */
  asked?: true;
}

/** A field of a kind of record, said once for every door that it comes in by. */
export interface RegisterField<T = unknown, R extends boolean = boolean> {
  type: FieldType;
  required: R;
  /** The value of a record that was made without one. */
  fallback?: T;
  /** The most characters of a text, or of each text of a list. */
  most?: number;
  /** Line ends stay in it. */
  lines?: true;
  /** Of a number, both included. */
  range?: readonly [least: number, most: number];
  /** How many a list holds at most. */
  items?: number;
  choice?: ChoiceName;
  references?: Referenced;
  /** Of a region: its record may lie in another country. */
  abroad?: true;
  /** Without one it is neither in the workbook nor in rows that people paste. */
  column?: FieldColumn;
}
export type RegisterFields = Readonly<Record<string, RegisterField>>;

/** The value of a field, as the API carries it. */
export type FieldValue<F> = F extends RegisterField<infer T> ? T : never;

/** At most so many characters, wherever such a text stands. */
export const LONGEST = {
  name: 300,
  code: 40,
  municipality: 100,
  legalForm: 60,
  foreignNumber: 60,
  postcode: 20,
  technology: 100,
  note: 10_000,
  webAddress: 2_000,
  email: 254,
  phone: 30,
} as const;

type Optional<T> = RegisterField<T, false>;

export const text = (most: number, column?: FieldColumn): Optional<string> => field('text', column, { most });
export const name = (column?: FieldColumn): Optional<string> => text(LONGEST.name, column);
/** Text with lines. */
export const note = (column?: FieldColumn): Optional<string> =>
  field('text', column, { most: LONGEST.note, lines: true });
export const identifier = (column?: FieldColumn): Optional<string> =>
  field('identifier', column, { most: LONGEST.foreignNumber });
export const code = (column?: FieldColumn): Optional<string> => field('code', column, { most: LONGEST.code });
export const date = (column?: FieldColumn): Optional<string> => field('date', column);
export const money = (column?: FieldColumn): Optional<string> => field('money', column);
export const integer = (least: number, most: number, column?: FieldColumn): Optional<number> =>
  field('integer', column, { range: [least, most] });
export const quantity = (most: number, column?: FieldColumn): Optional<number> =>
  field('quantity', column, { range: [0, most] });
export const choice = <const C extends ChoiceName>(list: C, column?: FieldColumn): Optional<ChoiceOf<C>> =>
  field('choice', column, { choice: list });
export const textList = (most: number, items: number, column?: FieldColumn): Optional<string[]> =>
  field('textList', column, { most, items });
export const reference = (references: Referenced, column?: FieldColumn): Optional<string> =>
  field('reference', column, { references });
export const region = (column?: FieldColumn): Optional<string> =>
  field('region', column, { most: LONGEST.municipality });
/** The region of a record that may lie in another country. */
export const regionAnywhere = (column?: FieldColumn): Optional<string> => ({
  ...region(column),
  abroad: true,
});
export const referenceList = (references: Referenced, column?: FieldColumn): Optional<string[]> =>
  field('referenceList', column, { references, items: 100 });

type FormOfItsOwn =
  | 'companyNumber'
  | 'country'
  | 'postcode'
  | 'legalForm'
  | 'sectorCode'
  | 'sectorVersion'
  | 'webAddress'
  | 'email'
  | 'phone';
const MOST: Partial<Record<FormOfItsOwn, number>> = {
  postcode: LONGEST.postcode,
  legalForm: LONGEST.legalForm,
  webAddress: LONGEST.webAddress,
  email: LONGEST.email,
  phone: LONGEST.phone,
};
/** A text with a form of its own. */
export const formed = (type: FormOfItsOwn, column?: FieldColumn): Optional<string> => {
  const most = MOST[type];
  return field(type, column, most === undefined ? {} : { most });
};

/** Marks a field as one without which there is no record. */
export const required = <T>(optional: RegisterField<T>): RegisterField<T, true> => ({
  ...optional,
  required: true,
});
export const withDefault = <T>(optional: RegisterField<T>, fallback: T): Optional<T> => ({
  ...optional,
  required: false,
  fallback,
});

function field<T>(
  type: FieldType,
  column: FieldColumn | undefined,
  rules: Pick<RegisterField<T>, 'most' | 'lines' | 'range' | 'items' | 'choice' | 'references'> = {},
): Optional<T> {
  return { type, required: false, ...rules, ...(column ? { column } : {}) };
}
