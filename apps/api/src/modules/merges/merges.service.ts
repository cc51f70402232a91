import { DomainError, errorSentence, invalidInput } from '@fieldlab/domain';
import { Inject, Injectable } from '@nestjs/common';
import { authorshipOf, requirePermission, type Actor } from '../../access/actor';
import { Database, type Transaction } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { lockMerges } from '../../resource/firms';
import { keepAnswer } from '../../resource/idempotency.repository';
import { RecordService, staleVersion, type WriteOptions } from '../../resource/record.service';
import { referenceFaults } from '../../resource/references';
import { CompaniesService } from '../companies/companies.service';
import { TakenOverFieldsService } from '../companies/taken-over-fields.service';
import { mergeSpec, type Merge, type MergeFields, type MergeInput, type UnmergeQuery } from './merge.dto';
import { forgetThatTheyDiffer, isSameFirm } from './merges.repository';

@Injectable()
export class MergesService extends RecordService<MergeFields> {
  constructor(
    @Inject(Database) database: Database,
    @Inject(UnitOfWork) unitOfWork: UnitOfWork,
    @Inject(CompaniesService) private readonly companies: CompaniesService,
    @Inject(TakenOverFieldsService) private readonly takenOverFields: TakenOverFieldsService,
  ) {
    super(mergeSpec, database, unitOfWork);
  }

  /**
   * Says that two companies always were one firm. Records keep pointing where they did.
   * @throws DomainError MERGED_AWAY where either was merged already, MERGE_CYCLE
   */
  async merge(actor: Actor, input: MergeInput, options: WriteOptions = {}): Promise<Merge> {
    requirePermission(actor, 'merge:write');
    const reason = options.reason ?? input.reason ?? undefined;
    return this.unitOfWork.run(authorshipOf(actor, reason), async (tx) => {
      const record = await this.mergeWithin(tx, actor, { ...input, reason: input.reason ?? reason });
      await keepAnswer(tx.client, options.claim, record);
      return record;
    });
  }

  /** The same as a part of the caller's transaction. */
  async mergeWithin(tx: Transaction, actor: Actor, input: MergeInput): Promise<Merge> {
    requirePermission(actor, 'merge:write');
    const { survivorId, mergedId, fields = [], reason = null } = input;
    await lockMerges(tx.client);
    const faults = await referenceFaults(tx, this.spec, { survivorId, mergedId }, undefined);
    if (faults.length > 0) throw invalidInput(faults);
    if (await isSameFirm(tx.client, survivorId, mergedId))
      throw new DomainError('MERGE_CYCLE', errorSentence('MERGE_CYCLE', {}, 'en'));
    for (const id of [survivorId, mergedId]) await this.companies.assertNotMergedAway(tx, id);
    const takenOver = await this.takenOverFields.takeOver(tx, actor, { survivorId, mergedId }, fields);
    await forgetThatTheyDiffer(tx.client, survivorId, mergedId);
    const id = await this.records.insert(tx, { survivorId, mergedId, reason, takenOver });
    return this.reread(tx, actor, id);
  }

  /**
   * Takes a merge back, and what the survivor took over with it.
   * @throws DomainError EDITED_SINCE_MERGE where taken-over fields were edited since and `fields` does not say what
   *   becomes of them
   */
  async takeBack(actor: Actor, id: string, version: number, query: UnmergeQuery): Promise<void> {
    requirePermission(actor, 'merge:write');
    await this.unitOfWork.run(authorshipOf(actor, query.reason), async (tx) => {
      await lockMerges(tx.client);
      const merge = await this.getForWrite(tx, actor, id, version);
      const taken = merge.takenOver ?? [];
      const about = { survivorId: merge.survivorId, mergeId: id };
      const edited = await this.takenOverFields.editedSince(tx, about, taken);
      if (edited.length > 0 && query.fields === undefined) throw editedSince(edited);
      if (!(await this.records.setDeleted(tx, id, version, true))) throw staleVersion();
      const kept = query.fields === 'keep' ? edited : [];
      const restored = taken.map(({ field }) => field).filter((field) => !kept.includes(field));
      await this.takenOverFields.giveBack(tx, actor, merge, { taken, restored });
    });
  }
}

function editedSince(fields: readonly string[]): DomainError {
  const about = { companyFields: fields.join(' ') };
  const code = 'EDITED_SINCE_MERGE';
  const message = errorSentence(code, about, 'en');
  return new DomainError(
    code,
    message,
    fields.map((path) => ({ path, message, code, about })),
    about,
  );
}
