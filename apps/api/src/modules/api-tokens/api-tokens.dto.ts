import { plainText, saying } from '@fieldlab/domain';
import { TOKEN_SCOPES, type TokenScope } from '@fieldlab/domain';
import { z } from 'zod';

export const apiTokenIdSchema = z.uuid(saying('NOT_AN_ID'));

export const apiTokenCreateSchema = z
  .strictObject({
    name: plainText(200).describe('What it is for.').meta({ example: 'nightly export' }),
    expiresAt: z.iso
      .datetime({
        offset: true,
        error: saying('NOT_AN_INSTANT'),
      })
      .refine((instant) => Date.parse(instant) > Date.now(), saying('NOT_IN_THE_FUTURE'))
      .nullable()
      .optional()
      .describe('Without one it works until it is revoked.'),
    scopes: z
      .array(z.enum(TOKEN_SCOPES))
      .max(TOKEN_SCOPES.length)
      .refine((scopes) => new Set(scopes).size === scopes.length, saying('TWICE'))
      .default([])
      .transform((scopes): TokenScope[] =>
        TOKEN_SCOPES.filter((one) => one === 'read' || scopes.includes(one)),
      )
      .describe('What it is for, beside reading, which is in each of them.'),
  })
  .meta({ id: 'ApiTokenCreate' });

const shape = {
  id: z.uuid(),
  version: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  userId: z.uuid(),
  name: z.string(),
  prefix: z.string().describe('The first characters, to tell tokens apart.'),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
  scopes: z.array(z.enum(TOKEN_SCOPES)),
  narrowedAt: z.iso
    .datetime()
    .nullable()
    .describe('Since when a token that was made before there were scopes only reads.'),
};

export const apiTokenSchema = z.object(shape).meta({ id: 'ApiToken' });
export const newApiTokenSchema = z
  .object({ ...shape, token: z.string().describe('Shown this once; only its hash is kept.') })
  .meta({ id: 'NewApiToken' });

export const apiTokenQuerySchema = z.strictObject({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(25),
  sort: z
    .enum([
      'createdAt',
      '-createdAt',
      'name',
      '-name',
      'expiresAt',
      '-expiresAt',
      'lastUsedAt',
      '-lastUsedAt',
    ])
    .default('-createdAt'),
  userId: z.uuid(saying('NOT_AN_ID')).optional(),
  narrowed: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .describe('Only tokens that were made before there were scopes, and still work; or only others.'),
});
export const apiTokenPageSchema = z
  .object({ data: z.array(apiTokenSchema), total: z.int() })
  .meta({ id: 'ApiTokenPage' });

export type ApiTokenCreateDto = z.output<typeof apiTokenCreateSchema>;
export type ApiTokenQuery = z.output<typeof apiTokenQuerySchema>;
export type ApiTokenDto = z.output<typeof apiTokenSchema>;
export type NewApiTokenDto = z.output<typeof newApiTokenSchema>;
