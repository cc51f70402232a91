import { plainText } from '@fieldlab/domain';
import { z } from 'zod';
import { flag } from '../../platform/http/flag';
import { findingKindSchema, findingSchema } from './results/import-results.dto';

const IMPORT_STATUSES = ['QUEUED', 'RUNNING', 'DONE', 'REJECTED', 'FAILED', 'CANCELLED', 'UNDONE'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

export const startImportQuerySchema = z.strictObject({
  dryRun: flag.describe('Checks only, and writes nothing.'),
  update: flag.describe(
    'Writes in what rows with an id differ from their records; otherwise `changes` only tells.',
  ),
  setAside: flag.describe(
    'Imports the sound rows, and sets faulty rows aside with those that hang from them.',
  ),
  reason: plainText(1000).optional(),
});
export type StartImportQuery = z.output<typeof startImportQuerySchema>;

export const listImportsQuerySchema = z.strictObject({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(25),
  sort: z.enum(['createdAt', '-createdAt']).default('-createdAt'),
  status: z
    .union([z.enum(IMPORT_STATUSES), z.array(z.enum(IMPORT_STATUSES)).max(10)])
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .optional(),
});
export type ListImportsQuery = z.output<typeof listImportsQuerySchema>;

const changeSchema = z
  .object({
    sheet: z.string(),
    row: z.int(),
    column: z.string(),
    recordId: z.uuid(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  })
  .meta({ id: 'ImportChange' });

const summaryShape = {
  id: z.uuid(),
  status: z.enum(IMPORT_STATUSES),
  fileName: z.string(),
  dryRun: z.boolean(),
  update: z.boolean(),
  setAside: z.boolean(),
  actor: z.object({ id: z.uuid().nullable(), name: z.string() }),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  progress: z.object({ done: z.int(), total: z.int() }),
  counts: z.record(z.string(), z.object({ created: z.int(), updated: z.int(), unchanged: z.int() })),
  openReviews: z.int(),
  setAsideRows: z.int().describe('With setAside: how many rows were not imported.'),
  hasFaultsFile: z.boolean().describe('Whether there is a workbook of the faulty rows, at faults.xlsx.'),
  failure: z.string().nullable(),
};

export const importSchema = z
  .object({
    ...summaryShape,
    faults: z.array(findingSchema),
    warnings: z.array(findingSchema),
    findingKinds: z.array(findingKindSchema).describe('What was found, counted by kind, the rarest first.'),
    changes: z
      .array(changeSchema)
      .describe('Cells in which rows with an id differ from their records: written with update, else told.'),
  })
  .meta({ id: 'Import' });
export type ImportDto = z.output<typeof importSchema>;

/** In a list: how much was found, and not what. */
const importSummarySchema = z
  .object({ ...summaryShape, faultCount: z.int(), warningCount: z.int(), changeCount: z.int() })
  .meta({ id: 'ImportSummary' });
export type ImportSummary = z.output<typeof importSummarySchema>;

export const importPageSchema = z
  .object({ data: z.array(importSummarySchema), total: z.int() })
  .meta({ id: 'ImportPage' });
export const startedImportSchema = z
  .object({ id: z.uuid(), status: z.enum(IMPORT_STATUSES) })
  .meta({ id: 'StartedImport' });

/** A state from which nothing more follows by itself. */
export const hasEnded = (status: ImportStatus): boolean => status !== 'QUEUED' && status !== 'RUNNING';
