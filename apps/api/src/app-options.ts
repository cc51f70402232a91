import { join } from 'node:path';
import { tmpdir } from 'node:os';
import type { AccessOptions } from './access/access-options';
import { newToken } from './access/secrets';
import type { Configuration } from './platform/config/env.schema';
import { readOrMakeSessionSecret } from './platform/config/session-secret';
import type { MailOptions } from './platform/mail/mail-options';

/** What the modules need to know of the installation. */
export interface AppOptions {
  access: AccessOptions;
  mail: MailOptions;
}

export async function appOptionsOf(configuration: Configuration): Promise<AppOptions> {
  const { server, dataDir, mail, oidc } = configuration;
  return {
    access: {
      publicUrl: server.publicUrl,
      trustProxy: server.trustProxy,
      sessionSecret: configuration.sessionSecret ?? (await readOrMakeSessionSecret(dataDir)),
      oidc,
    },
    mail: {
      smtpUrl: mail?.url,
      from: mail?.from ?? `fieldlab@${new URL(server.publicUrl).hostname}`,
      outboxDir: join(dataDir, 'outbox'),
    },
  };
}

/** For a command, at which nobody signs in: its secret ends with it. */
export const commandOptions = (): AppOptions => ({
  access: {
    publicUrl: 'http://localhost:3000',
    trustProxy: false,
    sessionSecret: newToken(),
    oidc: undefined,
  },
  mail: { smtpUrl: undefined, from: 'fieldlab@localhost', outboxDir: join(tmpdir(), 'fieldlab-outbox') },
});
