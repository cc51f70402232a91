import { Module } from '@nestjs/common';
import { ReportsModule } from '../reports/reports.module';
import { CheckService } from './check.service';
import { EmbedController } from './embed/embed.controller';
import { EmbedService } from './embed/embed.service';
import { PublicController } from './public.controller';
import { PublicEditionsRepository } from './public-editions.repository';
import { PublicReportsService } from './public-reports.service';
import { PublishedNumbersRepository } from './published-numbers.repository';

@Module({
  imports: [ReportsModule],
  controllers: [PublicController, EmbedController],
  providers: [
    PublicReportsService,
    CheckService,
    EmbedService,
    PublicEditionsRepository,
    PublishedNumbersRepository,
  ],
})
export class PublicModule {}
