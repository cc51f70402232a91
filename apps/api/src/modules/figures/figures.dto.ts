import { BREAKDOWNS, FIGURE_UNITS, isCalendarDate, isInstant } from '@fieldlab/domain';
import { z } from 'zod';

const calendarDate = z
  .string()
  .refine(isCalendarDate, 'Not a calendar date; write YYYY-MM-DD, for example 2021-05-01.')
  .meta({ format: 'date', example: '2021-05-01' });

const instant = z
  .string()
  .refine(isInstant, 'Not an instant with its offset; write for example 2021-04-22T10:00:00Z.')
  .meta({ format: 'date-time', example: '2021-04-22T10:00:00Z' });

export const figureSettingShape = {
  asOf: calendarDate.optional().describe('The date on which it was true (valid time); default today.'),
  from: calendarDate.optional().describe("The first day of the period; default the programme's start."),
  knownAt: instant.optional().describe('The instant at which it was known; default the last change.'),
  scope: z
    .string()
    .max(120)
    .optional()
    .meta({ description: 'programme, hub:CODE or centre:CODE.', example: 'hub:HUB-NOORD' }),
};

const shared = {
  ...figureSettingShape,
  by: z
    .enum(BREAKDOWNS)
    .optional()
    .describe('The breakdown; which indicator knows which is in its definition.'),
};

/** One value or several: a repeated query parameter is a list. */
const oneOrMore = z
  .union([z.string().max(60), z.array(z.string().max(60)).max(100)])
  .transform((value) => (typeof value === 'string' ? [value] : value));

export const figuresQuerySchema = z.strictObject({
  ...shared,
  indicator: oneOrMore
    .optional()
    .describe('Indicator codes, as `jobs` or `jobs@1`; repeat for several, default all.'),
});

export const membersQuerySchema = z.strictObject({
  ...shared,
  key: z.string().max(200).optional().describe('The cell of the breakdown; default the whole figure.'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(25),
});

export const indicatorParamSchema = z.string().max(60).meta({ example: 'companies_participated' });

const figureValue = z
  .union([z.number(), z.string(), z.null()])
  .describe('Counts and FTE are numbers; EUR, percent and ratio decimal strings, or null.');

export const figuresAnswerSchema = z
  .object({
    asOf: calendarDate,
    from: calendarDate.nullable(),
    knownAt: instant,
    scope: z.string(),
    figures: z.array(
      z.object({
        indicator: z.string(),
        definitionVersion: z.int(),
        unit: z.enum(FIGURE_UNITS),
        value: figureValue,
        breakdown: z.array(z.object({ key: z.string(), label: z.string(), value: figureValue })).optional(),
      }),
    ),
  })
  .meta({ id: 'Figures' });

export const membersAnswerSchema = z
  .object({
    data: z.array(z.object({ resource: z.string(), id: z.string(), label: z.string() })),
    total: z.int(),
  })
  .meta({ id: 'FigureMembers' });

export type FiguresQueryDto = z.output<typeof figuresQuerySchema>;
export type MembersQueryDto = z.output<typeof membersQuerySchema>;
