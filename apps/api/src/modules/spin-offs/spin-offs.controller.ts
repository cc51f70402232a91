import { Controller, Inject } from '@nestjs/common';
import { trackedController } from '../../resource/tracked.controller';
import { spinOffSpec } from './spin-off.dto';
import { SpinOffsService } from './spin-offs.service';

@Controller('spin-offs')
export class SpinOffsController extends trackedController(spinOffSpec) {
  constructor(@Inject(SpinOffsService) service: SpinOffsService) {
    super(service);
  }
}
