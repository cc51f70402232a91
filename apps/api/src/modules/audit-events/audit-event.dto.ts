import { AUDIT_ACTIONS, calendarDate, saying } from '@fieldlab/domain';
import { z } from 'zod';

export const auditQuerySchema = z.strictObject({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(25),
  sort: z.enum(['at', '-at']).default('-at').describe('The oldest or the newest first.'),
  resource: z.string().max(40).optional().meta({ example: 'companies' }),
  recordId: z.uuid().optional(),
  actorId: z.uuid().optional(),
  action: z.enum(AUDIT_ACTIONS).optional(),
  requestId: z.string().max(64).optional(),
  atFrom: calendarDate.optional().describe('The first day, in the time zone of the programme.'),
  atTo: calendarDate.optional().describe('The last day.'),
});
export type AuditQuery = z.output<typeof auditQuerySchema>;

export const auditEventIdSchema = z
  .string()
  .regex(/^[1-9][0-9]{0,17}$/, saying('NOT_A_PLACE_IN_THE_TRAIL'))
  .meta({ example: '7482' });

export const auditEventSchema = z
  .object({
    id: z.string().describe('Its number in the trail.'),
    at: z.iso.datetime(),
    actor: z.object({ id: z.uuid().nullable(), name: z.string() }),
    action: z.enum(AUDIT_ACTIONS),
    resource: z.string(),
    recordId: z.uuid(),
    record: z
      .object({ name: z.string().nullable(), isGone: z.boolean() })
      .describe(
        'The record as it is now: its name unless that is personal (of a target the indicator, of a round the period), and whether it was deleted.',
      ),
    requestId: z.string().nullable(),
    reason: z.string().nullable(),
    isReasonErased: z.boolean().describe('There was a reason, and it was erased.'),
    changes: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })),
    link: z
      .object({ position: z.int(), hash: z.string() })
      .describe('The transaction that it was part of, in the chain.'),
  })
  .meta({ id: 'AuditEvent' });
export type AuditEventDto = z.output<typeof auditEventSchema>;

export const auditPageSchema = z
  .object({ data: z.array(auditEventSchema), total: z.int() })
  .meta({ id: 'AuditEventPage' });
export type AuditPage = z.output<typeof auditPageSchema>;
