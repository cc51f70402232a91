import { LANGUAGES } from '@fieldlab/domain';
import { z } from 'zod';
import { nameSchema, passwordSchema } from './users.dto';

export const linkTokenSchema = z.string().max(100);

export const resetRequestSchema = z
  .strictObject({ email: z.string().trim().min(1).max(254).meta({ format: 'email' }) })
  .meta({ id: 'PasswordResetRequest' });
export const resetSchema = z.strictObject({ password: passwordSchema }).meta({ id: 'PasswordReset' });

export const invitationSchema = z
  .object({ email: z.string(), name: z.string(), language: z.enum(LANGUAGES) })
  .meta({ id: 'Invitation' });
export const acceptanceSchema = z
  .strictObject({ name: nameSchema.optional(), password: passwordSchema })
  .meta({ id: 'InvitationAcceptance' });

export type AcceptanceDto = z.output<typeof acceptanceSchema>;
export type InvitationDto = z.output<typeof invitationSchema>;
