import { Module } from '@nestjs/common';
import { RoundsModule } from '../rounds/rounds.module';
import { KnowledgeRepository } from './engine/knowledge.repository';
import { FigureMembersService } from './figure-members.service';
import { FiguresController } from './figures.controller';
import { FiguresRepository } from './figures.repository';
import { FrozenFiguresService } from './frozen-figures.service';
import { FiguresService } from './figures.service';
import { RegisterSharesService } from './register-shares.service';
import { FigureContexts } from './figure-contexts';
import { ReconciliationController } from './reconciliation/reconciliation.controller';
import { ReconciliationService } from './reconciliation/reconciliation.service';
import { QuestionsController } from './questions/questions.controller';
import { QuestionsService } from './questions/questions.service';
import { LevelsController } from './series/levels.controller';
import { LevelsService } from './series/levels.service';
import { SeriesController } from './series/series.controller';
import { SeriesService } from './series/series.service';
import { SnapshotController } from './snapshot/snapshot.controller';
import { SnapshotService } from './snapshot/snapshot.service';
import { StepMembersService } from './reconciliation/step-members.service';

@Module({
  imports: [RoundsModule],
  controllers: [
    ReconciliationController,
    SeriesController,
    LevelsController,
    QuestionsController,
    FiguresController,
    SnapshotController,
  ],
  providers: [
    FiguresService,
    FigureMembersService,
    FrozenFiguresService,
    RegisterSharesService,
    FiguresRepository,
    FigureContexts,
    KnowledgeRepository,
    ReconciliationService,
    SeriesService,
    LevelsService,
    QuestionsService,
    StepMembersService,
    SnapshotService,
  ],
  exports: [FiguresService, FrozenFiguresService, RegisterSharesService, ReconciliationService],
})
export class FiguresModule {}
