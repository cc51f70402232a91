import type { Readable } from 'node:stream';
import { DomainError, errorSentence, fault, invalidInput, notFound, type InputFault } from '@fieldlab/domain';
import { Inject, Injectable } from '@nestjs/common';
import { authorshipOf, boundOf, requirePermission, type Actor } from '../../access/actor';
import { Database, type Transaction } from '../../platform/database/database';
import { lockRow } from '../../platform/database/lock-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Files, type IncomingFile, type KeptFile } from '../../platform/files/files.service';
import { keepAnswer } from '../../resource/idempotency.repository';
import { tableOfKind } from '../../resource/record-models';
import { RecordService, type WriteOptions } from '../../resource/record.service';
import { ClaimsService, type Evidenced } from './claims.service';
import { evidenceSpec, type Evidence, type EvidenceFields, type EvidenceInput } from './evidence.dto';
import { centresOf } from './evidenced-records.repository';
import { holdOffRemoval } from './unused-files.repository';

type EvidenceValues = EvidenceInput & Partial<KeptFile>;

@Injectable()
export class EvidenceService extends RecordService<EvidenceFields> {
  constructor(
    @Inject(Database) database: Database,
    @Inject(UnitOfWork) unitOfWork: UnitOfWork,
    @Inject(ClaimsService) private readonly claims: ClaimsService,
    @Inject(Files) private readonly files: Files,
  ) {
    super(evidenceSpec, database, unitOfWork);
  }

  /**
   * Attaches a file or a link to a record; a spin-off or outcome is then evidenced.
   * @throws DomainError INVALID_INPUT for a file that is not kept, and as `create`
   */
  async attach(
    actor: Actor,
    input: EvidenceInput,
    file: IncomingFile | undefined,
    options: WriteOptions = {},
  ): Promise<Evidence> {
    requirePermission(actor, 'evidence:write');
    const faults = await this.faultsOf(actor, input, file);
    if (faults.length > 0) throw invalidInput(faults);
    const values = { ...input, ...(file && (await this.files.keep(file))) };
    return this.unitOfWork.run(authorshipOf(actor, options.reason), async (tx) => {
      const record = await this.attachWithin(tx, actor, values);
      await keepAnswer(tx.client, options.claim, record);
      return record;
    });
  }

  /** A spin-off or outcome whose last evidence goes was confirmed, and no more. */
  override async remove(
    actor: Actor,
    id: string,
    version: number,
    options: WriteOptions = {},
  ): Promise<void> {
    requirePermission(actor, 'evidence:write');
    await this.unitOfWork.run(authorshipOf(actor, options.reason), async (tx) => {
      const evidenced = await this.lockEvidenced(tx, actor, id);
      await this.removeWithin(tx, actor, id, version);
      await this.claims.lower(tx, actor, evidenced);
    });
  }

  override async restore(actor: Actor, id: string, options: WriteOptions = {}): Promise<Evidence> {
    requirePermission(actor, 'evidence:write');
    return this.unitOfWork.run(authorshipOf(actor, options.reason), async (tx) => {
      const evidenced = await this.lockEvidenced(tx, actor, id);
      await this.restoreWithin(tx, actor, id);
      await this.claims.raise(tx, actor, evidenced);
      return this.reread(tx, actor, id);
    });
  }

  /** The file behind a piece of evidence. @throws DomainError NOT_FOUND for a link */
  async file(actor: Actor, id: string): Promise<{ file: KeptFile; open: () => Promise<Readable> }> {
    const { fileName, mediaType, bytes, sha256 } = await this.get(actor, id);
    if (fileName === null || mediaType === null || bytes === null || sha256 === null)
      throw notFound('The file');
    return { file: { fileName, mediaType, bytes, sha256 }, open: () => this.opened(sha256) };
  }

  /** A link stays a link, and a file a file. */
  protected override rules(
    _tx: Transaction,
    _actor: Actor,
    next: Record<string, unknown>,
  ): Promise<InputFault[]> {
    const isBoth = typeof next.url === 'string' && typeof next.sha256 === 'string';
    return Promise.resolve(isBoth ? [fault('url', 'FILE_STAYS')] : []);
  }

  private async faultsOf(
    actor: Actor,
    { resource, recordId, url }: EvidenceInput,
    file: IncomingFile | undefined,
  ): Promise<InputFault[]> {
    const centres = await centresOf(this.database, { resource, recordId }, boundOf(actor));
    return [
      ...(centres ? [] : [fault('recordId', 'NO_SUCH_RECORD', { id: recordId, resource })]),
      ...((url ?? undefined) === undefined ? (file ? [] : [fault('file', 'FILE_OR_LINK')]) : []),
      ...(url && file ? [fault('url', 'FILE_OR_LINK')] : []),
    ];
  }

  private async attachWithin(tx: Transaction, actor: Actor, values: EvidenceValues): Promise<Evidence> {
    const { resource, recordId, sha256 } = values;
    await lockRow(tx.client, tableOfKind(resource), recordId);
    const centreIds = await centresOf(tx, values, boundOf(actor));
    if (!centreIds) throw invalidInput([fault('recordId', 'NO_SUCH_RECORD', { id: recordId, resource })]);
    if (sha256 !== undefined) {
      await holdOffRemoval(tx.client);
      if (!(await this.files.has(sha256))) throw storeUnreachable();
    }
    const { id } = await this.createWithin(tx, actor, { ...values, centreIds });
    await this.claims.raise(tx, actor, values);
    return this.reread(tx, actor, id);
  }

  /** The record first, as whoever changes the record does: its evidence follows it. */
  private async lockEvidenced(tx: Transaction, actor: Actor, id: string): Promise<Evidenced> {
    const found = await this.records.find(tx, id, boundOf(actor), { deleted: true });
    if (!found) this.notFound();
    await lockRow(tx.client, tableOfKind(found.resource), found.recordId);
    return found;
  }

  private async opened(sha256: string): Promise<Readable> {
    const content = await this.files.open(sha256);
    if (!content) throw storeUnreachable();
    return content;
  }
}

const storeUnreachable = (): DomainError =>
  new DomainError('FILE_STORE_UNREACHABLE', errorSentence('FILE_STORE_UNREACHABLE', {}, 'en'));
