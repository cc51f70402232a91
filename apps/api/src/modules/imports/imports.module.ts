import { Module } from '@nestjs/common';
import { AttendancesModule } from '../attendances/attendances.module';
import { CompaniesModule } from '../companies/companies.module';
import { DuplicatesModule } from '../duplicates/duplicates.module';
import { ParticipationsModule } from '../participations/participations.module';
import { ImportJobsService } from './import-jobs.service';
import { ImportQueueRepository } from './import-queue.repository';
import { ImportWorker } from './import-worker.service';
import { ImportsController } from './imports.controller';
import { ImportsRepository } from './imports.repository';
import { ImportsService } from './imports.service';
import { LeftOutController } from './leaving-out/left-out.controller';
import { LeftOutRepository } from './leaving-out/left-out.repository';
import { LeftOutService } from './leaving-out/left-out.service';
import { ListsController } from './lists/lists.controller';
import { ListsService } from './lists/lists.service';
import { ImportMappingsController, ImportMappingsService } from './mapping/import-mappings';
import { ImportResultsController } from './results/import-results.controller';
import { ImportResultsRepository } from './results/import-results.repository';
import { ImportResultsService } from './results/import-results.service';

@Module({
  imports: [AttendancesModule, CompaniesModule, DuplicatesModule, ParticipationsModule],
  controllers: [
    ListsController,
    ImportMappingsController,
    LeftOutController,
    ImportsController,
    ImportResultsController,
  ],
  providers: [
    ImportsService,
    ImportsRepository,
    ImportJobsService,
    ImportQueueRepository,
    ImportResultsService,
    ImportResultsRepository,
    ImportMappingsService,
    LeftOutService,
    LeftOutRepository,
    ImportWorker,
    ListsService,
  ],
  exports: [ImportsService, ImportWorker],
})
export class ImportsModule {}
