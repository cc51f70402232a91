import { Module } from '@nestjs/common';
import { SavedViewsController } from './saved-views.controller';
import { SavedViewsRepository } from './saved-views.repository';
import { SavedViewsService } from './saved-views.service';
import { StartsController } from './starts.controller';
import { StartsRepository } from './starts.repository';
import { StartsService } from './starts.service';

/** How people look at lists and at the overview, and where they come in. */
@Module({
  controllers: [SavedViewsController, StartsController],
  providers: [SavedViewsService, SavedViewsRepository, StartsService, StartsRepository],
})
export class SavedViewsModule {}
