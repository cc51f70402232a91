import { Module } from '@nestjs/common';
import { CalendarFeedController } from './calendar-feed.controller';
import { CalendarFeedService } from './calendar-feed.service';
import { CalendarFeedsRepository } from './calendar-feeds.repository';

/** One's own days in the calendar program of one's choice. */
@Module({
  controllers: [CalendarFeedController],
  providers: [CalendarFeedService, CalendarFeedsRepository],
})
export class CalendarFeedModule {}
