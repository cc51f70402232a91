import { Module } from '@nestjs/common';
import { ActivitiesModule, ActivitiesService } from '../activities/activities.module';
import { AttendancesModule, AttendancesService } from '../attendances/attendances.module';
import { CentresModule } from '../centres/centres.module';
import { CentresService } from '../centres/centres.service';
import { CompaniesModule } from '../companies/companies.module';
import { CompaniesService } from '../companies/companies.service';
import { ContactsModule, ContactsService } from '../contacts/contacts.module';
import { DuplicatesModule } from '../duplicates/duplicates.module';
import { InvestmentsModule, InvestmentsService } from '../investments/investments.module';
import { NotesModule, NotesService } from '../notes/notes.module';
import { OutcomesModule } from '../outcomes/outcomes.module';
import { OutcomesService } from '../outcomes/outcomes.service';
import { ParticipationsModule } from '../participations/participations.module';
import { ParticipationsService } from '../participations/participations.service';
import { SpinOffsModule, SpinOffsService } from '../spin-offs/spin-offs.module';
import type { Fields } from '../../resource/fields';
import type { RecordService } from '../../resource/record.service';
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
import { ListWriter } from './lists/list-writer';
import { RowsController } from './lists/rows.controller';
import { ROW_SERVICES, RowsService, type RowServices } from './lists/rows.service';
import { ImportMappingsController, ImportMappingsService } from './mapping/import-mappings';
import { ImportResultsController } from './results/import-results.controller';
import { ImportResultsRepository } from './results/import-results.repository';
import { ImportResultsService } from './results/import-results.service';

/** The kinds of which rows are pasted in their list. */
const rowServices = {
  provide: ROW_SERVICES,
  inject: [
    CentresService,
    CompaniesService,
    ParticipationsService,
    ActivitiesService,
    AttendancesService,
    InvestmentsService,
    SpinOffsService,
    OutcomesService,
    ContactsService,
    NotesService,
  ],
  useFactory: (...services: RecordService<Fields>[]): RowServices =>
    new Map(services.map((service) => [service.spec.resource, service])),
};

@Module({
  imports: [
    ActivitiesModule,
    AttendancesModule,
    CentresModule,
    CompaniesModule,
    ContactsModule,
    DuplicatesModule,
    InvestmentsModule,
    NotesModule,
    OutcomesModule,
    ParticipationsModule,
    SpinOffsModule,
  ],
  controllers: [
    ListsController,
    RowsController,
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
    ListWriter,
    ListsService,
    RowsService,
    rowServices,
  ],
  exports: [ImportsService, ImportWorker],
})
export class ImportsModule {}
