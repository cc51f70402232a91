import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module';
import { FiguresModule } from '../figures/figures.module';
import { MergeEffectService } from './merge-effect.service';
import { MergesController } from './merges.controller';
import { MergesService } from './merges.service';

@Module({
  imports: [CompaniesModule, FiguresModule],
  controllers: [MergesController],
  providers: [MergesService, MergeEffectService],
  exports: [MergesService],
})
export class MergesModule {}
