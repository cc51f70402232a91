import {
  currentIndicators,
  FIGURE_UNITS,
  findIndicator,
  TARGET_LIGHTS,
  calendarDate,
  saying,
} from '@fieldlab/domain';
import { z } from 'zod';
import {
  date,
  longText,
  number,
  oneOf,
  pattern,
  required,
  withDefault,
  type Field,
} from '../../resource/fields';
import { schemasOf } from '../../resource/record-schemas';
import { related, type RecordOf, type RecordSpec } from '../../resource/record-spec';
import { inUnit, type Quantity } from './quantity';

const CODES = currentIndicators.map(({ code }) => code) as [string, ...string[]];

const scopeSchema = z
  .string()
  .max(120)
  .regex(/^(programme|(hub|centre):.+)$/s, saying('NOT_A_SCOPE', { scope: '…' }))
  .meta({ description: 'programme, hub:CODE or centre:CODE.', example: 'hub:HUB-NOORD' });

const quantitySchema = z
  .union([
    z
      .number()
      .min(0)
      .max(1e12)
      .refine((value) => Number(value.toFixed(2)) === value, saying('TOO_MANY_DECIMALS')),
    z.string().regex(/^\d{1,12}(\.\d{1,2})?$/, saying('NOT_AN_AMOUNT')),
  ])
  .meta({
    description: 'Counts and FTE are numbers; EUR, percent and ratio decimal strings. Either is accepted.',
    example: 750,
  });

/** Kept as a number, answered as a figure of that indicator is. */
const quantity = (): Field<Quantity> => ({
  ...number(quantitySchema as unknown as z.ZodType<number>),
  schema: quantitySchema,
  answer: (value, { indicator }) => inUnit(findIndicator(String(indicator))?.unit ?? 'count', Number(value)),
});

const fields = {
  indicator: required(oneOf(CODES)),
  scope: withDefault(pattern(scopeSchema), 'programme'),
  dueOn: required(date()),
  value: required(quantity()),
  note: longText(),
};

export const targetSpec: RecordSpec<typeof fields> = {
  resource: 'targets',
  name: 'Target',
  model: 'target',
  permissions: { read: 'target:read', write: 'target:write', delete: 'target:write' },
  fields,
  relations: { centre: { model: 'centre', by: 'centreId' } },
  derived: { centreName: related('centre', 'name') },
  defaultSort: 'dueOn',
};

const targetSchemas = schemasOf(targetSpec);
export type Target = RecordOf<typeof fields>;
export type TargetFields = typeof fields;

export const progressQuerySchema = z.strictObject({
  asOf: calendarDate.optional().describe('The day on which to look; default today.'),
});

export const targetProgressSchema = z
  .object({
    asOf: calendarDate,
    data: z.array(
      z.object({
        target: targetSchemas.record,
        unit: z.enum(FIGURE_UNITS),
        on: calendarDate.describe('The day of the figure: asOf, or the due day when that has passed.'),
        actual: quantitySchema.nullable().describe('The figure; null when there is nothing to divide.'),
        gap: z
          .union([z.number(), z.string()])
          .nullable()
          .describe('The figure less the target: negative while it is not reached.'),
        expected: quantitySchema.describe(
          "What it would be by a straight line from the programme's start; of a share or ratio the target itself.",
        ),
        light: z.enum(TARGET_LIGHTS),
      }),
    ),
    total: z.int(),
  })
  .meta({ id: 'TargetProgress' });
export type TargetProgress = z.output<typeof targetProgressSchema>;
export type TargetState = TargetProgress['data'][number];
