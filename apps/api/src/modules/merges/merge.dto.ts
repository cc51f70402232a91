import { plainText, REGISTER, saying } from '@fieldlab/domain';
import { z } from 'zod';
import { sql } from '../../platform/database/sql';
import { json, required, text, withDefault, type Field } from '../../resource/fields';
import { schemasOf } from '../../resource/record-schemas';
import { figureValue } from '../../resource/figure-fields';
import { related, type RecordOf, type RecordSpec } from '../../resource/record-spec';

/** What a survivor can take over. */
const COMPANY_FIELDS: [string, ...string[]] = Object.keys(REGISTER.companies.fields) as [string, ...string[]];

const takenOverSchema = z.array(
  z.object({
    field: z.string().meta({ example: 'municipality' }),
    from: z.unknown().describe("The survivor's value before the merge."),
    to: z.unknown().describe('The value that it took over.'),
    numberId: z.uuid().optional(),
  }),
);
type TakenOverList = z.output<typeof takenOverSchema>;

const company: Field<string> = {
  kind: 'uuid',
  schema: z.uuid(saying('NOT_AN_ID')),
  required: true,
  references: 'companies',
};

const fields = {
  survivorId: required(company),
  mergedId: required(company),
  reason: text(1000),
  takenOver: withDefault<TakenOverList>(json(takenOverSchema), []),
};

export const mergeSpec: RecordSpec<typeof fields> = {
  resource: 'merges',
  name: 'Merge',
  model: 'merge',
  counted: true,
  permissions: { read: 'merge:read', write: 'merge:write', delete: 'merge:write' },
  fields,
  relations: {
    survivor: { model: 'company', by: 'survivorId' },
    merged: { model: 'company', by: 'mergedId' },
  },
  derived: {
    fields: {
      kind: 'json',
      schema: z.array(z.string()).describe('What the survivor took over.'),
      value: sql`array(select o.item ->> 'field' from jsonb_array_elements(t.taken_over) with ordinality o (item, place) order by o.place)`,
      onlyAnswered: true,
    },
    survivorName: related('survivor', 'name'),
    mergedName: related('merged', 'name'),
    actorName: {
      kind: 'text',
      value: sql`(select r.actor_name from merges_history h join revisions r on r.id = h.rev_from
                   where h.id = t.id order by h.rev_from limit 1)`,
      onlyAnswered: true,
    },
  },
  defaultSort: '-createdAt',
};

export const mergeSchemas = schemasOf(mergeSpec);
export type Merge = RecordOf<typeof fields>;
export type MergeFields = typeof fields;

export const mergeCreateSchema = z
  .strictObject({
    survivorId: z.uuid(saying('NOT_AN_ID')).describe('The company that stays.'),
    mergedId: z.uuid(saying('NOT_AN_ID')).describe('The company that turned out to be the same firm.'),
    fields: z
      .array(z.enum(COMPANY_FIELDS))
      .max(COMPANY_FIELDS.length)
      .optional()
      .describe('What the survivor takes over from the other; the rest stays as the survivor has it.'),
    reason: plainText(1000).nullable().optional(),
  })
  .meta({ id: 'MergeCreate' });
export type MergeInput = z.output<typeof mergeCreateSchema>;

const hangingSchema = z.object({
  participations: z.int(),
  attendances: z.int(),
  outcomes: z.int(),
  investments: z.int(),
  spinOffs: z.int(),
});

export const mergeEffectSchema = z
  .object({
    figures: z
      .array(z.object({ indicator: z.string(), before: figureValue, after: figureValue }))
      .describe('Every figure of the whole programme today, without the merge and with it.'),
    records: z.object({ survivor: hangingSchema, merged: hangingSchema }).describe('What hangs from either.'),
    overlapsIn: z.array(z.string()).describe('The centres in which both take part at the same time.'),
  })
  .meta({ id: 'MergeEffect' });
export type MergeEffect = z.output<typeof mergeEffectSchema>;

/** What becomes of the fields that were taken over and edited since. */
export const unmergeQuerySchema = z.strictObject({
  reason: plainText(1000).optional(),
  fields: z
    .enum(['keep', 'restore'])
    .optional()
    .describe(
      'What becomes of taken-over fields that were edited since: they stay as they are, or become what they were before the merge. Without it such a merge is not taken back (409 EDITED_SINCE_MERGE names them).',
    ),
});
export type UnmergeQuery = z.output<typeof unmergeQuerySchema>;
