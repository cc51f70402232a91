import { Module } from '@nestjs/common';
import { TargetsModule } from '../targets/targets.module';
import { NotificationJobs } from './notification-jobs.service';
import { NotificationMailsRepository } from './notification-mails.repository';
import { NotificationMails } from './notification-mails.service';
import { NotificationsController } from './notifications.controller';
import { NotificationsRepository } from './notifications.repository';
import { NotificationsService } from './notifications.service';
import { TargetLightsRepository } from './target-lights.repository';
import { TargetLights } from './target-lights.service';

/** What waits for somebody: in the bell, and by mail. */
@Module({
  imports: [TargetsModule],
  controllers: [NotificationsController],
  providers: [
    NotificationsService,
    NotificationsRepository,
    NotificationMails,
    NotificationMailsRepository,
    NotificationJobs,
    TargetLights,
    TargetLightsRepository,
  ],
})
export class NotificationsModule {}
