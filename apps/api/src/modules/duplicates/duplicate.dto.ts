import { z } from 'zod';
import { companySchemas } from '../companies/companies.service';

export const DUPLICATE_STATUSES = ['OPEN', 'SAME', 'DIFFERENT'] as const;

const many = <T extends z.ZodType>(schema: T) =>
  z
    .union([schema, z.array(schema).min(1).max(200)])
    .transform((value) => [value].flat() as z.output<T>[])
    .optional();

export const duplicateListSchema = z.strictObject({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(25),
  sort: z.enum(['-score', 'score', 'createdAt', '-createdAt']).default('-score'),
  status: many(z.enum(DUPLICATE_STATUSES)),
  minScore: z.coerce.number().min(0).max(1).optional().describe('The least probability that they are one.'),
  id: many(z.uuid()),
  companyId: many(z.uuid()).describe('Pairs that hold this company.'),
  importId: many(z.uuid()).describe('Pairs that hold a company which this import made.'),
});
export type DuplicateList = z.output<typeof duplicateListSchema>;

const reasonSchema = z.object({
  code: z.string().meta({ example: 'SAME_POSTCODE' }),
  text: z.string().describe("The reason in words, in the reader's language."),
  weight: z.number().describe('In bits: how much more, or less, likely it makes that they are one.'),
});

const pairReasonsSchema = z
  .array(
    reasonSchema.extend({
      publishedWeight: z
        .number()
        .describe('Its weight before anything was learnt from decisions on other pairs.'),
    }),
  )
  .describe('The strongest first.');

export const duplicateSchema = z
  .object({
    id: z.uuid(),
    version: z.int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    left: companySchemas.record,
    right: companySchemas.record,
    score: z.number().describe('The probability that they are one company, 0 to 1.'),
    reasons: pairReasonsSchema,
    status: z.enum(DUPLICATE_STATUSES).describe('SAME comes of a merge.'),
  })
  .meta({ id: 'Duplicate' });
export type Duplicate = z.output<typeof duplicateSchema>;

export const duplicatePageSchema = z
  .object({ data: z.array(duplicateSchema), total: z.int() })
  .meta({ id: 'DuplicatePage' });
export type DuplicatePage = z.output<typeof duplicatePageSchema>;

export const duplicatePatchSchema = z
  .strictObject({
    status: z
      .enum(['DIFFERENT', 'OPEN'])
      .describe('DIFFERENT is remembered; OPEN takes that back. That they are the same is said by a merge.'),
  })
  .meta({ id: 'DuplicatePatch' });
export type DuplicatePatch = z.output<typeof duplicatePatchSchema>;

export const duplicateScanSchema = z
  .object({
    id: z.uuid(),
    status: z.enum(['QUEUED', 'RUNNING', 'DONE', 'FAILED']),
    progress: z.object({ done: z.int(), total: z.int() }).describe('Of how many companies.'),
    found: z.int().describe('How many pairs it found.'),
    learntFrom: z
      .int()
      .describe('From how many decisions on pairs the weights were learnt; 0: the published ones.'),
    failure: z.string().nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'DuplicateScan' });
export type DuplicateScan = z.output<typeof duplicateScanSchema>;
