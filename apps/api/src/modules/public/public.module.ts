import { Module } from '@nestjs/common';
import { ReportsModule } from '../reports/reports.module';
import { CheckService } from './check.service';
import { PublicController } from './public.controller';
import { PublicEditionsRepository } from './public-editions.repository';
import { PublicReportsService } from './public-reports.service';
import { PublishedNumbersRepository } from './published-numbers.repository';

@Module({
  imports: [ReportsModule],
  controllers: [PublicController],
  providers: [PublicReportsService, CheckService, PublicEditionsRepository, PublishedNumbersRepository],
})
export class PublicModule {}
