import { isCalendarDate, isInstant } from '@fieldlab/domain';
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

export const plainText = (max: number) => z.string().trim().min(1, 'May not be empty.').max(max);

export const calendarDate = z
  .string()
  .refine(isCalendarDate, 'Not a calendar date; write YYYY-MM-DD, for example 2021-05-01.')
  .meta({ format: 'date', example: '2021-05-01' });

export const instantSchema = z
  .string()
  .refine(isInstant, 'Not an instant with its offset; write for example 2021-04-22T10:00:00Z.')
  .meta({ format: 'date-time', example: '2021-04-22T10:00:00Z' });
const uuidSchema = z.uuid('Not an id.').toLowerCase();
const moneySchema = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,2})?$/, 'Not an amount; write for example "1234.56".')
  .refine((amount) => Number(amount) > 0, 'Must be more than 0.')
  .meta({ example: '1234.56' });
const urlSchema = z
  .string()
  .trim()
  .max(2000)
  .regex(/^(https?:\/\/)?[^\s/$.?#<>"'][^\s<>"']*$/i, 'Not an address on the web.');

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

export const text = (max = 200) => optional('text', plainText(max));
export const longText = () => optional('text', plainText(10_000));
export const webAddress = () => optional('text', urlSchema);
export const pattern = (schema: z.ZodType<string>) => optional('text', schema);
export const instant = () => optional('instant', instantSchema);
export const json = <T>(schema: z.ZodType<T>) => optional('json', schema);
export const listOf = <T>(schema: z.ZodType<T[]>) => optional('list', schema);
export const date = () => optional('date', calendarDate);
export const integer = (min: number, max = 1_000_000_000) => optional('integer', z.int().min(min).max(max));
export const money = () => optional('decimal', moneySchema);
export const number = (schema: z.ZodType<number>) => optional('number', schema);
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  optional('enum', z.enum(values));
export const textList = (max = 50) => optional('list', z.array(plainText(200)).max(max));
export const reference = (resource: string): Field<string, false> => ({
  ...optional('uuid', uuidSchema),
  references: resource,
});
export const referenceList = (resource: string): Field<string[], false> => ({
  ...optional('list', z.array(uuidSchema).min(1, 'Name at least one.').max(100)),
  references: resource,
});
