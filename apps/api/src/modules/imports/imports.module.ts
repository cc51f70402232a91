import { Module } from '@nestjs/common';
import { ImportJobsService } from './import-jobs.service';
import { ImportQueueRepository } from './import-queue.repository';
import { ImportWorker } from './import-worker.service';
import { ImportsController } from './imports.controller';
import { ImportsRepository } from './imports.repository';
import { ImportsService } from './imports.service';

@Module({
  controllers: [ImportsController],
  providers: [ImportsService, ImportsRepository, ImportJobsService, ImportQueueRepository, ImportWorker],
  exports: [ImportsService, ImportWorker],
})
export class ImportsModule {}
