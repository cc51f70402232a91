import { Module } from '@nestjs/common';
import { exportController } from '../../resource/exports/export.controller';
import { FiguresModule } from '../figures/figures.module';
import { EditionPublisher } from './edition-publisher';
import { EditionsController } from './editions.controller';
import { EditionsRepository } from './editions.repository';
import { EditionsService } from './editions.service';
import { PublicFilesRepository } from './public-files.repository';
import { PublicFiles } from './public-files.service';
import { ReportLifecycleService } from './report-lifecycle.service';
import { EditionPreparationService } from './publishing/edition-preparation.service';
import { PublishingRepository } from './publishing/publishing.repository';
import { PublishingService } from './publishing/publishing.service';
import { reportSpec } from './report.dto';
import { ReportsController } from './reports.controller';
import { ReportsService } from './reports.service';
import { RestatementService } from './restatement.service';

@Module({
  imports: [FiguresModule],
  controllers: [exportController(reportSpec, ReportsService), ReportsController, EditionsController],
  providers: [
    ReportsService,
    ReportLifecycleService,
    EditionPublisher,
    EditionPreparationService,
    PublishingRepository,
    PublishingService,
    EditionsService,
    EditionsRepository,
    PublicFiles,
    PublicFilesRepository,
    RestatementService,
  ],
  exports: [ReportsService, EditionsService, PublicFiles],
})
export class ReportsModule {}
