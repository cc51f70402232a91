import { plainText, REGISTER_RESOURCES } from '@fieldlab/domain';
import { z } from 'zod';

/** Where personal data is kept: resources as elsewhere, and places that have no list of their own. */
const PLACES = [
  ...REGISTER_RESOURCES,
  ...(['comments', 'saved-views', 'users', 'evidence', 'merges', 'imports'] as const),
  ...(['audit-events', 'targets', 'comparisons', 'round-submissions', 'reports'] as const),
];
export type Place = (typeof PLACES)[number];

const itemFields = {
  resource: z.enum(PLACES),
  id: z
    .string()
    .regex(/^(?:[0-9a-f-]{36}|[1-9][0-9]{0,17})$/)
    .describe('Of a reason the number of an entry of the trail that tells it; else the id of the record.')
    .meta({ example: '7482' }),
  field: z
    .string()
    .max(60)
    .nullable()
    .describe('The one text that names the person; null where the whole record is about them.'),
};

export const searchSchema = z
  .strictObject({
    terms: z
      .array(plainText(200).refine((term) => term.length >= 3, { message: 'At least 3 characters.' }))
      .min(1)
      .max(10)
      .describe('Names, e-mail addresses, telephone numbers, company numbers: any of them.'),
  })
  .meta({ id: 'PersonalDataSearch' });
export type PersonalDataSearch = z.output<typeof searchSchema>;

const findSchema = z
  .object({
    ...itemFields,
    name: z.string().nullable().describe('What the record is called, where it has a name.'),
    text: z.string().describe('What was found, at most 300 characters of it.'),
    isCurrent: z.boolean().describe('It says so now, and not only in an earlier version.'),
    isErasable: z.boolean().describe('It can be erased here; otherwise it is changed where it stands.'),
  })
  .meta({ id: 'PersonalDataFind' });
export type Find = z.output<typeof findSchema>;

export const findsSchema = z
  .object({
    data: z.array(findSchema).describe('At most 500, by where they are kept.'),
    total: z.int(),
  })
  .meta({ id: 'PersonalDataFinds' });
export type Finds = z.output<typeof findsSchema>;

export const itemsSchema = z
  .strictObject({ items: z.array(z.strictObject(itemFields)).min(1).max(500) })
  .meta({ id: 'PersonalDataItems' });
export type Item = z.output<typeof itemsSchema>['items'][number];

export const exportSchema = z
  .object({
    generatedAt: z.iso.datetime(),
    items: z.array(
      z.object({
        ...itemFields,
        versions: z
          .array(z.record(z.string(), z.unknown()))
          .describe('The record as it is, or each of its versions, the oldest first.'),
        related: z
          .record(z.string(), z.array(z.record(z.string(), z.unknown())))
          .describe('Of a company and an account: what hangs from it, by kind.'),
      }),
    ),
  })
  .meta({ id: 'PersonalDataExport' });
export type PersonalDataExport = z.output<typeof exportSchema>;
