import { plainText, LONGEST } from '@fieldlab/domain';
import { z } from 'zod';
import { companySchemas } from './company.dto';

const MATCHED_BY = ['NUMBER', 'NAME'] as const;

const descriptionSchema = z.strictObject({
  name: plainText(LONGEST.name).optional(),
  kvkNumber: plainText(60).optional(),
  postcode: plainText(LONGEST.postcode).optional(),
  municipality: plainText(LONGEST.municipality).optional(),
  website: plainText(2000).optional(),
});
export type CompanyDescription = z.output<typeof descriptionSchema>;

export const companyMatchQuerySchema = z
  .strictObject({ companies: z.array(descriptionSchema).min(1).max(100) })
  .meta({ id: 'CompanyMatchQuery' });
export type CompanyMatchQuery = z.output<typeof companyMatchQuerySchema>;

const candidateSchema = z.object({
  company: companySchemas.record,
  score: z.number().describe('The probability that it is meant, 0 to 1.'),
  reasons: z
    .array(z.object({ code: z.string(), text: z.string(), weight: z.number() }))
    .describe("In words of the reader's language, the strongest first; weights in bits."),
});

const deletedHolderSchema = z.object({ id: z.uuid(), name: z.string(), deletedAt: z.iso.datetime() });

const matchSchema = z
  .object({
    company: companySchemas.record.nullable().describe('The firm that is meant, where there is no doubt.'),
    by: z.enum(MATCHED_BY).nullable(),
    lookAlikes: z.array(companySchemas.record).describe('Firms that may be meant, the likeliest first.'),
    matches: z.array(candidateSchema).describe('Both, with how likely each is and why, the likeliest first.'),
    deleted: deletedHolderSchema
      .nullable()
      .describe('A deleted company that had the number, which nobody has now: it can be restored.'),
  })
  .meta({ id: 'CompanyMatch' });
export type CompanyMatch = z.output<typeof matchSchema>;

/** One for each description, in the order in which they were sent. */
export const companyMatchesSchema = z.object({ data: z.array(matchSchema) }).meta({ id: 'CompanyMatches' });
export type CompanyMatches = z.output<typeof companyMatchesSchema>;
