import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  invalidInput,
  notFound,
  type ImportMapping,
  type Language,
  fault,
} from '@fieldlab/domain';
import { authorshipOf, boundOf, requirePermission, type Actor } from '../../access/actor';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { JobsService } from '../../platform/jobs/jobs.service';
import {
  hasEnded,
  type ImportDto,
  type ImportSummary,
  type ListImportsQuery,
  type StartImportQuery,
} from './import.dto';
import { IMPORT_QUEUE, ImportQueueRepository } from './import-queue.repository';
import { layoutOf } from './mapping/layout';
import type { ImportLayout } from './mapping/mapping.dto';
import { openAs } from './mapping/open-as';
import type { Mend } from './mending/mend.dto';
import { hasRows } from './reading/has-rows';
import { atTheDoor } from './reading/at-the-door';
import { WorkbookRefused } from './reading/workbook-refused';

const POLL_MS = 300;

export interface UploadedWorkbook {
  name: string;
  content: Buffer;
  mends: readonly Mend[];
  mapping?: ImportMapping | undefined;
}

/** Imports as people at the API meet them: asked for, followed, stopped, taken back. */
@Injectable()
export class ImportJobsService {
  constructor(
    @Inject(ImportQueueRepository) private readonly queue: ImportQueueRepository,
    @Inject(JobsService) private readonly jobs: JobsService,
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
    await atTheDoor(file, language, async (path) => {
      const workbook = await openAs(path, { fileName: file.name, mends: file.mends, mapping: file.mapping });
      try {
        if (!(await hasRows(workbook))) throw new WorkbookRefused('NO_ROWS');
      } finally {
        await workbook.close();
      }
    });
    const id = await this.queue.enqueue(actor, file, {
      ...wanted,
      language,
      reason,
      centreIds: boundOf(actor),
    });
    await this.jobs.wake(IMPORT_QUEUE);
    return { id, status: 'QUEUED' };
  }

  /** What the sheets of a file of any layout probably hold. @throws DomainError as `start`. */
  async layout(
    actor: Actor,
    file: Pick<UploadedWorkbook, 'name' | 'content'> | undefined,
    language: Language,
  ): Promise<ImportLayout> {
    requirePermission(actor, 'import:write');
    if (!file) throw invalidInput([fault('file', 'FILE_MISSING')]);
    return atTheDoor(file, language, (path) => layoutOf(path, { fileName: file.name }));
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
