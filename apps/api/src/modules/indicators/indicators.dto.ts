import { BREAKDOWNS, FIGURE_UNITS } from '@fieldlab/domain';
import { z } from 'zod';

const localised = z.object({ nl: z.string(), en: z.string() });

export const indicatorSchema = z
  .object({
    code: z.string(),
    version: z.int(),
    current: z.boolean().describe('Whether the bare code means this version.'),
    unit: z.enum(FIGURE_UNITS),
    kind: z.enum(['stock', 'flow', 'ratio']),
    breakdowns: z.array(z.enum(BREAKDOWNS)),
    title: localised,
    definition: localised.describe('The published definition.'),
  })
  .meta({ id: 'Indicator' });

export const indicatorListSchema = z
  .object({ data: z.array(indicatorSchema), total: z.int() })
  .meta({ id: 'IndicatorList' });

export type IndicatorDto = z.output<typeof indicatorSchema>;
