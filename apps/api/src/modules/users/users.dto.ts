import { LANGUAGES, ROLES, anyText, plainText, saying } from '@fieldlab/domain';
import { z } from 'zod';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../access/passwords/password-rules';

export const nameSchema = plainText(200);
const emailSchema = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email('Not an e-mail address.'))
  .meta({ format: 'email', example: 'anna@metaal.example' });
const idSchema = z.uuid(saying('NOT_AN_ID')).transform((id) => id.toLowerCase());
const centreIdsSchema = z
  .array(idSchema)
  .max(100)
  .refine((ids) => new Set(ids).size === ids.length, saying('TWICE'))
  .describe('The centres of a COORDINATOR; empty for other roles.');

/** Beyond its length a password is checked against what guessers try first. */
export const passwordSchema = z
  .string()
  .min(SHORTEST_PASSWORD, saying('TOO_SHORT', { least: String(SHORTEST_PASSWORD) }))
  .max(LONGEST_PASSWORD, `Take at most ${LONGEST_PASSWORD} characters.`)
  .meta({ format: 'password', writeOnly: true });

export const userCreateSchema = z
  .strictObject({
    email: emailSchema,
    name: nameSchema,
    role: z.enum(ROLES),
    centreIds: centreIdsSchema.default([]),
    language: z.enum(LANGUAGES).default('nl').describe('Of the mails to this person.'),
    password: passwordSchema.optional().describe('Without one an invitation is mailed.'),
  })
  .meta({ id: 'UserCreate' });

export const userPatchSchema = z
  .strictObject({
    email: emailSchema.optional(),
    name: nameSchema.optional(),
    role: z.enum(ROLES).optional(),
    centreIds: centreIdsSchema.optional(),
    language: z.enum(LANGUAGES).optional(),
  })
  .refine((input) => Object.keys(input).length > 0, saying('NOTHING_CHANGES'))
  .meta({ id: 'UserPatch' });

export const userSchema = z
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
    status: z.enum(['INVITED', 'ACTIVE']).describe('INVITED until there is a way to sign in.'),
    hasSecondFactor: z.boolean(),
    lastSeenAt: z.iso.datetime().nullable().describe('In a session that is still there.'),
    invitationGivenUpAt: z.iso
      .datetime()
      .nullable()
      .describe('When the mail with the newest invitation was given up, which never went: invite again.'),
  })
  .meta({ id: 'User' });

export const userPageSchema = z
  .object({ data: z.array(userSchema), total: z.int() })
  .meta({ id: 'UserPage' });

const USER_SORTS = ['name', 'email', 'role', 'createdAt', 'updatedAt'] as const;
const anyOf = <T extends z.ZodType<string>>(one: T) =>
  z
    .union([one, z.array(one).min(1).max(200)])
    .transform((value): string[] => (Array.isArray(value) ? value : [value]))
    .optional();

export const usersQuerySchema = z.strictObject({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(25),
  sort: z
    .enum([...USER_SORTS, ...USER_SORTS.map((name) => `-${name}` as const)])
    .default('name')
    .describe('A field; with a minus it descends.'),
  q: anyText(200).optional().describe('Words of name or e-mail.'),
  id: anyOf(z.uuid(saying('NOT_AN_ID'))),
  role: anyOf(z.enum(ROLES)),
  email: anyOf(z.string().max(254)),
  centreIds: anyOf(z.uuid(saying('NOT_AN_ID'))).describe('Coordinators of any of these centres.'),
});

export type UserCreateDto = z.output<typeof userCreateSchema>;
export type UserPatchDto = z.output<typeof userPatchSchema>;
export type UserDto = z.output<typeof userSchema>;
export type UsersQuery = z.output<typeof usersQuerySchema>;
