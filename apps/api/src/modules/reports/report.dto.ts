import {
  BREAKDOWNS,
  LANGUAGES,
  LONGEST_TEXT,
  plainText,
  type Breakdown,
  type ErrorAbout,
  type ErrorCode,
  type ReportStatus,
  saying,
} from '@fieldlab/domain';
import { z } from 'zod';
import { sql } from '../../platform/database/sql';
import {
  date,
  instant,
  listOf,
  oneOf,
  required,
  text,
  writtenText,
  withDefault,
  type FieldValues,
} from '../../resource/fields';
import { schemasOf } from '../../resource/record-schemas';
import { ownColumn, type RecordBase, type RecordSpec } from '../../resource/record-spec';
import { figureSchema } from '../../resource/figure-fields';

const waysSchema = z
  .union([z.enum(BREAKDOWNS), z.array(z.enum(BREAKDOWNS)).max(6)])
  .transform((by) => [...new Set([by].flat())])
  .pipe(z.array(z.enum(BREAKDOWNS)));

const fields = {
  title: required(text()),
  language: withDefault(oneOf(LANGUAGES), 'nl'),
  asOf: required(date()),
  from: date(),
  // Chosen by the author; without it, the last visible change when it is submitted.
  knownAt: instant(),
  scope: withDefault(text(120), 'programme'),
  indicators: required(
    listOf(
      z
        .array(z.string().max(60))
        .min(1, saying('TOO_FEW', { least: '1' }))
        .max(50),
    ),
  ),
  by: withDefault(listOf(waysSchema), []),
  // Markdown; `{{jobs}}` or `{{jobs:province=NL-NB}}` stands for a figure.
  text: withDefault(writtenText(LONGEST_TEXT), ''),
};

export const reportSpec: RecordSpec<typeof fields> = {
  resource: 'reports',
  name: 'Report',
  model: 'report',
  permissions: { read: 'report:read', write: 'report:write', delete: 'report:write' },
  fields,
  derived: {
    status: ownColumn('text', 'status'),
    edition: ownColumn('integer', 'edition'),
    editionReason: ownColumn('text', 'editionReason'),
    remark: ownColumn('text', 'remark'),
    frozenKnownAt: { ...ownColumn('text', 'frozenKnownAt'), onlyAnswered: true },
    submittedById: ownColumn('uuid', 'submittedById'),
    submittedByName: ownColumn('text', 'submittedByName'),
    approvedByName: ownColumn('text', 'approvedByName'),
    lastPublishedAt: {
      kind: 'text',
      value: sql`(select to_char(max(e.published_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from report_editions e
                   where e.report_id = t.id)`,
      onlyAnswered: true,
    },
    progress: {
      kind: 'json',
      schema: z
        .object({ done: z.int(), total: z.int() })
        .describe('How far publishing is; null when it is not under way.'),
      value: sql`(select json_build_object('done', p.done, 'total', p.total) from report_publishings p
                   where p.report_id = t.id and t.status = 'PUBLISHING')`,
      onlyAnswered: true,
    },
    failure: {
      kind: 'text',
      // Of an approved edition whose publishing failed: why.
      value: sql`(select p.failure from report_publishings p where p.report_id = t.id and t.status = 'APPROVED')`,
      onlyAnswered: true,
    },
    refusal: {
      kind: 'json',
      schema: z
        .object({ code: z.string(), about: z.record(z.string(), z.string()) })
        .describe('Why an approved edition may not be published as it is, as a problem says it.'),
      value: sql`(select p.refusal from report_publishings p where p.report_id = t.id and t.status = 'APPROVED')`,
      onlyAnswered: true,
    },
  },
  search: { texts: [sql`searchable(t.title)`] },
  defaultSort: '-updatedAt',
};

export type ReportFields = typeof fields;
export type Report = RecordBase & FieldValues<ReportFields> & ReportState;
interface ReportState {
  language: (typeof LANGUAGES)[number];
  scope: string;
  by: Breakdown[];
  text: string;
  status: ReportStatus;
  edition: number;
  editionReason: string | null;
  remark: string | null;
  frozenKnownAt: string | null;
  submittedById: string | null;
  submittedByName: string | null;
  approvedByName: string | null;
  lastPublishedAt: string | null;
  progress: { done: number; total: number } | null;
  failure: string | null;
  refusal: { code: ErrorCode; about: ErrorAbout } | null;
}

export const reportSchemas = schemasOf(reportSpec);

const cells = figureSchema.shape.breakdown.unwrap();
const quality = z
  .object({
    withoutNumber: z.int(),
    withoutSizeClass: z.int(),
    inOpenDuplicates: z.int(),
    between: z.tuple([z.int(), z.int()]).describe('When every open duplicate is one firm, and when none is.'),
    unconfirmed: z.int().nullable().describe('Not confirmed in the last four rounds; null without rounds.'),
  })
  .describe('How sure a number of companies is.');
const figures = z.array(
  figureSchema.extend({
    breakdown: cells.optional().describe('Where the report is broken down in one way.'),
    breakdowns: z.partialRecord(z.enum(BREAKDOWNS), cells).optional().describe('Where it is in several.'),
    quality: quality.optional(),
  }),
);
/** One report with its figures: live in a draft, as they were submitted afterwards. */
export const reportWithFiguresSchema = (reportSchemas.record as unknown as z.ZodObject)
  .extend({ figures })
  .meta({ id: 'ReportWithFigures' });
export type ReportWithFigures = Report & { figures: z.output<typeof figures> };

export const approveSchema = z
  .strictObject({
    confirmTypedNumbers: z
      .boolean()
      .optional()
      .describe('That the numbers typed by hand into the text are right; needed when there are any.'),
  })
  .optional()
  .meta({ id: 'ReportApproval' });
export type ApproveInput = z.output<typeof approveSchema>;

export const returnSchema = z
  .strictObject({ remark: plainText(2000, { lines: true }) })
  .meta({ id: 'ReportRemark' });
export type ReturnInput = z.output<typeof returnSchema>;

export const newEditionSchema = z.strictObject({ reason: plainText(1000) }).meta({ id: 'NewEdition' });
export type NewEditionInput = z.output<typeof newEditionSchema>;

export const editionListSchema = z
  .object({
    data: z.array(
      z.object({
        edition: z.int(),
        publishedAt: z.iso.datetime(),
        publishedByName: z.string(),
        knownAt: z.iso.datetime(),
        asOf: z.string(),
        reason: z.string().nullable(),
        changes: z.int().describe('How many figures and cells it changes of the edition before.'),
        seal: z.string(),
        publicSeal: z.string(),
        membersDigest: z
          .string()
          .nullable()
          .describe(
            'Of its members file; null of an edition that was published before there were such files.',
          ),
      }),
    ),
    total: z.int(),
  })
  .meta({ id: 'ReportEditions' });
/** The records behind every figure of an edition: no names, and in which version each was counted. */
export const editionMembersSchema = z
  .object({
    salt: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('32 random bytes.')
      .meta({ example: '5f'.repeat(32) }),
    members: z.array(
      z.object({
        indicator: z.string(),
        members: z.array(z.object({ resource: z.string(), id: z.string(), version: z.int() })),
      }),
    ),
  })
  .meta({ id: 'ReportEditionMembers' });

export type EditionList = z.output<typeof editionListSchema>;
