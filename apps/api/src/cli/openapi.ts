import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from '../app.module';
import { configureApp } from '../configure-app';
import { buildOpenApi } from '../openapi';
import { Database } from '../platform/database/database';

// Describing the API asks no query: the pool opens no connection before the first one.
const NOWHERE = 'postgresql://nobody@127.0.0.1:1/none';

/** Prints the OpenAPI document of this version of the program. */
async function describe(): Promise<void> {
  const database = new Database(NOWHERE);
  Logger.overrideLogger(['error']); // stdout is the document's
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(database));
  configureApp(app);
  process.stdout.write(`${JSON.stringify(buildOpenApi(app), null, 2)}\n`);
  await database.close();
}

await describe();
