import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module';
import { MergesController } from './merges.controller';
import { MergesService } from './merges.service';

@Module({
  imports: [CompaniesModule],
  controllers: [MergesController],
  providers: [MergesService],
  exports: [MergesService],
})
export class MergesModule {}
