import {
  FIGURE_UNITS,
  RECONCILIATION_REASONS,
  TRANSITIONS,
  type ReconciliationReason,
} from '@fieldlab/domain';
import { z } from 'zod';
import { figureSettingShape, indicatorSchema } from '../../../resource/figure-fields';
import type { Side, Sides } from './reconciliation.service';

const { asOf, from, knownAt, scope } = figureSettingShape;
const side = <const S extends 'left' | 'right'>(name: S) =>
  ({
    [name]: indicatorSchema.describe(`The indicator of the ${name} figure.`),
    [`${name}.asOf`]: asOf,
    [`${name}.from`]: from,
    [`${name}.knownAt`]: knownAt,
    [`${name}.scope`]: scope,
  }) as Record<S, typeof indicatorSchema> &
    Record<`${S}.asOf`, typeof asOf> &
    Record<`${S}.from`, typeof from> &
    Record<`${S}.knownAt`, typeof knownAt> &
    Record<`${S}.scope`, typeof scope>;

const sidesShape = { ...side('left'), ...side('right') };
export const reconciliationQuerySchema = z.strictObject(sidesShape);
export type ReconciliationQuery = z.output<typeof reconciliationQuerySchema>;

export const stepMembersQuerySchema = z.strictObject({
  ...sidesShape,
  step: z
    .string()
    .max(80)
    .meta({ description: "A step, as in the bridge's links.", example: 'indicator:ONLY_REACHED' }),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(25),
});
export type StepMembersQuery = z.output<typeof stepMembersQuerySchema>;

/** `left.asOf=…` belongs to the left figure. */
export function sidesOf(query: ReconciliationQuery): Sides {
  const side = (name: 'left' | 'right'): Side => ({
    indicator: query[name],
    asOf: query[`${name}.asOf`],
    from: query[`${name}.from`],
    knownAt: query[`${name}.knownAt`],
    scope: query[`${name}.scope`],
  });
  return { left: side('left'), right: side('right') };
}

const REASONS = Object.keys(RECONCILIATION_REASONS) as [ReconciliationReason, ...ReconciliationReason[]];
const value = z.union([z.number(), z.string()]).describe("In the figures' own notation.");
const end = z.object({
  indicator: z.string(),
  definitionVersion: z.int(),
  unit: z.enum(FIGURE_UNITS),
  value: value.nullable(),
  asOf: z.string(),
  from: z.string().nullable(),
  knownAt: z.string(),
  scope: z.string(),
});

export const bridgeSchema = z
  .object({
    left: end,
    right: end,
    steps: z.array(
      z.object({
        reason: z.enum(REASONS),
        label: z.string().describe('The reason as people read it.'),
        transition: z.enum(TRANSITIONS),
        change: value,
        total: value.describe('The running total after this step; the last one is the right figure.'),
        records: z.int().describe('How many records changed the figure for this reason.'),
        members: z.string().describe('Where those records are read.'),
      }),
    ),
    text: z.string().describe('The same as a paragraph for a letter.'),
  })
  .meta({ id: 'Bridge' });

export const stepMembersSchema = z
  .object({
    data: z.array(
      z.object({ resource: z.string(), id: z.string(), label: z.string(), change: value.nullable() }),
    ),
    total: z.int(),
  })
  .meta({ id: 'BridgeStepMembers' });
