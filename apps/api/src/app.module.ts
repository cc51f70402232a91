import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { AccessModule } from './access/access.module';
import { commandOptions, type AppOptions } from './app-options';
import { AuditEventsModule } from './modules/audit-events/audit-events.module';
import { EvidenceModule } from './modules/evidence/evidence.module';
import { CalendarFeedModule } from './modules/calendar-feed/calendar-feed.module';
import { ContactsModule } from './modules/contacts/contacts.module';
import { MetricsModule } from './modules/metrics/metrics.module';
import { NotificationsModule } from './modules/notifications/notifications.module';
import { NotesModule } from './modules/notes/notes.module';
import { PersonalDataModule } from './modules/personal-data/personal-data.module';
import { ProgrammeModule } from './modules/programme/programme.module';
import { ActivitiesModule } from './modules/activities/activities.module';
import { ApiTokensModule } from './modules/api-tokens/api-tokens.module';
import { AttendancesModule } from './modules/attendances/attendances.module';
import { CentresModule } from './modules/centres/centres.module';
import { CommentsModule } from './modules/comments/comments.module';
import { SavedViewsModule } from './modules/saved-views/saved-views.module';
import { BusinessRegistersModule } from './modules/business-registers/business-registers.module';
import { CompaniesModule } from './modules/companies/companies.module';
import { DuplicatesModule } from './modules/duplicates/duplicates.module';
import { InvestmentsModule } from './modules/investments/investments.module';
import { MergesModule } from './modules/merges/merges.module';
import { OutcomesModule } from './modules/outcomes/outcomes.module';
import { ParticipationsModule } from './modules/participations/participations.module';
import { RoundsModule } from './modules/rounds/rounds.module';
import { SpinOffsModule } from './modules/spin-offs/spin-offs.module';
import { StatementsModule } from './modules/statements/statements.module';
import { TargetsModule } from './modules/targets/targets.module';
import { ComparisonsModule } from './modules/comparisons/comparisons.module';
import { PublicModule } from './modules/public/public.module';
import { ReportsModule } from './modules/reports/reports.module';
import { FiguresModule } from './modules/figures/figures.module';
import { ImportsModule } from './modules/imports/imports.module';
import { IndicatorsModule } from './modules/indicators/indicators.module';
import { SessionsModule } from './modules/sessions/sessions.module';
import { UsersModule } from './modules/users/users.module';
import { WorkbookModule } from './modules/workbook/workbook.module';
import type { Database } from './platform/database/database';
import { DatabaseModule } from './platform/database/database.module';
import { FilesModule } from './platform/files/files.module';
import { HousekeepingModule } from './platform/housekeeping/housekeeping.module';
import { IdempotencyCleanup } from './resource/idempotency-cleanup';
import { HealthModule } from './platform/health/health.module';
import { InputValidationPipe } from './platform/http/input-validation.pipe';
import { ProblemFilter } from './platform/http/problem.filter';
import { MailModule } from './platform/mail/mail.module';
import { JobsModule } from './platform/jobs/jobs.module';
import { SecretsModule } from './platform/secrets/secrets.module';
import { WorkModule } from './platform/work/work.module';

/** What is registered. */
const REGISTER = [
  ActivitiesModule,
  AuditEventsModule,
  AttendancesModule,
  CentresModule,
  CompaniesModule,
  ContactsModule,
  DuplicatesModule,
  EvidenceModule,
  InvestmentsModule,
  MergesModule,
  NotesModule,
  OutcomesModule,
  ParticipationsModule,
  ProgrammeModule,
  RoundsModule,
  SpinOffsModule,
  StatementsModule,
  TargetsModule,
];

/** Who works with it. */
const PEOPLE = [
  SessionsModule,
  ApiTokensModule,
  CalendarFeedModule,
  CommentsModule,
  SavedViewsModule,
  NotificationsModule,
  PersonalDataModule,
  UsersModule,
];

/** The whole product on an open database: the server, the commands and the tests start from this one module. */
@Module({})
export class AppModule {
  static with(database: Database, options: AppOptions = commandOptions()): DynamicModule {
    return {
      module: AppModule,
      // The router looks through the routes in this order, so that what is asked most often comes first.
      imports: [
        HealthModule,
        ...PEOPLE,
        ...REGISTER,
        DatabaseModule.with(database),
        JobsModule,
        SecretsModule.with(options.access.sessionSecret),
        HousekeepingModule.with(options.retention),
        WorkModule,
        MailModule.with(options.mail),
        FilesModule.with(options.files),
        AccessModule.with(options.access),
        BusinessRegistersModule.with(options.businessRegisters),
        MetricsModule,
        FiguresModule,
        ComparisonsModule,
        ImportsModule,
        IndicatorsModule,
        WorkbookModule,
        PublicModule,
        ReportsModule,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: InputValidationPipe },
        IdempotencyCleanup,
      ],
    };
  }
}
