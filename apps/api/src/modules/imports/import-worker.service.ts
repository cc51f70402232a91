import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '@fieldlab/domain';
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
    this.jobs.handle(IMPORT_QUEUE, (job) => (this.working = this.work(job)), {
      ...{ mostAttempts: MOST_ATTEMPTS, mostCutOff: MOST_CUT_OFF },
      giveUp: ({ subject: id }, { failure }) => (this.working = this.end(id, 'FAILED', failure)),
    });
    this.housekeeping.add('files of imports that were killed', () => clearLeftBehind());
    this.housekeeping.add('imports without a job', async () => {
      if (await this.queue.giveJobs()) await this.jobs.wake(IMPORT_QUEUE);
    });
  }

  /** What has begun to write ends well, however long the program waits for it. */
  async onApplicationShutdown(): Promise<void> {
    await this.working?.catch(() => undefined);
  }

  private async work({ subject: id, signal }: Job): Promise<void> {
    const wanted = await this.queue.begin(id);
    if (wanted) await this.run(wanted, signal);
    else await this.queue.dropFiles(id);
  }

  private async run(job: QueuedImport, ending: AbortSignal): Promise<void> {
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
      if (!cancelled.signal.aborted) throw inLanguageOf(job, error);
      await this.end(job.id, 'CANCELLED');
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

  private async end(id: string, status: 'CANCELLED' | 'FAILED', failure?: string): Promise<void> {
    await this.queue.end(id, status, failure === undefined ? {} : { failure });
    await this.queue.dropFiles(id);
  }
}

/** Whose file is turned away is told why in their own language. */
const inLanguageOf = ({ language }: QueuedImport, error: unknown): unknown =>
  error instanceof WorkbookRefused ? new DomainError(error.code, error.sentence(language)) : error;

const requestOf = ({ requestId, reason }: QueuedImport) => ({
  requestId: requestId ?? undefined,
  reason: reason ?? undefined,
});
