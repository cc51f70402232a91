import { FIGURE_UNITS, LONGEST_CHECKED, MOST_MATCHES, MOST_NUMBERS, saying } from '@fieldlab/domain';
import { z } from 'zod';

const value = z.union([z.number(), z.string(), z.null()]);

export const catalogueSchema = z
  .object({
    data: z.array(
      z.object({
        reportId: z.uuid(),
        title: z.string(),
        edition: z.int().describe('The newest edition.'),
        asOf: z.string(),
        publishedAt: z.iso.datetime(),
        language: z.enum(['nl', 'en']),
        scope: z.string(),
        figures: z.array(
          z.object({
            indicator: z.string(),
            unit: z.enum(FIGURE_UNITS),
            value,
            suppressed: z.boolean().optional(),
          }),
        ),
        editions: z.array(z.object({ edition: z.int(), publishedAt: z.iso.datetime(), seal: z.string() })),
        url: z.string().describe('Its permanent address for people.'),
      }),
    ),
    total: z.int(),
  })
  .meta({ id: 'PublicCatalogue' });
export type Catalogue = z.output<typeof catalogueSchema>;

export const checkSchema = z
  .strictObject({ text: z.string().min(1, saying('NO_TEXT')).max(LONGEST_CHECKED) })
  .meta({ id: 'NumbersToCheck' });
export type CheckInput = z.output<typeof checkSchema>;

export const checkedSchema = z
  .object({
    numbers: z
      .array(
        z.object({
          text: z.string(),
          start: z.int().describe('Where it begins in the text, in UTF-16 code units.'),
          end: z.int(),
          value: z.number(),
          matches: z
            .array(
              z.object({
                how: z.enum(['exact', 'rounded']),
                indicator: z.string(),
                definitionVersion: z.int(),
                title: z.string(),
                cell: z.object({ by: z.string(), key: z.string(), label: z.string() }).nullable(),
                value,
                unit: z.enum(FIGURE_UNITS),
                asOf: z.string(),
                from: z.string().nullable(),
                knownAt: z.iso.datetime(),
                scope: z.string(),
                report: z.object({ id: z.uuid(), title: z.string() }),
                edition: z.int(),
                url: z.string(),
                restatedTo: value
                  .describe(
                    'What the newest edition of the report says instead, when it says something else.',
                  )
                  .optional(),
              }),
            )
            .max(MOST_MATCHES)
            .describe('The likeliest first; empty: not published by us.'),
        }),
      )
      .max(MOST_NUMBERS),
    definitions: z
      .array(z.object({ reference: z.string(), definition: z.string() }))
      .describe('What the indicators of the matches mean, each once; `jobs@1` is version 1 of `jobs`.'),
  })
  .meta({ id: 'CheckedNumbers' });
export type CheckedNumbers = z.output<typeof checkedSchema>;
export type Match = CheckedNumbers['numbers'][number]['matches'][number];
