import { Inject, Injectable } from '@nestjs/common';
import { assertStep, DomainError, errorSentence } from '@fieldlab/domain';
import { authorshipOf, boundOf, requirePermission, type Actor } from '../../access/actor';
import { Database, type Transaction } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { keepAnswer } from '../../resource/idempotency.repository';
import { withSurvivors } from '../../resource/references';
import { RecordService, staleVersion, type WriteOptions } from '../../resource/record.service';
import {
  participationSpec,
  type Participation,
  type ParticipationFields,
  type StepInput,
} from './participation.dto';
import {
  findClosedByStep,
  findInTheWayOfKnown,
  findInTheWayOfNew,
  type Other,
  type TakingPart,
} from './participations.repository';

export { participationSpec } from './participation.dto';

/** A participation that was ended: the version that it got, and the end that it had. */
export interface Ended {
  id: string;
  version: number;
  endedOn: string | null;
}

@Injectable()
export class ParticipationsService extends RecordService<ParticipationFields> {
  constructor(@Inject(Database) database: Database, @Inject(UnitOfWork) unitOfWork: UnitOfWork) {
    super(participationSpec, database, unitOfWork);
  }

  /** Closes the period and opens the next, at another level, on the same day; answers the next. */
  async step(
    actor: Actor,
    id: string,
    { level, on }: StepInput,
    options: WriteOptions,
  ): Promise<Participation> {
    requirePermission(actor, 'participation:write');
    return this.unitOfWork.run(authorshipOf(actor, options.reason), async (tx) => {
      const current = await this.getForWrite(tx, actor, id);
      assertStep(current, { level, on });
      await this.update(tx, current, { endedOn: on });
      const { companyId, centreId, endedOn, note } = current;
      const values = await withSurvivors(tx, this.spec, {
        companyId,
        centreId,
        level,
        startedOn: on,
        endedOn,
        note,
      });
      const next = await this.insert(tx, values, options);
      const record = await this.reread(tx, actor, next);
      await keepAnswer(tx.client, options.claim, record);
      return record;
    });
  }

  /**
   * Takes a step back: removes the period that it opened, and opens the one that it closed as it was, in one
   * transaction; answers that one.
   * @throws DomainError NOT_A_STEP, BUILT_UPON where either period was changed since, STALE_VERSION
   */
  async undoStep(actor: Actor, id: string, version: number, options: WriteOptions): Promise<Participation> {
    requirePermission(actor, 'participation:write');
    return this.unitOfWork.run(authorshipOf(actor, options.reason), async (tx) => {
      await this.getForWrite(tx, actor, id, version);
      const closed = await findClosedByStep(tx.client, id);
      if (!closed) throw new DomainError('NOT_A_STEP', errorSentence('NOT_A_STEP', {}, 'en'));
      const before = closed.isUntouched && (await this.getForWrite(tx, actor, closed.id));
      if (!before) throw new DomainError('BUILT_UPON', errorSentence('BUILT_UPON', {}, 'en'));
      if (!(await this.records.setDeleted(tx, id, version, true))) throw staleVersion();
      await this.update(tx, before, { endedOn: closed.endedOn });
      return this.reread(tx, actor, closed.id);
    });
  }

  /** Ends a participation as a part of the caller's transaction; answers what `reopenWithin` takes back. */
  async endWithin(tx: Transaction, actor: Actor, id: string, endedOn: string): Promise<Ended> {
    const before = await this.getForWrite(tx, actor, id);
    const { version } = await this.patchWithin(tx, actor, id, { endedOn });
    return { id, version, endedOn: before.endedOn };
  }

  /** @throws DomainError BUILT_UPON where it was changed or deleted since */
  async reopenWithin(tx: Transaction, actor: Actor, { id, version, endedOn }: Ended): Promise<void> {
    const now = await this.records.findToWrite(tx, id, boundOf(actor));
    if (now?.version !== version) throw new DomainError('BUILT_UPON', errorSentence('BUILT_UPON', {}, 'en'));
    await this.patchWithin(tx, actor, id, { endedOn });
  }

  protected override async insert(
    tx: Transaction,
    values: Record<string, unknown>,
    options: WriteOptions,
  ): Promise<string> {
    assertApart(await findInTheWayOfNew(tx.client, values as unknown as TakingPart));
    return super.insert(tx, values, options);
  }

  protected override async update(
    tx: Transaction,
    current: Participation,
    values: Record<string, unknown>,
    options: WriteOptions = {},
  ): Promise<string> {
    assertApart(await findInTheWayOfKnown(tx.client, { ...current, ...values }));
    return super.update(tx, current, values, options);
  }

  protected override async restoring(tx: Transaction, deleted: Participation): Promise<void> {
    assertApart(await findInTheWayOfKnown(tx.client, deleted));
  }
}

/**
 * The database keeps the periods of a firm in a centre apart; asked first, the refusal says which one is in the way.
 * @throws DomainError PARTICIPATION_OVERLAP
 */
function assertApart(other: Other | undefined): void {
  if (!other) return;
  const { id: participationId, ...about } = other;
  const known = { participationId, ...about };
  throw new DomainError(
    'PARTICIPATION_OVERLAP',
    errorSentence('PARTICIPATION_OVERLAP', known, 'en'),
    [],
    known,
  );
}
