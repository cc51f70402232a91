import { Controller, Inject } from '@nestjs/common';
import { recordController } from '../../records/record.controller';
import { outcomeSpec } from './outcome.dto';
import { OutcomesService } from './outcomes.service';

@Controller('outcomes')
export class OutcomesController extends recordController(outcomeSpec) {
  constructor(@Inject(OutcomesService) service: OutcomesService) {
    super(service);
  }
}
