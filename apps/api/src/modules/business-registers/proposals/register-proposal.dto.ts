import { calendarDate, saying } from '@fieldlab/domain';
import { z } from 'zod';

/** What a register may propose to change. SBI codes are left out: it does not say of which version they are. */
const PROPOSED_FIELDS = ['name', 'legalForm', 'postcode', 'municipality', 'province', 'endedOn'] as const;
export type ProposedField = (typeof PROPOSED_FIELDS)[number];

const proposedChangeSchema = z.object({
  field: z
    .enum(PROPOSED_FIELDS)
    .describe('A field of the company; endedOn is the last day on which the register has it.'),
  from: z.string().nullable().describe('What was registered here when the register was read.'),
  to: z.string().describe('What the register says.'),
  decision: z.enum(['ACCEPTED', 'DECLINED']).nullable().describe('Null while nobody decided.'),
});
export type ProposedChange = z.output<typeof proposedChangeSchema>;

export const proposalSchema = z
  .object({
    id: z.uuid(),
    version: z.int(),
    companyId: z.uuid(),
    companyName: z.string(),
    register: z.string().describe('Which register says so, such as KVK.'),
    readAt: z.iso.datetime().describe('When it said so.'),
    changes: z.array(proposedChangeSchema),
    status: z.enum(['OPEN', 'DECIDED', 'SUPERSEDED']),
    running: z
      .object({
        own: z.int().describe('Those that accepting ends.'),
        others: z.int().describe("Those of centres that are not the reader's, which stay."),
      })
      .describe('Of a company that ended: participations that run on after its last day.'),
  })
  .meta({ id: 'RegisterProposal' });
export type Proposal = z.output<typeof proposalSchema>;

export const proposalPageSchema = z
  .object({ data: z.array(proposalSchema), total: z.int() })
  .meta({ id: 'RegisterProposalPage' });
export type ProposalPage = z.output<typeof proposalPageSchema>;

export const proposalListSchema = z.strictObject({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(25),
  companyId: z.uuid(saying('NOT_AN_ID')).optional(),
});
export type ProposalList = z.output<typeof proposalListSchema>;

const someFields = z.array(z.enum(PROPOSED_FIELDS)).max(PROPOSED_FIELDS.length).default([]);

export const proposalDecisionSchema = z
  .strictObject({
    accept: someFields.describe('The company is changed so.'),
    decline: someFields.describe('Not now: the same value is not proposed again.'),
    effectiveOn: calendarDate
      .nullish()
      .describe(
        'From which day on an accepted address holds; null corrects the one that holds. Without it, the day on which the register was read, or where nothing was known before, always.',
      ),
  })
  .meta({ id: 'RegisterProposalDecision' });
export type ProposalDecision = z.output<typeof proposalDecisionSchema>;

export const checkStateSchema = z
  .object({
    isConnected: z.boolean().describe('Whether any business register is; without one nothing is checked.'),
    perNight: z.int().describe('How many companies are looked up a night, those of the oldest check first.'),
    companies: z.int().describe('How many have a number of a connected register.'),
    unchecked: z.int().describe('How many of them were never looked up.'),
    unknown: z.int().describe('Of how many the register did not know the number.'),
    last: z
      .object({
        startedAt: z.iso.datetime(),
        finishedAt: z.iso.datetime().nullable().describe('Null while it is under way.'),
        checked: z.int(),
        proposed: z.int(),
        stoppedBy: z
          .enum(['REFUSED', 'UNREACHABLE', 'ENDED'])
          .nullable()
          .describe('Why it ended before its companies did; it goes on the next night.'),
      })
      .nullable(),
  })
  .meta({ id: 'RegisterCheckState' });
export type CheckState = z.output<typeof checkStateSchema>;
