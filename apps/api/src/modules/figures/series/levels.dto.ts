import { calendarDate } from '@fieldlab/domain';
import { z } from 'zod';
import { figureValue } from '../../../resource/figure-fields';
import { seriesQuerySchema } from './series.dto';

export const levelsQuerySchema = seriesQuerySchema.omit({ indicator: true });
export type LevelsQuery = z.output<typeof levelsQuerySchema>;

export const levelsSchema = z
  .object({
    every: z.enum(['quarter', 'year']),
    asOf: calendarDate,
    knownAt: z.iso.datetime(),
    scope: z.string(),
    periods: z.array(
      z.object({
        period: z.string().meta({ example: '2021' }),
        on: calendarDate.describe("The period's last day, or asOf in its own period."),
        value: figureValue.describe('companies_participating on that day.'),
        levels: z
          .array(z.object({ key: z.string(), label: z.string(), value: figureValue }))
          .describe('The same by level; who took part at two levels is in both.'),
      }),
    ),
  })
  .meta({ id: 'ParticipatingLevels' });
export type ParticipatingLevels = z.output<typeof levelsSchema>;
