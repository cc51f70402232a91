import { FINDINGS, SHEET_NAMES, type FindingCode } from '@fieldlab/domain';
import { z } from 'zod';
import { PLANNED_KINDS } from '../import-request';

const CODES = Object.keys(FINDINGS) as [FindingCode, ...FindingCode[]];

const pageShape = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(25),
};

export const findingsQuerySchema = z.strictObject({
  ...pageShape,
  code: z.enum(CODES).optional().describe('Of this kind only.'),
});
export type FindingsQuery = z.output<typeof findingsQuerySchema>;

export const findingSchema = z
  .object({
    sheet: z.string().nullable(),
    row: z.int().nullable().describe('As on screen: the header is row 1.'),
    column: z.string().nullable(),
    value: z.string().nullable(),
    code: z.string(),
    message: z.string(),
  })
  .meta({ id: 'ImportFinding' });
export type ImportFinding = z.output<typeof findingSchema>;

export const findingKindSchema = z
  .object({
    code: z.string(),
    count: z.int().describe('All of them, also those that are not listed one by one.'),
    severity: z.enum(['FAULT', 'WARNING']),
    unread: z.boolean().describe('What it is about does not reach the register.'),
    message: z.string().describe('What they have in common.'),
  })
  .meta({ id: 'ImportFindingKind' });
export type ImportFindingKind = z.output<typeof findingKindSchema>;

export const findingPageSchema = z
  .object({ data: z.array(findingSchema), total: z.int() })
  .meta({ id: 'ImportFindingPage' });
export type FindingPage = z.output<typeof findingPageSchema>;
/** What is wrong, and what only asks for a look. */
export type FindingKind = 'faults' | 'warnings';

export const plannedRowsQuerySchema = z.strictObject({
  kind: z.enum(PLANNED_KINDS).describe('NEW: records that will be made; FILLED: blanks that will be filled.'),
  sheet: z.enum(SHEET_NAMES).optional(),
  ...pageShape,
});
export type PlannedRowsQuery = z.output<typeof plannedRowsQuerySchema>;

const plannedRowSchema = z
  .object({
    sheet: z.string(),
    row: z.int(),
    recordId: z.uuid(),
    label: z.string().nullable().describe('What a registered record is called; null of a new one.'),
    cells: z.record(z.string(), z.string()).describe('What it gets, by the columns of the format.'),
  })
  .meta({ id: 'PlannedRow' });

export const plannedRowPageSchema = z
  .object({
    data: z.array(plannedRowSchema),
    total: z.int().describe('How many can be paged through: of each sheet the first thousand.'),
    found: z.int().describe('How many there are in all.'),
  })
  .meta({ id: 'PlannedRowPage' });
export type PlannedRowPage = z.output<typeof plannedRowPageSchema>;
