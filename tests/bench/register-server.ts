import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { actorOf } from '@api/access/current-actor.decorator';
import { AppModule } from '@api/app.module';
import { configureApp, JSON_ALONE } from '@api/configure-app';
import { Database } from '@api/platform/database/database';
import { createLog } from '@api/platform/logging/json-logger';
import { requestLog } from '@api/platform/logging/request-log';

/** The product as it is served, log lines and all, on a database that is there already. */
const [url = ''] = process.argv.slice(2);
const app = await NestFactory.create<NestExpressApplication>(AppModule.with(new Database(url)), {
  ...JSON_ALONE,
  logger: ['error'],
});
configureApp(app, { log: requestLog(createLog('info'), (request) => actorOf(request)?.id) });
await app.listen(0, '127.0.0.1');
process.stdout.write(`${(app.getHttpServer().address() as AddressInfo).port}\n`);
process.stdin.resume().on('end', () => process.exit(0));
