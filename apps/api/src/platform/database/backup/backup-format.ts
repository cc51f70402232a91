import pg from 'pg';
import { z } from 'zod';
import { formerSchema } from '../migration-text';

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

/** Whether a table, `c`, is one of pg-boss: its queues are made by migrations, and a job is done or sent anew. */
export const IS_OF_JOBS = `(c.relname in ('archive', 'job', 'queue', 'schedule', 'subscription', 'version')
  or c.relname ~ '^j[0-9a-f]{56}$')`;

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
      // `public` is the register's own schema, whatever its name; backups of before have histories in one beside it.
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

type TableOf = Pick<Manifest['tables'][number], 'schema' | 'name' | 'columns'>;

/** Where a table is in a register that is in `schema`. */
export const placeOf = (table: Pick<TableOf, 'schema' | 'name'>, schema: string): string =>
  `${table.schema === 'public' ? schema : formerSchema(schema, table.schema)}.${pg.escapeIdentifier(table.name)}`;

/** A table with its columns, as COPY names it. */
export const copied = (table: TableOf, schema: string): string =>
  `${placeOf(table, schema)} (${table.columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`;
