import {
  CLAIM_LEVELS,
  EVIDENCED_RESOURCES,
  plainText,
  registerField,
  saying,
  schemaOf,
} from '@fieldlab/domain';
import { z } from 'zod';
import { sql } from '../../platform/database/sql';
import { fieldOf, listOf, number, oneOf, pattern, required, text, type Field } from '../../resource/fields';
import { schemasOf } from '../../resource/record-schemas';
import type { RecordOf, RecordSpec } from '../../resource/record-spec';

const webAddress = registerField.formed('webAddress');
const recordId: Field<string> = { kind: 'uuid', schema: z.uuid(saying('NOT_AN_ID')), required: true };

const fields = {
  resource: required(oneOf(EVIDENCED_RESOURCES)),
  recordId: required(recordId),
  /** Those of the record; the database keeps them so. */
  centreIds: required({ ...listOf(z.array(z.uuid(saying('NOT_AN_ID')))), references: 'centres' }),
  title: text(),
  url: fieldOf(webAddress),
  fileName: text(),
  mediaType: text(),
  bytes: { ...number(z.int()), kind: 'integer' as const },
  sha256: pattern(z.string().regex(/^[0-9a-f]{64}$/)),
};

/** How a record is called, whichever kind it is of. */
const RECORD_NAME = sql`case t.resource
  when 'participations' then (select concat_ws(' · ', c.name, z.name) from participations p
    join companies c on c.id = company_root(p.company_id) join centres z on z.id = p.centre_id where p.id = t.record_id)
  when 'investments' then (select concat_ws(' · ', z.name, i.funder) from investments i
    join centres z on z.id = i.centre_id where i.id = t.record_id)
  when 'spin-offs' then (select s.name from spin_offs s where s.id = t.record_id)
  else (select o.title from outcomes o where o.id = t.record_id) end`;

export const evidenceSpec: RecordSpec<typeof fields> = {
  resource: 'evidence',
  name: 'Evidence',
  plural: 'Evidence',
  model: 'evidence',
  counted: true,
  permissions: { read: 'evidence:read', write: 'evidence:write', delete: 'evidence:write' },
  fields,
  derived: {
    recordName: { kind: 'text', value: RECORD_NAME, onlyAnswered: true },
    claimLevel: {
      kind: 'text',
      schema: z
        .enum(CLAIM_LEVELS)
        .describe('Of the spin-off or outcome that it is evidence of, as it is now.'),
      value: sql`coalesce((select s.claim_level::text from spin_offs s where s.id = t.record_id),
                          (select o.claim_level::text from outcomes o where o.id = t.record_id))`,
      onlyAnswered: true,
    },
  },
  within: 'centreIds',
  search: { texts: [sql`searchable(concat_ws(' ', t.title, t.file_name, t.url))`] },
  defaultSort: '-createdAt',
};

export const evidenceSchemas = schemasOf(evidenceSpec);
export type Evidence = RecordOf<typeof fields>;
export type EvidenceFields = typeof fields;

const titleSchema = plainText(300).nullable().optional();

/** What comes with a file, or with a link. */
export const evidenceCreateSchema = z
  .strictObject({
    resource: z.enum(EVIDENCED_RESOURCES),
    recordId: z.uuid(saying('NOT_AN_ID')),
    title: titleSchema,
    url: schemaOf(webAddress).nullable().optional().describe('A link, where there is no file.'),
  })
  .meta({ id: 'EvidenceCreate' });
export type EvidenceInput = z.output<typeof evidenceCreateSchema>;

export const evidencePatchSchema = z
  .strictObject({ title: titleSchema, url: schemaOf(webAddress).optional().describe('Of a link.') })
  .refine((input) => Object.keys(input).length > 0, saying('NOTHING_CHANGES'))
  .meta({ id: 'EvidencePatch' });
export type EvidenceChange = z.output<typeof evidencePatchSchema>;

/** The body of a POST as OpenAPI has it, be it JSON or a form with a file. */
export const EVIDENCE_BODY = {
  schema: {
    type: 'object',
    properties: {
      resource: { type: 'string', enum: [...EVIDENCED_RESOURCES] },
      recordId: { type: 'string', format: 'uuid' },
      title: { type: 'string', maxLength: 300 },
      url: { type: 'string', description: 'A link, where there is no file.', maxLength: 2000 },
      file: { type: 'string', format: 'binary', description: 'In a multipart form, instead of url.' },
    },
    required: ['resource', 'recordId'],
  },
};
