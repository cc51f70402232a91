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

/** A record that a row became. */
export interface Made {
  id: string;
  /** Of the workbook, or of what stands in none. */
  sheet: keyof ImportDto['counts'];
  /** That its kind keeps no versions, from which it could be taken back. */
  isWithoutVersions?: boolean;
}
export interface ListOptions extends WriteOptions {
  language: Language;
}

interface List<R> {
  /** What it is called among the imports. */
  name: string;
  rows: readonly R[];
  /** Writes one, and answers which records were made. */
  writeRow: (tx: Transaction, row: R) => Promise<Made[]>;
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
      const made = await this.writeAll(tx, list, options.language);
      const id = await this.imports.keepDone(tx.client, {
        importId: null,
        fileName: list.name,
        language: options.language,
        by,
        revisionId: await revisionUnderWay(tx.client),
        result: { importId: null, status: 'DONE', counts: countsOf(made), ...NOTHING_FOUND },
        madeWithoutVersions: withoutVersions(made),
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
  ): Promise<Made[]> {
    const made: Made[] = [];
    const faults: InputFault[] = [];
    for (const [index, row] of rows.entries()) {
      await this.imports.savepoint(tx.client);
      try {
        made.push(...(await writeRow(tx, row)));
      } catch (error) {
        const refusal = error instanceof DomainError ? error : asDomainError(error);
        if (!refusal || refusal.code === 'UNAVAILABLE') throw error;
        faults.push(...faultsOf(refusal, index, language));
        await this.imports.backToSavepoint(tx.client);
      }
    }
    if (faults.length > 0) throw invalidInput(faults);
    return made;
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

function countsOf(made: readonly Made[]): ImportDto['counts'] {
  const counts: ImportDto['counts'] = {};
  for (const { sheet } of made)
    counts[sheet] = { created: (counts[sheet]?.created ?? 0) + 1, updated: 0, unchanged: 0 };
  return counts;
}

/** Their ids, by kind. */
function withoutVersions(made: readonly Made[]): Record<string, string[]> {
  const ids: Record<string, string[]> = {};
  for (const { id, sheet, isWithoutVersions } of made)
    if (isWithoutVersions) ids[sheet] = [...(ids[sheet] ?? []), id];
  return ids;
}

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
