import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DomainError } from '@fieldlab/domain';
import { clearLeftBehind, IMPORT_FOLDER } from '../../platform/files/left-behind';
import { Housekeeping } from '../../platform/housekeeping/housekeeping.service';
import { DuplicateScansService } from '../duplicates/scan/duplicate-scans.service';
import { ImportQueueRepository, type QueuedImport } from './import-queue.repository';
import type { ImportResult } from './import-request';
import { ImportsService } from './imports.service';
import { ImportResultsRepository } from './results/import-results.repository';
import { WorkbookRefused } from './reading/workbook-refused';

/** Another process may have queued something, or died with something claimed. */
const POLL_MS = 2000;
const HEARTBEAT_MS = 500;

/** Works the queue off, one import at a time; the server starts it, commands do not. */
@Injectable()
export class ImportWorker implements OnApplicationShutdown {
  private readonly logger = new Logger(ImportWorker.name);
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;
  private readonly ending = new AbortController();

  constructor(
    @Inject(ImportQueueRepository) private readonly queue: ImportQueueRepository,
    @Inject(ImportResultsRepository) private readonly results: ImportResultsRepository,
    @Inject(ImportsService) private readonly imports: ImportsService,
    @Inject(DuplicateScansService) private readonly scans: DuplicateScansService,
    @Inject(Housekeeping) housekeeping: Housekeeping,
  ) {
    housekeeping.add('files of imports that were killed', () => clearLeftBehind());
  }

  start(): void {
    this.timer = setInterval(() => this.wake(), POLL_MS);
    this.timer.unref();
    this.wake();
  }

  /** There may be something to do. */
  wake(): void {
    if (this.timer === undefined) return;
    this.working ??= this.workOff().finally(() => (this.working = undefined));
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    this.ending.abort(); // what was under way is rolled back, and done by the next to start
    await this.working;
  }

  private async workOff(): Promise<void> {
    try {
      for (let next = await this.queue.claim(); next; next = await this.queue.claim()) {
        await this.run(next);
        if (this.ending.signal.aborted) return;
      }
    } catch (error) {
      this.logger.error(`The import queue stopped: ${String(error)}`); // the next poll tries again
    }
  }

  private async run(job: QueuedImport): Promise<void> {
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
      const signal = AbortSignal.any([cancelled.signal, this.ending.signal]);
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
      await this.fail(job, error, cancelled.signal.aborted);
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
    if (this.ending.signal.aborted && !cancelled) return; // still claimed: the next process does it
    if (!cancelled && !(error instanceof DomainError))
      this.logger.error(`Import ${job.id}: ${String(error)}`);
    const known = error instanceof WorkbookRefused ? error.sentence(job.language) : undefined;
    const failure =
      known ?? (error instanceof DomainError ? error.message : 'Something went wrong on our side.');
    await this.queue.end(job.id, cancelled ? 'CANCELLED' : 'FAILED', cancelled ? {} : { failure });
    await this.queue.dropFiles(job.id);
  }
}

const requestOf = ({ requestId, reason }: QueuedImport) => ({
  requestId: requestId ?? undefined,
  reason: reason ?? undefined,
});
