import { join, resolve } from 'node:path';
import type { FileKind, Role } from '@fieldlab/domain';
import { schemaNamedBy } from '../database/schema';
import type { RetentionTerms, SessionTerm } from '../housekeeping/retention-terms';
import {
  COMPLETE_SETS,
  DEPENDANTS,
  variablesSchema,
  type BucketPlace,
  type LogLevel,
  type VariableName,
  type Variables,
} from './variables';

const MEGABYTE = 1_000_000;

type Environment = Record<string, string | undefined>;

/** What the environment says, grouped by who needs it. A group that is not set up is undefined. */
export interface Configuration {
  server: {
    port: number;
    host: string;
    /** Links and redirects begin with it, never with what a request claims. No slash at the end. */
    publicUrl: string;
    /** As Express takes it: nobody, so many proxies, or these addresses. */
    trustProxy: false | number | string;
    /** Whether nobody but who sits at this machine is to reach it: HOST is loopback, and PUBLIC_URL unset. */
    isForThisMachine: boolean;
    /** So many serve the port together, of this program on this machine. */
    processes: number;
    logLevel: LogLevel;
  };
  database: {
    /** Undefined: an embedded PostgreSQL in `dataDir`. */
    url: string | undefined;
    /** For migrations and restores; undefined: `url` does those too. */
    ownerUrl: string | undefined;
    replicaUrl: string | undefined;
    /** What `url` goes through, which then keeps nothing from one transaction to the next; `ownerUrl` never does. */
    pooler: 'transaction' | undefined;
  };
  /** Absolute. */
  dataDir: string;
  /** Whether an empty register is filled with the demonstration programme. */
  demo: boolean;
  administrator: { email: string; password: string | undefined };
  /** Whom the accessibility statement and security.txt say to write to. */
  contactEmail: string | undefined;
  /** Undefined: one is made and kept in `dataDir`. */
  sessionSecret: string | undefined;
  mail: { url: string; from: string } | undefined;
  oidc: OpenIdProvider | undefined;
  objectStore: ObjectStore | undefined;
  /** What may be attached to a record. */
  files: { mostBytes: number; kinds: readonly FileKind[]; scanner: Scanner | undefined };
  kvk: { url: string; key: string; checksPerNight: number } | undefined;
  backup: BackupSettings;
  session: SessionTerm;
  retention: RetentionTerms;
  /** Of an OpenTelemetry collector; undefined: nobody is told what took how long. */
  tracesTo: string | undefined;
}

export interface BackupSettings {
  /** What files are sealed with, or the file that says it; with neither, none is made by itself. */
  passphrase: string | undefined;
  passphraseFile: string | undefined;
  to: { folder: string } | BucketPlace;
  /** 0: none is made by itself. */
  everyHours: number;
  /** So many are kept where they go by themselves, the newest. */
  keep: number;
}

interface OpenIdProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  scope: string;
  /** The claim that names a person's groups, and the role that each gives; undefined: nobody gets an account by it. */
  roleClaim: string | undefined;
  roleMap: Record<string, Role> | undefined;
}

export interface ObjectStore {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Where clamd listens. */
type Scanner = { host: string; port: number } | { socket: string };

export interface ConfigurationFault {
  variable: string;
  /** A sentence without the value, which may be a secret. */
  message: string;
}

export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(readonly faults: ConfigurationFault[]) {
    super(['The environment has faults:', ...faults.map(({ message }) => `  - ${message}`)].join('\n'));
  }
}

/** Reads the environment, once. @throws ConfigurationError with every fault in it. */
export function parseEnvironment(environment: Environment = process.env): Configuration {
  // `NAME=` in a file or a compose file means: not set.
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
  const parsed = variablesSchema.safeParse(present);
  const faults = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => fault(String(path[0]), message)),
    ...missingPartners(present),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigurationError(faults);
  return grouped(parsed.data);
}

const fault = (variable: string, what: string): ConfigurationFault => ({
  variable,
  message: `${variable} ${what}.`,
});

function missingPartners(present: Environment): ConfigurationFault[] {
  const isSet = (name: VariableName): boolean => present[name] !== undefined;
  const incomplete = COMPLETE_SETS.filter(({ together }) => together.some(isSet)).flatMap(({ together }) =>
    together
      .filter((name) => !isSet(name))
      .map((name) => fault(name, `is missing beside ${together.find(isSet) ?? ''}`)),
  );
  if (present.BACKUP_TO?.startsWith('s3:') && !isSet('S3_ENDPOINT'))
    incomplete.push(fault('S3_ENDPOINT', 'is missing beside BACKUP_TO'));
  if (isSet('DATABASE_POOLER') && isSet('DATABASE_URL') && !isSet('DATABASE_OWNER_URL'))
    incomplete.push(
      fault('DATABASE_OWNER_URL', 'is missing beside DATABASE_POOLER: migrations need PostgreSQL itself'),
    );
  incomplete.push(...inOtherSchemas(present));
  const alone = DEPENDANTS.filter(({ variable, needs }) => isSet(variable) && !isSet(needs));
  return [
    ...incomplete,
    ...alone.map(({ variable, needs }) => fault(variable, `means nothing without ${needs}`)),
  ];
}

