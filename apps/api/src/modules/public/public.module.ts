import { Module } from '@nestjs/common';
import { ReportsModule } from '../reports/reports.module';
import { CheckService } from './check.service';
import { PublicController } from './public.controller';
import { PublicReportsService } from './public-reports.service';

@Module({
  imports: [ReportsModule],
  controllers: [PublicController],
  providers: [PublicReportsService, CheckService],
})
export class PublicModule {}
