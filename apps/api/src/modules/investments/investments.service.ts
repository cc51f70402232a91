import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { RecordService } from '../../resource/record.service';
import { investmentSpec, type InvestmentFields } from './investment.dto';

export { investmentSpec } from './investment.dto';

@Injectable()
export class InvestmentsService extends RecordService<InvestmentFields> {
  constructor(@Inject(Database) database: Database, @Inject(UnitOfWork) unitOfWork: UnitOfWork) {
    super(investmentSpec, database, unitOfWork);
  }
}
