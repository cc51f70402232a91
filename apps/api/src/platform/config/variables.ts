import { availableParallelism } from 'node:os';
import { ALL_FILE_KINDS, isFileKind, ROLES } from '@fieldlab/domain';
import { z } from 'zod';
import { USUAL_SESSION, USUAL_TERMS } from '../housekeeping/retention-terms';
import { isSchemaName, schemaNamedBy } from '../database/schema';
import { isTrustworthyIssuer } from './trustworthy-issuer';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const SHORTEST_PASSWORD = 8;
const SHORTEST_SECRET = 32;
/** A backup can be tried against guesses for as long as somebody has it. */
export const SHORTEST_PASSPHRASE = 16;
const ONE_PROXY = 1;

/** The sentences follow the variable's name: "PORT must be …". */
const url = (protocols: string[], what: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be ${what}`,
  });

const webAddress = url(['http:', 'https:'], 'an address such as https://register.example.nl');
const origin = webAddress
  .refine((value) => !URL.canParse(value) || new URL(value).pathname === '/', {
    error: 'must be an address without a path, such as https://register.example.nl',
  })
  .transform((value) => new URL(value).origin);
const postgres = url(
  ['postgres:', 'postgresql:'],
  'an address such as postgres://user:password@host:5432/fieldlab',
).refine((value) => !URL.canParse(value) || isSchemaName(schemaNamedBy(value)), {
  error: 'must name a schema (?schema=name) of small letters, digits and _, 50 at most',
});
const yesOrNo = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((value) => value === 'true');

const port = z.coerce
  .number({ error: 'must be a whole number from 0 to 65535' })
  .int({ error: 'must be a whole number from 0 to 65535' })
  .min(0, { error: 'must be a whole number from 0 to 65535' })
  .max(65535, { error: 'must be a whole number from 0 to 65535' });

/** How many proxies stand before us, or whose addresses to believe. Never "anyone's": addresses could be made up. */
const trustProxy = z
  .string()
  .regex(/^(true|false|\d{1,2}|[\da-fA-F.:/]+(, *[\da-fA-F.:/]+)*|loopback)$/, {
    error: 'must be false, the number of proxies in front, or their addresses separated by commas',
  })
  .transform((value): false | number | string => {
    if (value === 'false') return false;
    if (value === 'true') return ONE_PROXY;
    return /^\d+$/.test(value) ? Number(value) : value;
  });

const ROLE_MAP = `must be JSON such as {"evaluators": "EVALUATOR"}, with the roles ${ROLES.join(', ')}`;

/** Which role each value of a claim gives. JSON, for a group's name may hold any character. */
const roleMap = z.string().transform((value, context) => {
  const parsed = z.record(z.string(), z.enum(ROLES)).safeParse(jsonIn(value));
  if (parsed.success) return parsed.data;
  context.addIssue({ code: 'custom', message: ROLE_MAP });
  return z.NEVER;
});

function jsonIn(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

const wholeNumber = (from: number, to: number, of: string) => {
  const error = `must be a whole number ${of} from ${from} to ${to}`;
  return z.coerce.number({ error }).int({ error }).min(from, { error }).max(to, { error });
};

const S3_ADDRESS = 's3:';
const PLACE = 'must be a folder, or a bucket as s3://bucket or s3://bucket/folder';

/** A folder of this machine, or a bucket at the object store with what names in it begin with. */
const place = z.string().transform((value, context): { folder: string } | BucketPlace => {
  if (!/^[a-z][a-z0-9+]+:\/\//i.test(value)) return { folder: value };
  const address = URL.canParse(value) ? new URL(value) : undefined;
  if (address?.protocol === S3_ADDRESS && address.hostname !== '' && address.username === '')
    return { bucket: address.hostname, prefix: address.pathname.replace(/^\//, '') };
  context.addIssue({ code: 'custom', message: PLACE });
  return z.NEVER;
});

export interface BucketPlace {
  bucket: string;
  /** Without a slash at its beginning; empty for the bucket itself. */
  prefix: string;
}

const FILE_TYPES = `must be types separated by commas, of ${ALL_FILE_KINDS.join(', ')}`;

/** Which types of files are kept. */
const fileKinds = z.string().transform((value, context) => {
  const named = value.split(',').map((kind) => kind.trim().toLowerCase());
  const known = named.filter(isFileKind);
  if (known.length === named.length) return known;
  context.addIssue({ code: 'custom', message: FILE_TYPES });
  return z.NEVER;
});

/** More would ask PostgreSQL for more connections than it gives by default. */
const MOST_PROCESSES = 16;
/** That every core is used, and no more connections are than a small database gives. */
const MOST_BY_ITSELF = 8;
const PROCESSES = `must be auto, or a whole number of processes from 1 to ${MOST_PROCESSES}`;

const processes = z.string().transform((value, context) => {
  if (value === 'auto') return Math.min(availableParallelism(), MOST_BY_ITSELF);
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_PROCESSES) return count;
  context.addIssue({ code: 'custom', message: PROCESSES });
  return z.NEVER;
});

/** Every variable that the program reads. What is unset or empty is undefined here, or has its default. */
export const variablesSchema = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: origin.optional(),
  TRUST_PROXY: trustProxy.default(false),
  WEB_CONCURRENCY: processes.default(1),
  DATABASE_URL: postgres.optional(),
  DATABASE_OWNER_URL: postgres.optional(),
  DATABASE_REPLICA_URL: postgres.optional(),
  DATABASE_POOLER: z
    .enum(['transaction'], { error: 'must be transaction, or unset where nothing pools connections' })
    .optional(),
  DATA_DIR: z.string().default('./data'),
  DEMO: yesOrNo.optional(),
  ADMIN_EMAIL: z.email({ error: 'must be an e-mail address' }).default('admin@fieldlab.example'),
  CONTACT_EMAIL: z.email({ error: 'must be an e-mail address' }).optional(),
  ADMIN_PASSWORD: z
    .string()
    .min(SHORTEST_PASSWORD, { error: `must have at least ${SHORTEST_PASSWORD} characters` })
    .optional(),
  SESSION_SECRET: z
    .string()
    .min(SHORTEST_SECRET, { error: `must have at least ${SHORTEST_SECRET} characters` })
    .optional(),
  SMTP_URL: url(
    ['smtp:', 'smtps:'],
    'an address such as smtps://user:password@mail.example.nl:465',
  ).optional(),
  SMTP_FROM: z.string().optional(),
  OIDC_ISSUER: webAddress
    .refine((value) => !URL.canParse(value) || isTrustworthyIssuer(new URL(value)), {
      error: 'must begin with https://, unless the provider runs on this very machine',
    })
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_SCOPE: z.string().default('openid email profile'),
  OIDC_ROLE_CLAIM: z.string().optional(),
  OIDC_ROLE_MAP: roleMap.optional(),
  S3_ENDPOINT: webAddress.optional(),
  S3_REGION: z.string().default('eu-central-1'),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  EVIDENCE_MAX_MB: wholeNumber(1, 1000, 'of megabytes').default(20),
  EVIDENCE_TYPES: fileKinds.default([...ALL_FILE_KINDS]),
  CLAMAV_HOST: z.string().optional(),
  CLAMAV_PORT: port.default(3310),
  CLAMAV_SOCKET: z.string().optional(),
  BACKUP_PASSPHRASE: z
    .string()
    .min(SHORTEST_PASSPHRASE, { error: `must have at least ${SHORTEST_PASSPHRASE} characters` })
    .optional(),
  BACKUP_PASSPHRASE_FILE: z.string().optional(),
  BACKUP_TO: place.optional(),
  BACKUP_EVERY: wholeNumber(0, 720, 'of hours').default(24),
  BACKUP_KEEP: wholeNumber(1, 1000, 'of backups').default(14),
  KVK_API_URL: webAddress.default('https://api.kvk.nl/api'),
  KVK_API_KEY: z.string().optional(),
  KVK_CHECKS_PER_NIGHT: wholeNumber(0, 10_000, 'of companies').default(100),
  OTEL_EXPORTER_OTLP_ENDPOINT: webAddress.optional(),
  SESSION_IDLE_HOURS: wholeNumber(1, 720, 'of hours').default(USUAL_SESSION.idleHours),
  SESSION_DAYS: wholeNumber(1, 90, 'of days').default(USUAL_SESSION.days),
  KEEP_FAULTY_ROWS_DAYS: wholeNumber(1, 3650, 'of days').default(USUAL_TERMS.faultyRows),
  KEEP_MAILS_DAYS: wholeNumber(1, 30, 'of days').default(USUAL_TERMS.mails),
  KEEP_NOTIFICATIONS_DAYS: wholeNumber(30, 3650, 'of days').default(USUAL_TERMS.notifications),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
});

export type Variables = z.output<typeof variablesSchema>;
export type VariableName = keyof Variables;
export type LogLevel = (typeof LOG_LEVELS)[number];

interface CompleteSet {
  /** These mean something only together: one of them asks for all. */
  together: VariableName[];
}

interface Dependant {
  variable: VariableName;
  needs: VariableName;
}

export const COMPLETE_SETS: CompleteSet[] = [
  { together: ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] },
  { together: ['OIDC_ROLE_CLAIM', 'OIDC_ROLE_MAP'] },
  { together: ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] },
];

export const DEPENDANTS: Dependant[] = [
  { variable: 'DATABASE_OWNER_URL', needs: 'DATABASE_URL' },
  { variable: 'DATABASE_POOLER', needs: 'DATABASE_URL' },
  { variable: 'DATABASE_REPLICA_URL', needs: 'DATABASE_URL' },
  { variable: 'SMTP_FROM', needs: 'SMTP_URL' },
  { variable: 'OIDC_ROLE_CLAIM', needs: 'OIDC_ISSUER' },
];
