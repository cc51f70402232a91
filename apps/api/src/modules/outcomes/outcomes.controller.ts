import { Controller, Inject } from '@nestjs/common';
import { trackedController } from '../../resource/tracked.controller';
import { outcomeSpec } from './outcome.dto';
import { OutcomesService } from './outcomes.service';

@Controller('outcomes')
export class OutcomesController extends trackedController(outcomeSpec) {
  constructor(@Inject(OutcomesService) service: OutcomesService) {
    super(service);
  }
}
