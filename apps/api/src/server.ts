import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { actorOf } from './access/current-actor.decorator';
import { ensureFirstAdministrator, type FirstAdministrator } from './access/first-administrator';
import { appOptionsOf } from './app-options';
import { AppModule } from './app.module';
import { configureApp, JSON_ALONE } from './configure-app';
import { MetricsService } from './modules/metrics/metrics.service';
import type { Configuration } from './platform/config/env.schema';
import { shelfOf } from './platform/database/backup/backup-shelf';
import { alone } from './platform/database/alone';
import { LOCKS } from './platform/database/locks';
import { Database } from './platform/database/database';
import { DatabaseWatch, OF_THE_REPLICA, WATCH } from './platform/database/database-watch';
import { openRegister, type OpenRegister } from './platform/database/open-register';
import { Housekeeping } from './platform/housekeeping/housekeeping.service';
import { JobsService } from './platform/jobs/jobs.service';
import { createLog, JsonLogger } from './platform/logging/json-logger';
import { requestLog } from './platform/logging/request-log';
import { startTracing } from './platform/tracing/start-tracing';
import { backupProgram, BackupSchedule, type BackupScheduleOptions } from './startup/backup-schedule';
import { DEMONSTRATION, loadDemonstration } from './startup/demonstration';
import { readyAccounts } from './startup/demonstration/people';
import type { Ending } from './startup/ending';
import { lastAnswers } from './startup/close-server';
import { askingPeers } from './startup/peers';
import { leftAsTheyAre } from './startup/left-as-they-are';
import type { Part } from './startup/supervisor';
import { greeting, howToLookAround, howToSignIn } from './startup/greeting';

const LISTEN_ATTEMPTS = 12;
const LISTEN_PAUSE_MS = 250;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Serves the register until `ending`: the whole program, in this process. */
export async function serve(configuration: Configuration, ending: Ending, part: Part): Promise<void> {
  const { server, database, dataDir, sessionSecret } = configuration;
  const register = await openRegister({
    ...database,
    dataDir,
    sessionSecret,
    processes: server.processes,
    log: say,
  });
  ending.onEnd(() => register.close());
  const log = createLog(server.logLevel);
  if (part.isFirst) for (const line of await leftAsTheyAre(register.database.pool)) log.warn(line);
  watchDatabases(register, database.replicaUrl, ending, log);
  const tracing =
    configuration.tracesTo === undefined ? undefined : await startTracing(configuration.tracesTo);
  if (tracing) ending.onEnd(() => tracing.stop());
  tracing?.watch(register.database.pool);
  if (register.replica) tracing?.watch(register.replica.database.pool);
  const module = AppModule.with(register.database, await appOptionsOf(configuration));
  const app = await NestFactory.create<NestExpressApplication>(module, {
    ...JSON_ALONE,
    logger: new JsonLogger(log),
  });
  if (tracing) app.use(tracing.request);
  ending.onEnd(async () => {
    const ended = lastAnswers(app.getHttpServer());
    await app.close();
    ended();
  });
  if (register.replica) app.get(MetricsService).tellReads(register.replica.counts);
  if (server.processes > 1) app.get(MetricsService).join(part.number, askingPeers);
  configureApp(app, {
    contactEmail: configuration.contactEmail,
    log: requestLog(log, (request) => actorOf(request)?.id),
  });
  await app.init(); // what the demonstration asks of modules, such as publishing, works from here on
  const made = part.isFirst ? await makeFirst(app, configuration, register.ownerUrl) : undefined;
  await listen(app, server);
  await warmUp(register.database);
  await app.get(JobsService).start();
  await app.get(Housekeeping).start();
  if (part.number === 1) scheduleBackups(app, configuration, ending, log);
  if (made) await greet(app, server, made);
}

/** The first query of Prisma loads its compiler, some tenths of a second for which the first reader would wait. */
async function warmUp({ prisma }: Database): Promise<void> {
  // Where the database is away at this moment, who asks is told.
  await prisma.programme.findFirst({ select: { id: true } }).catch(() => undefined);
}

/** Of the database, and of its replica where there is one. */
function watchDatabases(
  { appUrl, database, replica }: OpenRegister,
  replicaUrl: string | undefined,
  ending: Ending,
  log: ReturnType<typeof createLog>,
): void {
  const say = (line: string): void => log.warn(line);
  const watches = [new DatabaseWatch(appUrl, database.pool, say)];
  if (replica && replicaUrl !== undefined)
    watches.push(new DatabaseWatch(replicaUrl, replica.database.pool, say, WATCH, OF_THE_REPLICA));
  for (const watch of watches) {
    ending.onEnd(() => watch.stop());
    watch.start();
  }
}

interface MadeFirst {
  isLoaded: boolean;
  administrator: FirstAdministrator | undefined;
}

/** What an empty register needs. Of processes that start together on one database, the others wait and find it there. */
async function makeFirst(
  app: NestExpressApplication,
  { demo, administrator }: Configuration,
  ownerUrl: string,
): Promise<MadeFirst> {
  return alone(ownerUrl, LOCKS.firstStart, async () => {
    const isLoaded = demo && (await loadDemonstration(app));
    if (isLoaded) say('Loaded the demonstration programme.');
    return { isLoaded, administrator: await ensureFirstAdministrator(app.get(Database), administrator) };
  });
}

async function greet(
  app: NestExpressApplication,
  { isForThisMachine, publicUrl }: Configuration['server'],
  { isLoaded, administrator }: MadeFirst,
): Promise<void> {
  const ready = isLoaded && isForThisMachine ? await readyAccounts(app, DEMONSTRATION) : [];
  say(await greeting(app, publicUrl, [howToSignIn(administrator), ...howToLookAround(ready)]));
}

function scheduleBackups(
  app: NestExpressApplication,
  { backup: settings, objectStore }: Configuration,
  ending: Ending,
  log: BackupScheduleOptions['log'],
): void {
  const program = backupProgram();
  if (!BackupSchedule.isWanted(settings) || program === undefined) return;
  const metrics = app.get(MetricsService);
  const onNewest = (madeAt: Date | undefined): void => metrics.tellNewestBackup(madeAt);
  const shelf = shelfOf(settings.to, objectStore);
  const schedule = new BackupSchedule({ settings, shelf, program, log, onNewest });
  ending.onEnd(() => schedule.stop());
  schedule.start();
}

/** After a sudden death of npm its server takes a moment to notice and to let go of the port. */
async function listen(app: NestExpressApplication, { port, host }: Configuration['server']): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await app.listen(port, host);
      return;
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || attempt === LISTEN_ATTEMPTS) throw error;
      await sleep(LISTEN_PAUSE_MS);
    }
  }
}
