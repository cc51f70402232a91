import { LANGUAGES, ROLES, saying } from '@fieldlab/domain';
import { z } from 'zod';
import { nameSchema, passwordSchema } from './users.dto';

const currentPassword = z.string().min(1).max(256).meta({ format: 'password', writeOnly: true });
const code = z.string().trim().min(1).max(40).describe('Of the authenticator app, or a recovery code.');

export const accountSchema = z
  .object({
    id: z.uuid(),
    version: z.int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    email: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    centreIds: z.array(z.uuid()),
    language: z.enum(LANGUAGES),
    hasPassword: z.boolean(),
    isLinked: z.boolean().describe('Whether it is bound to an OpenID provider.'),
    secondFactor: z.object({
      isEnrolled: z.boolean(),
      isRequired: z.boolean().describe('By your role; without one nothing else is open to you.'),
      recoveryCodesLeft: z.int(),
    }),
  })
  .meta({ id: 'Account' });

export const accountPatchSchema = z
  .strictObject({
    name: nameSchema.optional(),
    language: z.enum(LANGUAGES).optional(),
    password: passwordSchema.optional().describe('Signs you out everywhere else.'),
    currentPassword: currentPassword.optional().describe('Needed beside a new password.'),
  })
  .refine((input) => Object.keys(input).length > 0, saying('NOTHING_CHANGES'))
  .meta({ id: 'AccountPatch' });

export const enrolmentSchema = z
  .object({
    secret: z.string().describe('To type into an authenticator app.'),
    otpauthUrl: z.string().describe('To show as a QR code.'),
  })
  .meta({ id: 'SecondFactorEnrolment' });

export const codeSchema = z.strictObject({ code }).meta({ id: 'OneTimeCode' });
const provedBefore = code
  .optional()
  .describe('Shown already in the proof of identity; another one may come along, and has to be right.');
export const renewalSchema = z.strictObject({ code: provedBefore }).meta({ id: 'RecoveryCodesRenewal' });
export const removalSchema = z
  .strictObject({
    code: provedBefore,
    password: currentPassword.optional().describe('For who has one.'),
  })
  .meta({ id: 'SecondFactorRemoval' });
export const recoveryCodesSchema = z
  .object({ recoveryCodes: z.array(z.string()).describe('Shown this once; each works once.') })
  .meta({ id: 'RecoveryCodes' });

export const providerLinkSchema = z
  .object({ address: z.string().describe('At the provider; send the browser there.') })
  .meta({ id: 'ProviderLink' });
export const unlinkSchema = z.strictObject({ password: currentPassword }).meta({ id: 'ProviderUnlink' });

export const accessSettingsSchema = z
  .object({
    version: z.int(),
    updatedAt: z.iso.datetime(),
    secondFactorRequiredFor: z.array(z.enum(ROLES)),
  })
  .meta({ id: 'AccessSettings' });
export const accessSettingsPatchSchema = z
  .strictObject({
    secondFactorRequiredFor: z
      .array(z.enum(ROLES))
      .max(ROLES.length)
      .refine((roles) => new Set(roles).size === roles.length, saying('TWICE')),
  })
  .meta({ id: 'AccessSettingsPatch' });

export type AccountDto = z.output<typeof accountSchema>;
export type AccountPatchDto = z.output<typeof accountPatchSchema>;
export type RemovalDto = z.output<typeof removalSchema>;
export type AccessSettingsDto = z.output<typeof accessSettingsSchema>;
