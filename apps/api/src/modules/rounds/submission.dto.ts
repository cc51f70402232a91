import {
  PARTICIPATION_LEVELS,
  ROUND_ANSWERS,
  SUBMISSION_ACTIONS,
  calendarDate,
  plainText,
  saying,
} from '@fieldlab/domain';
import { z } from 'zod';
import { boardLineShape, periodShape } from './round.dto';

const askedSchema = z.object({
  id: z.uuid().describe('The participation.'),
  companyId: z.uuid(),
  companyName: z.string(),
  level: z.enum(PARTICIPATION_LEVELS),
  startedOn: calendarDate,
  endedOn: calendarDate.nullable(),
  lastDay: calendarDate.nullable(),
  isAsked: z
    .boolean()
    .describe("It holds on the quarter's last day: a submission confirms it or gives its last day."),
  answer: z.enum(ROUND_ANSWERS).nullable().describe('What was said of it in this round.'),
  lastConfirmed: z
    .object({ period: z.string(), at: z.iso.datetime() })
    .nullable()
    .describe('The last earlier round in which the centre confirmed the company.'),
});
export type RoundParticipation = z.output<typeof askedSchema>;

export const submissionSchema = z
  .object({
    roundId: z.uuid(),
    ...periodShape,
    ...boardLineShape,
    actions: z.array(z.enum(SUBMISSION_ACTIONS)).describe('What the reader may do with it now.'),
    participations: z.array(askedSchema),
  })
  .meta({ id: 'RoundSubmission' });
export type SubmissionDto = z.output<typeof submissionSchema>;

const uuid = z.uuid(saying('NOT_AN_ID')).toLowerCase();

export const submitSchema = z
  .strictObject({
    confirmed: z.array(uuid).max(10_000).optional().describe('The participations that still hold.'),
    nothingChanged: z.literal(true).optional().describe('Confirms all that are asked.'),
    ended: z
      .array(z.strictObject({ participationId: uuid, lastDay: calendarDate }))
      .max(10_000)
      .optional()
      .describe('Those that do not, with the last day on which they did.'),
  })
  .refine(
    ({ confirmed, nothingChanged }) => (confirmed === undefined) !== (nothingChanged === undefined),
    saying('EITHER_ANSWER'),
  )
  .refine(
    ({ nothingChanged, ended = [] }) => nothingChanged === undefined || ended.length === 0,
    saying('SOMETHING_ENDED'),
  )
  .meta({ id: 'RoundSubmit' });
export type SubmitInput = z.output<typeof submitSchema>;

export const returnSchema = z
  .strictObject({ remark: plainText(2000, { lines: true }) })
  .meta({ id: 'RoundReturn' });
export type ReturnInput = z.output<typeof returnSchema>;
