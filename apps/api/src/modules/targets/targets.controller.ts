import { Controller, Inject } from '@nestjs/common';
import { trackedController } from '../../resource/tracked.controller';
import { targetSpec } from './target.dto';
import { TargetsService } from './targets.service';

@Controller('targets')
export class TargetsController extends trackedController(targetSpec) {
  constructor(@Inject(TargetsService) service: TargetsService) {
    super(service);
  }
}
