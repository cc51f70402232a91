import { Controller, Inject } from '@nestjs/common';
import { recordController } from '../../records/record.controller';
import { spinOffSpec } from './spin-off.dto';
import { SpinOffsService } from './spin-offs.service';

@Controller('spin-offs')
export class SpinOffsController extends recordController(spinOffSpec) {
  constructor(@Inject(SpinOffsService) service: SpinOffsService) {
    super(service);
  }
}
