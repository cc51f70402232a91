import { Controller, Inject } from '@nestjs/common';
import { recordController } from '../../records/record.controller';
import { centreSpec } from './centre.dto';
import { CentresService } from './centres.service';

@Controller('centres')
export class CentresController extends recordController(centreSpec) {
  constructor(@Inject(CentresService) service: CentresService) {
    super(service);
  }
}
