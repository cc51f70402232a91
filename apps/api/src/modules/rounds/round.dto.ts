import {
  CENTRE_KINDS,
  isQuarter,
  SUBMISSION_STATUSES,
  type SubmissionStatus,
  calendarDate,
  saying,
} from '@fieldlab/domain';
import { z } from 'zod';
import { raw, sql, type Sql } from '../../platform/database/sql';
import { date, pattern, required } from '../../resource/fields';
import { schemasOf } from '../../resource/record-schemas';
import type { DerivedField, RecordOf, RecordSpec } from '../../resource/record-spec';

const quarterSchema = z
  .string()
  .refine(isQuarter, saying('NOT_A_QUARTER'))
  .meta({ pattern: '^\\d{4}-Q[1-4]$', example: '2021-Q2' });

const fields = {
  period: required(pattern(quarterSchema)),
  dueOn: required(date()),
};

/** How many of the round's centres, as far as the reader sees them, meet a condition on the board b. */
const centresThat = (condition: Sql): DerivedField => ({
  kind: 'integer',
  onlyAnswered: true,
  value: (bound) => sql`(
    select count(*)::integer from round_board b
     where b.round_id = t.id and ${condition}
       and ${bound ? sql`b.centre_id = any(${bound}::uuid[])` : sql`true`})`,
});
const inState = (status: SubmissionStatus): DerivedField =>
  centresThat(sql`b.status = ${raw(`'${status}'`)}`);

export const roundSpec: RecordSpec<typeof fields> = {
  resource: 'rounds',
  name: 'Round',
  model: 'round',
  permissions: { read: 'round:read', write: 'round:decide', delete: 'round:decide' },
  fields,
  derived: {
    firstDay: { kind: 'text', value: sql`t.started_on::text` },
    lastDay: { kind: 'text', value: sql`(t.ended_on - 1)::text` },
    centres: centresThat(sql`true`),
    open: inState('OPEN'),
    submitted: inState('SUBMITTED'),
    returned: inState('RETURNED'),
    accepted: inState('ACCEPTED'),
    late: centresThat(sql`b.is_late`),
  },
  defaultSort: '-period',
};

const roundSchemas = schemasOf(roundSpec);
export type RoundFields = typeof fields;
export type Round = RecordOf<typeof fields>;

/** A line of the board: how far a centre is. */
export const boardLineShape = {
  centreId: z.uuid(),
  centreCode: z.string(),
  centreName: z.string(),
  centreKind: z.enum(CENTRE_KINDS),
  status: z.enum(SUBMISSION_STATUSES),
  isLate: z.boolean().describe('The due day has passed, and it was not submitted.'),
  confirmed: z.int().describe('How many participations it confirmed.'),
  ended: z.int().describe('How many it ended.'),
  submittedAt: z.iso.datetime().nullable(),
  submittedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  decidedBy: z.string().nullable(),
  remark: z.string().nullable().describe('Why it was returned.'),
  remindedAt: z.iso.datetime().nullable(),
};
const boardLineSchema = z.object(boardLineShape);
export type BoardLine = z.output<typeof boardLineSchema>;

export const roundBoardSchema = z
  .object({
    ...(roundSchemas.record as unknown as z.ZodObject).shape,
    board: z.array(boardLineSchema),
  })
  .meta({ id: 'RoundBoard' });
export type RoundBoard = Round & { board: BoardLine[] };

export const remindersSchema = z
  .strictObject({
    centreIds: z
      .array(z.uuid().toLowerCase())
      .min(1)
      .max(200)
      .optional()
      .describe('Centres that have not submitted yet; without it, every one that is late.'),
  })
  .meta({ id: 'RoundReminders' });

export const remindedSchema = z
  .object({
    mails: z.int(),
    centres: z.array(
      z.object({ centreId: z.uuid(), centreCode: z.string(), centreName: z.string(), people: z.int() }),
    ),
  })
  .meta({ id: 'RoundReminded' });
export type Reminded = z.output<typeof remindedSchema>;

export const periodShape = {
  period: quarterSchema,
  firstDay: calendarDate,
  lastDay: calendarDate,
  dueOn: calendarDate,
};
