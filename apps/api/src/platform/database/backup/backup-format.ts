import pg from 'pg';
import { z } from 'zod';

/**
 * The format of a backup: a zip with one file of COPY text a table, the attachments, and this manifest. With a
 * passphrase the zip is sealed as a whole, in the format of age (https://age-encryption.org/v1).
 */
export const BACKUP_VERSION = 1;
export const MANIFEST = 'manifest.json';
export const ATTACHMENTS = 'attachments';
export const tableFile = (schema: string, name: string): string => `tables/${schema}.${name}.copy`;
export const attachmentFile = (path: string): string => `${ATTACHMENTS}/${path}`;

/**
 * What is not carried over: tickets that were given out since would be void, and ones that were taken back would be
 * good again. The list of migrations stands in the manifest.
 */
export const LEFT_OUT: readonly string[] = [
  '_prisma_migrations',
  'sessions',
  'one_time_links',
  'calendar_feeds',
  'participation_links',
  'mails',
  'mails_given_up',
  'sign_in_failures',
  'idempotency_keys',
  'request_counts',
];

/** By `code@version`, its value. */
const knownFigures = z.object({
  knownAt: z.iso.datetime(),
  asOf: z.iso.date(),
  values: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
});
export type KnownFigures = z.output<typeof knownFigures>;

const digest = z.string().regex(/^[0-9a-f]{64}$/);

export const manifestSchema = z.object({
  format: z.literal('fieldlab-backup'),
  version: z.literal(BACKUP_VERSION),
  createdAt: z.iso.datetime(),
  /** The last change that the backup knows of. */
  knownAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  /** Backups of before do not say these two. */
  lastRevision: z.string().regex(/^\d+$/).optional(),
  figures: z.array(knownFigures).optional(),
  auditHead: z.object({ position: z.number().int().min(0), hash: digest }),
  tables: z.array(
    z.object({
      ...{ schema: z.enum(['public', 'history']), name: z.string().regex(/^[a-z_]+$/) },
      columns: z.array(z.string().regex(/^[a-z0-9_]+$/)).min(1),
      ...{ rows: z.number().int().min(0), sha256: digest },
    }),
  ),
  sequences: z.array(z.object({ name: z.string().regex(/^[a-z0-9_]+$/), last: z.string().nullable() })),
  attachments: z.array(z.object({ path: z.string(), bytes: z.number().int().min(0), sha256: digest })),
});
export type Manifest = z.output<typeof manifestSchema>;

/** A backup that cannot be made or restored, with what a person can do about it. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** A table with its columns, as COPY names it. */
export const copied = ({
  schema,
  name,
  columns,
}: Pick<Manifest['tables'][number], 'schema' | 'name' | 'columns'>) =>
  `${schema}.${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`;
