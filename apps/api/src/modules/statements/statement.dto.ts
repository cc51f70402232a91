import { calendarDate, PARTICIPATION_LEVELS, saying } from '@fieldlab/domain';
import { z } from 'zod';

const STATEMENT_ANSWERS = ['CONFIRMED', 'CORRECTED'] as const;
const STATEMENT_DECISIONS = ['ACCEPTED', 'DECLINED'] as const;

const uuid = z.uuid(saying('NOT_AN_ID')).toLowerCase();

/** What of a participation a company can say itself. */
const whatHolds = {
  level: z.enum(PARTICIPATION_LEVELS),
  startedOn: calendarDate,
  lastDay: calendarDate.nullable().describe('Null while it goes on.'),
};
const statedSchema = z.object(whatHolds);
export type Stated = z.output<typeof statedSchema>;

const statementSchema = z.object({
  participationId: z.uuid(),
  companyId: z.uuid(),
  companyName: z.string(),
  version: z.int().describe('Of the participation, for accepting what was stated of it.'),
  registered: statedSchema.describe('What the register says now.'),
  askedAt: z.iso.datetime(),
  askedBy: z.string().nullable(),
  openUntil: z.iso.datetime().nullable().describe('Until when the link works; null for no more.'),
  answeredAt: z.iso.datetime().nullable(),
  answer: z.enum(STATEMENT_ANSWERS).nullable(),
  stated: statedSchema.nullable().describe('What the company says that it is, of a correction.'),
  decidedAt: z.iso.datetime().nullable(),
  decidedBy: z.string().nullable(),
  decision: z.enum(STATEMENT_DECISIONS).nullable(),
});
export type StatementDto = z.output<typeof statementSchema>;

export const statementListSchema = z
  .object({
    data: z.array(statementSchema).describe('In the order of the names of companies.'),
    total: z.int(),
    askable: z
      .array(z.uuid())
      .describe('Participations of which somebody with an e-mail address can be asked, and was not.'),
  })
  .meta({ id: 'ParticipationStatements' });
export type StatementList = z.output<typeof statementListSchema>;

export const askSchema = z
  .strictObject({ participationIds: z.array(uuid).min(1).max(200) })
  .meta({ id: 'ParticipationsAsked' });

export const linkSchema = z
  .object({
    companyName: z.string(),
    centreName: z.string(),
    quarter: z.string(),
    firstDay: calendarDate,
    lastDayOfQuarter: calendarDate,
    registered: statedSchema,
    openUntil: z.iso.datetime(),
    answer: z.enum(STATEMENT_ANSWERS).nullable(),
    stated: statedSchema.nullable(),
  })
  .meta({ id: 'ParticipationLink' });
export type LinkDto = z.output<typeof linkSchema>;

export const correctionSchema = z.strictObject(whatHolds).meta({ id: 'ParticipationCorrection' });

/** As long as a token of ours may be. What is no token names no link. */
export const tokenSchema = z.string().max(100);
