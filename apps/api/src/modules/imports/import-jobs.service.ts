import { rm, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError, invalidInput, notFound, type Language, fault } from '@fieldlab/domain';
import { authorshipOf, boundOf, requirePermission, type Actor } from '../../access/actor';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import {
  hasEnded,
  type ImportDto,
  type ImportSummary,
  type ListImportsQuery,
  type StartImportQuery,
} from './import.dto';
import { ImportQueueRepository } from './import-queue.repository';
import { ImportWorker } from './import-worker.service';
import type { Mend } from './mending/mend.dto';
import { mendedWorkbook } from './mending/mended-workbook';
import { hasRows } from './reading/has-rows';
import { openWorkbook } from './reading/open-workbook';
import { WorkbookRefused } from './reading/workbook-refused';

const POLL_MS = 300;

export interface UploadedWorkbook {
  name: string;
  content: Buffer;
  mends: readonly Mend[];
}

/** Imports as people at the API meet them: asked for, followed, stopped, taken back. */
@Injectable()
export class ImportJobsService {
  constructor(
    @Inject(ImportQueueRepository) private readonly queue: ImportQueueRepository,
    @Inject(ImportWorker) private readonly worker: ImportWorker,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws DomainError INVALID_INPUT or PAYLOAD_TOO_LARGE for a file that is turned away at the door. */
  async start(
    actor: Actor,
    file: UploadedWorkbook | undefined,
    { reason, ...wanted }: StartImportQuery,
    language: Language,
  ): Promise<Pick<ImportDto, 'id' | 'status'>> {
    requirePermission(actor, 'import:write');
    if (!file) throw invalidInput([fault('file', 'FILE_MISSING')]);
    await inspect(file, language);
    const id = await this.queue.enqueue(actor, file, {
      ...wanted,
      language,
      reason,
      centreIds: boundOf(actor),
    });
    this.worker.wake();
    return { id, status: 'QUEUED' };
  }

  async get(actor: Actor, id: string, language: Language): Promise<ImportDto> {
    requirePermission(actor, 'import:read');
    return (await this.queue.find(id, language, ownOf(actor))) ?? missing();
  }

  /** What a list says of it, without all that was found. */
  async summary(actor: Actor, id: string): Promise<ImportSummary> {
    requirePermission(actor, 'import:read');
    return (await this.queue.findSummary(id, ownOf(actor))) ?? missing();
  }

  list(actor: Actor, query: ListImportsQuery): Promise<{ data: ImportSummary[]; total: number }> {
    requirePermission(actor, 'import:read');
    return this.queue.list(query, ownOf(actor));
  }

  async cancel(actor: Actor, id: string, language: Language): Promise<ImportDto> {
    requirePermission(actor, 'import:write');
    const found = await this.summary(actor, id);
    if (hasEnded(found.status)) throw ended(found);
    await this.queue.cancel(id);
    return this.get(actor, id, language);
  }

  /** Takes a DONE import back as a whole. @throws DomainError BUILT_UPON or HAS_DEPENDANTS with what stands on it. */
  async undo(
    actor: Actor,
    id: string,
    { reason, language }: { reason: string | undefined; language: Language },
  ): Promise<ImportDto> {
    requirePermission(actor, 'import:write');
    const found = await this.summary(actor, id);
    const undone = await this.unitOfWork.runSql(
      authorshipOf(actor, reason),
      (client) => this.queue.undo(client, id),
      'batch',
    );
    if (!undone) throw ended(found);
    return this.get(actor, id, language);
  }

  /** The import again and again while it changes, until it has ended or the reader has gone. */
  async *follow(
    actor: Actor,
    id: string,
    { language, gone }: { language: Language; gone: AbortSignal },
  ): AsyncGenerator<ImportDto> {
    for (let last = ''; !gone.aborted;) {
      const now = await this.get(actor, id, language);
      const state = JSON.stringify([now.status, now.progress]);
      if (state !== last) yield now;
      last = state;
      if (hasEnded(now.status)) return;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}

const ownOf = (actor: Actor): string | undefined => (actor.role === 'ADMIN' ? undefined : actor.id);

function missing(): never {
  throw notFound('The import');
}

const ended = ({ status }: ImportSummary): DomainError =>
  new DomainError(
    'ILLEGAL_TRANSITION',
    `The import is ${status.toLowerCase()}; that cannot be done to it any more.`,
  );

/** Opens the file as the import will, so that what can be refused at the door is. */
async function inspect({ content, mends }: UploadedWorkbook, language: Language): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'fieldlab-upload-'));
  try {
    const path = join(folder, 'workbook');
    await writeFile(path, content);
    const workbook = mendedWorkbook(await openWorkbook(path), mends);
    try {
      if (!(await hasRows(workbook))) throw new WorkbookRefused('NO_ROWS');
    } finally {
      await workbook.close();
    }
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    throw new DomainError(error.code, error.sentence(language), [
      { path: 'file', message: error.sentence(language), code: error.code },
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
