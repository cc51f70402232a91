import 'reflect-metadata';
import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ensureFirstAdministrator } from './access/first-administrator';
import { appOptionsOf } from './app-options';
import { AppModule } from './app.module';
import { configureApp } from './configure-app';
import { ConfigurationError, parseEnvironment, type Configuration } from './platform/config/env.schema';
import { MigrationError } from './platform/database/migrate';
import { openRegister } from './platform/database/open-register';
import { loadDemonstration } from './startup/demonstration';
import { greeting, howToSignIn } from './startup/greeting';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function start(configuration: Configuration): Promise<void> {
  const { server, database, dataDir } = configuration;
  const register = await openRegister({ url: database.url, ownerUrl: database.ownerUrl, dataDir, log: say });
  const options: NestApplicationOptions = { logger: ['error', 'warn'] };
  const module = AppModule.with(register.database, await appOptionsOf(configuration));
  const app = await NestFactory.create<NestExpressApplication>(module, options);
  endOnSignal(async () => {
    await app.close();
    await register.close();
  });
  configureApp(app);
  if (configuration.demo && (await loadDemonstration(app))) say('Loaded the demonstration programme.');
  const administrator = await ensureFirstAdministrator(register.database, configuration.administrator);
  await app.listen(server.port, server.host);
  say(await greeting(app, server.publicUrl, howToSignIn(administrator)));
}

/** The first signal ends everything in order; a second one does not wait. */
function endOnSignal(close: () => Promise<void>): void {
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending) process.exit(1);
      ending = true;
      void close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

try {
  await start(parseEnvironment());
} catch (error) {
  const isExpected = error instanceof ConfigurationError || error instanceof MigrationError;
  process.stderr.write(`${isExpected ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(1);
}
