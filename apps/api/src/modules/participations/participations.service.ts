import { Inject, Injectable } from '@nestjs/common';
import { assertStep } from '@fieldlab/domain';
import { authorshipOf, requirePermission, type Actor } from '../../access/actor';
import { Database } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { keepResponse } from '../../records/idempotency.repository';
import { withSurvivors } from '../../records/references';
import { RecordService, type WriteOptions } from '../../records/record.service';
import {
  participationSpec,
  type Participation,
  type ParticipationFields,
  type StepInput,
} from './participation.dto';

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
    return this.unitOfWork.runSql(authorshipOf(actor, options.reason), async (client) => {
      const current = await this.getForWrite(client, actor, id);
      assertStep(current, { level, on });
      await this.update(client, current, { endedOn: on });
      const { companyId, centreId, endedOn, note } = current;
      const values = await withSurvivors(client, this.spec, {
        companyId,
        centreId,
        level,
        startedOn: on,
        endedOn,
        note,
      });
      const next = await this.insert(client, values, options);
      const record = await this.reread(client, actor, next);
      await keepResponse(client, options.claim, record);
      return record;
    });
  }
}
