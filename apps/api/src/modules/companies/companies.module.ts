import { Module } from '@nestjs/common';
import { exportController } from '../../records/exports/export.controller';
import { companySpec } from './company.dto';
import { CompaniesController } from './companies.controller';
import { CompaniesService } from './companies.service';

@Module({
  controllers: [exportController(companySpec, CompaniesService), CompaniesController],
  providers: [CompaniesService],
  exports: [CompaniesService],
})
export class CompaniesModule {}
