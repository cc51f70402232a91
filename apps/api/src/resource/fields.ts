import {
  anyText,
  filterText,
  instantSchema,
  registerField,
  schemaOf,
  type FieldType,
  type FieldValue,
  type RegisterField,
  type RegisterFields,
} from '@fieldlab/domain';
import { z } from 'zod';
import type { Sql } from '../platform/database/sql';

export type FieldKind =
  | 'text'
  | 'uuid'
  | 'date'
  | 'instant'
  | 'integer'
  | 'number'
  | 'decimal'
  | 'enum'
  | 'list'
  /** Of a shape of its own: read and written as a whole, neither sorted nor filtered by. */
  | 'json';

/**
 * One field of a kind of record: the source of its column, its validation, its place in the OpenAPI document, and
 * the ways to filter and sort by it.
 */
export interface Field<T = unknown, Required extends boolean = boolean> {
  kind: FieldKind;
  schema: z.ZodType<T>;
  /** What a list is filtered by, where that is not what the schema takes. */
  filter?: z.ZodType<string>;
  required: Required;
  /** The value of a record that was made without one. */
  fallback?: T;
  /** Read from a joined relation and written by the module itself: not a column of the record's own table. */
  elsewhere?: Sql;
  /** How its value is answered, where that depends on the record: other fields by their names. */
  answer?: (value: unknown, record: Record<string, unknown>) => unknown;
  /** What its filter looks up first, where reading the value of every record would be dear. */
  narrow?: (values: readonly string[]) => Sql;
  /** The resource that a uuid, or each uuid of a list, must exist in. */
  references?: string;
}
export type Fields = Record<string, Field>;

type ValueOf<F> = F extends Field<infer T> ? T : never;
type RequiredKeys<F extends Fields> = { [K in keyof F]: F[K]['required'] extends true ? K : never }[keyof F];

/** What a POST may hold; optional fields may be null as well as left out. */
export type CreateInput<F extends Fields> = { [K in RequiredKeys<F>]: ValueOf<F[K]> } & {
  [K in Exclude<keyof F, RequiredKeys<F>>]?: ValueOf<F[K]> | null | undefined;
};

/** What a PATCH may hold: what is left out stays as it is. */
export type PatchInput<F extends Fields> = {
  [K in keyof F]?: (F[K]['required'] extends true ? ValueOf<F[K]> : ValueOf<F[K]> | null) | undefined;
};

/** The fields as they are answered. */
export type FieldValues<F extends Fields> = {
  [K in keyof F]: F[K]['required'] extends true ? ValueOf<F[K]> : ValueOf<F[K]> | null;
};

const optional = <T>(kind: FieldKind, schema: z.ZodType<T>): Field<T, false> => ({
  kind,
  schema,
  required: false,
});

/** Marks a field as one without which there is no record. */
export const required = <T>(field: Field<T>): Field<T, true> => ({ ...field, required: true });
export const withDefault = <T>(field: Field<T>, fallback: T): Field<T, false> => ({
  ...field,
  required: false,
  fallback,
});

/** A field that is kept in another table and read by this expression. */
export const keptElsewhere = <T, R extends boolean>(
  field: Field<T, R>,
  elsewhere: Sql,
  narrow?: (values: readonly string[]) => Sql,
): Field<T, R> => ({ ...field, elsewhere, ...(narrow ? { narrow } : {}) });

const KINDS = {
  text: 'text',
  code: 'text',
  date: 'date',
  money: 'decimal',
  integer: 'integer',
  quantity: 'number',
  companyNumber: 'text',
  identifier: 'text',
  country: 'text',
  region: 'text',
  postcode: 'text',
  legalForm: 'text',
  sectorCode: 'text',
  sectorVersion: 'text',
  webAddress: 'text',
  email: 'text',
  phone: 'text',
  textList: 'list',
  reference: 'uuid',
  referenceList: 'list',
  choice: 'enum',
} as const satisfies Record<FieldType, FieldKind>;

/** A field of the register as the API sends and takes it. */
export function fieldOf<T, R extends boolean>(field: RegisterField<T, R>): Field<T, R> {
  const kind: FieldKind = KINDS[field.type];
  const isText = kind === 'text' || field.type === 'textList';
  return {
    ...{ kind, schema: schemaOf(field), required: field.required },
    ...(isText && { filter: filterText(field) }),
    ...(field.fallback !== undefined && { fallback: field.fallback }),
    ...(field.references && { references: field.references }),
  };
}

/** The fields of a kind of record, each as `fieldOf`. */
export function fieldsOf<F extends RegisterFields>(
  fields: F,
): { -readonly [K in keyof F]: Field<FieldValue<F[K]>, F[K]['required']> } {
  const entries = Object.entries(fields).map(([name, field]) => [name, fieldOf(field)] as const);
  // The compiler does not follow the names through a list of entries.
  return Object.fromEntries(entries) as {
    -readonly [K in keyof F]: Field<FieldValue<F[K]>, F[K]['required']>;
  };
}

// Fields of records that are not of the register.

export const text = (most?: number) =>
  fieldOf(most === undefined ? registerField.name() : registerField.text(most));
export const longText = () => fieldOf(registerField.note());
/** Text with lines that may be empty. */
export const writtenText = (most: number) => optional('text', anyText(most, { lines: true }));
export const date = () => fieldOf(registerField.date());
export const pattern = (schema: z.ZodType<string>) => optional('text', schema);
export const instant = () => optional('instant', instantSchema);
export const json = <T>(schema: z.ZodType<T>) => optional('json', schema);
export const listOf = <T>(schema: z.ZodType<T[]>) => optional('list', schema);
export const number = (schema: z.ZodType<number>) => optional('number', schema);
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  optional('enum', z.enum(values));
