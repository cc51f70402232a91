import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '@fieldlab/domain';
import { asDomainError } from '../../platform/database/database-errors';
import { clearLeftBehind, IMPORT_FOLDER } from '../../platform/files/left-behind';
import { Housekeeping } from '../../platform/housekeeping/housekeeping.service';
import { JobsService, type Job } from '../../platform/jobs/jobs.service';
import { DuplicateScansService } from '../duplicates/scan/duplicate-scans.service';
import { IMPORT_QUEUE, ImportQueueRepository, type QueuedImport } from './import-queue.repository';
import type { ImportResult } from './import-request';
import { ImportsService } from './imports.service';
import { ImportResultsRepository } from './results/import-results.repository';
import { WorkbookRefused } from './reading/workbook-refused';

const HEARTBEAT_MS = 500;
/** One with which the program ended so often is not begun again. */
const MOST_ATTEMPTS = 5;
/** So often an import is begun whose database goes away under it. */
const MOST_CUT_OFF = 3;

/** Does the imports that wait, one at a time in each process. */
@Injectable()
export class ImportWorker implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(ImportWorker.name);
  private working: Promise<void> | undefined;

  constructor(
    @Inject(ImportQueueRepository) private readonly queue: ImportQueueRepository,
    @Inject(ImportResultsRepository) private readonly results: ImportResultsRepository,
    @Inject(ImportsService) private readonly imports: ImportsService,
    @Inject(DuplicateScansService) private readonly scans: DuplicateScansService,
    @Inject(JobsService) private readonly jobs: JobsService,
    @Inject(Housekeeping) private readonly housekeeping: Housekeeping,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(IMPORT_QUEUE, (job) => (this.working = this.work(job)));
    this.housekeeping.add('files of imports that were killed', () => clearLeftBehind());
    this.housekeeping.add('imports without a job', async () => {
      if (await this.queue.giveJobs()) await this.jobs.wake(IMPORT_QUEUE);
    });
  }

  /** What has begun to write ends well, however long the program waits for it. */
  async onApplicationShutdown(): Promise<void> {
    await this.working?.catch(() => undefined);
  }

  /** @throws what has it begun anew: the program ends, or the database went away */
  private async work({ subject: id, attempt, signal }: Job): Promise<void> {
    if (attempt > MOST_ATTEMPTS) {
      await this.queue.end(id, 'FAILED', {
        failure: `It was begun ${MOST_ATTEMPTS} times, and never ended.`,
      });
    }
    const wanted = await this.queue.begin(id);
    if (wanted) await this.run(wanted, attempt, signal);
    else await this.queue.dropFiles(id);
  }

  private async run(job: QueuedImport, attempt: number, ending: AbortSignal): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), IMPORT_FOLDER));
    const cancelled = new AbortController();
    const progress = { done: 0, total: 0 };
    const heartbeat = setInterval(() => {
      void this.queue.heartbeat(job.id, progress.done, progress.total).then(
        (cancel) => cancel && cancelled.abort(),
        () => undefined,
      );
    }, HEARTBEAT_MS);
    try {
      const path = join(folder, 'workbook');
      await writeFile(path, job.content);
      const signal = AbortSignal.any([cancelled.signal, ending]);
      const result = await this.imports.importFile({
        ...{ path, fileName: job.fileName, language: job.language, dryRun: job.dryRun, signal },
        ...{ update: job.update, setAside: job.setAside, mends: job.mends, keepFaultyRows: true },
        keepPlannedRows: job.dryRun,
        mapping: job.mapping ?? undefined,
        centreIds: job.centreIds ?? undefined,
        importId: job.dryRun ? undefined : job.id,
        authorship: { actorId: job.actorId, actorName: job.actorName, ...requestOf(job) },
        onProgress: (done, total) => Object.assign(progress, { done, total }),
      });
      await this.queue.heartbeat(job.id, progress.total, progress.total);
      if (result.importId === null && result.faultyRows)
        await this.results.keepFaultyRows(job.id, result.faultyRows);
      await this.results.keepPlannedRows(job.id, result.plannedRows);
      await this.queue.end(job.id, result.status, result);
      await this.queue.dropFiles(job.id);
      await this.scanFor(job, result);
    } catch (error) {
      const isCancelled = cancelled.signal.aborted;
      const isCutOff = attempt < MOST_CUT_OFF && refusalOf(error)?.code === 'UNAVAILABLE';
      if (!isCancelled && (ending.aborted || isCutOff)) throw error; // it is begun anew
      await this.fail(job, error, isCancelled);
    } finally {
      clearInterval(heartbeat);
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** New companies may be ones that were there: the review list says so, with the reasons. */
  private async scanFor(job: QueuedImport, { importId, counts }: ImportResult): Promise<void> {
    if (importId === null || (counts.companies?.created ?? 0) === 0) return;
    const by = { actorId: job.actorId, actorName: job.actorName, ...requestOf(job) };
    await this.scans.begin(by).catch((error: unknown) => {
      this.logger.error(`Scanning after import ${job.id}: ${String(error)}`); // the next scan finds them as well
    });
  }

  private async fail(job: QueuedImport, error: unknown, cancelled: boolean): Promise<void> {
    if (!cancelled && !(error instanceof DomainError))
      this.logger.error(`Import ${job.id}: ${String(error)}`);
    const known = error instanceof WorkbookRefused ? error.sentence(job.language) : undefined;
    const failure = known ?? refusalOf(error)?.message ?? 'Something went wrong on our side.';
    await this.queue.end(job.id, cancelled ? 'CANCELLED' : 'FAILED', cancelled ? {} : { failure });
    await this.queue.dropFiles(job.id);
  }
}

const refusalOf = (error: unknown): DomainError | undefined =>
  error instanceof DomainError ? error : asDomainError(error);

const requestOf = ({ requestId, reason }: QueuedImport) => ({
  requestId: requestId ?? undefined,
  reason: reason ?? undefined,
});
