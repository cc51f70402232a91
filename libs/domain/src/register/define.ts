import { saying } from '../errors/fault';
import { z } from 'zod';
import { DATE_RANGE, isCalendarDate, isInstant } from '../calendar';
import { NETHERLANDS } from '../countries/nl';
import { lengthOf, normaliseText, type TextOptions } from '../text/plain-text';
import { CHOICES } from '../vocabulary/enumerations';
import type { RegisterField } from './field';
import { formOf } from './forms';

/** What follows from the fields of the register for whoever sends them to the API. */

const PROFILE = NETHERLANDS;

/** Text that says something, as it is kept. */
export const plainText = (most: number, options?: TextOptions) =>
  keptText(options)
    .min(1, saying('REQUIRED'))
    .refine((text) => lengthOf(text) <= most, saying('TOO_LONG', { most: String(most) }))
    .meta({ maxLength: most });

/** Text that may be empty. */
export const anyText = (most: number, options?: TextOptions) =>
  keptText(options)
    .refine((text) => lengthOf(text) <= most, saying('TOO_LONG', { most: String(most) }))
    .meta({ maxLength: most });

const keptText = (options?: TextOptions) => z.string().overwrite((text) => normaliseText(text, options));

export const calendarDate = z
  .string()
  .refine(isCalendarDate, saying('NOT_A_DATE', DATE_RANGE))
  .meta({ format: 'date', example: '2021-05-01' });

export const instantSchema = z
  .string()
  .refine(isInstant, saying('NOT_AN_INSTANT'))
  .meta({ format: 'date-time', example: '2021-04-22T10:00:00Z' });

const uuidSchema = z.uuid(saying('NOT_AN_ID')).toLowerCase();

const moneySchema = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,2})?$/, saying('NOT_AN_AMOUNT'))
  .refine((amount) => Number(amount) > 0, saying('NOT_MORE_THAN_NOTHING'))
  .meta({ example: '1234.56' });

const quantitySchema = ({ range: [, most] = [0, 0] }: RegisterField) =>
  z
    .number()
    .positive(saying('NOT_MORE_THAN_NOTHING'))
    .max(most)
    .refine((quantity) => Number.isInteger(Number((quantity * 100).toFixed(6))), saying('TOO_MANY_DECIMALS'));

/** A text in the one way in which the register keeps it, be it stored or asked for. */
const canonicalText = (field: RegisterField, text: string): string => {
  const plain = normaliseText(text, field);
  return formOf(field).canonical?.(plain, PROFILE) ?? plain;
};

function formedText(field: RegisterField): z.ZodType<string> {
  const { accepts, fault = 'WRONG_TYPE', jsonSchema } = formOf(field);
  return plainText(field.most ?? 100, field)
    .overwrite((text) => canonicalText(field, text))
    .refine((text) => accepts?.(text, PROFILE) ?? true, saying(fault))
    .meta({ ...jsonSchema?.(PROFILE) });
}

const textListSchema = ({ most = 100, items = 50 }: RegisterField) =>
  z
    .array(plainText(most).refine((text) => !text.includes(';'), saying('HOLDS_SEMICOLON')))
    .max(items)
    .refine((texts) => new Set(texts).size === texts.length, saying('TWICE'));

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
        .min(1, saying('TOO_FEW', { least: '1' }))
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
    .refine(
      (text) => lengthOf(text) <= (field.most ?? 300),
      saying('TOO_LONG', { most: String(field.most ?? 300) }),
    )
    .meta({ maxLength: field.most ?? 300 });
