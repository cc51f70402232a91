import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { FiguresModule } from './modules/figures/figures.module';
import { IndicatorsModule } from './modules/indicators/indicators.module';
import type { Database } from './platform/database/database';
import { DatabaseModule } from './platform/database/database.module';
import { HealthModule } from './platform/health/health.module';
import { InputValidationPipe } from './platform/http/input-validation.pipe';
import { ProblemFilter } from './platform/http/problem.filter';

/** The whole product on an open database: the server, the commands and the tests start from this one module. */
@Module({})
export class AppModule {
  static with(database: Database): DynamicModule {
    return {
      module: AppModule,
      imports: [DatabaseModule.with(database), HealthModule, FiguresModule, IndicatorsModule],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: InputValidationPipe },
      ],
    };
  }
}
