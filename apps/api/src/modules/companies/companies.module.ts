import { Module } from '@nestjs/common';
import { exportController } from '../../resource/exports/export.controller';
import { companySpec } from './company.dto';
import { CompaniesController } from './companies.controller';
import { CompaniesService } from './companies.service';
import { TakenOverFieldsService } from './taken-over-fields.service';

@Module({
  controllers: [exportController(companySpec, CompaniesService), CompaniesController],
  providers: [CompaniesService, TakenOverFieldsService],
  exports: [CompaniesService, TakenOverFieldsService],
})
export class CompaniesModule {}
