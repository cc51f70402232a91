import { Module } from '@nestjs/common';
import { FiguresModule } from '../figures/figures.module';
import { TargetProgressController } from './target-progress.controller';
import { TargetProgressService } from './target-progress.service';
import { TargetsController } from './targets.controller';
import { TargetsRepository } from './targets.repository';
import { TargetsService } from './targets.service';

@Module({
  imports: [FiguresModule],
  // What is asked of all of them comes before what is asked of one.
  controllers: [TargetProgressController, TargetsController],
  providers: [TargetsService, TargetProgressService, TargetsRepository],
  exports: [TargetsService, TargetProgressService],
})
export class TargetsModule {}
