import { Module } from '@nestjs/common';
import { recordModule } from '../../resource/record-module';
import { outcomeSpec } from './outcome.dto';
import { OutcomesService } from './outcomes.service';

@Module(recordModule(outcomeSpec, OutcomesService))
export class OutcomesModule {}
