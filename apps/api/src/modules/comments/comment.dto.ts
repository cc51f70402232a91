import {
  COMMENTED_RESOURCE_NAMES,
  LONGEST_COMMENT,
  MOST_MENTIONED,
  plainText,
  saying,
} from '@fieldlab/domain';
import { z } from 'zod';

const anId = z.uuid(saying('NOT_AN_ID'));
const personSchema = z.object({ id: z.uuid(), name: z.string() }).meta({ id: 'CommentPerson' });
export type CommentPerson = z.output<typeof personSchema>;

const ABOUT = {
  resource: z.enum(COMMENTED_RESOURCE_NAMES),
  recordId: anId.describe('The record that it is about.'),
  centreId: anId.optional().describe('Of a round: the centre whose part of it is meant.'),
};
type About = Pick<z.output<z.ZodObject<typeof ABOUT>>, 'resource' | 'centreId'>;

/** Of a round only one centre's part is commented on; of what else, the record. */
const isWhole = ({ resource, centreId }: About): boolean =>
  (resource === 'rounds') === (centreId !== undefined);
const CENTRE_OF_ROUND = { path: ['centreId'], message: saying('REQUIRED') };

export const commentListSchema = z
  .strictObject({
    ...ABOUT,
    page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    perPage: z.coerce.number().int().min(1).max(100).default(25),
  })
  .refine(isWhole, CENTRE_OF_ROUND);
export type CommentList = z.output<typeof commentListSchema>;
export type CommentedThing = Pick<CommentList, 'resource' | 'recordId' | 'centreId'>;

export const commentReadersSchema = z
  .strictObject({ ...ABOUT, q: plainText(100).optional().describe('Words of the name.') })
  .refine(isWhole, CENTRE_OF_ROUND);
export type CommentReadersQuery = z.output<typeof commentReadersSchema>;

const textSchema = plainText(LONGEST_COMMENT, { lines: true }).meta({
  example: '@Anna Jansen klopt dit bedrag?',
});
const mentionsSchema = z
  .array(anId)
  .max(MOST_MENTIONED)
  .describe('Whom it names: people who may see the record. They are told of it.');

export const commentCreateSchema = z
  .strictObject({ ...ABOUT, text: textSchema, mentions: mentionsSchema.default([]) })
  .refine(isWhole, CENTRE_OF_ROUND)
  .meta({ id: 'CommentCreate' });
export type CommentInput = z.output<typeof commentCreateSchema>;

export const commentPatchSchema = z
  .strictObject({ text: textSchema, mentions: mentionsSchema.optional() })
  .meta({ id: 'CommentPatch' });
export type CommentChange = z.output<typeof commentPatchSchema>;

export const commentSchema = z
  .object({
    id: z.uuid(),
    version: z.int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    resource: z.enum(COMMENTED_RESOURCE_NAMES),
    recordId: z.uuid(),
    centreId: z.uuid().nullable(),
    author: personSchema,
    text: z.string().nullable().describe('Plain text; null once it was withdrawn.'),
    mentions: z.array(personSchema),
    isEdited: z.boolean(),
    withdrawnAt: z.iso.datetime().nullable(),
    withdrawnBy: personSchema.nullable(),
  })
  .meta({ id: 'Comment' });
export type Comment = z.output<typeof commentSchema>;

export const commentPageSchema = z
  .object({ data: z.array(commentSchema).describe('The newest first.'), total: z.int() })
  .meta({ id: 'CommentPage' });
export type CommentPage = z.output<typeof commentPageSchema>;

export const commentReadersPageSchema = z
  .object({ data: z.array(personSchema).describe('By name, at most 20.') })
  .meta({ id: 'CommentReaders' });

export const commentHistorySchema = z
  .object({
    data: z
      .array(z.object({ version: z.int(), text: z.string(), writtenAt: z.iso.datetime() }))
      .describe('Every text that it had, the newest first, at most 100.'),
  })
  .meta({ id: 'CommentHistory' });
export type CommentHistory = z.output<typeof commentHistorySchema>;
