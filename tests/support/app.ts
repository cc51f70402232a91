import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { commandOptions, type AppOptions } from '@api/app-options';
import { AppModule } from '@api/app.module';
import { configureApp, JSON_ALONE } from '@api/configure-app';
import { Database, type DatabaseOptions, type Pooler } from '@api/platform/database/database';
import { digestKeyOf } from '@api/platform/database/digest-key';
import { TIME_LIMITS } from '@api/platform/database/time-limits';
import { Replica, type REPLICA_TIMES } from '@api/platform/database/replica';
import { createTestDatabase, type TestDatabase } from './database';

export interface TestApp {
  app: NestExpressApplication;
  database: Database;
  replica?: Replica | undefined;
  /** For what only the role that owns the tables may do. */
  ownerUrl: string;
  /** For supertest: the app listens on a free loopback port for itself. */
  server: ReturnType<NestExpressApplication['getHttpServer']>;
  close(): Promise<void>;
}

/** How the program reaches its database, where that is not straight. */
export interface Way {
  /** The address of the pooler in front of an address. */
  through: (appUrl: string) => Promise<string>;
  pooler?: Pooler;
  /** That is there already, and stays: there may be another beside it. */
  register?: Pick<TestDatabase, 'ownerUrl' | 'appUrl'>;
  /** Of its own cluster, with a replica. */
  replicated?: TestDatabase & {
    replicaUrl: string;
    times?: typeof REPLICA_TIMES;
    log?: (line: string) => void;
  };
}

export const STRAIGHT: Way = { through: (appUrl) => Promise.resolve(appUrl) };

const replicaOf = (
  { replicaUrl, log = console.log, times }: NonNullable<Way['replicated']>,
  database: Database,
  settings: DatabaseOptions,
): Replica => new Replica(replicaUrl, database, settings, log, times);

/** The whole product on an empty register of its own, as the server starts it. One a test file. */
export async function startTestApp(
  overrides: Partial<AppOptions> = {},
  timeLimits = TIME_LIMITS,
  { through, pooler, register, replicated }: Way = STRAIGHT,
): Promise<TestApp> {
  const staying = register && { ...register, drop: () => Promise.resolve() };
  const { appUrl, ownerUrl, drop } = replicated ?? staying ?? (await createTestDatabase());
  const digestKey = digestKeyOf('a secret of the tests');
  const settings = { timeLimits, digestKey, pooler };
  const database = new Database(await through(appUrl), settings);
  const replica = replicated && replicaOf(replicated, database, settings);
  if (replica) database.readFrom(replica);
  const options: NestApplicationOptions = { ...JSON_ALONE, logger: ['error'] };
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.with(database, { ...commandOptions(), ...overrides }),
    options,
  );
  configureApp(app);
  await app.init();
  return {
    app,
    database,
    replica,
    ownerUrl,
    server: app.getHttpServer(),
    close: async () => {
      await app.close();
      await replica?.close();
      await database.close();
      await drop();
    },
  };
}
