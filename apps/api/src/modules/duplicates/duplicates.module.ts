import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module';
import { DuplicatesController } from './duplicates.controller';
import { DuplicatesService } from './duplicates.service';
import { DuplicateScansService } from './scan/duplicate-scans.service';
import { ScansRepository } from './scan/scans.repository';

@Module({
  imports: [CompaniesModule],
  controllers: [DuplicatesController],
  providers: [DuplicatesService, DuplicateScansService, ScansRepository],
  exports: [DuplicateScansService],
})
export class DuplicatesModule {}
