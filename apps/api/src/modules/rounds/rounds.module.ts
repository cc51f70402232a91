import { Module } from '@nestjs/common';
import { ParticipationsModule } from '../participations/participations.module';
import { BoardRepository } from './board.repository';
import { ConfirmationsService } from './confirmations.service';
import { ProgrammeClock } from './programme-clock.repository';
import { RemindersRepository } from './reminders.repository';
import { RemindersService } from './reminders.service';
import { RoundsController } from './rounds.controller';
import { RoundsService } from './rounds.service';
import { SubmissionsController } from './submissions.controller';
import { SubmissionsRepository } from './submissions.repository';
import { SubmissionsService } from './submissions.service';

@Module({
  imports: [ParticipationsModule],
  controllers: [RoundsController, SubmissionsController],
  providers: [
    RoundsService,
    SubmissionsService,
    RemindersService,
    ConfirmationsService,
    BoardRepository,
    SubmissionsRepository,
    RemindersRepository,
    ProgrammeClock,
  ],
  exports: [ConfirmationsService, SubmissionsService],
})
export class RoundsModule {}
