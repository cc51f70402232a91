import { Module } from '@nestjs/common';
import { ParticipationsModule } from '../participations/participations.module';
import { RoundsModule } from '../rounds/rounds.module';
import { ParticipationLinksController } from './participation-links.controller';
import { ParticipationLinksService } from './participation-links.service';
import { StatementsController } from './statements.controller';
import { StatementsRepository } from './statements.repository';
import { StatementsService } from './statements.service';

/** What companies say of their own participation in a round. */
@Module({
  imports: [ParticipationsModule, RoundsModule],
  controllers: [StatementsController, ParticipationLinksController],
  providers: [StatementsService, ParticipationLinksService, StatementsRepository],
})
export class StatementsModule {}
