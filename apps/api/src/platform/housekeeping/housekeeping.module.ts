import { Module, type DynamicModule } from '@nestjs/common';
import { Housekeeping } from './housekeeping.service';
import { RETENTION_TERMS, type RetentionTerms } from './retention-terms';

@Module({})
export class HousekeepingModule {
  static with(terms: RetentionTerms): DynamicModule {
    return {
      module: HousekeepingModule,
      global: true,
      providers: [Housekeeping, { provide: RETENTION_TERMS, useValue: terms }],
      exports: [Housekeeping, RETENTION_TERMS],
    };
  }
}
