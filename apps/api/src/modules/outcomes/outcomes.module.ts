import { Module } from '@nestjs/common';
import { exportController } from '../../resource/exports/export.controller';
import { outcomeSpec } from './outcome.dto';
import { OutcomesController } from './outcomes.controller';
import { OutcomesService } from './outcomes.service';

@Module({
  controllers: [exportController(outcomeSpec, OutcomesService), OutcomesController],
  providers: [OutcomesService],
  exports: [OutcomesService],
})
export class OutcomesModule {}