/** One register is in one schema, whoever asks and wherever it is read. */
function inOtherSchemas(present: Environment): ConfigurationFault[] {
  const schemaAt = (address: string | undefined): string | undefined =>
    address !== undefined && URL.canParse(address) ? schemaNamedBy(address) : undefined;
  const schema = schemaAt(present.DATABASE_URL);
  return (['DATABASE_OWNER_URL', 'DATABASE_REPLICA_URL'] as const)
    .filter(
      (name) => schema !== undefined && present[name] !== undefined && schemaAt(present[name]) !== schema,
    )
    .map((name) => fault(name, 'must name the same schema as DATABASE_URL'));
}

function grouped(variables: Variables): Configuration {
  const publicUrl = variables.PUBLIC_URL ?? localAddress(variables);
  return {
    server: {
      port: variables.PORT,
      host: variables.HOST,
      publicUrl,
      trustProxy: variables.TRUST_PROXY,
      isForThisMachine: isLoopback(variables.HOST) && variables.PUBLIC_URL === undefined,
      processes: variables.WEB_CONCURRENCY,
      logLevel: variables.LOG_LEVEL,
    },
    database: {
      url: variables.DATABASE_URL,
      ownerUrl: variables.DATABASE_OWNER_URL,
      replicaUrl: variables.DATABASE_REPLICA_URL,
      pooler: variables.DATABASE_POOLER,
    },
    dataDir: resolve(variables.DATA_DIR),
    demo: variables.DEMO ?? variables.DATABASE_URL === undefined,
    administrator: { email: variables.ADMIN_EMAIL, password: variables.ADMIN_PASSWORD },
    contactEmail: variables.CONTACT_EMAIL,
    sessionSecret: variables.SESSION_SECRET,
    ...services(variables, publicUrl),
    tracesTo: variables.OTEL_EXPORTER_OTLP_ENDPOINT,
    backup: {
      passphrase: variables.BACKUP_PASSPHRASE,
      passphraseFile: variables.BACKUP_PASSPHRASE_FILE,
      to: variables.BACKUP_TO ?? { folder: join(resolve(variables.DATA_DIR), 'backups') },
      everyHours: variables.BACKUP_EVERY,
      keep: variables.BACKUP_KEEP,
    },
    session: { idleHours: variables.SESSION_IDLE_HOURS, days: variables.SESSION_DAYS },
    retention: {
      faultyRows: variables.KEEP_FAULTY_ROWS_DAYS,
      mails: variables.KEEP_MAILS_DAYS,
      notifications: variables.KEEP_NOTIFICATIONS_DAYS,
    },
  };
}

type Services = Pick<Configuration, 'mail' | 'oidc' | 'objectStore' | 'files' | 'kvk'>;

function services(variables: Variables, publicUrl: string): Services {
  const { SMTP_URL: smtp, SMTP_FROM: from, KVK_API_KEY: kvkKey } = variables;
  return {
    mail:
      smtp === undefined ? undefined : { url: smtp, from: from ?? `fieldlab@${new URL(publicUrl).hostname}` },
    oidc: oidc(variables),
    objectStore: objectStore(variables),
    files: {
      mostBytes: variables.EVIDENCE_MAX_MB * MEGABYTE,
      kinds: variables.EVIDENCE_TYPES,
      scanner: scanner(variables),
    },
    kvk: kvkKey === undefined ? undefined : kvk(variables, kvkKey),
  };
}

const kvk = ({ KVK_API_URL: url, KVK_CHECKS_PER_NIGHT: checksPerNight }: Variables, key: string) => ({
  ...{ url, key, checksPerNight },
});

function oidc(variables: Variables): Services['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = variables;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  const { OIDC_SCOPE: scope, OIDC_ROLE_CLAIM: roleClaim, OIDC_ROLE_MAP: roleMap } = variables;
  return { issuer, clientId, clientSecret, scope, roleClaim, roleMap };
}

function scanner({ CLAMAV_SOCKET: socket, CLAMAV_HOST: host, CLAMAV_PORT: port }: Variables) {
  if (socket !== undefined) return { socket };
  return host === undefined ? undefined : { host, port };
}

function objectStore(variables: Variables): ObjectStore | undefined {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = variables;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = variables;
  if (endpoint === undefined || bucket === undefined) return undefined;
  if (accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  return { endpoint, region, bucket, accessKeyId, secretAccessKey };
}

/** Of the host that is listened on: nobody else reaches it. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);

/** What a browser on this machine would type. */
function localAddress({ HOST: host, PORT: port }: Variables): string {
  const everywhere = ['0.0.0.0', '::', '127.0.0.1'].includes(host);
  const name = host.includes(':') ? `[${host}]` : host;
  return `http://${everywhere ? 'localhost' : name}:${port}`;
}
