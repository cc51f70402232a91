import { SIZE_CLASSES } from '@fieldlab/domain';
import { z } from 'zod';

const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .default('NL')
  .describe('Whose register is asked: ISO 3166-1 alpha-2.');

export const registeredNamesQuerySchema = z.strictObject({
  q: z.string().trim().min(2).max(300).describe('A name or its beginning, or a number.'),
  country,
});
export type RegisteredNamesQuery = z.output<typeof registeredNamesQuerySchema>;

export const registeredCompanyQuerySchema = z.strictObject({ country });
export type RegisteredCompanyQuery = z.output<typeof registeredCompanyQuerySchema>;

/** Long enough for any register's number, and nothing that could be another path. */
export const registeredNumberSchema = z.string().regex(/^[A-Za-z0-9-]{1,60}$/);

const registeredNameSchema = z.object({
  number: z.string(),
  name: z.string(),
  municipality: z.string().nullable(),
});
export type RegisteredName = z.output<typeof registeredNameSchema>;

export const registeredNamesSchema = z
  .object({ data: z.array(registeredNameSchema), total: z.int() })
  .meta({ id: 'RegisteredNames' });
export type RegisteredNames = z.output<typeof registeredNamesSchema>;

export const registeredCompanySchema = z
  .object({
    register: z.string().describe('Which register says so, such as KVK.'),
    readAt: z.iso.datetime().describe('When it said so.'),
    number: z.string(),
    name: z.string(),
    legalForm: z
      .string()
      .nullable()
      .describe('By the code that we give it; null of one that we do not know.'),
    sbiCode: z.string().nullable(),
    employees: z.int().nullable(),
    sizeClass: z.enum(SIZE_CLASSES).nullable().describe('By the number of employees alone.'),
    postcode: z.string().nullable(),
    municipality: z.string().nullable(),
    province: z.string().nullable().describe('By postcode, else by town.'),
    website: z.string().nullable(),
    endedOn: z.string().nullable().describe('When it ended, where it has.'),
    isNonMailing: z.boolean().describe('It wants no advertising by post or at the door.'),
  })
  .meta({ id: 'RegisteredCompany' });
export type RegisteredCompany = z.output<typeof registeredCompanySchema>;
