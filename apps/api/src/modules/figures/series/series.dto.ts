import { FIGURE_UNITS, calendarDate } from '@fieldlab/domain';
import { z } from 'zod';
import { figureSettingShape, figureValue, indicatorSchema } from '../../../resource/figure-fields';

const { asOf, from, scope } = figureSettingShape;

export const seriesQuerySchema = z.strictObject({
  indicator: indicatorSchema,
  every: z.enum(['quarter', 'year']).default('quarter'),
  from,
  asOf,
  scope,
});
export type SeriesQuery = z.output<typeof seriesQuerySchema>;

export const seriesSchema = z
  .object({
    indicator: z.string(),
    definitionVersion: z.int(),
    unit: z.enum(FIGURE_UNITS),
    every: z.enum(['quarter', 'year']),
    asOf: calendarDate,
    from: calendarDate.nullable(),
    knownAt: z.iso.datetime(),
    scope: z.string(),
    periods: z.array(
      z.object({
        period: z.string().meta({ example: '2021-Q2' }),
        on: calendarDate.describe("The period's last day, or asOf in its own period."),
        asKnownNow: figureValue.describe('The figure from `from` up to that day, as known now.'),
        asKnownThen: figureValue.describe('The same as it was known at the end of that day.'),
        thenKnownAt: z.iso
          .datetime()
          .nullable()
          .describe('That instant; null where the register held nothing of the scope yet.'),
      }),
    ),
  })
  .meta({ id: 'FigureSeries' });
export type FigureSeries = z.output<typeof seriesSchema>;
export type SeriesPoint = FigureSeries['periods'][number];
