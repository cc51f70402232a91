import { Controller, Inject } from '@nestjs/common';
import { trackedController } from '../../resource/tracked.controller';
import { investmentSpec } from './investment.dto';
import { InvestmentsService } from './investments.service';

@Controller('investments')
export class InvestmentsController extends trackedController(investmentSpec) {
  constructor(@Inject(InvestmentsService) service: InvestmentsService) {
    super(service);
  }
}
