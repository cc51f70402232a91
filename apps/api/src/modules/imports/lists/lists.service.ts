import { Inject, Injectable } from '@nestjs/common';
import { DomainError, errorSentence, invalidInput, type InputFault, type Language } from '@fieldlab/domain';
import { authorshipOf, requirePermission, type Actor } from '../../../access/actor';
import type { Transaction } from '../../../platform/database/database';
import { asDomainError } from '../../../platform/database/database-errors';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { keepAnswer } from '../../../records/idempotency.repository';
import type { WriteOptions } from '../../../records/record.service';
import { AttendancesService } from '../../attendances/attendances.service';
import { CompaniesService } from '../../companies/companies.service';
import { ParticipationsService } from '../../participations/participations.service';
import type { ImportDto } from '../import.dto';
import { ImportQueueRepository } from '../import-queue.repository';
import { ImportsRepository } from '../imports.repository';
import { revisionUnderWay } from '../writing/write-records.repository';
import type { ListRow, NewList } from './list.dto';

type Sheet = 'companies' | 'participations' | 'attendances';
type Created = Record<Sheet, number>;
interface ListOptions extends WriteOptions {
  language: Language;
}

/** Lists that people paste after an event: an import without a file, by the rules of the records themselves. */
@Injectable()
export class ListsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ImportsRepository) private readonly imports: ImportsRepository,
    @Inject(ImportQueueRepository) private readonly queue: ImportQueueRepository,
    @Inject(CompaniesService) private readonly companies: CompaniesService,
    @Inject(ParticipationsService) private readonly participations: ParticipationsService,
    @Inject(AttendancesService) private readonly attendances: AttendancesService,
  ) {}

  /** @throws DomainError INVALID_INPUT with what is wrong in every row; nothing is written then. */
  async write(actor: Actor, { name, rows }: NewList, options: ListOptions): Promise<ImportDto> {
    requirePermission(actor, 'import:write');
    const by = authorshipOf(actor, options.reason);
    return this.unitOfWork.run(by, async (tx) => {
      const created = await this.writeAll(tx, actor, rows, options.language);
      const id = await this.imports.keepDone(tx.client, {
        importId: null,
        fileName: name,
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

  private async writeAll(
    tx: Transaction,
    actor: Actor,
    rows: readonly ListRow[],
    language: Language,
  ): Promise<Created> {
    const created: Created = { companies: 0, participations: 0, attendances: 0 };
    const faults: InputFault[] = [];
    for (const [index, row] of rows.entries()) {
      await this.imports.savepoint(tx.client);
      try {
        for (const sheet of await this.writeRow(tx, actor, row)) created[sheet] += 1;
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

  private async writeRow(tx: Transaction, actor: Actor, row: ListRow): Promise<Sheet[]> {
    const { companyId: known, newCompany, participation, attendance } = row;
    const sheets: Sheet[] = [];
    let companyId = known ?? '';
    if (newCompany) {
      ({ id: companyId } = await this.companies.createWithin(tx, actor, newCompany));
      sheets.push('companies');
    }
    if (participation) {
      await this.participations.createWithin(tx, actor, { ...participation, companyId });
      sheets.push('participations');
    }
    if (attendance) {
      await this.attendances.createWithin(tx, actor, { ...attendance, companyId });
      sheets.push('attendances');
    }
    return sheets;
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

const countsOf = (created: Created): ImportDto['counts'] =>
  Object.fromEntries(
    Object.entries(created)
      .filter(([, count]) => count > 0)
      .map(([sheet, count]) => [sheet, { created: count, updated: 0, unchanged: 0 }]),
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
