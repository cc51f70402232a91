import { Module } from '@nestjs/common';
import { exportController } from '../../resource/exports/export.controller';
import { investmentSpec } from './investment.dto';
import { InvestmentsController } from './investments.controller';
import { InvestmentsService } from './investments.service';

@Module({
  controllers: [exportController(investmentSpec, InvestmentsService), InvestmentsController],
  providers: [InvestmentsService],
  exports: [InvestmentsService],
})
export class InvestmentsModule {}
