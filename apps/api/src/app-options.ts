import { ALL_FILE_KINDS } from '@fieldlab/domain';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { sessionBoundsFrom, type AccessOptions } from './access/access-options';
import { newToken } from './platform/secrets/secrets';
import type { BusinessRegisterOptions } from './modules/business-registers/business-registers.module';
import type { Configuration } from './platform/config/env.schema';
import { readOrMakeSessionSecret } from './platform/config/session-secret';
import { ATTACHMENTS } from './platform/database/backup/backup-format';
import type { FileOptions } from './platform/files/file-options';
import { USUAL_TERMS, type RetentionTerms } from './platform/housekeeping/retention-terms';
import type { MailOptions } from './platform/mail/mail-options';

/** What the modules need to know of the installation. */
export interface AppOptions {
  access: AccessOptions;
  mail: MailOptions;
  files: FileOptions;
  businessRegisters: BusinessRegisterOptions;
  retention: RetentionTerms;
}

export async function appOptionsOf(configuration: Configuration): Promise<AppOptions> {
  const { server, dataDir, mail, oidc } = configuration;
  return {
    access: {
      publicUrl: server.publicUrl,
      trustProxy: server.trustProxy,
      sessionSecret: configuration.sessionSecret ?? (await readOrMakeSessionSecret(dataDir)),
      oidc,
      sessionBounds: sessionBoundsFrom(configuration.session),
    },
    mail: {
      smtpUrl: mail?.url,
      from: mail?.from ?? `fieldlab@${new URL(server.publicUrl).hostname}`,
      outboxDir: join(dataDir, 'outbox'),
    },
    files: fileOptionsOf(configuration),
    businessRegisters: { kvk: configuration.kvk },
    retention: configuration.retention,
  };
}

export const fileOptionsOf = ({ dataDir, objectStore, files }: Configuration): FileOptions => ({
  ...{ folder: join(dataDir, ATTACHMENTS), incoming: join(dataDir, 'incoming') },
  ...{ objectStore, ...files },
});

/** For a command, at which nobody signs in: its secret ends with it. */
export const commandOptions = (): AppOptions => ({
  access: {
    publicUrl: 'http://localhost:3000',
    trustProxy: false,
    sessionSecret: newToken(),
    oidc: undefined,
  },
  mail: { smtpUrl: undefined, from: 'fieldlab@localhost', outboxDir: join(tmpdir(), 'fieldlab-outbox') },
  files: {
    ...{ folder: join(tmpdir(), 'fieldlab-files'), incoming: join(tmpdir(), 'fieldlab-incoming') },
    ...{ objectStore: undefined, scanner: undefined, mostBytes: 20_000_000, kinds: ALL_FILE_KINDS },
  },
  businessRegisters: { kvk: undefined },
  retention: USUAL_TERMS,
});
