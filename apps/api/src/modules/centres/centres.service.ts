import { Inject, Injectable } from '@nestjs/common';
import { dateIn, NETHERLANDS, type InputFault, fault } from '@fieldlab/domain';
import { boundOf, requirePermission, type Actor } from '../../access/actor';
import { Database, type Transaction } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { RecordService } from '../../resource/record.service';
import { centreSpec, type CentreFields } from './centre.dto';
import type { SilentCentres, SilentCentresQuery } from './silent-centres.dto';
import { silentCentres } from './silent-centres.repository';

export { centreSpec } from './centre.dto';

@Injectable()
export class CentresService extends RecordService<CentreFields> {
  constructor(@Inject(Database) database: Database, @Inject(UnitOfWork) unitOfWork: UnitOfWork) {
    super(centreSpec, database, unitOfWork);
  }

  /** Of which nothing was logged for a while; a coordinator hears of their own. */
  async silent(actor: Actor, { days }: SilentCentresQuery): Promise<SilentCentres> {
    requirePermission(actor, 'centre:read');
    const data = await silentCentres(this.database.pool, {
      days,
      today: dateIn(NETHERLANDS.timeZone, new Date()),
      bound: boundOf(actor),
    });
    return { data, total: data.length };
  }

  protected override rules(
    _tx: Transaction,
    _actor: Actor,
    { kind, hubId }: Record<string, unknown>,
  ): Promise<InputFault[]> {
    const hasHub = hubId !== undefined && hubId !== null;
    return Promise.resolve(kind === 'HUB' && hasHub ? [fault('hubId', 'HUB_OF_HUB')] : []);
  }
}
