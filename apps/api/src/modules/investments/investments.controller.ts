import { Controller, Inject } from '@nestjs/common';
import { recordController } from '../../records/record.controller';
import { investmentSpec } from './investment.dto';
import { InvestmentsService } from './investments.service';

@Controller('investments')
export class InvestmentsController extends recordController(investmentSpec) {
  constructor(@Inject(InvestmentsService) service: InvestmentsService) {
    super(service);
  }
}
