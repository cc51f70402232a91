import { z } from 'zod';
import { DATE_RANGE, isCalendarDate, isInstant } from '../calendar';
import { NETHERLANDS } from '../countries/nl';
import { lengthOf, normaliseText, type TextOptions } from '../text/plain-text';
import { CHOICES } from '../vocabulary/choice-lists';
import type { RegisterField } from './field';
import { formOf } from './forms';

/** What follows from the fields of the register for whoever sends them to the API. */

const PROFILE = NETHERLANDS;

/** Text that says something, as it is kept. */
export const plainText = (most: number, options?: TextOptions) =>
  keptText(options)
    .min(1, 'May not be empty.')
    .refine((text) => lengthOf(text) <= most, `At most ${most} characters.`)
    .meta({ maxLength: most });

/** Text that may be empty. */
export const anyText = (most: number, options?: TextOptions) =>
  keptText(options)
    .refine((text) => lengthOf(text) <= most, `At most ${most} characters.`)
    .meta({ maxLength: most });

const keptText = (options?: TextOptions) => z.string().overwrite((text) => normaliseText(text, options));

export const calendarDate = z
  .string()
  .refine(
    isCalendarDate,
    `Not a calendar date from ${DATE_RANGE.first} to ${DATE_RANGE.last}; write YYYY-MM-DD.`,
  )
  .meta({ format: 'date', example: '2021-05-01' });

export const instantSchema = z
  .string()
  .refine(isInstant, 'Not an instant with its offset; write for example 2021-04-22T10:00:00Z.')
  .meta({ format: 'date-time', example: '2021-04-22T10:00:00Z' });

export const uuidSchema = z.uuid('Not an id.').toLowerCase();

const moneySchema = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,2})?$/, 'Not an amount; write for example "1234.56".')
  .refine((amount) => Number(amount) > 0, 'Must be more than 0.')
  .meta({ example: '1234.56' });

const quantitySchema = ({ range: [, most] = [0, 0] }: RegisterField) =>
  z
    .number()
    .positive('Must be more than 0.')
    .max(most)
    .refine((quantity) => Number.isInteger(Number((quantity * 100).toFixed(6))), 'At most two decimals.');

/** A text in the one way in which the register keeps it, be it stored or asked for. */
export const canonicalText = (field: RegisterField, text: string): string => {
  const plain = normaliseText(text, field);
  return formOf(field).canonical?.(plain, PROFILE) ?? plain;
};

function formedText(field: RegisterField): z.ZodType<string> {
  const { accepts, message, jsonSchema } = formOf(field);
  return plainText(field.most ?? 100, field)
    .overwrite((text) => canonicalText(field, text))
    .refine((text) => accepts?.(text, PROFILE) ?? true, message)
    .meta({ ...jsonSchema?.(PROFILE) });
}

const textListSchema = ({ most = 100, items = 50 }: RegisterField) =>
  z
    .array(plainText(most).refine((text) => !text.includes(';'), 'May not hold a semicolon.'))
    .max(items)
    .refine((texts) => new Set(texts).size === texts.length, 'One stands there twice.');

function untypedSchema(field: RegisterField): z.ZodType {
  switch (field.type) {
    case 'date':
      return calendarDate;
    case 'money':
      return moneySchema;
    case 'integer':
      return z
        .int()
        .min(field.range?.[0] ?? 0)
        .max(field.range?.[1] ?? 0);
    case 'quantity':
      return quantitySchema(field);
    case 'choice':
      return z.enum(field.choice ? CHOICES[field.choice] : []);
    case 'textList':
      return textListSchema(field);
    case 'reference':
      return uuidSchema;
    case 'referenceList':
      return z
        .array(uuidSchema)
        .min(1, 'Name at least one.')
        .max(field.items ?? 100);
    default:
      return formedText(field);
  }
}

/** The schema of a field's value, in bodies that come in and in answers. */
export function schemaOf<T>(field: RegisterField<T>): z.ZodType<T> {
  // Which type of field carries which value is what its builder says; the compiler cannot follow the switch.
  return untypedSchema(field) as z.ZodType<T>;
}

/** What a list is filtered by: a text as it would be kept, whether or not it could be. */
export const filterText = (field: RegisterField): z.ZodType<string> =>
  z
    .string()
    .overwrite((text) => canonicalText(field, text))
    .refine((text) => lengthOf(text) <= (field.most ?? 300), `At most ${field.most ?? 300} characters.`)
    .meta({ maxLength: field.most ?? 300 });
