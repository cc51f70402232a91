import { BREAKDOWNS, COUNT_BY, calendarDate, instantSchema, NETHERLANDS, PLACES_AS } from '@fieldlab/domain';
import { z } from 'zod';
import { flag } from '../../platform/http/flag';
import { figureSchema, figureSettingShape } from '../../resource/figure-fields';

const sectorVersionSchema = z.enum(NETHERLANDS.sectorSchemes.map(({ version }) => version));

const shared = {
  ...figureSettingShape,
  by: z
    .enum(BREAKDOWNS)
    .optional()
    .describe(
      'The breakdown; which indicator knows which is in its definition. The key of a municipality holds its province: NL-LI/Bergen.',
    ),
  countBy: z
    .enum(COUNT_BY)
    .optional()
    .describe(
      'What companies_reached, _participated, _participating and _new count: companies, or their groups as of asOf, which are all that is answered then.',
    ),
  sectorVersion: sectorVersionSchema
    .optional()
    .describe(
      'With by=sector: the version of the sector code; default the one that most profiles have, the newer of two.',
    ),
  placesAs: z
    .enum(PLACES_AS)
    .optional()
    .describe(
      'With by=province or by=municipality, of indicators that take the place of companies: where they were on the day that is counted (then, the default), or where they are now, as of the day of knownAt. Totals are the same.',
    ),
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

/** The same where it is sent as JSON. */
export const figuresQuestionSchema = z.strictObject({
  ...shared,
  indicator: z
    .array(z.string().max(60))
    .min(1)
    .max(100)
    .optional()
    .describe('Indicator codes, as `jobs` or `jobs@1`; default all.'),
});

export const membersQuerySchema = z.strictObject({
  ...shared,
  key: z.string().max(200).optional().describe('The cell of the breakdown; default the whole figure.'),
  records: flag.describe('Answers which records made each member count, and their evidence.'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(25),
});

export const figuresAnswerSchema = z
  .object({
    asOf: calendarDate,
    from: calendarDate.nullable(),
    knownAt: instantSchema,
    scope: z.string(),
    countBy: z.literal('group').optional().describe('Where groups were counted.'),
    sectorVersion: sectorVersionSchema
      .optional()
      .describe('Of by=sector: the version whose sections are the cells.'),
    sectorVersions: z
      .array(z.object({ version: sectorVersionSchema, profiles: z.int() }))
      .optional()
      .describe('Of by=sector: how many profiles have a code of each version. The others are in `unknown`.'),
    placesOn: calendarDate
      .optional()
      .describe('Of placesAs=now: the day on which companies were in the place in which they are counted.'),
    figures: z.array(figureSchema),
  })
  .meta({ id: 'Figures' });

const memberRecordSchema = z.object({
  resource: z.string(),
  id: z.uuid(),
  label: z.string(),
  on: calendarDate
    .nullable()
    .describe('When it began, was held or was achieved; null of a member that is the record itself.'),
  evidence: z.array(
    z.object({
      id: z.uuid().nullable().describe('Null of the link that stands in the record itself.'),
      name: z.string(),
      url: z.string().nullable().describe('Null of a file, which is at /evidence/{id}/file.'),
    }),
  ),
});

const memberSchema = z.object({
  resource: z.string(),
  id: z.string(),
  label: z.string(),
  recordCount: z
    .int()
    .optional()
    .describe('With records=true: how many records made it count; 0 of groups and centres.'),
  records: z.array(memberRecordSchema).optional().describe('With records=true: the first ten of them.'),
});

export const membersAnswerSchema = z
  .object({
    data: z.array(memberSchema),
    total: z.int(),
  })
  .meta({ id: 'FigureMembers' });

export type FiguresQueryDto = z.output<typeof figuresQuerySchema>;
export type MembersQueryDto = z.output<typeof membersQuerySchema>;
