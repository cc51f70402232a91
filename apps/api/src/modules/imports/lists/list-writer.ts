import { Inject, Injectable } from '@nestjs/common';
import { DomainError, errorSentence, invalidInput, type InputFault, type Language } from '@fieldlab/domain';
import { authorshipOf, requirePermission, type Actor } from '../../../access/actor';
import type { Transaction } from '../../../platform/database/database';
import { asDomainError } from '../../../platform/database/database-errors';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { keepAnswer } from '../../../resource/idempotency.repository';
import type { WriteOptions } from '../../../resource/record.service';
import type { ImportDto } from '../import.dto';
import { ImportQueueRepository } from '../import-queue.repository';
import { ImportsRepository } from '../imports.repository';
import { revisionUnderWay } from '../writing/write-records.repository';

type Sheet = keyof ImportDto['counts'];
export interface ListOptions extends WriteOptions {
  language: Language;
}

interface List<R> {
  /** What it is called among the imports. */
  name: string;
  rows: readonly R[];
  /** Writes one, and answers of which sheets of the workbook records were made. */
  writeRow: (tx: Transaction, row: R) => Promise<Sheet[]>;
}

/** Writes rows as one change that is kept as an import: all of them or none, and undone as a whole. */
@Injectable()
export class ListWriter {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ImportsRepository) private readonly imports: ImportsRepository,
    @Inject(ImportQueueRepository) private readonly queue: ImportQueueRepository,
  ) {}

  /** @throws DomainError INVALID_INPUT with what is wrong in every row; nothing is written then. */
  async write<R>(actor: Actor, list: List<R>, options: ListOptions): Promise<ImportDto> {
    requirePermission(actor, 'import:write');
    const by = authorshipOf(actor, options.reason);
    return this.unitOfWork.run(by, async (tx) => {
      const created = await this.writeAll(tx, list, options.language);
      const id = await this.imports.keepDone(tx.client, {
        importId: null,
        fileName: list.name,
        language: options.language,
        by,
        revisionId: await revisionUnderWay(tx.client),
        result: { importId: null, status: 'DONE', counts: countsOf(created), ...NOTHING_FOUND },
      });
      const kept = await this.queue.find(id, options.language, actor.id, tx.client);
      if (!kept) throw new Error(`The import ${id} was not kept`);
      await keepAnswer(tx.client, options.claim, kept);
      return kept;
    });
  }

  private async writeAll<R>(
    tx: Transaction,
    { rows, writeRow }: List<R>,
    language: Language,
  ): Promise<ReadonlyMap<Sheet, number>> {
    const created = new Map<Sheet, number>();
    const faults: InputFault[] = [];
    for (const [index, row] of rows.entries()) {
      await this.imports.savepoint(tx.client);
      try {
        for (const sheet of await writeRow(tx, row)) created.set(sheet, (created.get(sheet) ?? 0) + 1);
      } catch (error) {
        const refusal = error instanceof DomainError ? error : asDomainError(error);
        if (!refusal || refusal.code === 'UNAVAILABLE') throw error;
        faults.push(...faultsOf(refusal, index, language));
        await this.imports.backToSavepoint(tx.client);
      }
    }
    if (faults.length > 0) throw invalidInput(faults);
    return created;
  }
}

const NOTHING_FOUND = {
  openReviews: 0,
  faults: [],
  warnings: [],
  told: { faults: [], warnings: [] },
  changes: [],
  setAsideRows: 0,
  faultyRows: null,
  plannedRows: [],
  findingKinds: [],
};

const countsOf = (created: ReadonlyMap<Sheet, number>): ImportDto['counts'] =>
  Object.fromEntries(
    [...created].map(([sheet, count]) => [sheet, { created: count, updated: 0, unchanged: 0 }]),
  );

/** What is wrong with a row: at its fields where that is known, else at the row, in the reader's language. */
function faultsOf({ code, faults, about }: DomainError, index: number, language: Language): InputFault[] {
  if (faults.length === 0) {
    return [
      {
        path: `rows.${index}`,
        message: errorSentence(code, about ?? {}, language),
        code,
        ...(about && { about }),
      },
    ];
  }
  return faults.map((fault) => ({ ...fault, path: `rows.${index}.${fault.path}` }));
}
