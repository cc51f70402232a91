import { Controller, Inject } from '@nestjs/common';
import { recordController } from '../../resource/record.controller';
import { comparisonSpec } from './comparison.dto';
import { ComparisonsService } from './comparisons.service';

@Controller('comparisons')
export class ComparisonsController extends recordController(comparisonSpec) {
  constructor(@Inject(ComparisonsService) service: ComparisonsService) {
    super(service);
  }
}
