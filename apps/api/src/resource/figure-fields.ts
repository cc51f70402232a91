import { anyText, calendarDate, FIGURE_UNITS, instantSchema, saying } from '@fieldlab/domain';
import { z } from 'zod';

/** How a figure is named wherever one is asked, kept or answered. */
export const indicatorSchema = z.string().max(60).meta({ example: 'companies_participated' });

/** All that decides a figure's value beside its indicator. */
export const figureSettingShape = {
  asOf: calendarDate.optional().describe('The date on which it was true (valid time); default today.'),
  from: calendarDate.optional().describe("The first day of the period; default the programme's start."),
  knownAt: instantSchema.optional().describe('The instant at which it was known; default the last change.'),
  scope: anyText(120)
    .optional()
    .meta({ description: 'programme, hub:CODE or centre:CODE.', example: 'hub:HUB-NOORD' }),
};

export const figureValue = z
  .union([z.number(), z.string(), z.null()])
  .describe('Counts and FTE are numbers; EUR, percent and ratio decimal strings, or null.');

export const figureSchema = z.object({
  indicator: z.string(),
  definitionVersion: z.int(),
  unit: z.enum(FIGURE_UNITS),
  value: figureValue,
  withoutEvidence: z
    .int()
    .optional()
    .describe('Of an indicator that demands evidence: how many records it left out for want of it.'),
  breakdown: z.array(z.object({ key: z.string(), label: z.string(), value: figureValue })).optional(),
});

export const editionNumberSchema = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, saying('NOT_AN_EDITION'))
  .meta({ example: '1' });
