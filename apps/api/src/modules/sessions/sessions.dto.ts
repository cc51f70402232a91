import { ROLES, saying } from '@fieldlab/domain';
import { z } from 'zod';

export const credentialsSchema = z
  .strictObject({
    email: z.string().trim().min(1).max(254).meta({ format: 'email', example: 'anna@metaal.example' }),
    password: z.string().min(1).max(256).meta({ format: 'password', writeOnly: true }),
    code: z
      .string()
      .trim()
      .max(40)
      .optional()
      .describe('Of the authenticator app, or a recovery code; due when a second factor is set up.'),
  })
  .meta({ id: 'Credentials' });

export const secondStepSchema = z
  .strictObject({
    code: z.string().trim().min(1).max(40).describe('Of the authenticator app, or a recovery code.'),
  })
  .meta({ id: 'SecondStep' });

export const proofSchema = z
  .strictObject({
    password: credentialsSchema.shape.password.optional().describe('Of who has no second factor.'),
    code: secondStepSchema.shape.code.optional(),
  })
  .refine((shown) => Object.keys(shown).length > 0, saying('PROOF_NEEDED'))
  .meta({ id: 'IdentityProof' });

export const sessionUserSchema = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    centreIds: z.array(z.uuid()),
    session: z
      .object({
        endsAt: z.iso.datetime().describe('However much it is used.'),
        idleSeconds: z.int().describe('Sooner, when nothing is asked for so long.'),
      })
      .nullable()
      .describe('When one has to sign in again; null for a token.'),
  })
  .meta({ id: 'SessionUser' });

const sessionSchema = z
  .object({
    id: z.uuid(),
    createdAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    method: z.enum(['PASSWORD', 'OIDC']),
    userAgent: z.string().nullable(),
    network: z
      .string()
      .nullable()
      .describe('The network it was opened from; the address itself is not kept.'),
    isCurrent: z.boolean(),
  })
  .meta({ id: 'Session' });

export const sessionListSchema = z
  .object({ data: z.array(sessionSchema), total: z.int() })
  .meta({ id: 'SessionList' });

export const oidcStartSchema = z.strictObject({
  invitation: z.string().max(100).optional().describe('The token of an invitation to accept by signing in.'),
});

export const signInMethodsSchema = z
  .object({
    password: z.boolean(),
    oidc: z.boolean().describe('Whether GET /session/oidc leads to a provider.'),
  })
  .meta({ id: 'SignInMethods' });

export const sessionIdSchema = z.uuid(saying('NOT_AN_ID'));

export type CredentialsDto = z.output<typeof credentialsSchema>;
export type ProofDto = z.output<typeof proofSchema>;
export type SecondStepDto = z.output<typeof secondStepSchema>;
export type SessionUserDto = z.output<typeof sessionUserSchema>;
export type SessionDto = z.output<typeof sessionSchema>;
export type SignInMethodsDto = z.output<typeof signInMethodsSchema>;
